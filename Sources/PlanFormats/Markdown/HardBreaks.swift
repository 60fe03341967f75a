/// Ends of lines inside a paragraph, which markdown may mark by a stroke.
///
/// "Nơi nhận:\" / "\- Như trên;"
enum HardBreaks {
  private static let backslash = UInt8(ascii: "\\")

  /// The bytes without the strokes; the lines end where they did.
  static func removed(from bytes: [UInt8]) -> [UInt8] {
    var plain: [UInt8] = []
    var copied = 0
    var offset = 0
    while let sign = bytes.firstPlace(of: backslash, in: offset..<bytes.count) {
      offset = sign + 1
      // Behind a blank it is a speck that recognition read.
      guard endsLine(bytes, offset), sign == 0 || ![0x20, 0x09].contains(bytes[sign - 1]) else {
        // "\\" is a stroke that is printed.
        if offset < bytes.count, bytes[offset] == backslash { offset += 1 }
        continue
      }
      plain += bytes[copied..<sign]
      copied = offset
    }
    return copied == 0 ? bytes : plain + bytes[copied...]
  }

  private static func endsLine(_ bytes: [UInt8], _ place: Int) -> Bool {
    guard place < bytes.count else { return false }
    return bytes[place] == 0x0A
      || bytes[place] == 0x0D && place + 1 < bytes.count && bytes[place + 1] == 0x0A
  }
}
