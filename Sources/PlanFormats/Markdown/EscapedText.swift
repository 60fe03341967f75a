/// Text out of a dump of data, in which the ends of lines stand as two signs: "\r\n", "\n", "\t".
enum EscapedText {
  /// How many escapes a text has at least.
  private static let fewest = 3

  /// The text with its escapes as white space; a text that has none stays as it is.
  ///
  /// They are blanks where lines of the file are its paragraphs, else ends of lines.
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    var escapes = 0
    var offset = 0
    while let sign = bytes.firstPlace(of: UInt8(ascii: "\\"), in: offset..<bytes.count) {
      let length = end(bytes, sign)
      if length != nil { escapes += 1 }
      offset = sign + (length ?? 1)
    }
    guard escapes >= fewest else { return bytes }
    let ends = bytes.count { $0 == 0x0A }
    let blank: UInt8 = ends * 8 >= escapes ? 0x20 : 0x0A
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    offset = 0
    while offset < bytes.count {
      if let length = end(bytes, offset) {
        plain.append(blank)
        offset += length
      } else if let length = tab(bytes, offset) {
        plain.append(0x20)
        offset += length
      } else {
        plain.append(bytes[offset])
        offset += 1
      }
    }
    return plain
  }

  /// The length of the escaped end of a line at an offset: "\r\n", or "\n" where no name of a file
  /// goes on: "C:\noi-dung".
  private static func end(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "\\") else { return nil }
    if bytes[start...].starts(with: "\\r\\n".utf8) { return 4 }
    guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "n") else { return nil }
    guard start + 2 < bytes.count else { return 2 }
    return (0x61...0x7A).contains(bytes[start + 2]) ? nil : 2
  }

  /// The length of an escaped TAB or of a blank that is not broken: "\t", "\u00a0".
  private static func tab(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "\\") else { return nil }
    if bytes[start...].starts(with: "\\u00a0".utf8) { return 6 }
    guard bytes[start...].starts(with: "\\t".utf8), start + 2 < bytes.count,
      !(0x61...0x7A).contains(bytes[start + 2])
    else { return nil }
    return 2
  }
}
