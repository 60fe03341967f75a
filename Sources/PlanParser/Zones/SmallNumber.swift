import PlanModel
import PlanText

/// Numbers of heads whose word begins with a small letter, alone on their line.
extension PlanReader {
  /// Whether a number is all that its line says, right below the name of a body in capitals, or with
  /// its colon below the place and date beside that name: "TRƯỜNG …" / "số: 12/QĐ-…".
  mutating func fillsLine(_ number: RuleMatch, _ tokens: [Token]) -> Bool {
    let span = span(tokens, number.start..<number.end)
    guard let index = lines.firstIndex(where: { $0.raw.end > span.start }), index > 0,
      lines[index].content == span
    else { return false }
    let above = lines[index - 1]
    if above.capitals, above.tabs == 0, namesBody(above) { return true }
    return markers.scalar(tokens[number.start + 1]) == 0x3A && isDate(above)
  }

  /// Whether a line is place and date and nothing else.
  private mutating func isDate(_ line: Line) -> Bool {
    let words = self.tokens(line.content)
    return phrases(words, startingBefore: 1).contains {
      $0.end == words.count && meaning($0) == .placeDate
    }
  }
}
