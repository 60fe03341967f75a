import PlanModel
import PlanText

/// What the quantity before tells of a clause that goes on with it.
extension TargetDraft {
  /// Whether the quantity is the level to which the change told before it leads: "Giá trị sản xuất
  /// tăng 9%, đạt 320 tỷ đồng".
  var isLevelOfChange: Bool {
    guard isBehindAnother, quantity.reaches, quantity.direction == nil, !quantity.isToward,
      let change = quantityBefore, change.direction != nil, quantity.kind != .percent,
      change.kind == .percent || change.kind == .times
    else { return false }
    return behind(percent: false).isEmpty
  }

  /// Whether the quantity is by how much the one before it changes: "Số hội viên: 350 người, tăng 40
  /// người so với năm 2026".
  func isChangeOfSame(_ before: Range<Int>) -> Bool {
    quantity.direction != nil && isBehindAnother
      && (isSameBase || quantityBefore?.isBare ?? false)
      && (before.isEmpty || quantity.action == before) && behind(percent: false).isEmpty
      && context.quantities[clause.quantity - 1].number >= clause.sentence.lowerBound
  }

  /// Whether the quantity is by how much the one right before it changes, which tells the time of both:
  /// "Số hộ dệt năm 2030: 845 hộ, tăng 80 hộ so với năm 2025".
  func isChange(of known: TargetDraft) -> Bool {
    quantity.direction != nil && !hasTime && known.hasTime && clause.parent == nil
      && known.quantity.direction == nil && known.clause.quantity + 1 == clause.quantity
      && known.clause.segment == clause.segment
  }

  /// Which way its verb sends the share of what is named behind the number, "Giảm 10% số vụ cháy", or
  /// of the first of several measures: "Giảm số vụ 5%, số người chết 10%".
  var changesBehind: Direction? {
    guard quantity.kind == .percent else { return nil }
    if isNamedBehind || isMoved && isMeasuredBefore { return direction }
    // "Tai nạn giao thông giảm 5% số vụ, 5% số người chết"
    let behind = self.behind(percent: true)
    return quantity.direction != nil && words.measured[behind.lowerBound] != nil && !behind.isEmpty
      ? direction : nil
  }

  /// Whether what is measured stands before the number, and nothing beside it says how it changes.
  private var isMeasuredBefore: Bool {
    guard let indicator, quantity.lead == quantity.number else { return false }
    return words.measured[indicator.lowerBound] != nil && indicator.upperBound <= quantity.lead
  }

  /// Whether it is the next of several measures that one verb before the first changes.
  private func isNextMeasure(behind first: TargetDraft) -> Bool {
    guard isMeasuredBefore, first.isMeasuredBefore, let indicator, let other = first.indicator
    else { return false }
    return words.joints[clause.range.lowerBound] == indicator.lowerBound
      && sameWords(
        indicator.lowerBound..<indicator.lowerBound + 1, other.lowerBound..<other.lowerBound + 1)
  }

  /// Shares the verb of the share before it: "Giảm 10% số vụ cháy và 5% số người chết".
  mutating func share(_ changed: (end: Int, direction: Direction)?, behind first: TargetDraft?) {
    if direction == nil, let changed, changed.end == clause.range.lowerBound,
      quantity.kind == .percent, let first, isNextMeasure(behind: first)
    {
      (direction, isMoved) = (changed.direction, true)
    }
    guard direction == nil, let changed, changed.end == clause.range.lowerBound,
      quantity.kind == .percent, quantity.value != ExactDecimal(digits: 100), isNamedBehind,
      quantity.lead == quantity.number,
      quantity.action.map({ $0.lowerBound < clause.range.lowerBound }) ?? true,
      words.joints[clause.range.lowerBound] == quantity.lead, let indicator,
      words.burdens.contains(quantity.unit.lowerBound)
        || words.measured[indicator.lowerBound] != nil
        || !indicator.contains(where: words.acts.contains)
    else { return }
    direction = changed.direction
  }

  /// Whether what is measured stands behind the number.
  private var isNamedBehind: Bool { indicator.map { $0.lowerBound >= quantity.end } ?? false }

  /// The last quantity before that stands in no bracket.
  var quantityBefore: Quantity? {
    context.quantities[..<clause.quantity].last { words.brackets.holding($0.number) == nil }
  }

  /// Whether a share before it in the same sentence is bounded as this one is: "nữ đạt từ 15% trở
  /// lên, cán bộ trẻ từ 10% trở lên".
  var isBoundedAgain: Bool {
    guard isBehindAnother, quantity.compares, let share = quantityBefore else { return false }
    return share.kind == .percent && share.compares
      && (share.reaches || isPartOfMeasure(behind: share))
      && share.number >= clause.sentence.lowerBound
  }

  /// How many tokens may name another part of what a rate measures.
  private static var longestPart: Int { 5 }

  /// Whether a comma and a few words alone part a bounded share from that of a measure before it: "Tỷ
  /// lệ hài lòng của khách xa trên 92%, khách gần trên 88%".
  private func isPartOfMeasure(behind share: Quantity) -> Bool {
    let start = clause.range.lowerBound
    return quantity.kind == .percent && mark(start) == UInt8(ascii: ",")
      && quantity.lead - start <= Self.longestPart && endsClause
      && !words.measures.starting(in: clause.sentence.lowerBound..<share.number).isEmpty
  }

  /// Whether "trong đó" tells some of those that were counted before: "12 nghề, trong đó có 03 nghề cổ".
  var isPartOfCount: Bool {
    let start = clause.range.lowerBound
    return isBehindAnother && isSameUnit && quantity.kind == .count
      && !words.parts.starting(in: start..<(start + 1)).isEmpty
  }

  /// Whether the quantity sums up what was told before: "02 lớp, mỗi lớp không quá 40 thợ;
  /// tổng số khoảng 70 thợ".
  func isSumOfWork(_ before: Range<Int>) -> Bool {
    isBehindAnother && words.wholes.contains(before.lowerBound)
      && clause.range.lowerBound > clause.sentence.lowerBound
  }

  /// Whether a sentence that begins with a bound stands behind one that strives for something.
  var isBoundBehindAim: Bool {
    quantity.compares && clause.range.lowerBound == clause.sentence.lowerBound
      && words.firstStrive.map { $0 < clause.sentence.lowerBound } ?? false
  }

  /// Whether the quantity sums up what the clause before measures: "tăng 10%/năm, lũy kế 3 năm đạt
  /// 500 người".
  var isSumOfAnother: Bool { isSum && isBehindAnother && behind(percent: false).isEmpty }

  /// Whether nothing but a verb and a year tell some of what the clause before counts: "Trồng mới 120
  /// ha rừng: năm 2026 trồng 40 ha".
  func isDoneAgain(_ before: Range<Int>) -> Bool {
    isBehindAnother && hasTime && quantity.kind == .measure && quantity.action == before
      && isSameUnit && behind(percent: false).isEmpty
  }

  /// Whether a bracket tells how many there are of what stands before it, and nothing else: "Xóa nhà
  /// tạm (86 nhà)".
  var tellsWhole: Bool {
    clause.whole != nil && !isStriven && !quantity.reaches && quantity.kind == .count
      && quantity.noun == quantity.unit && behind(percent: false).isEmpty
  }

  /// Whether the share is what the count right before it is of its whole: "Nhà trẻ: 45/120 cháu, đạt
  /// 37,5%".
  var isShareOfCount: Bool {
    guard isBehindAnother, quantity.kind == .percent, quantity.reaches, quantity.direction == nil,
      let count = quantityBefore, count.kind == .count, count.number > clause.segment,
      clause.range.lowerBound > clause.segment, endsClause
    else { return false }
    return (count.number..<count.unit.lowerBound).contains { mark($0) == UInt8(ascii: "/") }
  }

  /// Whether the quantity before has the same unit.
  var isSameUnit: Bool {
    guard clause.quantity > 0 else { return false }
    let other = context.quantities[clause.quantity - 1].unit
    return !other.isEmpty && sameWords(other, quantity.unit)
  }

  /// Whether the quantity before has the same unit, but for what it is per: "58 triệu đồng/người,
  /// tăng 6 triệu đồng".
  private var isSameBase: Bool {
    guard clause.quantity > 0 else { return false }
    return isOfOneUnit(context.quantities[clause.quantity - 1])
  }

  /// Whether another quantity has the same unit, but for what either is per.
  func isOfOneUnit(_ other: Quantity) -> Bool {
    if quantity.kind == .money { return other.kind == .money }
    // "9,5% tổng mức bán lẻ, tăng thêm 1,2 điểm phần trăm"
    if quantity.isPoints, other.kind == .percent { return true }
    let (own, known) = (base(quantity.unit), base(other.unit))
    // "5 triệu cây xanh, mỗi năm 1 triệu cây"
    return !own.isEmpty && quantity.kind == other.kind && own.count <= known.count
      && sameWords(own, known.prefix(own.count))
  }

  /// A unit up to its stroke.
  private func base(_ unit: Range<Int>) -> Range<Int> {
    unit.lowerBound..<(unit.first { mark($0) == UInt8(ascii: "/") } ?? unit.upperBound)
  }

  /// Whether a count is the level of a later year of what the one before it measures: "Giảm số lệ phí
  /// xuống còn 25 khoản năm 2028 và 20 khoản năm 2030".
  var isNextLevel: Bool {
    guard isBehindTimed, hasTime, quantity.kind == .count, isSameUnit, endsClause,
      quantity.lead == quantity.number, inherited == nil, let other = quantityBefore,
      other.reaches, other.number > clause.sentence.lowerBound
    else { return false }
    return !words.measures.starting(in: clause.sentence.lowerBound..<other.lead).isEmpty
  }

  /// Whether a number without a name tells what the one before it does once more: on average, in all,
  /// or because more is striven for: "32.000 ha, bình quân 6.400 ha/năm", "đạt 70%, phấn đấu 75%".
  var isToldAgain: Bool {
    guard isBehindAnother, let other = quantityBefore, other.number >= clause.sentence.lowerBound,
      isOfOneUnit(other), behind(percent: quantity.kind == .percent).isEmpty
    else { return false }
    if let beside = quantity.beside, beside >= clause.range.lowerBound { return true }
    return (clause.range.lowerBound..<max(clause.range.lowerBound, quantity.lead)).contains {
      words.aims[$0].map { ["strive", "loose"].contains($0.kind) } ?? false
    }
  }

  /// Whether a bracket tells of which part the share is, as one does behind the share before it: "đạt
  /// 95% (khu vực đô thị) và 80% (khu vực nông thôn)".
  var isOfOtherPart: Bool {
    guard isBehindAnother, clause.quantity > 0, clause.parent == nil, endsClause,
      words.brackets.holding(quantity.end)?.lowerBound == quantity.end
    else { return false }
    let other = context.quantities[clause.quantity - 1]
    guard other.kind == quantity.kind, let bracket = words.brackets.holding(other.end),
      bracket.lowerBound == other.end
    else { return false }
    return words.joints[bracket.upperBound] == quantity.lead
  }

  /// Whether it opens a stretch between semicolons with a bare name and how large that is: "Lúa 1.200
  /// ha, năng suất 60 tạ/ha".
  var opensSegment: Bool {
    guard isNamed, let indicator, quantity.kind == .measure, action == nil, clause.parent == nil,
      indicator.lowerBound == clauseStart, clause.range.lowerBound == clause.segment
    else { return false }
    return words.aims[indicator.lowerBound] == nil && !words.actions.contains(indicator.lowerBound)
  }

  /// Whether the share is of another part in a row of them, named by nothing but its own name: "Tỷ trọng
  /// nông nghiệp 25%, dịch vụ 35%".
  func isPart(behind other: TargetDraft) -> Bool {
    guard quantity.kind == .percent, other.quantity.kind == .percent, !hasTime, action == nil,
      other.clause.quantity + 1 == clause.quantity,
      other.clause.sentence.lowerBound == clause.sentence.lowerBound,
      let name = indicator, name.lowerBound == clauseStart, name.upperBound <= quantity.lead
    else { return false }
    return name.count <= 10 && words.measures.starting(in: name).isEmpty
      && !words.groups.contains(name.lowerBound) && !words.actions.contains(name.lowerBound)
      && words.aims[name.lowerBound] == nil && !name.contains(where: words.phraseEnds.contains)
      && words.joints[clause.range.lowerBound] == name.lowerBound
  }

  /// "Số lượt khám: 25.000 lượt/năm; 2.083 lượt/tháng": the same, told for another time.
  var isSameRate: Bool {
    guard isBehindAnother, clause.quantity > 0, behind(percent: false).isEmpty else { return false }
    let other = context.quantities[clause.quantity - 1].unit
    let unit = quantity.unit
    guard other.count > 2, unit.count > 2, let stroke = unit.first(where: { mark($0) == 0x2F }),
      unit.distance(from: unit.lowerBound, to: stroke) < other.count,
      mark(other.lowerBound + (stroke - unit.lowerBound)) == 0x2F
    else { return false }
    let count = unit.distance(from: unit.lowerBound, to: stroke)
    return sameWords(
      unit.lowerBound..<stroke, other.lowerBound..<(other.lowerBound + count))
  }
}
