import PlanModel
import PlanText

/// Reads norms: how long something is to take at least, how often each is to do it.
extension TargetDraft {
  /// How many tokens may say what a norm is for.
  private static var longestNorm: Int { 12 }

  /// How many may say what is to be done so often.
  private static var longestPace: Int { 18 }

  /// Whether a bound beside the number makes a norm of what stands before it: "Theo dõi sau tiêm ít
  /// nhất 30 phút", "Mỗi giáo viên dự giờ ít nhất 10 tiết/năm học".
  func isNorm(_ before: Range<Int>) -> Bool {
    guard quantity.compares, quantity.comparator == .ge, quantity.upper == nil, !quantity.isFrom,
      !before.isEmpty, before.count <= Self.longestNorm, isSetOut || isTask
    else { return false }
    // "Tổ chức ít nhất 02 ngày cao điểm" counts days.
    if quantity.kind == .time {
      return isPerTime || countVerb.map { $0.lowerBound > before.lowerBound } ?? true
    }
    return quantity.kind == .count && isPerTime && countVerb == nil
  }

  /// Whether the number bounds what each of some may have: "Mỗi buổi tiêm không quá 100 trẻ".
  func isMostOfEach(_ before: Range<Int>) -> Bool {
    quantity.comparator == .le && quantity.kind == .count && !quantity.has && !quantity.reaches
      && (isSetOut || isTask) && (2...5).contains(before.count)
      && words.aims[before.lowerBound]?.kind == "each"
  }

  /// How often each month or year something is to be done: "Kiểm tra mỗi quý ít nhất 01 lần", "Mỗi năm
  /// tổ chức ít nhất 02 lần đối thoại".
  mutating func readPace(_ before: Range<Int>) -> Bool {
    guard isGoal || isStriven || isTask && quantity.compares, before.count <= Self.longestPace
    else { return false }
    let behind = self.behind(percent: false)
    if let verb = countVerb, verb.upperBound == quantity.lead, !behind.isEmpty {
      (indicator, action) = (behind, verb)
      return true
    }
    indicator = before
    return before.count > 1
  }

  /// Whether the unit is a rate: "10 tiết/năm học", "40 giờ/người/năm".
  private var isPerTime: Bool {
    quantity.unit.contains { mark($0) == UInt8(ascii: "/") }
  }
}
