import PlanModel
import PlanText

/// Reads what stands in a bracket behind another quantity.
extension TargetDraft {
  /// A part in brackets: a name, a number, nothing else.
  mutating func readPart(_ whole: Range<Int>) -> Bool {
    let before = withoutFraction(whole)
    direction = nil
    // "còn 4% (bình quân mỗi năm giảm 1 - 2%)"
    if let beside = quantity.beside, before.isEmpty || beside == before.lowerBound,
      quantity.direction != nil, quantity.kind == .percent
    {
      direction = quantity.direction
      indicator = nil
      return true
    }
    // "5.000 lao động (bình quân mỗi năm 1.000 lao động)"
    if let beside = quantity.beside, before.isEmpty || beside == before.lowerBound,
      [.count, .measure, .money].contains(quantity.kind), endsBracket,
      let parent = clause.parent, isOfOneUnit(context.quantities[parent])
    {
      indicator = nil
      return true
    }
    if tellsYearOfWhole(before) {
      indicator = nil
      return true
    }
    // "Mía 2.000 ha (trồng mới 800 ha)": how much of the whole is made.
    if let verb = quantity.action, verb == before, endsBracket, quantity.kind == .measure,
      quantity.lead == quantity.number, let parent = clause.parent,
      context.quantities[parent].action == nil, isOfOneUnit(context.quantities[parent])
    {
      action = verb
      indicator = nil
      return true
    }
    // "giảm 3% trở lên (còn 7%)", "(để đạt 84% trở lên)": the level of what changes.
    if before.isEmpty, isOfChange, quantity.kind == .percent, quantity.reaches, !quantity.has,
      !quantity.isShare, quantity.beside == nil, endsBracket
    {
      direction = quantity.direction
      indicator = nil
      return true
    }
    // "còn 3,2% (giảm 1,5% so với đầu năm)": by how much it changes.
    // In points, too: "còn 3,2% (giảm 1,5 điểm % so với đầu năm)".
    if before.isEmpty, quantity.direction != nil, quantity.reaches, let parent = clause.parent,
      context.quantities[parent].kind == quantity.kind
        || quantity.isPoints && context.quantities[parent].kind == .percent,
      [.percent, .measure].contains(quantity.kind),
      words.phraseEnds.contains(quantity.end)
    {
      direction = quantity.direction
      indicator = nil
      return true
    }
    // "185/185 học sinh (tỷ lệ 100%)"
    if before.count == 2, words.ratios.contains(before.lowerBound), quantity.kind == .percent,
      endsBracket, let parent = clause.parent, context.quantities[parent].kind == .count
    {
      indicator = nil
      return true
    }
    // "(70% Tốt, 25% Khá)": the names stand behind the numbers.
    if before.isEmpty, [.percent, .measure].contains(quantity.kind), clause.isNamedBehind {
      let behind = self.behind(percent: quantity.kind == .percent)
      indicator = behind
      return !behind.isEmpty && behind.count <= 8
    }
    // "(trong đó 70% hộ dùng nước sạch)"
    if before.isEmpty, quantity.kind == .percent, isOfWhole, !quantity.isShare {
      let behind = self.behind(percent: true)
      indicator = behind
      return (1...12).contains(behind.count)
    }
    // "Số hộ nghèo 120 hộ (chiếm 3,2%)", "(tăng 12%)", "(đạt 105% dự toán)"
    if before.isEmpty, tellsMoreOfWhole {
      direction = quantity.direction
      indicator = nil
      return true
    }
    // "01 lớp dệt lụa (30 người)"
    if before.isEmpty, quantity.kind == .count, isOfCount, endsBracket { return readCounted() }
    if before.isEmpty, endsBracket, isAmountOfShare {
      indicator = nil
      return true
    }
    // "12.000 m2 sàn (tương ứng 150 căn)"
    if let parent = clause.parent, isEquivalent(to: context.quantities[parent]) {
      return readEquivalent()
    }
    // "(25 lao động nữ + 10 thanh niên)", "(trong đó 12 hộ nghèo)"
    if before.isEmpty, quantity.kind == .count, clause.isNamedBehind || isOfWhole {
      return readCounted() && (indicator?.count ?? 0) <= 12
    }
    let isMeasured = !before.isEmpty && words.measured[before.lowerBound] != nil
    let longest = isMeasured ? 14 : 8
    let isChange = quantity.reaches && quantity.direction != nil
    // "lãnh đạo cấp vụ/cục/chi cục: 128"
    let length = before.count { mark($0) != UInt8(ascii: "/") }
    guard !before.isEmpty, length <= longest,
      !quantity.equals || mark(quantity.number - 1) == UInt8(ascii: ":"),
      !isChange || isMeasured && quantity.kind == .percent,
      clause.range.upperBound - quantity.end <= 6, quantity.kind != .time
    else { return false }
    // "Lúa nước 2 vụ 60 ha" is a name; a year is none.
    let isName = before.allSatisfy {
      tokens[$0].kind != .number
        || tokens[$0].end - tokens[$0].start < 3 && $0 + 1 < before.upperBound
          && tokens[$0 + 1].kind == .syllable
    }
    if !isName { return false }
    // "(tương đương 18 tỷ USD)" says the same in another unit.
    if before.contains(where: words.phraseEnds.contains) { return false }
    indicator = before
    // "tăng trên 3,4% (giá trị sản xuất tăng trên 4,9%)"
    if isChange { direction = quantity.direction }
    return true
  }

  /// Whether a part of a bracket tells a year alone, and how much of the whole is of it: "5.200 căn hộ
  /// (năm 2026: 1.100 căn; năm 2027: 1.300 căn)".
  private func tellsYearOfWhole(_ before: Range<Int>) -> Bool {
    guard hasTime, quantity.equals, quantity.upper == nil,
      [.count, .measure, .money].contains(quantity.kind), let parent = clause.parent,
      !context.quantities[parent].isBare, isOfOneUnit(context.quantities[parent])
    else { return false }
    return before.allSatisfy { tokens[$0].kind == .mark }
      && (quantity.end == tokens.count || tokens[quantity.end].kind == .mark)
  }

  /// Whether the bracket tells a share once more as an amount that is bounded or reached: "Thợ bỏ nghề:
  /// dưới 0,5% (không quá 03 thợ)", "Thu đạt 98% dự toán (đạt 9.850 tỷ đồng)".
  private var isAmountOfShare: Bool {
    guard let parent = clause.parent, context.quantities[parent].kind == .percent,
      quantity.compares || quantity.reaches && quantity.direction == nil
    else { return false }
    return switch quantity.kind {
    case .count: quantity.noun == quantity.unit
    case .money: true
    default: false
    }
  }

  /// The unit of the number; of a bare one in a bracket that of the whole: "18 giải (Toán: 01, …)".
  var unit: Range<Int> {
    guard quantity.isListedPart, let parent = clause.parent else { return quantity.unit }
    return context.quantities[parent].unit
  }

  /// The name before "227/250 = 90,8%": how many they are of all is no part of it.
  private func withoutFraction(_ before: Range<Int>) -> Range<Int> {
    let end = before.upperBound
    guard quantity.kind == .percent, before.count > 3, tokens[end - 1].kind == .number,
      mark(end - 2) == UInt8(ascii: "/"), tokens[end - 3].kind == .number,
      mark(end) == UInt8(ascii: "=")
    else { return before }
    return before.lowerBound..<end - 3
  }

  /// Whether a joint before the quantity in its bracket says that it is part of the whole.
  private var isOfWhole: Bool {
    // "(trong đó thêm 05 xã đạt chuẩn)"
    let start = min(quantity.lead, quantity.beside ?? quantity.lead)
    return words.joints[clause.range.lowerBound].map { (start...quantity.number).contains($0) }
      ?? false
  }

  /// Whether the bracket tells what share the amount before it is, or by how much it grows.
  private var tellsMoreOfWhole: Bool {
    guard quantity.kind == .percent, quantity.reaches, let parent = clause.parent,
      context.quantities[parent].kind != .percent
    else { return false }
    if quantity.isOfPlan { return true }
    return (quantity.isShare || quantity.direction != nil)
      && (endsBracket || words.phraseEnds.contains(quantity.end))
  }

  /// Whether the quantity is alone in its bracket, behind a count of another thing, and tells how
  /// many of its own there are for it.
  private var isOfCount: Bool {
    guard let parent = clause.parent, quantity.lead == quantity.number,
      clause.range.lowerBound == quantity.lead, mark(quantity.lead - 1) == UInt8(ascii: "("),
      let noun = quantity.noun, noun.upperBound == quantity.unit.upperBound
    else { return false }
    let whole = context.quantities[parent]
    guard whole.kind == .count, let other = whole.noun else { return false }
    // "12 thôn (5 thôn)" tells a part of them, or the same.
    return !sameWords(other, noun)
  }

  /// Whether two stretches of tokens are spelled alike.
  func sameWords(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    first.count == second.count
      && zip(first, second).allSatisfy { one, other in
        bytes[Int(tokens[one].start)..<Int(tokens[one].end)]
          == bytes[Int(tokens[other].start)..<Int(tokens[other].end)]
      }
  }

  /// Whether the quantity stands in a bracket behind a share that changes.
  private var isOfChange: Bool {
    guard let parent = clause.parent else { return false }
    let whole = context.quantities[parent]
    return whole.kind == .percent && whole.direction != nil
  }

  /// Whether nothing but marks stands behind the number in its bracket.
  private var endsBracket: Bool {
    tokens[quantity.end..<max(quantity.end, clause.range.upperBound)].allSatisfy {
      $0.kind == .mark
    }
  }

  /// Whether nothing but a share stands in a bracket.
  func tellsShare(_ bracket: Range<Int>) -> Bool {
    bracket.count > 3 && mark(bracket.upperBound - 2) == UInt8(ascii: "%")
      && bracket.allSatisfy { tokens[$0].kind != .syllable }
  }
}
