import PlanModel
import PlanText

/// The numbers of technical standards, which begin with the letters of their series: "TCVN 9211:2012",
/// "QCVN 06:2022/BXD", "TCVN ISO 9001:2015".
extension PlanReader {
  /// The number of a standard that begins at a token; `nil` when none does.
  func standardNumber(_ tokens: [Token], at start: Int) -> DocumentNumber? {
    guard let series = grammar.list("standard-series") else { return nil }
    var end = start
    while end < tokens.count, tokens[end].shape.contains(.upper),
      let next = grammar.entry(in: series, tokens, at: end)?.end
    {
      end = next
    }
    guard end > start, end < tokens.count, tokens[end].kind == .number else { return nil }
    let letters = start..<end
    let sequence = raw(ByteSpan(Int(tokens[end].start), Int(tokens[end].end)))
    end += 1
    let figures = end
    while isTied(tokens, end), end + 1 < tokens.count, tiesStandard(end, tokens) { end += 2 }
    // "TCVN 12 tiêu chuẩn" counts, and states no year.
    guard end > figures else { return nil }
    let code = raw(ByteSpan(Int(tokens[letters.upperBound].start), Int(tokens[end - 1].end)))
    let text = self.text(letters, tokens) + " " + code
    return DocumentNumber(
      range: start..<end, text: text, key: DocumentNumber.key(text), sequence: sequence,
      hasSymbol: true, isDamaged: false, isStandard: true)
  }

  /// Whether a mark ties a part or the year of a standard, or who issued it: "-1", ":2012", "/BXD".
  private func tiesStandard(_ mark: Int, _ tokens: [Token]) -> Bool {
    let next = tokens[mark + 1]
    guard !next.shape.contains(.spaced) else { return false }
    if isMark(tokens[mark], 0x2F) { return next.shape.contains(.upper) }
    return (isMark(tokens[mark], 0x3A) || isDash(tokens[mark])) && next.kind == .number
  }
}
