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

  /// The words of a norm without those behind its last comma that say of each of whom: "Đối thoại cấp
  /// xã, cấp thôn, mỗi xã ít nhất 02 cuộc/năm".
  func withoutEach(_ before: Range<Int>) -> Range<Int> {
    guard quantity.compares, quantity.comparator == .ge, isPerTime, before.count > 6,
      let comma = before.suffix(4).last(where: { mark($0) == UInt8(ascii: ",") }),
      words.aims[comma + 1]?.kind == "each"
    else { return before }
    return before.lowerBound..<comma
  }

  /// Whether an objective, or a bound in a list of work, tells how often a thing is done and nothing
  /// else: "Mỗi giáo viên dự giờ 18 tiết/năm", "Chiếu phim lưu động 120 buổi".
  func isPace(_ before: Range<Int>) -> Bool {
    guard isGoal || isStriven || isTask && quantity.compares && isPerTime,
      (2...Self.longestNorm).contains(before.count), quantity.upper == nil,
      !quantity.reaches, !quantity.equals, !quantity.has, quantity.comparator != .le,
      words.prepositions[quantity.lead] == nil, quantity.action != before,
      words.measured[before.lowerBound] == nil
    else { return false }
    switch quantity.kind {
    // "Làm việc 8 giờ/ngày, 5 ngày/tuần" tells of no occasions.
    case .time:
      return isPerTime && endsClause && before.allSatisfy { tokens[$0].kind != .number }
    case .count: return quantity.isOccasion && behind(percent: false).isEmpty
    default: return false
    }
  }

  /// Whether a clause tells how often at least what the clause before it tells is done: "…, tối thiểu
  /// 2 lần/năm".
  var isPaceOfAnother: Bool {
    isBehindAnother && quantity.compares && quantity.comparator == .ge && isPerTime && endsClause
  }

  /// Whether a unit of a list of work begins with a verb that its share bounds: "Kết nối thành công
  /// tối thiểu 30%".
  func isBoundedTask(_ before: Range<Int>) -> Bool {
    isTask && context.leaf.kind == .item && quantity.compares && endsClause
      && (quantity.comparator == .ge || quantity.comparator == .gt) && before.count > 1
      && before.lowerBound == clauseStart && clause.range.lowerBound == clause.sentence.lowerBound
      && (words.acts.contains(before.lowerBound) || words.actions.contains(before.lowerBound))
  }

  /// Whether the number bounds what each of some may have: "Mỗi buổi tiêm không quá 100 trẻ".
  func isMostOfEach(_ before: Range<Int>) -> Bool {
    quantity.comparator == .le && quantity.kind == .count && !quantity.has && !quantity.reaches
      && (isSetOut || isTask || isPerTime) && (2...Self.longestOfEach).contains(before.count)
      && words.aims[before.lowerBound]?.kind == "each"
  }

  /// How many tokens may name each of some and what it does: "mỗi điều tra viên rà soát".
  private static var longestOfEach: Int { 7 }

  /// What is done so often behind other work: "Mở chuyên mục Nghề quê, phát sóng ít nhất 02 kỳ/tháng".
  func lastDeedOfPace(_ before: Range<Int>) -> Range<Int>? {
    guard quantity.isOccasion, isPerTime, before.upperBound == quantity.lead,
      let comma = before.suffix(4).last(where: { mark($0) == UInt8(ascii: ",") }),
      comma - before.lowerBound > 3, comma + 1 < before.upperBound,
      words.actions.contains(comma + 1),
      words.actions.contains(before.lowerBound) || words.acts.contains(before.lowerBound)
        || words.partners.contains(before.lowerBound)
    else { return nil }
    return (comma + 1)..<before.upperBound
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

  /// Whether nothing but "bình quân" stands before a count that tells what it is per: "Bình quân 12
  /// bác sĩ/1 vạn dân".
  func isMeanOfRate(_ start: Int) -> Bool {
    guard let beside = quantity.beside, beside <= start, !isBehindAnother, quantity.kind == .count,
      let noun = quantity.noun
    else { return false }
    return noun.upperBound < quantity.unit.upperBound
  }

  /// Whether the unit is a rate: "10 tiết/năm học", "40 giờ/người/năm".
  private var isPerTime: Bool {
    quantity.unit.contains { mark($0) == UInt8(ascii: "/") }
  }
}
