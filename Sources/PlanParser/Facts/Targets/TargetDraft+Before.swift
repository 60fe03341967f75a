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

  /// The last quantity before that stands in no bracket.
  var quantityBefore: Quantity? {
    context.quantities[..<clause.quantity].last { words.brackets.holding($0.number) == nil }
  }

  /// Whether a share before it in the same sentence is bounded as this one is: "nữ đạt từ 15% trở
  /// lên, cán bộ trẻ từ 10% trở lên".
  var isBoundedAgain: Bool {
    guard isBehindAnother, quantity.compares, let share = quantityBefore else { return false }
    return share.kind == .percent && share.compares && share.reaches
      && share.number >= clause.sentence.lowerBound
  }
}
