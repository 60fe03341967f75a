/// Tells which lines of a text hold bars; it is asked for places in their order.
struct BarredLines {
  private let bytes: [UInt8]
  /// The line that was asked for last.
  private var end = -1
  private var hasBar = false

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether a bar stands on the line with an offset.
  mutating func hasBar(at offset: Int) -> Bool {
    while end < offset {
      let start = end + 1
      end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      hasBar = bytes.firstPlace(of: UInt8(ascii: "|"), in: start..<end) != nil
    }
    return hasBar
  }

  /// Whether only blanks stand between an offset and the end of its line.
  func ends(at offset: Int) -> Bool {
    var index = offset
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    return index == bytes.count || bytes[index] == 0x0A || bytes[index] == 0x0D
  }
}
