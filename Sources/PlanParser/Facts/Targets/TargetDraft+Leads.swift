import PlanModel
import PlanText

/// Tells which run-in leads complete what a clause says.
extension TargetDraft {
  /// How many words of a share tell whose it is, and nothing of them.
  private static var longestWhole: Int { 8 }

  /// The run-in lead of a share that names only of whom or of what it is: "Học nghề: 10% học sinh lớp 9".
  var leadOfShare: Range<Int>? {
    guard let lead, let indicator, quantity.kind == .percent, action == nil, clause.parent == nil,
      indicator.lowerBound >= quantity.end, indicator.count <= Self.longestWhole,
      words.aims[lead.lowerBound] == nil, words.joints[lead.lowerBound] == nil,
      words.measured[indicator.lowerBound].map({ $0 == indicator.lowerBound + 1 }) ?? true,
      !lead.contains(where: words.goals.contains), !indicator.contains(where: tellsMore)
    else { return nil }
    return lead
  }

  /// Whether what is counted is named by nothing but its noun, and a bracket: "18 giải (Toán, Vật lý)".
  var isNounAlone: Bool {
    guard let indicator, let noun = quantity.noun, indicator.lowerBound == noun.lowerBound else {
      return false
    }
    return indicator == noun
      || words.brackets.holding(noun.upperBound) == noun.upperBound..<indicator.upperBound
  }

  /// Whether a token tells what becomes of those that a share is of.
  private func tellsMore(_ place: Int) -> Bool {
    words.acts.contains(place) || words.actions.contains(place) || words.aims[place] != nil
      || words.phraseEnds.contains(place) || mark(place) != 0
  }

  /// The run-in lead that names who does something so often: "Trưởng bến: kiểm tra 02 lần/tháng".
  var leadOfHolder: Range<Int>? {
    guard let lead, clause.parent == nil, !isBehindAnother, quantity.kind == .times || isPerTime,
      words.holders[lead.lowerBound].map({ $0 >= lead.upperBound }) ?? false
    else { return nil }
    return lead
  }

  /// Whether the number is told for a time or another thing: "10% giáo viên/học kỳ".
  private var isPerTime: Bool {
    quantity.rate != nil || rate != nil
      || quantity.unit.contains { mark($0) == UInt8(ascii: "/") }
  }
}
