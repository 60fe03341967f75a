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

  /// Whether a deed stands with what it is done to before a bounded share of a total, which only tells how
  /// far it goes: "Thu gom rác trên 90% tổng lượng phát sinh".
  func isDeedOfBase(_ before: Range<Int>, _ behind: Range<Int>) -> Bool {
    guard quantity.compares, !behind.isEmpty, words.wholes.contains(behind.lowerBound),
      !words.served.contains(before.upperBound), !words.places.contains(quantity.lead),
      let verb = quantity.action
    else { return false }
    return verb.lowerBound == before.lowerBound && verb.upperBound < before.upperBound
  }

  /// Whether a word or two that no list holds open a clause, and what they are to reach stands behind a
  /// bound: "Điều động ít nhất 20 bác sĩ".
  func isBoundDeed(_ before: Range<Int>) -> Bool {
    let first = tokens[before.lowerBound].shape
    return quantity.compares && (quantity.comparator == .ge || quantity.comparator == .gt)
      && quantity.kind == .count && quantity.bareNoun == nil && !quantity.isFrom
      && quantity.noun.map { $0 == quantity.unit } ?? false && before.count <= 2
      && before.upperBound == quantity.lead && before.lowerBound == clauseStart
      && clause.range.lowerBound == clause.sentence.lowerBound && !words.opensWithName
      && first.contains(.capitalized) && !first.contains(.upper)
  }

  /// Whether an entry of a list of work tells what is done and how many there are, and nothing else:
  /// "Phun hóa chất chủ động: 02 đợt".
  func isWork(_ before: Range<Int>) -> Bool {
    isTask && context.leaf.kind == .item && quantity.kind == .count && quantity.equals
      && quantity.noun == quantity.unit
      && before.count > 2 && before.lowerBound == clauseStart
      && mark(quantity.number - 1) == UInt8(ascii: ":")
      && clause.range.lowerBound == clause.sentence.lowerBound
      && tokens[before.lowerBound].shape.contains(.capitalized)
      && (words.acts.contains(before.lowerBound) || words.actions.contains(before.lowerBound))
      && (endsClause || mark(quantity.end) == UInt8(ascii: ","))
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
  /// where the same words within a sentence only tell how many take part; or the next entry of a list
  /// of counts: "Giám sát 02 chi bộ; luân chuyển 05 cán bộ".
  func opensTask(_ before: Range<Int>) -> Bool {
    let start = before.lowerBound
    let isNext = isBehindAnother && mark(start - 1) == UInt8(ascii: ";")
    return isTask && isUnit && (start == 0 || isNext)
      && (before.upperBound == quantity.lead || isForWhom(before.upperBound))
      && !words.sent.contains(isNext ? start - 1 : start)
      && (quantity.kind == .count || quantity.kind == .times)
  }

  /// Whether the verb of a share opens a unit that lists work: "Kiểm tra 30% số cơ sở".
  func opensShare(_ before: Range<Int>) -> Bool {
    guard let verb = quantity.action, isTask, isUnit else { return false }
    return clause.range.lowerBound == 0 && clauseStart == before.lowerBound
      && verb.lowerBound == before.lowerBound && quantity.lead - verb.upperBound <= 2
  }

  /// Whether nothing but "cho" or "đối với" stands between a token and the number.
  private func isForWhom(_ place: Int) -> Bool {
    guard place < quantity.lead, tokens[place].kind == .syllable else { return false }
    return place + 1 == quantity.lead && words.served.contains(place)
      || place + 2 == quantity.lead && words.joints[place] == quantity.lead
  }
}
