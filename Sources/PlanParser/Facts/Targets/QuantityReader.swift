import PlanModel
import PlanText

/// Finds the quantities of a leaf: numbers with units that count or measure.
extension PlanReader {
  /// The quantities of a leaf, in order.
  mutating func quantities(_ leaf: FactLeaf) -> [Quantity] {
    let tokens = leaf.tokens
    var units: [Int: RuleMatch] = [:]
    for match in leaf.matches where meaning(match) == .quantity {
      // The longest match of a start comes first.
      if units[match.start] == nil { units[match.start] = match }
    }
    guard !units.isEmpty else { return [] }
    let words = wordsAroundNumbers(leaf)
    var result: [Quantity] = []
    for start in units.keys.sorted() {
      guard let match = units[start] else { continue }
      if let last = result.last, start < last.end { continue }
      if words.lowers.contains(start) { continue }
      if let quantity = quantity(match, tokens, words), counts(quantity) {
        result.append(quantity)
      }
    }
    return result
  }

  /// The quantity that fills a cell, with a unit or without; `nil` when more stands there.
  mutating func cellQuantity(_ cell: FactLeaf) -> Quantity? {
    let tokens = cell.tokens
    guard tokens.count <= 24, let first = tokens.firstIndex(where: { $0.kind == .number }) else {
      return nil
    }
    let words = wordsAroundNumbers(cell)
    var last = first
    if let upper = words.lower.first(where: { $0.value == first })?.key { last = upper }
    let end = numberEnd(last, tokens)
    guard let value = number(first, numberEnd(first, tokens), tokens) else { return nil }
    var quantity = Quantity(
      kind: .count, value: value, lead: first, number: first, unit: end..<end, end: end)
    if last != first {
      guard let upper = number(last, end, tokens) else { return nil }
      quantity.upper = upper
    }
    if let match = cell.matches.first(where: { $0.start == last && meaning($0) == .quantity }) {
      quantity.unit = end..<match.end
      quantity.end = match.end
      quantity.rule = match.rule
    }
    if let before = words.before[first] { read(before, tokens, words, into: &quantity) }
    readBehind(&quantity, words, tokens)
    let opens = (0..<quantity.lead).allSatisfy { tokens[$0].kind == .mark }
    guard opens, quantity.end == tokens.count, !quantity.has else { return nil }
    return quantity
  }

  private mutating func readBehind(
    _ quantity: inout Quantity, _ words: WordsAround, _ tokens: [Token]
  ) {
    guard let behind = words.behind[quantity.end] else { return }
    let isLeast = capture("least", of: behind, tokens) != nil
    quantity.comparator = isLeast ? .ge : .le
    quantity.compares = true
    quantity.end = behind.end
  }

  /// Whether a quantity is more than an age, a frequency or a stretch of time.
  private func counts(_ quantity: Quantity) -> Bool {
    switch quantity.kind {
    case .age: quantity.reaches
    case .times: quantity.direction != nil
    case .time: quantity.compares || quantity.reaches
    default: true
    }
  }

  /// What the matches of a leaf tell of its numbers, by the number's first token.
  private struct WordsAround {
    /// What stands before a number.
    var before: [Int: RuleMatch] = [:]
    /// What stands behind a unit, by the token behind the unit.
    var behind: [Int: RuleMatch] = [:]
    /// The lower number of a range, by the token of the upper.
    var lower: [Int: Int] = [:]
    /// The tokens of those lower numbers.
    var lowers: Set<Int> = []
    /// The numerator, by the token of the denominator.
    var part: [Int: Int] = [:]
    /// The number that another one is left for: 38 of "từ 38% xuống dưới 20%", by the other.
    var change: [Int: Int] = [:]
    /// Numbers that count nothing.
    var barred: [Int: String] = [:]
    /// The verb of a count.
    var action: [Int: RuleMatch] = [:]
    /// Where the name of a measure begins, by each further token of it.
    var measured: [Int: Int] = [:]
  }

  private func wordsAroundNumbers(_ leaf: FactLeaf) -> WordsAround {
    let tokens = leaf.tokens
    var words = WordsAround()
    for match in leaf.matches {
      switch meaning(match) {
      case .beforeNumber: words.before[match.end - 1] = match
      case .behindNumber: words.behind[match.start] = match
      case .range:
        let end = numberEnd(match.start, tokens)
        if let upper = (end..<match.end).first(where: { tokens[$0].kind == .number }) {
          words.lower[upper] = match.start
          words.lowers.insert(match.start)
        }
      case .fraction:
        let end = numberEnd(match.start, tokens)
        if end + 1 < match.end { words.part[end + 1] = match.start }
      case .measured:
        for index in (match.start + 1)..<max(match.start + 1, match.end) {
          words.measured[index] = match.start
        }
      case .notQuantity: bar(match, tokens, &words)
      case .action:
        let number = match.end - 1
        // A verb whose count is set out weighs more than one of everyday work.
        let isWeak = value("kind", of: match) != nil
        if words.action[number] == nil || !isWeak { words.action[number] = match }
      default: continue
      }
    }
    return words
  }

  private func bar(_ match: RuleMatch, _ tokens: [Token], _ words: inout WordsAround) {
    let kind = value("kind", of: match) ?? ""
    switch kind {
    case "year":
      for index in match.start..<match.end where isYear(tokens[index]) {
        words.barred[index] = kind
      }
    case "from":
      guard match.start + 1 < match.end else { return }
      words.barred[match.start + 1] = kind
      var index = match.start + 1
      while index < match.end {
        let end = tokens[index].kind == .number ? numberEnd(index, tokens) : index + 1
        if end >= match.end { words.change[index] = match.start + 1 }
        index = end
      }
    default:
      for index in match.start..<match.end {
        if words.barred[index] == nil { words.barred[index] = kind }
      }
    }
  }

  /// Whether a token is a number that can only be a year.
  func isYear(_ token: Token) -> Bool { year(token) != nil }

  /// The year that a token spells, between 1900 and 2199.
  func year(_ token: Token) -> Int? {
    guard token.kind == .number, token.end - token.start == 4 else { return nil }
    guard let value = Int(raw(ByteSpan(Int(token.start), Int(token.end)))) else { return nil }
    return value >= 1900 && value < 2200 ? value : nil
  }

  /// The token behind the number that begins at `start`: "11.261,6" has five tokens.
  func numberEnd(_ start: Int, _ tokens: [Token]) -> Int {
    var end = start + 1
    var groups = 0
    while groups < 6, end + 1 < tokens.count, tokens[end].kind == .mark,
      tokens[end + 1].kind == .number, !tokens[end].shape.contains(.spaced),
      !tokens[end + 1].shape.contains(.spaced),
      bytes[Int(tokens[end].start)] == 0x2E || bytes[Int(tokens[end].start)] == 0x2C
    {
      end += 2
      groups += 1
    }
    return end
  }

  /// The number that begins at a token, in digits or in words.
  private func number(_ start: Int, _ end: Int, _ tokens: [Token]) -> ExactDecimal? {
    if tokens[start].kind == .syllable {
      return grammar.value(list: "number-words", tokens, from: start, to: end)
        .flatMap { ExactDecimal($0) }
    }
    return Numeral.read(bytes[Int(tokens[start].start)..<Int(tokens[end - 1].end)])
  }

  private mutating func quantity(
    _ match: RuleMatch, _ tokens: [Token], _ words: WordsAround
  ) -> Quantity? {
    let start = match.start
    let inWords = tokens[start].kind == .syllable
    let numberEnd = inWords ? start + 1 : self.numberEnd(start, tokens)
    let name = value("kind", of: match) ?? ""
    let kind = Quantity.Kind(rawValue: name) ?? .count
    guard numberEnd < match.end, let value = number(start, numberEnd, tokens) else { return nil }
    var quantity = Quantity(
      kind: kind, value: value, lead: start, number: start, unit: numberEnd..<match.end,
      end: match.end, rule: match.rule)
    if let part = words.part[start], let share = number(part, self.numberEnd(part, tokens), tokens)
    {
      quantity.value = share
      quantity.number = part
    } else if let lower = words.lower[start],
      let least = number(lower, self.numberEnd(lower, tokens), tokens)
    {
      quantity.upper = value
      quantity.value = least
      quantity.number = lower
    }
    guard isFree(quantity, tokens, words) else { return nil }
    quantity.lead = quantity.number
    if kind == .count { quantity.noun = capture("noun", of: match, tokens) }
    readAction(&quantity, tokens, words)
    if let before = words.before[quantity.number] {
      read(before, tokens, words, into: &quantity)
    }
    // "giảm từ 38% xuống dưới 20%": the verb stands before the number that is left.
    if let left = words.change[quantity.number], let before = words.before[left] {
      let (comparator, compares) = (quantity.comparator, quantity.compares)
      let direction = quantity.direction
      read(before, tokens, words, into: &quantity)
      (quantity.comparator, quantity.compares) = (comparator, compares)
      quantity.direction = direction ?? quantity.direction
      quantity.reaches = true
    }
    readBehind(&quantity, words, tokens)
    quantity.isInWords = inWords
    // "một" counts only where it is compared: "ít nhất một mô hình".
    if inWords, !quantity.compares, quantity.value.digits == 1 || quantity.action == nil {
      return nil
    }
    return quantity
  }

  /// Whether nothing beside a number says that it counts nothing.
  private func isFree(_ quantity: Quantity, _ tokens: [Token], _ words: WordsAround) -> Bool {
    let number = quantity.number
    if let bar = words.barred[number] ?? words.barred[quantity.unit.lowerBound - 1] {
      let isShare = quantity.kind == .percent || quantity.kind == .money
      if bar != "ordinal" || !isShare { return false }
    }
    guard number > 0, !tokens[number].shape.contains(.spaced) else { return true }
    // "J02", "5/2026", "Covid-19": part of a name or of a date.
    let previous = tokens[number - 1]
    if previous.kind == .syllable { return false }
    let mark = bytes[Int(previous.start)]
    if mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") {
      return previous.shape.contains(.spaced)
    }
    return number < 2 || mark != UInt8(ascii: "-") || previous.shape.contains(.spaced)
      || tokens[number - 2].kind == .mark
  }

  private mutating func readAction(
    _ quantity: inout Quantity, _ tokens: [Token], _ words: WordsAround
  ) {
    guard let match = words.action[quantity.number],
      let verb = capture("action", of: match, tokens)
    else { return }
    quantity.action = verb
    quantity.isWeakAction = value("kind", of: match) != nil
  }

  /// Reads the words before a number, from left to right.
  private mutating func read(
    _ match: RuleMatch, _ tokens: [Token], _ words: WordsAround, into quantity: inout Quantity
  ) {
    // "tốc độ tăng trưởng" is what is measured, no verb.
    var parts = captures(of: match, tokens)
    let covered = parts.lastIndex { part in
      words.measured[part.start].map { $0 < match.start } ?? false
    }
    if let covered { parts.removeSubrange(...covered) }
    // "bình quân hằng năm đạt": words beside the verb on its left belong to the indicator.
    while let first = parts.first, first.name == "beside" { parts.removeFirst() }
    guard let first = parts.first else { return }
    quantity.lead = first.start
    for part in parts {
      switch part.name {
      case "reach": quantity.reaches = true
      case "is": quantity.equals = true
      case "have": quantity.has = true
      case "rising", "falling":
        quantity.reaches = true
        quantity.direction = part.name == "rising" ? .increase : .decrease
      case "least", "from": compare(.ge, &quantity)
      case "most": compare(.le, &quantity)
      case "over": compare(.gt, &quantity)
      case "under": compare(.lt, &quantity)
      case "about": quantity.approximate = true
      default: continue
      }
    }
    // "từ 5 đến 8%" is a range, nothing more.
    if quantity.upper != nil, quantity.comparator == .ge,
      !parts.contains(where: { $0.name == "least" })
    {
      quantity.comparator = .eq
    }
  }

  private func compare(_ comparator: Comparator, _ quantity: inout Quantity) {
    quantity.comparator = comparator
    quantity.compares = true
  }
}
