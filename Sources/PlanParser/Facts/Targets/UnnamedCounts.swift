import PlanModel
import PlanText

/// Finds counts of things that no list names: "xây dựng 05 cầu phao".
extension PlanReader {
  /// The quantities of a leaf with the numbers that a verb of a count stands right before.
  mutating func withUnnamedCounts(
    _ quantities: [Quantity], _ leaf: FactLeaf, _ words: QuantityWords
  ) -> [Quantity] {
    var result = quantities
    var next = 0
    for (number, match) in words.action where value("kind", of: match) == nil {
      while next < result.count, result[next].end <= number { next += 1 }
      // The number of a quantity with a unit that is known.
      if next < result.count, result[next].lead <= number { continue }
      guard let quantity = unnamedCount(number, match, leaf, words) else { continue }
      if next < result.count, result[next].lead < quantity.end { continue }
      result.insert(quantity, at: next)
      next += 1
    }
    return result
  }

  private mutating func unnamedCount(
    _ number: Int, _ match: RuleMatch, _ leaf: FactLeaf, _ words: QuantityWords
  ) -> Quantity? {
    let tokens = leaf.tokens
    guard tokens[number].kind == .number, year(tokens[number]) == nil,
      words.lower[number] == nil, words.part[number] == nil, !words.lowers.contains(number),
      let verb = capture("action", of: match, tokens),
      verb.upperBound == number || words.before[number]?.start == verb.upperBound
    else { return nil }
    let start = numberEnd(number, tokens)
    let isShort = isShortName(start, leaf)
    guard isShort || isNoun(start, leaf), let list = grammar.list("uncounted"),
      grammar.entry(in: list, tokens, at: start) == nil,
      let value = self.number(number, start, tokens), value.digits != 0
    else { return nil }
    // Most names of things have two syllables.
    let end = !isShort && isNoun(start + 1, leaf) ? start + 2 : start + 1
    var quantity = Quantity(
      kind: .count, value: value, lead: number, number: number, unit: start..<end,
      noun: start..<end, end: end, isUnnamed: true, rule: match.rule)
    guard isFree(quantity, tokens, words) else { return nil }
    readAction(&quantity, tokens, words)
    if let before = words.before[number] { read(before, tokens, words, into: &quantity) }
    readBehind(&quantity, words, tokens)
    return quantity
  }

  /// Whether a token is a name in capitals: "thành lập 35 CĐCS".
  private func isShortName(_ place: Int, _ leaf: FactLeaf) -> Bool {
    guard place < leaf.tokens.count else { return false }
    let token = leaf.tokens[place]
    return token.kind == .syllable && token.shape.contains(.spaced)
      && token.shape.contains(.upper) && token.end - token.start > 1
  }

  /// Whether a token may be a syllable of what is counted: a small word that ends no phrase.
  private func isNoun(_ place: Int, _ leaf: FactLeaf) -> Bool {
    guard place < leaf.tokens.count else { return false }
    let token = leaf.tokens[place]
    guard token.kind == .syllable, token.shape.contains(.spaced),
      !token.shape.contains(.capitalized)
    else { return false }
    return !leaf.matches(from: place, to: place + 1).contains { match in
      switch meaning(match) {
      case .phraseEnd, .behindNumber, .beforeNumber, .targetTime, .joint, .action, .aim,
        .measured, .condition, .toldPast, .time:
        true
      default: false
      }
    }
  }
}
