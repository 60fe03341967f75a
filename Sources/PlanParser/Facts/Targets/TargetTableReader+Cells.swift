import PlanModel
import PlanText

/// Reads the quantities that fill the cells of tables of targets.
extension PlanReader {
  /// The quantities that fill a cell: "≤ 3 toàn tỉnh; ≤ 10 cả nước" tells two.
  mutating func cellQuantities(_ cell: FactLeaf, hasUnit: Bool) -> [Quantity] {
    let tokens = cell.tokens
    guard tokens.count <= 24 else { return [] }
    let remark = remark(of: cell)
    var result: [Quantity] = []
    var start = 0
    while start < remark {
      let end = tokens[start..<remark].firstIndex { isMark($0, 0x3B) } ?? remark
      guard let quantity = cellQuantity(cell, start..<end, hasUnit) else { return [] }
      result.append(quantity)
      start = end + 1
    }
    return result
  }

  /// Where the remark in brackets begins that ends a cell: "≥ 60% (≥ 30% từ công trình tập trung)".
  private func remark(of cell: FactLeaf) -> Int {
    let tokens = cell.tokens
    guard let last = tokens.last, isMark(last, 0x29),
      let open = tokens.firstIndex(where: { isMark($0, 0x28) }), open > 0,
      tokens[..<open].contains(where: { $0.kind == .number })
    else { return tokens.count }
    return open
  }

  /// The part that the remark of a cell tells, and what it is of: "từ công trình tập trung".
  mutating func remarkedPart(_ cell: FactLeaf) -> (quantity: Quantity, name: Range<Int>)? {
    let part = (remark(of: cell) + 1)..<max(remark(of: cell) + 1, cell.tokens.count - 1)
    guard !part.isEmpty, cell.tokens.count <= 24,
      let quantity = cellQuantity(cell, part, false, isOpen: true), !quantity.unit.isEmpty,
      quantity.end + 1 < part.upperBound,
      cell.tokens[quantity.end..<part.upperBound].allSatisfy({ $0.kind == .syllable })
    else { return nil }
    return (quantity, quantity.end..<part.upperBound)
  }

  /// The quantity that fills a part of a cell, with a unit or without; `nil` when more stands there.
  private mutating func cellQuantity(
    _ cell: FactLeaf, _ part: Range<Int>, _ hasUnit: Bool, isOpen: Bool = false
  ) -> Quantity? {
    let tokens = cell.tokens
    guard var first = part.first(where: { tokens[$0].kind == .number }) else { return nil }
    let words = wordsAroundNumbers(cell)
    // "Giảm từ 5% xuống 3%"
    let left = words.change.first { $0.value == first && part.contains($0.place) }
    let from = left.map { _ in first }
    if let left { first = left.place }
    var last = first
    if let upper = words.lower.first(where: { $0.value == first })?.place { last = upper }
    // "15/15 trạm"
    var whole = words.part.first { $0.value == first }?.place
    if let place = whole, isBase(place, tokens) { whole = nil }
    if let whole { last = whole }
    let end = numberEnd(last, tokens)
    guard let value = number(first, numberEnd(first, tokens), tokens) else { return nil }
    var quantity = Quantity(
      kind: .count, value: value, lead: first, number: first, unit: end..<end, end: end)
    if last != first, whole == nil {
      guard let upper = number(last, end, tokens) else { return nil }
      quantity.upper = upper
    }
    if let match = cell.matches.first(where: { $0.start == last && meaning($0) == .quantity }) {
      quantity.unit = end..<match.end
      quantity.end = match.end
      quantity.rule = match.rule
    }
    // "< 40/100.000"
    if quantity.end == end, end + 1 < part.upperBound, isMark(tokens[end], 0x2F),
      isBase(end + 1, tokens)
    {
      quantity.unit = end..<numberEnd(end + 1, tokens)
      quantity.end = quantity.unit.upperBound
    }
    if hasUnit, quantity.end == end, isPart(value, end, tokens) { quantity.end = end + 2 }
    if let before = words.before[first] { read(before, tokens, words, into: &quantity) }
    if let from {
      quantity.lead = min(quantity.lead, from)
      if let verb = words.before[from] {
        read(verb, tokens, words, into: &quantity)
        (quantity.comparator, quantity.compares) = (.eq, false)
      }
    }
    readBehind(&quantity, words, tokens)
    var start = strivingEnd(cell, from: part.lowerBound)
    // "Thành lập mới 02 hợp tác xã"
    readAction(&quantity, tokens, words)
    if let verb = quantity.action, verb.lowerBound == start, verb.upperBound <= quantity.lead {
      start = verb.upperBound
    } else {
      quantity.action = nil
    }
    let opens = (start..<max(start, quantity.lead)).allSatisfy { tokens[$0].kind == .mark }
    // "≥ 3% và tăng dần theo yêu cầu", "10% so với năm 2025": what follows adds to it.
    let closes =
      isOpen || attendanceEnd(quantity, tokens) == part.upperBound
      || part.count < tokens.count && quantity.compares
      || hasUnit && quantity.compares && isScope(quantity.end..<part.upperBound, tokens)
      || !quantity.unit.isEmpty
        && cell.matches(from: quantity.end, to: quantity.end + 1).contains {
          meaning($0) == .joint
            || meaning($0) == .phraseEnd && self.value("scope", of: $0) == "all"
        }
    guard opens, closes else { return nil }
    return quantity
  }

  /// Whether words tell among whom a rank is held, and nothing else: "≤ 3 cả nước".
  private func isScope(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    guard let scopes = grammar.list("rank-scopes"), !range.isEmpty else { return false }
    return grammar.entry(in: scopes, tokens, at: range.lowerBound)?.end == range.upperBound
  }

  /// Where the words end that say that those who are counted take part: "500 người tham gia".
  private func attendanceEnd(_ quantity: Quantity, _ tokens: [Token]) -> Int {
    guard !quantity.unit.isEmpty,
      let words = grammar.list("taking-part").flatMap({
        grammar.entry(in: $0, tokens, at: quantity.end)
      })
    else { return quantity.end }
    return words.end
  }

  /// Whether a number is one that rates are told per: "100.000".
  private func isBase(_ place: Int, _ tokens: [Token]) -> Bool {
    guard tokens[place].kind == .number,
      let base = number(place, numberEnd(place, tokens), tokens), base.scale == 0
    else { return false }
    return [1_000, 10_000, 100_000, 1_000_000].contains(base.digits)
  }

  /// Whether a stroke and the number of all stand behind a number, and nothing else: "10/12" of a row
  /// that tells its unit.
  private func isPart(_ part: ExactDecimal, _ end: Int, _ tokens: [Token]) -> Bool {
    guard end + 2 == tokens.count, isMark(tokens[end], 0x2F), tokens[end + 1].kind == .number,
      !tokens[end].shape.contains(.spaced), !tokens[end + 1].shape.contains(.spaced),
      let whole = number(end + 1, end + 2, tokens), part.scale == 0, whole.scale == 0
    else { return false }
    return part.digits <= whole.digits
  }
}
