import PlanModel
import PlanText

/// Reads what an entry of a list of work sets out, though no verb of measure says so.
extension TargetDraft {
  /// How many tokens may say what is done.
  private static var longestWork: Int { 16 }

  /// How many may say with whom.
  private static var longestPartner: Int { 8 }

  /// Whether the words before the number open an entry of a list of work with what is done.
  private func opensWork(_ before: Range<Int>) -> Bool {
    isTask && isUnit && before.lowerBound == clauseStart
      && (2...Self.longestWork).contains(before.count)
      && (words.acts.contains(before.lowerBound) || words.actions.contains(before.lowerBound))
      && before.allSatisfy { tokens[$0].kind != .number }
  }

  /// Whether the leaf is a unit of text, and no heading or cell.
  var isUnit: Bool { context.leaf.kind == .item || context.leaf.kind == .paragraph }

  /// Whether an entry of a list of work tells how far it is to get and nothing else: "Trả lời đơn thư
  /// đúng hạn 98%"; a share that is laid down for something sets nothing out: "Miễn học phí 50%".
  func isShareOfWork(_ before: Range<Int>) -> Bool {
    context.leaf.kind == .item && opensWork(before)
      && (before.count > 4 || quantity.value == ExactDecimal(digits: 100))
      && clause.range.lowerBound == clause.sentence.lowerBound && endsClause
      && quantity.unit.count == 1 && quantity.lead == quantity.number
      && words.prepositions[quantity.lead] == nil && words.money.starting(in: before).isEmpty
      && !words.laid.contains(quantity.unit.upperBound)
  }

  /// Whether a unit tells the rate that its work is to have, and nothing else: "Tỷ lệ hồ sơ đúng hạn:
  /// 98%"; one with a bound does so wherever it stands.
  func isRateOfWork(_ before: Range<Int>) -> Bool {
    isUnit && (isTask || quantity.compares) && quantity.kind == .percent
      && mark(quantity.lead) == UInt8(ascii: ":") && quantity.unit.count == 1
      && before.lowerBound == clauseStart && before.count > 2
      && words.ratios.contains(before.lowerBound)
      && before.allSatisfy { tokens[$0].kind != .number }
      && clause.range.lowerBound == clause.sentence.lowerBound && endsClause
  }

  /// Whether it tells how often in each month or year something is done: "Khám sức khỏe cho học sinh
  /// 1 lần/năm".
  func isPaceOfWork(_ before: Range<Int>) -> Bool {
    quantity.isPeriodic && opensWork(before)
      && (endsClause || mark(quantity.end) == UInt8(ascii: ","))
  }

  /// What is done so often, where it stands before a colon: "Giám sát véc tơ: Thực hiện 1 lần/tháng".
  func workBeforeColon(_ before: Range<Int>) -> Range<Int>? {
    guard quantity.isPeriodic, isTask || isSetOut, let lead, lead.count > 1, before.count <= 2,
      words.acts.contains(lead.lowerBound) || words.actions.contains(lead.lowerBound),
      words.acts.contains(before.lowerBound) || words.actions.contains(before.lowerBound)
    else { return nil }
    return lead
  }

  /// Whether an entry of a list of work tells before a colon what is done, and behind it how many are
  /// foreseen: "Lấy mẫu nước: dự kiến 120 mẫu nước giếng, 40 mẫu nước suối".
  var isForeseenWork: Bool {
    guard isTask, context.leaf.kind == .item, quantity.kind == .count, let lead,
      words.acts.contains(lead.lowerBound) || words.actions.contains(lead.lowerBound)
    else { return false }
    return !words.aheads.starting(in: lead.upperBound..<quantity.number).isEmpty
  }

  /// What is done so often with a partner: "Phối hợp với Trạm Y tế khám sức khỏe cho thợ 1 lần/năm".
  func workBehindPartner(_ before: Range<Int>) -> Range<Int>? {
    guard isTask, isUnit, quantity.isPeriodic, endsClause, before.lowerBound == clauseStart,
      words.partners.contains(clauseStart), before.count <= Self.longestWork + Self.longestPartner,
      before.allSatisfy({ tokens[$0].kind != .number })
    else { return nil }
    let start = before.dropFirst(2).first { place in
      !tokens[place].shape.contains(.capitalized)
        && (words.acts.contains(place) || words.actions.contains(place))
    }
    guard let start, start + 1 < before.upperBound else { return nil }
    return start..<before.upperBound
  }

  /// Whether a count in a list of work is what each of some is to choose: "Mỗi thôn chọn 02 hộ".
  var isChosenByEach: Bool {
    isTask && isOfEach && quantity.kind == .count && quantity.isChosen
  }

  /// Whether the verb reaches an amount of money, and not one for each: "Cho vay 30 tỷ đồng".
  var isRaisedMoney: Bool {
    quantity.isRaised && isTask && !quantity.unit.contains { mark($0) == UInt8(ascii: "/") }
  }

  /// Whether the verb alone tells what is done so many times in each month or year: "Phun khử trùng 02
  /// đợt/năm", but not "Tổ chức 02 đợt/năm".
  func isVerbOfPace(_ before: Range<Int>) -> Bool {
    quantity.isOccasion && quantity.isPeriodic && !quantity.hasEmptyVerb
      && quantity.action?.lowerBound == before.lowerBound
      && before.upperBound == quantity.lead && behind(percent: false).count <= quantity.unit.count
      && indicatorIsUnit
  }

  /// What each month or week is for, where the number only tells how often: "Mỗi tuần ra quân ít nhất 01
  /// buổi".
  func deedOfPace(_ before: Range<Int>) -> Range<Int>? {
    guard quantity.isOccasion, before.count > 3, words.phraseEnds.contains(before.lowerBound),
      quantity.unit == quantity.noun, endsClause
    else { return nil }
    return (before.lowerBound + 2)..<before.upperBound
  }

  /// Whether an entry of a list of work begins with what is to be reached: "Đạt 10 huy chương".
  var isReachedTask: Bool {
    isTask && isUnit && quantity.reaches && quantity.lead == 0 && quantity.number <= 2
      && quantity.direction == nil && quantity.kind == .count && !quantity.isShare
      && !quantity.isToward
  }

  /// What people give, behind what they give before: "hiến 500 m2 đất, đóng góp 250 ngày công".
  var deedOfGiving: Range<Int>? {
    guard quantity.isShare, inherited != nil, quantity.lead + 2 == quantity.number,
      quantity.kind == .count, !quantity.compares, !quantity.approximate
    else { return nil }
    return quantity.lead..<quantity.number
  }

  /// Whether nothing but the unit stands behind the number.
  private var indicatorIsUnit: Bool {
    guard let noun = quantity.noun else { return false }
    return quantity.unit.lowerBound == noun.lowerBound && endsClause
  }
}
