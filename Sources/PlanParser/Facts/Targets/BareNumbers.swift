import PlanModel
import PlanText

/// Finds numbers without a unit that a measure names: "Số hợp tác xã thành lập mới: 03".
extension PlanReader {
  /// The quantities of a leaf with the bare numbers that end a clause behind "đạt", "là" or a colon.
  mutating func withBareNumbers(
    _ quantities: [Quantity], _ leaf: FactLeaf, _ words: QuantityWords
  ) -> [Quantity] {
    guard leaf.tells(.measured) else { return quantities }
    var found: [Quantity] = []
    var next = 0
    for (number, match) in words.before {
      while next < quantities.count, quantities[next].end <= number { next += 1 }
      if next < quantities.count, quantities[next].lead <= number { continue }
      guard let quantity = bareNumber(number, match, leaf, words) else { continue }
      if next < quantities.count, quantities[next].lead < quantity.end { continue }
      found.append(quantity)
    }
    return found.isEmpty ? quantities : (quantities + found).sorted { $0.lead < $1.lead }
  }

  /// Whether a token is a number that is no year, and no bound or part of another one.
  mutating func isLoneFigure(_ number: Int, _ tokens: [Token], _ words: QuantityWords) -> Bool {
    tokens[number].kind == .number && year(tokens[number]) == nil
      && words.lower[number] == nil && words.part[number] == nil && !words.lowers.contains(number)
  }

  private mutating func bareNumber(
    _ number: Int, _ match: RuleMatch, _ leaf: FactLeaf, _ words: QuantityWords
  ) -> Quantity? {
    let tokens = leaf.tokens
    guard isLoneFigure(number, tokens, words) else { return nil }
    let isScore = isScore(match.start, tokens, words)
    let figures = numberEnd(number, tokens)
    let end = isScore ? behindScale(figures, tokens) : figures
    guard let value = self.number(number, figures, tokens),
      // Figures without points are a code or a telephone number.
      figures > number + 1 || tokens[number].end - tokens[number].start <= 6
    else { return nil }
    var quantity = Quantity(
      kind: .count, value: value, lead: number, number: number, unit: end..<end, end: end,
      isBare: true, rule: match.rule)
    guard isFree(quantity, tokens, words) else { return nil }
    read(match, tokens, words, into: &quantity)
    // "Điểm đánh giá chung tăng từ 3.36 lên 3.5", "Nâng số tổ đò từ 3 lên 5": the verb stands before
    // the number that is left.
    if let left = words.change[number], let before = words.before[left] {
      quantity.lead = min(quantity.lead, before.start)
      read(before, tokens, words, into: &quantity)
      (quantity.comparator, quantity.compares) = (.eq, false)
    }
    readBehind(&quantity, words, tokens)
    guard
      endsClause(quantity.end, tokens) || changes(quantity.end, tokens, words)
        || isScore && endsScore(quantity.end, leaf) || endsWithTime(quantity.end, leaf)
    else {
      return nil
    }
    return quantity.reaches || quantity.equals || quantity.compares ? quantity : nil
  }

  /// Whether a comma and a change of the same stand at a token: "Số tổ dệt đạt 21, tăng 4 tổ".
  private mutating func changes(_ place: Int, _ tokens: [Token], _ words: QuantityWords) -> Bool {
    guard place < tokens.count, isMark(tokens[place], 0x2C),
      let match = (place + 2...place + 5).lazy.compactMap({ words.before[$0] })
        .first(where: { $0.start == place + 1 })
    else { return false }
    return captures(of: match, tokens).contains { $0.name == "rising" || $0.name == "falling" }
  }

  /// How many tokens before the number the words of a score may stand.
  private static var longestScore: Int { 16 }

  /// Whether the words before a number name a score: "Mức điểm đánh giá khoa".
  private func isScore(_ start: Int, _ tokens: [Token], _ words: QuantityWords) -> Bool {
    var place = start
    while place > max(0, start - Self.longestScore) {
      place -= 1
      if tokens[place].kind == .mark, !isMark(tokens[place], 0x2C) { return false }
      if words.scores.contains(place) { return true }
    }
    return false
  }

  /// The place behind the scale of a score: "4,5/5".
  private func behindScale(_ end: Int, _ tokens: [Token]) -> Int {
    guard end + 1 < tokens.count, isMark(tokens[end], 0x2F), !tokens[end].shape.contains(.spaced),
      tokens[end + 1].kind == .number, !tokens[end + 1].shape.contains(.spaced)
    else { return end }
    return end + 2
  }

  /// Whether a joint or a comma stands behind a score: "đạt ≥ 3.5 và là căn cứ".
  private func endsScore(_ place: Int, _ leaf: FactLeaf) -> Bool {
    leaf.matches(from: place, to: place + 1).contains { meaning($0) == .joint }
  }

  /// Whether the year by which a number is reached stands behind it and ends its clause: "xuống 12,5
  /// vào năm 2025 và dưới 9 vào năm 2030".
  private func endsWithTime(_ place: Int, _ leaf: FactLeaf) -> Bool {
    let tokens = leaf.tokens
    let time = leaf.matches(from: place, to: place + 1).first {
      meaning($0) == .targetTime && value("form", of: $0) == "by" && $0.start == place
    }
    guard let time, year(tokens[place + 1]) == nil else { return false }
    return endsClause(time.end, tokens) || isMark(tokens[time.end], 0x2C)
      || leaf.matches(from: time.end, to: time.end + 1).contains { meaning($0) == .joint }
  }

  /// Whether a clause ends at a token: at a mark that is part of no number, or where the text ends.
  private func endsClause(_ place: Int, _ tokens: [Token]) -> Bool {
    guard place < tokens.count else { return true }
    guard tokens[place].kind == .mark else { return false }
    switch markers.scalar(tokens[place]) {
    case 0x2E, 0x3B, 0x28, 0x29:
      return place + 1 >= tokens.count || tokens[place + 1].kind != .number
    case 0x2A, 0x2B, 0x2D, 0x2013, 0x2022:
      // A bullet in a cell.
      return tokens[place].shape.contains(.spaced) && place + 1 < tokens.count
        && tokens[place + 1].shape.isSuperset(of: [.spaced, .capitalized])
    default: return false
    }
  }
}
