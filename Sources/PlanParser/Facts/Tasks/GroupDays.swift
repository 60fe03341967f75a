import PlanModel
import PlanText

/// Days that stand in a row of their own above hours: "Ngày 17/10" over "7h30 - 8h00".
extension PlanReader {
  /// How many tokens such a row has at most.
  private static var longestDay: Int { 16 }

  /// The day that a group row tells; `nil` when it tells none.
  mutating func day(ofGroup leaves: ArraySlice<FactLeaf>, year: Int?) -> String? {
    guard let leaf = leaves.last(where: { !$0.tokens.isEmpty }),
      leaf.tokens.count <= Self.longestDay,
      let day = time(leaf, in: 0..<leaf.tokens.count, year: year)?.value,
      day.utf8.count == "2000-01-01".utf8.count
    else { return nil }
    return day
  }
}

extension TimeExpression {
  /// Takes the day above hours, which tell none themselves.
  mutating func take(day: String) {
    guard value == nil, self.repeat == nil, text.utf8.contains(where: { $0.isDigit }) else {
      return
    }
    value = day
  }
}
