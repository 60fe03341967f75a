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
    for (number, match) in words.action where counts(match, number, leaf, words) {
      while next < result.count, result[next].end <= number { next += 1 }
      // The number of a quantity with a unit that is known.
      if next < result.count, result[next].lead <= number { continue }
      guard let verb = capture("action", of: match, leaf.tokens),
        verb.upperBound == number || words.before[number]?.start == verb.upperBound,
        let quantity = unnamedCount(number, match.rule, leaf, words)
      else { continue }
      if next < result.count, result[next].lead < quantity.end { continue }
      result.insert(quantity, at: next)
      next += 1
    }
    result = withBoundNames(result, leaf, words)
    result = withDeed(withLeftCounts(result, leaf, words), leaf, words)
    return withJoinedCounts(result, leaf, words)
  }

  /// The quantities with the bound numbers of names in capitals that end their clause: "Mỗi lớp không
  /// quá 02 HSKT".
  private mutating func withBoundNames(
    _ quantities: [Quantity], _ leaf: FactLeaf, _ words: QuantityWords
  ) -> [Quantity] {
    var result = quantities
    var place = 0
    for (number, before) in words.before where isShortName(number + 1, leaf) {
      while place < result.count, result[place].end <= number { place += 1 }
      if place < result.count, result[place].lead <= number { continue }
      let end = number + 2
      let isBound = captures(of: before, leaf.tokens).contains {
        ["nomore", "noless", "least", "most"].contains($0.name)
      }
      guard isBound, end == leaf.tokens.count || endsName(end, leaf.tokens),
        var count = unnamedCount(number, before.rule, leaf, words), count.end == end
      else { continue }
      count.isUnnamed = false
      if place < result.count, result[place].lead < count.end { continue }
      result.insert(count, at: place)
    }
    return result
  }

  /// The quantities with the counts that others are left for, whatever they count: "từ 07 bước xuống
  /// còn 05 bước".
  private mutating func withLeftCounts(
    _ quantities: [Quantity], _ leaf: FactLeaf, _ words: QuantityWords
  ) -> [Quantity] {
    var result = quantities
    var place = 0
    for (number, first) in words.change {
      while place < result.count, result[place].end <= number { place += 1 }
      if place < result.count, result[place].lead <= number { continue }
      let noun = numberEnd(first, leaf.tokens)
      guard noun < number, var count = unnamedCount(number, nil, leaf, words),
        leaf.tokens[count.unit.lowerBound].key == leaf.tokens[noun].key
      else { continue }
      count.isUnnamed = false
      count.action = nil
      readLeft(&count, leaf.tokens, words)
      if place < result.count, result[place].lead < count.end { continue }
      result.insert(count, at: place)
    }
    return result
  }

  /// Whether the verb of a number counts what no list names: one of everyday work only beside a bound,
  /// "Ứng dụng ít nhất 02 tiến bộ kỹ thuật".
  private mutating func counts(
    _ verb: RuleMatch, _ number: Int, _ leaf: FactLeaf, _ words: QuantityWords
  ) -> Bool {
    guard let kind = value("kind", of: verb) else { return true }
    guard kind == "weak", let before = words.before[number] else { return false }
    return captures(of: before, leaf.tokens).contains {
      $0.name == "least" || $0.name == "noless"
    }
  }

  /// The quantities with the number that one word of an objective stands right before, though no
  /// list holds it: "Bán 500 gùi ngô".
  private mutating func withDeed(
    _ quantities: [Quantity], _ leaf: FactLeaf, _ words: QuantityWords
  ) -> [Quantity] {
    let tokens = leaf.tokens
    guard mayOpenWithDeed(leaf),
      let number = tokens.prefix(3).firstIndex(where: { $0.kind == .number }),
      number == 1 || number == 2 && isEntry("verb-besides", 1, tokens),
      !isEntry("one-word-names", 0, tokens), !isEntry("counted-nouns", 0, tokens),
      quantities.first.map({ $0.lead > number }) ?? true,
      let quantity = unnamedCount(number, nil, leaf, words),
      quantities.first.map({ $0.lead >= quantity.end }) ?? true
    else { return quantities }
    return [quantity] + quantities
  }

  /// Whether a leaf is an objective with a number soon behind its first word.
  func mayOpenWithDeed(_ leaf: FactLeaf) -> Bool {
    switch leaf.role {
    case .objectives, .specificObjectives, .generalObjective:
      leaf.kind == .item && leaf.tokens.prefix(3).contains { $0.kind == .number }
    default: false
    }
  }

  private func isEntry(_ list: String, _ place: Int, _ tokens: [Token]) -> Bool {
    grammar.list(list).map { grammar.entry(in: $0, tokens, at: place) != nil } ?? false
  }

  /// How far behind a count the next of a list may stand.
  private static var longestNoun: Int { 8 }

  /// The quantities with the numbers that are joined to a count: "300 bản đồ và 50 văn bia".
  private mutating func withJoinedCounts(
    _ quantities: [Quantity], _ leaf: FactLeaf, _ words: QuantityWords
  ) -> [Quantity] {
    var result: [Quantity] = []
    // Whether a verb says what is done with the counts of the list.
    var isCounted = false
    for (place, known) in quantities.enumerated() {
      var last = known
      result.append(known)
      isCounted = known.kind == .count && (known.action != nil && !known.isRollout || isCounted)
      let limit = place + 1 < quantities.count ? quantities[place + 1].lead : leaf.tokens.count
      while isCounted, let number = joinedNumber(behind: last.end, limit, leaf),
        let next = unnamedCount(number, last.rule, leaf, words), next.end <= limit
      {
        result.append(next)
        last = next
      }
    }
    return result
  }

  /// The number that a joint sets soon behind a token, in the same clause.
  private func joinedNumber(behind start: Int, _ limit: Int, _ leaf: FactLeaf) -> Int? {
    var place = start
    while place < min(limit, start + Self.longestNoun) {
      let matches = leaf.matches(from: place, to: place + 1)
      if let joint = matches.first(where: { meaning($0) == .joint }) {
        return joint.end < limit && leaf.tokens[joint.end].kind == .number ? joint.end : nil
      }
      if leaf.tokens[place].kind == .mark { return nil }
      place += 1
    }
    return nil
  }

  private mutating func unnamedCount(
    _ number: Int, _ rule: Int?, _ leaf: FactLeaf, _ words: QuantityWords
  ) -> Quantity? {
    let tokens = leaf.tokens
    guard isLoneFigure(number, tokens, words) else { return nil }
    let start = numberEnd(number, tokens)
    let quoted = quotedName(start, tokens)
    let isShort = isShortName(start, leaf)
    let isTitle = isTitle(start, leaf)
    guard quoted != nil || isShort || isTitle || isNoun(start, leaf),
      let list = grammar.list("uncounted"),
      grammar.entry(in: list, tokens, at: start) == nil,
      let value = self.number(number, start, tokens), value.digits != 0
    else { return nil }
    // Most names of things have two syllables.
    let known = grammar.list("short-counts").flatMap {
      grammar.entry(in: $0, tokens, at: start)?.end
    }
    let end = known ?? (!isShort && !isTitle && isNoun(start + 1, leaf) ? start + 2 : start + 1)
    let name = quoted ?? start..<end
    var quantity = Quantity(
      kind: .count, value: value, lead: number, number: number, unit: name, noun: name,
      end: quoted.map { $0.upperBound + 1 } ?? end, isUnnamed: true, rule: rule)
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

  /// Whether a token begins the name of a kind of bodies that is written with a capital: "thành lập 05
  /// Ban bầu cử".
  private func isTitle(_ place: Int, _ leaf: FactLeaf) -> Bool {
    guard place < leaf.tokens.count else { return false }
    let token = leaf.tokens[place]
    return token.kind == .syllable && token.shape.isSuperset(of: [.spaced, .capitalized])
      && !token.shape.contains(.upper) && isNoun(place + 1, leaf)
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
