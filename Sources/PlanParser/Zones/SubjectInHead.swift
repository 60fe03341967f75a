import PlanModel
import PlanText

/// The subject of a letter that no word opens, where a page gives the left column of the head before
/// the right one.
extension PlanReader {
  /// How many lines such a subject has at most.
  private static let columnLines = 6

  /// Takes the lines of words right below the number, above the motto or the date, as the title of
  /// a letter: "Số 12-CV/ĐU" / "Góp ý dự thảo" / "ĐẢNG CỘNG SẢN VIỆT NAM".
  mutating func takeSubject(belowNumber parts: [HeadPart]) {
    guard plan.header.title.status == .absent,
      let number = parts.first(where: { $0.meaning == .number }),
      let above = lines.firstIndex(where: { $0.content.contains(number.span) }),
      lines[above].tabs == 0
    else { return }
    var pieces: [ByteSpan] = []
    for line in lines[(above + 1)...].prefix(PlanReader.columnLines + 1) {
      if parts.contains(where: { line.content.contains($0.span) }) { break }
      guard line.blanksBefore == 0, !line.pageBefore, isLeftOver(line),
        isWritten(line, opens: pieces.isEmpty)
      else { return }
      pieces.append(line.content)
    }
    guard !pieces.isEmpty, pieces.count <= PlanReader.columnLines,
      parts.contains(where: { $0.span.start > number.span.end })
    else { return }
    plan.furniture.removeAll { $0.kind == .noise && pieces.contains($0.span) }
    take(title: pieces)
  }

  /// Whether no part of the head was found on a line.
  private func isLeftOver(_ line: Line) -> Bool {
    plan.furniture.contains { $0.kind == .noise && $0.span == line.content }
  }

  /// Whether a line is one of words, the first of which begins with a capital where the line opens a
  /// subject.
  private mutating func isWritten(_ line: Line, opens: Bool) -> Bool {
    let words = allTokens(line.content)
    guard let first = words.first, line.tabs == 0, !line.pipe,
      !opens || words.count > 1 && first.shape.contains(.capitalized)
    else { return false }
    let plausible = words.count {
      $0.kind == .number || isPlausible($0) || $0.shape.contains(.upper)
    }
    return plausible * 4 >= words.count { $0.kind != .mark } * 3 && plausible > 0
  }
}
