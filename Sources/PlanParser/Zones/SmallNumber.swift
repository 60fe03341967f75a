import PlanModel
import PlanText

/// Numbers of heads whose word begins with a small letter.
extension PlanReader {
  /// Whether a number is all that its line says, right below the name of a body in capitals: "TRƯỜNG
  /// …" / "số: 12/QĐ-…".
  mutating func fillsLine(_ number: RuleMatch, _ tokens: [Token]) -> Bool {
    let span = span(tokens, number.start..<number.end)
    guard let index = lines.firstIndex(where: { $0.raw.end > span.start }), index > 0,
      lines[index].content == span
    else { return false }
    let above = lines[index - 1]
    return above.capitals && above.tabs == 0 && namesBody(above)
  }
}
