import PlanModel

/// Whether a document uses markdown.
enum Markdown {
  /// Whether heading marks, table bars or marks of bold type stand in some line.
  static func isUsed(_ lines: [Line], _ bytes: [UInt8]) -> Bool {
    if lines.contains(where: { $0.heading > 0 || $0.bold || $0.pipe }) { return true }
    return bytes.contains(UInt8(ascii: "*"))
      && lines.contains { !$0.bare && hasBold($0.raw, bytes) }
  }

  /// Whether two stars, and no more, stand next to a word.
  ///
  /// "**KT. CHỦ TỊCH" opens bold type.
  private static func hasBold(_ span: ByteSpan, _ bytes: [UInt8]) -> Bool {
    var run = 0
    var before: UInt8 = 0x20
    for offset in span.start..<span.end {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "*") {
        if run == 0 { before = offset > span.start ? bytes[offset - 1] : 0x20 }
        run += 1
      } else {
        if run == 2, byte > 0x20 || before > 0x20 { return true }
        run = 0
      }
    }
    return run == 2 && before > 0x20
  }
}
