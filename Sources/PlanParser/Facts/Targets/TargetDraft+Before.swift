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
      && (isSameUnit || quantityBefore?.isBare ?? false)
      && (before.isEmpty || quantity.action == before) && behind(percent: false).isEmpty
      && context.quantities[clause.quantity - 1].number >= clause.sentence.lowerBound
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

  /// Whether a sentence that begins with a bound stands behind one that strives for something.
  var isBoundBehindAim: Bool {
    quantity.compares && clause.range.lowerBound == clause.sentence.lowerBound
      && words.firstStrive.map { $0 < clause.sentence.lowerBound } ?? false
  }

  /// Whether the quantity before has the same unit.
  var isSameUnit: Bool {
    guard clause.quantity > 0 else { return false }
    let other = context.quantities[clause.quantity - 1].unit
    return !other.isEmpty && sameWords(other, quantity.unit)
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
