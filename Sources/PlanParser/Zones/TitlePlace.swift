import PlanText

/// Titles that a blank line cuts before the name of a place.
extension PlanReader {
  /// How many bytes such a line may have.
  private static var longestPlace: Int { 200 }

  /// Whether a line begins with the name of the unit with whose kind the line of the title before it
  /// ends: "… phụ nữ thành phố" / "Sơn Hà lần thứ XVI".
  mutating func namesUnit(of previous: Line, _ line: Line, _ tokens: [Token]) -> Bool {
    guard !previous.ended, line.ending == .open, line.width < Self.longestPlace, tokens.count > 1,
      line.capitals == previous.capitals, line.heading == previous.heading,
      tokens.prefix(2).allSatisfy({ $0.kind == .syllable && $0.shape.contains(.capitalized) }),
      let units = grammar.list("title-units"), let heads = grammar.list("issuer-heads"),
      grammar.entry(in: heads, tokens, at: 0) == nil
    else { return false }
    let title = self.tokens(previous.content)
    return (max(0, title.count - 3)..<title.count).contains {
      grammar.entry(in: units, title, at: $0)?.end == title.count
    }
  }
}
