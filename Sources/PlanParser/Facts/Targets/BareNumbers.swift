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

  private mutating func bareNumber(
    _ number: Int, _ match: RuleMatch, _ leaf: FactLeaf, _ words: QuantityWords
  ) -> Quantity? {
    let tokens = leaf.tokens
    guard tokens[number].kind == .number, year(tokens[number]) == nil,
      words.lower[number] == nil, words.part[number] == nil, !words.lowers.contains(number)
    else { return nil }
    let end = numberEnd(number, tokens)
    guard let value = self.number(number, end, tokens),
      // Figures without points are a code or a telephone number.
      end > number + 1 || tokens[number].end - tokens[number].start <= 6
    else { return nil }
    var quantity = Quantity(
      kind: .count, value: value, lead: number, number: number, unit: end..<end, end: end,
      isBare: true, rule: match.rule)
    guard isFree(quantity, tokens, words) else { return nil }
    read(match, tokens, words, into: &quantity)
    // "Nâng số tổ đò từ 3 lên 5"
    if let left = words.change[number], let before = words.before[left] {
      quantity.lead = min(quantity.lead, before.start)
    }
    readBehind(&quantity, words, tokens)
    guard endsClause(quantity.end, tokens) else { return nil }
    return quantity.reaches || quantity.equals || quantity.compares ? quantity : nil
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
