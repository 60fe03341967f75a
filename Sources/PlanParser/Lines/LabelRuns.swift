import PlanModel
import PlanText

/// Short lines into which several units were poured.
extension PlanReader {
  /// How many characters such a line has at least.
  private static let leastRun = 60
  /// How many labels in order tell that it is poured.
  private static let leastLabels = 3

  /// Whether some line from `start` on holds the heading of a part and the first units of it.
  ///
  /// "I. MỤC ĐÍCH 1. Mục tiêu - Nâng cấp … 2. Yêu cầu …".
  func holdsLabelRun(from start: Int) -> Bool {
    lines[start...].contains { holdsLabelRun($0) }
  }

  /// Whether a line holds them.
  func holdsLabelRun(_ line: Line) -> Bool {
    line.width >= Self.leastRun && line.tabs == 0 && !line.pipe && line.table == 0
      && holdsLabelRun(line.content)
  }

  /// Whether a Roman numeral before capitals stands in a span, the number 1 behind it, and a further
  /// number or bullet.
  private func holdsLabelRun(_ span: ByteSpan) -> Bool {
    var offset = span.start
    var labels = 0
    var next = 1
    while offset + 3 < span.end {
      let start = offset
      while offset < span.end, bytes[offset] != 0x20 { offset += 1 }
      let word = bytes[start..<offset]
      offset += 1
      guard offset < span.end, let last = word.last else { continue }
      if last == 0x2E, word.count <= 6, Letters.roman(word.dropLast()) != nil {
        guard beginsCapitals(at: offset, before: span.end) else { continue }
        (labels, next) = (1, 1)
      } else if labels > 0, last == 0x2E, word.count <= 3,
        Int(String(decoding: word.dropLast(), as: UTF8.self)) == next,
        LetterCase(Scalars.decode(bytes, at: offset).scalar) == .upper
      {
        labels += 1
        next += 1
      } else if labels > 1, word.count == 1, last == 0x2D || last == 0x2B,
        LetterCase(Scalars.decode(bytes, at: offset).scalar) == .upper
      {
        labels += 1
      }
      if labels >= Self.leastLabels { return true }
    }
    return false
  }

  /// Whether two words in capitals stand at an offset.
  private func beginsCapitals(at start: Int, before end: Int) -> Bool {
    var offset = start
    var words = 0
    while offset < end, words < 2 {
      if bytes[offset] == 0x20 {
        words += 1
        offset += 1
        continue
      }
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      if LetterCase(scalar) == .lower { return false }
      offset += length
    }
    return words == 2
  }
}
