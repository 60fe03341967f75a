import PlanModel
import PlanText

/// The lines of a subject under the number of a letter, which a narrow column cuts.
extension PlanReader {
  /// How many lines a subject has at most, and how many characters each.
  private static let subjectLines = 6
  private static let subjectWidth = 60

  /// The last line of the subject that begins with line `index`: "V/v báo cáo kết quả" / "cải cách
  /// hành chính năm 2026" / "Kính gửi: …".
  ///
  /// A line that begins with a capital belongs to it only where the preamble, a part of the head
  /// or a blank line shows that the subject ends there.
  mutating func subjectLine(below index: Int) -> Int {
    guard lines[index].width <= PlanReader.subjectWidth, !lines[index].ended else { return index }
    var last = index
    var sure = index
    while last + 1 < lines.count, last < index + PlanReader.subjectLines {
      let line = lines[last + 1]
      if line.blanksBefore > 0 || line.pageBefore { return last }
      let tokens = tokens(line.content)
      if line.capitals || lineMatch(.preamble, tokens) != nil || isHeadLine(line, tokens) {
        return last
      }
      guard line.width <= PlanReader.subjectWidth, line.tabs == 0, !line.pipe,
        !line.ended || line.startsLower, !line.gapped, marker(tokens) == nil
      else { break }
      last += 1
      // "V/v kiểm tra lò gốm," / "lò nung năm 2026.": a full stop ends the subject, too.
      if line.ended { return last }
      if line.startsLower { sure = last }
    }
    return sure
  }

  /// Whether a line holds a part of the head: not the number of a document which the subject names,
  /// nor its day ("… triển khai" / "Nghị định số 12/2031/NĐ-CP ngày 20/5/2031").
  private mutating func isHeadLine(_ line: Line, _ tokens: [Token]) -> Bool {
    phrases(tokens).contains {
      switch meaning($0) {
      case .number: $0.start == 0 && !line.startsLower
      case .placeDate: $0.start == 0 || !isWithinSymbol($0.start, tokens)
      case .motto, .subject: true
      default: false
      }
    }
  }

  /// Whether a word stands behind the "/" or "-" of a document's symbol: "CP" in "12/2031/NĐ-CP".
  private func isWithinSymbol(_ place: Int, _ tokens: [Token]) -> Bool {
    (isMark(tokens[place - 1], 0x2F) || isMark(tokens[place - 1], 0x2D))
      && tokens[place - 1].end == tokens[place].start
  }
}
