/// How the bytes of a part are spelled in characters that every mail server lets through (RFC 2045).
enum TransferEncoding {
  /// As they are.
  case none
  /// Most as they are, others as "=" and two digits.
  case quotedPrintable
  /// Six bits by a character.
  case base64

  /// The encoding of a name.
  init(_ name: String) {
    switch name.lowercased() {
    case "quoted-printable": self = .quotedPrintable
    case "base64": self = .base64
    default: self = .none
    }
  }

  /// The bytes that a part spells; what is no spelling stands as it is or is passed over.
  func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    switch self {
    case .none: Array(bytes)
    case .quotedPrintable: Self.unquoted(bytes)
    case .base64: Self.sixes(bytes)
    }
  }

  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var rest = bytes
    while let line = MIMELines.next(&rest) {
      var index = line.startIndex
      // Blanks at the end of a line came on the way.
      let end = (line.lastIndex { $0 != 0x20 && $0 != 0x09 } ?? line.startIndex - 1) + 1
      while index < end {
        guard line[index] == UInt8(ascii: "="), index + 2 < end,
          let high = digit(line[index + 1]), let low = digit(line[index + 2])
        else {
          if line[index] != UInt8(ascii: "=") || index + 1 < end { result.append(line[index]) }
          index += 1
          continue
        }
        result.append(high << 4 | low)
        index += 3
      }
      // "=" at its end joins the line with the next.
      let isJoined = end > line.startIndex && line[end - 1] == UInt8(ascii: "=")
      if !isJoined { result.append(0x0A) }
    }
    return result
  }

  private static func sixes(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      if byte == UInt8(ascii: "=") { break }
      guard let six = six(byte) else { continue }
      bits = bits << 6 | UInt32(six)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private static func six(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case 0x2B, 0x2D: 62
    case 0x2F, 0x5F: 63
    default: nil
    }
  }
}
