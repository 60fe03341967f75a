import PlanText

/// Cuts the brackets that break a quantity down.
extension TargetClauses {
  /// The brackets, by their first token, that set out a target where nothing before them does:
  /// "Bồi dưỡng học sinh giỏi (phấn đấu đạt 18 giải)", and among objectives "Duy trì tỷ số giới
  /// tính (tốc độ tăng không quá 0,4%)".
  static func ownBrackets(
    _ context: TargetContext, _ words: TargetWords, _ bytes: [UInt8]
  ) -> PlaceSet {
    var own = PlaceSet()
    var next = 0
    /// Where the quantity before the bracket ends, or the bracket of its own.
    var told = 0
    /// The marks that part a bracket from what was told before: behind another such bracket a comma
    /// does.
    var parts: [UInt8] = []
    for bracket in words.brackets.ranges {
      while next < context.quantities.count,
        context.quantities[next].number < bracket.lowerBound
      {
        told = context.quantities[next].end
        parts = [UInt8(ascii: ";"), UInt8(ascii: ".")]
        if let outer = words.brackets.holding(told - 1), own.contains(outer.lowerBound) {
          told = outer.upperBound
          parts.append(UInt8(ascii: ","))
        }
        next += 1
      }
      guard next < context.quantities.count, bracket.contains(context.quantities[next].number)
      else { continue }
      let quantity = context.quantities[next]
      let first = bracket.lowerBound + 1
      // "Giảm tỷ lệ hộ nghèo (dưới 2%)"
      let isLevel =
        quantity.lead == first && quantity.compares
        && !words.measures.starting(in: told..<bracket.lowerBound).isEmpty
      let isBound =
        context.around.isGoal && quantity.kind == .percent
        && (isLevel || words.measured[first] != nil && (quantity.compares || quantity.reaches))
      // "(mục tiêu phục vụ du lịch, diện tích 500 m2)" tells what it is for.
      let setsOut =
        words.setsOut(first)
        && !context.leaf.tokens[first..<quantity.number].contains {
          bytes[Int($0.start)] == UInt8(ascii: ",")
        }
      let isAlone = isAlone(next, in: bracket, behind: told, context, words, bytes)
      guard setsOut || isBound || isAlone,
        told == 0
          || context.leaf.tokens[told..<bracket.lowerBound].contains(where: {
            parts.contains(bytes[Int($0.start)])
          })
      else { continue }
      own.insert(bracket.lowerBound)
    }
    return own
  }

  /// Whether a bracket among objectives holds one quantity and nothing else, which is that of what
  /// stands before it: "Toàn bộ trường học (100%) có cán bộ y tế", "Xóa hết nhà tạm (86 nhà)".
  private static func isAlone(
    _ place: Int, in bracket: Range<Int>, behind told: Int, _ context: TargetContext,
    _ words: TargetWords, _ bytes: [UInt8]
  ) -> Bool {
    let tokens = context.leaf.tokens
    let quantity = context.quantities[place]
    let first = bracket.lowerBound + 1
    let opening = words.aims[first].map { $0.kind == "loose" ? $0.end : first } ?? first
    guard context.around.isGoal, bracket.lowerBound > 1, quantity.lead == opening,
      quantity.end == bracket.upperBound - 1, tokens[bracket.lowerBound - 1].kind == .syllable,
      let start = (told..<bracket.lowerBound).first(where: { tokens[$0].kind == .syllable })
    else { return false }
    // "Toàn bộ các thôn (12 thôn) đạt 100%": of what follows.
    if place + 1 < context.quantities.count,
      case let next = context.quantities[place + 1].lead,
      !tokens[bracket.upperBound..<max(bracket.upperBound, next)].contains(where: {
        [UInt8(ascii: ";"), UInt8(ascii: "."), UInt8(ascii: "(")].contains(bytes[Int($0.start)])
      })
    {
      return false
    }
    switch quantity.kind {
    case .percent: return true
    case .count:
      // "Mỗi xã (12 xã) có một chợ"
      let isLast =
        bracket.upperBound == tokens.count || tokens[bracket.upperBound].kind == .mark
        || context.times.range(at: bracket.upperBound) != nil
      return quantity.noun == quantity.unit && isLast && words.aims[start]?.kind != "each"
    default: return false
    }
  }

  /// The clauses of a bracket that breaks a quantity down: "(lúa 284,4 ha, ngô 321,5 ha)".
  func breakdown(
    _ segment: Segment, _ outer: [Int], _ inner: [(quantity: Int, bracket: Range<Int>)]
  ) -> [TargetClause] {
    var clauses: [TargetClause] = []
    var end = 0
    var before = 0
    for (place, entry) in inner.enumerated() {
      let open = entry.bracket.lowerBound + 1
      while before < outer.count, context.quantities[outer[before]].number < open { before += 1 }
      guard before > 0 else { continue }
      let parent = outer[before - 1]
      if let next = shareEnd(inner, place) {
        let lead = context.quantities[entry.quantity].lead
        clauses.gather(
          TargetClause(
            quantity: entry.quantity, range: lead..<max(lead, next), sentence: segment.sentence,
            segment: segment.range.lowerBound, lead: segment.lead, parent: parent,
            isNamedBehind: true))
        end = next
        continue
      }
      let start = max(open, end)
      end = context.quantities[entry.quantity].end
      let isLast = place + 1 == inner.count || inner[place + 1].bracket != entry.bracket
      clauses.gather(
        TargetClause(
          quantity: entry.quantity, range: start..<(isLast ? entry.bracket.upperBound - 1 : end),
          sentence: segment.sentence, segment: segment.range.lowerBound, lead: segment.lead,
          parent: parent))
    }
    return clauses
  }

  /// Where the name behind a quantity ends in a bracket that begins with a number and lists some:
  /// "(70% Tốt, 25% Khá, 5% Đạt)", "(25 lao động nữ + 10 thanh niên)", "(trong đó: 10 ha cam, 20 ha
  /// bưởi)"; `nil` in other brackets.
  private func shareEnd(
    _ inner: [(quantity: Int, bracket: Range<Int>)], _ place: Int
  ) -> Int? {
    let bracket = inner[place].bracket
    let quantity = context.quantities[inner[place].quantity]
    let first = listStart(bracket, of: inner, place)
    guard [.percent, .count, .measure].contains(quantity.kind),
      quantity.lead == quantity.number || quantity.number == first,
      quantity.end < bracket.upperBound,
      quantity.kind == .count || tokens[quantity.end].kind == .syllable,
      tokens[first].kind == .number
    else { return nil }
    let others = [place - 1, place + 1].filter {
      inner.indices.contains($0) && inner[$0].bracket == bracket
    }
    guard !others.isEmpty,
      others.allSatisfy({ isAlike(context.quantities[inner[$0].quantity], quantity) })
    else { return nil }
    guard others.last == place + 1 else { return bracket.upperBound - 1 }
    let next = context.quantities[inner[place + 1].quantity].lead
    return (quantity.end..<max(quantity.end, next)).last { words.joints[$0] == next } ?? next
  }

  /// Whether two quantities of a bracket are of one kind, or the second is the share that a count
  /// is: "(30 cán bộ nữ, chiếm 66,7%)".
  private func isAlike(_ one: Quantity, _ other: Quantity) -> Bool {
    one.kind == other.kind || one.kind == .percent && other.kind == .count && one.reaches
  }

  /// Where what a bracket lists begins, behind "trong đó:" or "có".
  private func listStart(
    _ bracket: Range<Int>, of inner: [(quantity: Int, bracket: Range<Int>)], _ place: Int
  ) -> Int {
    let first = bracket.lowerBound + 1
    let lead = words.parts.starting(in: first..<first + 1).first
    var start = lead?.upperBound ?? first
    if start < bracket.upperBound, tokens[start].kind == .mark { start += 1 }
    var head = place
    while head > 0, inner[head - 1].bracket == bracket { head -= 1 }
    let opening = context.quantities[inner[head].quantity]
    return opening.has && opening.lead == start ? opening.number : start
  }
}
