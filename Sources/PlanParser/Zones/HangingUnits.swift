import PlanModel

/// Units whose lines hang under their number, and so end before the margin of the page.
extension PlanReader {
  /// How wide the last words of a sentence are at most, and the lines of the unit at least.
  private static var fewWords: Int { 20 }
  private static var hangingWidth: Int { 40 }

  /// Whether a numbered unit of several lines breaks off where its own lines end, before a few words
  /// that end its sentence: "1. Giao Phòng Văn hóa …" / "… tham mưu thực hiện" / "Kế hoạch."
  func fillsItsLines(_ last: Draft, before line: Line) -> Bool {
    guard wrap.isFlush, last.ending == .open, !last.capitals, !last.bold, line.ending == .stop,
      line.width <= Self.fewWords, let marker = last.marker, marker.family != .bullet,
      let end = last.pieces.last?.end
    else { return false }
    var widest = 0
    var width = 0
    for byte in bytes[last.span.start..<end] {
      if byte == 0x0A {
        widest = max(widest, width)
        width = 0
      } else if byte & 0xC0 != 0x80 {
        width += 1
      }
    }
    return widest >= Self.hangingWidth && width <= widest + 1
      && width + 1 + firstWord(line) > widest
  }
}
