import PlanModel
import PlanText

/// Reads deeds that no list holds.
extension TargetDraft {
  /// A deed that no list holds, its number and what is counted at the beginning of an objective:
  /// "Rèn 800 con dao", "Cấy thêm 30 ha lúa nếp".
  mutating func readDeed(_ before: Range<Int>) -> Bool {
    let first = tokens[before.lowerBound]
    guard opensWithDeed(before), first.shape.contains(.capitalized), !first.shape.contains(.upper),
      quantity.kind == .count || quantity.kind == .measure, quantity.bareNoun == nil
    else { return false }
    let behind = self.behind(percent: false)
    let isWhole = quantity.noun.map { $0.count > 1 && $0 == quantity.unit } ?? false
    guard isWhole || !behind.isEmpty && !words.acts.contains(behind.lowerBound),
      behind.isEmpty || !words.actions.contains(behind.lowerBound)
    else { return false }
    action = before
    return readCounted()
  }

  /// Whether one small word that names nothing, or it and "thêm", open the sentence before a number.
  func opensWithDeed(_ before: Range<Int>) -> Bool {
    context.around.isGoal && !words.opensWithName && quantity.number == before.upperBound
      && before.lowerBound == clauseStart && clause.range.lowerBound == clause.sentence.lowerBound
      && context.leaf.kind == .item && before.count <= 2
      && before.dropFirst().allSatisfy { words.besides.contains($0) }
      && words.measured[before.lowerBound] == nil && words.aims[before.lowerBound] == nil
  }

  /// Whether words open a unit that lists work, right before a number of things: "Giám sát 02 chi bộ",
  /// where the same words within a sentence only tell how many take part.
  func opensTask(_ before: Range<Int>) -> Bool {
    isTask && context.leaf.kind == .item && before.lowerBound == 0
      && before.upperBound == quantity.lead && !words.sent.contains(0)
      && (quantity.kind == .count || quantity.kind == .times)
  }
}
