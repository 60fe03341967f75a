import PlanModel
import PlanText

/// Reads norms: how long something is to take at least, how often each is to do it.
extension TargetDraft {
  /// How many tokens may say what a norm is for.
  private static var longestNorm: Int { 12 }

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

  /// Whether the unit is a rate: "10 tiết/năm học", "40 giờ/người/năm".
  private var isPerTime: Bool {
    quantity.unit.contains { mark($0) == UInt8(ascii: "/") }
  }
}
