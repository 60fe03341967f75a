import PlanModel
import PlanText

/// Reads quantities that tell another one once more: "80% số nợ, tương ứng 612 tỷ đồng".
extension TargetDraft {
  /// Whether "tương đương" or "tương ứng" opens the clause, and the quantity is of another kind than the
  /// one it stands for.
  ///
  /// It tells how many there are of a share, "30% số tàu, tương đương 412 tàu", or of a measure, "12.000
  /// m2 sàn (tương ứng 150 căn)". What something is worth is set out by nobody.
  func isEquivalent(to other: Quantity) -> Bool {
    guard opensWithSame else { return false }
    switch (other.kind, quantity.kind) {
    case (.percent, .count), (.percent, .measure), (.percent, .money), (.measure, .count),
      (.count, .measure):
      return true
    default: return false
    }
  }

  /// Whether nothing but marks and the word stands before the number and its bound.
  private var opensWithSame: Bool {
    var place = clause.range.lowerBound
    while place < quantity.number, tokens[place].kind == .mark { place += 1 }
    return place < quantity.number && words.sames.contains(place)
      && place + Self.longestOpening >= quantity.number
  }

  /// How many words may stand before the number: "tương ứng với khoảng".
  private static var longestOpening: Int { 4 }

  /// Such a quantity counts what stands behind it, or what is measured before: "tương đương 96 hộ thoát
  /// nghèo", "tương ứng 150 căn".
  mutating func readEquivalent() -> Bool {
    let behind = self.behind(percent: false)
    direction = nil
    if let noun = quantity.noun, behind.upperBound > noun.upperBound { return readCounted() }
    guard endsClause || behind.isEmpty else { return false }
    indicator = nil
    return true
  }
}
