import PlanModel
import PlanText

/// Finds the quantities of a leaf: numbers with units that count or measure.
extension PlanReader {
  /// The quantities of a leaf, in order; several readers ask, and they are read once.
  mutating func quantities(_ leaf: FactLeaf) -> [Quantity] {
    if let known = leaf.quantities { return known }
    let found = mayHoldQuantities(leaf) ? findQuantities(leaf) : []
    leaf.quantities = found
    return found
  }

  private mutating func findQuantities(_ leaf: FactLeaf) -> [Quantity] {
    let tokens = leaf.tokens
    var units = PlaceMap<RuleMatch>()
    for match in leaf.matches where meaning(match) == .quantity {
      // The longest match of a start comes first.
      if units[match.start] == nil { units[match.start] = match }
    }
    let words = wordsAroundNumbers(leaf)
    var result: [Quantity] = []
    for (start, match) in units {
      if let last = result.last, start < last.end { continue }
      if words.lowers.contains(start) { continue }
      if let quantity = quantity(match, tokens, words), counts(quantity, tokens, words) {
        if let last = result.last, names(last, before: quantity) { result.removeLast() }
        result.gather(quantity)
      }
    }
    result = withSharedRates(result, tokens, words)
    result = withBareNumbers(withUnnamedCounts(result, leaf, words), leaf, words)
    return withBracketedParts(result, leaf)
  }

  /// Whether a phrase of a leaf tells of a number.
  func mayHoldQuantities(_ leaf: FactLeaf) -> Bool {
    leaf.tells(.quantity) || leaf.tells(.action) || leaf.tells(.beforeNumber)
      || mayOpenWithDeed(leaf)
  }

  /// What the grammar calls the points of a share.
  private static var points: String { "points" }

  /// Whether a count is part of what the next quantity measures: "Lúa 2 vụ 40 ha", "số xã đạt
  /// dưới 10 tiêu chí còn 25%".
  private func names(_ count: Quantity, before next: Quantity) -> Bool {
    guard count.end == next.lead else { return false }
    // "khám sức khỏe ít nhất 1 lần/năm là 15%"
    if count.kind == .times { return next.lead < next.number && next.kind == .percent }
    guard count.kind == .count else { return false }
    if next.lead == next.number { return next.kind != .count }
    return next.reaches && count.reaches && count.compares
  }

  mutating func readBehind(
    _ quantity: inout Quantity, _ words: QuantityWords, _ tokens: [Token]
  ) {
    guard let behind = words.behind[quantity.end] else { return }
    let isLeast = capture("least", of: behind, tokens) != nil
    quantity.comparator = isLeast ? .ge : .le
    quantity.compares = true
    quantity.end = behind.end
    let rateEnd = self.rateEnd(behind.end, tokens)
    if rateEnd > behind.end {
      quantity.rate = behind.end..<rateEnd
      quantity.end = rateEnd
    }
  }

  /// The place after strokes and what a rate is per from a token on: "/người/năm".
  func rateEnd(_ start: Int, _ tokens: [Token]) -> Int {
    guard let bases = grammar.list("rate-bases") else { return start }
    var end = start
    while end + 1 < tokens.count, isMark(tokens[end], 0x2F),
      let base = grammar.entry(in: bases, tokens, at: end + 1)
    {
      end = base.end
    }
    return end
  }

  /// Whether a quantity is more than an age, a frequency or a stretch of time.
  private func counts(
    _ quantity: Quantity, _ tokens: [Token], _ words: QuantityWords
  ) -> Bool {
    let isFigure =
      words.spans.contains(quantity.number)
      || (max(0, quantity.lead - 2)...quantity.lead).contains { words.spans.contains($0) }
    return switch quantity.kind {
    // "trẻ em đến 8 tuổi" tells who they are; but "Tuổi thọ trung bình trên 75 tuổi".
    case .age:
      quantity.reaches && !quantity.isToward || isFigure
    case .times:
      quantity.isPaced || quantity.direction != nil || quantity.unit.count > 1 || quantity.equals
        || quantity.reaches && !quantity.isToward || isFigure
    case .time:
      quantity.compares || quantity.reaches || quantity.equals || quantity.direction == .decrease
        || isFigure || quantity.unit.contains { isMark(tokens[$0], 0x2F) }
    default: true
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
  func number(_ start: Int, _ end: Int, _ tokens: [Token]) -> ExactDecimal? {
    if tokens[start].kind == .syllable {
      return grammar.value(list: "number-words", tokens, from: start, to: end)
        .flatMap { ExactDecimal($0) }
    }
    return Numeral.read(bytes[Int(tokens[start].start)..<Int(tokens[end - 1].end)])
  }

  /// Whether a number is the end of one that recognition cut in two: "1 00%".
  private func isTorn(_ start: Int, _ tokens: [Token]) -> Bool {
    let digits = bytes[Int(tokens[start].start)..<Int(tokens[start].end)]
    return start > 0 && tokens[start - 1].kind == .number && digits.starts(with: [0x30, 0x30])
      && Int(tokens[start].start) - Int(tokens[start - 1].end) == 1
      && bytes[Int(tokens[start - 1].end)] == 0x20
  }

  private mutating func quantity(
    _ match: RuleMatch, _ tokens: [Token], _ words: QuantityWords
  ) -> Quantity? {
    let start = match.start
    let inWords = tokens[start].kind == .syllable
    let numberEnd = inWords ? start + 1 : self.numberEnd(start, tokens)
    let kind = grammar.compiled.quantityKinds[match] ?? .count
    // What follows "1,2 tỷ" only shows that it is money.
    let whole = capture("unit", of: match, tokens)?.upperBound ?? match.end
    let end = strokeOfCount(numberEnd..<whole, tokens) ?? whole
    guard numberEnd < end, !isTorn(start, tokens), let value = number(start, numberEnd, tokens)
    else { return nil }
    // "đạt 65 năm 2026"
    if kind == .age, match.end < tokens.count, tokens[match.end].kind == .number { return nil }
    var quantity = Quantity(
      kind: kind, value: value, lead: start, number: start, unit: numberEnd..<end,
      end: end, rule: match.rule)
    if let part = words.part[start], let share = number(part, self.numberEnd(part, tokens), tokens)
    {
      if isShare(part, of: start, tokens, words) { return nil }
      quantity.value = share
      quantity.number = part
    } else if let lower = words.lower[start],
      let least = number(lower, self.numberEnd(lower, tokens), tokens)
    {
      quantity.upper = value
      quantity.value = least
      quantity.number = lower
    } else if !inWords, !readWhole(&quantity, tokens, words) {
      return nil
    }
    guard isFree(quantity, tokens, words) else { return nil }
    let basis = openRateEnd(quantity.end, tokens)
    quantity.unit = quantity.unit.lowerBound..<basis
    quantity.end = basis
    quantity.lead = quantity.number
    if kind == .count { quantity.noun = capture("noun", of: match, tokens) }
    if let noun = quantity.noun, noun == quantity.unit, let list = grammar.list("bare-nouns"),
      let entry = grammar.entry(in: list, tokens, at: noun.lowerBound),
      entry.end == noun.upperBound
    {
      quantity.bareNoun = entry.value
    }
    if kind == .measure, let units = grammar.list("measure-units") {
      quantity.isPoints =
        grammar.entry(in: units, tokens, at: numberEnd)?.value == Self.points
    }
    quantity.isOccasion = quantity.noun.map { isOccasion($0, tokens) } ?? false
    quantity.isPeriodic = isPeriodic(quantity.unit, tokens)
    quantity.isBehindStroke = isBehindStroke(quantity.number, tokens)
    readAction(&quantity, tokens, words)
    if let before = words.before[quantity.number] {
      read(before, tokens, words, into: &quantity)
    }
    readLeft(&quantity, tokens, words)
    readBehind(&quantity, words, tokens)
    if kind == .times, let pace = words.paces[quantity.number] {
      quantity.isPaced = true
      if pace.upperBound >= quantity.lead { quantity.lead = min(quantity.lead, pace.lowerBound) }
    }
    if words.part[start] != nil, quantity.compares, isBareShare(quantity.number, start, tokens) {
      return nil
    }
    quantity.isInWords = inWords
    // "một" counts only where it is compared: "ít nhất một mô hình".
    if inWords, !quantity.compares,
      quantity.value.digits == 1 && quantity.upper == nil || quantity.action == nil
    {
      return nil
    }
    return quantity
  }

  /// "giảm từ 38% xuống dưới 20%": the verb stands before the number that is left.
  mutating func readLeft(
    _ quantity: inout Quantity, _ tokens: [Token], _ words: QuantityWords
  ) {
    guard let left = words.change[quantity.number], let before = words.before[left] else { return }
    let (comparator, compares) = (quantity.comparator, quantity.compares)
    let direction = quantity.direction
    read(before, tokens, words, into: &quantity)
    (quantity.comparator, quantity.compares) = (comparator, compares)
    quantity.direction = direction ?? quantity.direction
    quantity.reaches = true
    quantity.isLeft = true
  }

  /// Whether nothing beside a number says that it counts nothing.
  func isFree(_ quantity: Quantity, _ tokens: [Token], _ words: QuantityWords) -> Bool {
    let number = quantity.number
    // "mỗi tháng 02 lần" tells no month.
    if quantity.kind == .times, words.paces[number] != nil { return true }
    if let bar = words.barred[number] ?? words.barred[quantity.unit.lowerBound - 1] {
      let isShare = [.percent, .money, .measure].contains(quantity.kind)
      if bar != "ordinal" || !isShare && !words.free.contains(number) { return false }
    }
    guard number > 0, !tokens[number].shape.contains(.spaced) else { return true }
    // "J02", "5/2026", "Covid-19": part of a name or of a date.
    let previous = tokens[number - 1]
    if previous.kind == .syllable { return false }
    let mark = bytes[Int(previous.start)]
    if quantity.kind == .count, isBehindStroke(number, tokens) { return true }
    if mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") {
      return previous.shape.contains(.spaced)
    }
    return number < 2 || mark != UInt8(ascii: "-") || previous.shape.contains(.spaced)
      || tokens[number - 2].kind == .mark
  }

  mutating func readAction(
    _ quantity: inout Quantity, _ tokens: [Token], _ words: QuantityWords
  ) {
    if let match = words.extents[quantity.number],
      let verb = capture("action", of: match, tokens),
      let what = capture("what", of: match, tokens)
    {
      quantity.action = verb
      quantity.extended = what
      return
    }
    guard let match = words.action[quantity.number],
      let verb = capture("action", of: match, tokens)
    else { return }
    quantity.action = behindCount(verb, tokens, words)
    quantity.isWeakAction =
      value("kind", of: match) != nil && !words.deeds.contains(quantity.number)
    quantity.isRaised = isEntry("money-verbs", verb, tokens)
    quantity.isChosen = isEntry("verbs-of-choice", verb, tokens)
    quantity.hasEmptyVerb = isEntry("empty-verbs", verb, tokens)
    quantity.isRollout = words.rollouts.contains(quantity.number)
  }

  /// The verbs of a count without those that end what another number counts: "05 lớp dạy nghề và
  /// thành lập 02 tổ".
  private func behindCount(
    _ verb: Range<Int>, _ tokens: [Token], _ words: QuantityWords
  ) -> Range<Int> {
    var place = verb.lowerBound - 1
    while place >= max(0, verb.lowerBound - 4), tokens[place].kind == .syllable,
      words.joints[place] == nil
    {
      place -= 1
    }
    guard place >= 0, verb.lowerBound - place <= 4, tokens[place].kind == .number,
      !isYear(tokens[place]), words.barred[place] == nil || words.free.contains(place)
    else { return verb }
    let joint = verb.first { place in
      words.joints[place].map { verb.contains($0) } ?? false
    }
    guard let joint, let start = words.joints[joint] else { return verb }
    return start..<verb.upperBound
  }

  /// Reads the words before a number, from left to right.
  mutating func read(
    _ match: RuleMatch, _ tokens: [Token], _ words: QuantityWords, into quantity: inout Quantity
  ) {
    let parts = ownParts(of: match, tokens, words, &quantity)
    guard let first = parts.first else { return }
    quantity.lead = first.start
    quantity.isOfBase = words.bases.contains(quantity.number)
    quantity.isOfPlan = words.planned.contains(quantity.number)
    for part in parts {
      read(part, tokens, words, into: &quantity)
    }
    if quantity.compares, words.bases.contains(quantity.number) { quantity.bounds = true }
    if quantity.comparator == .gt, isOfAll(quantity, tokens, words) {
      quantity.comparator = .eq
      quantity.compares = false
    }
    // "từ 5 đến 8%" is a range, nothing more.
    if quantity.upper != nil, quantity.comparator == .ge,
      !parts.contains(where: { $0.name == "least" || $0.name == "noless" })
    {
      quantity.comparator = .eq
      quantity.isFrom = false
    }
  }

  /// The words before a number that tell how it is reached, without those of what is measured.
  private mutating func ownParts(
    of match: RuleMatch, _ tokens: [Token], _ words: QuantityWords, _ quantity: inout Quantity
  ) -> [Capture] {
    // "tốc độ tăng trưởng" is what is measured, no verb.
    var parts = captures(of: match, tokens)
    let covered = parts.lastIndex { part in
      words.measured[part.start].map { $0 < match.start } ?? false
    }
    if let covered { parts.removeSubrange(...covered) }
    // "Tăng trưởng đạt 8%": nor is this.
    if parts.count > 1, parts[0].name == "rising", parts[1].name == "reach",
      parts[0].end - parts[0].start > 1, words.measuredEnds.contains(parts[0].end)
    {
      parts.removeFirst()
    }
    // "bình quân hằng năm đạt": words beside the verb on its left belong to the indicator.
    // "giải phóng mặt bằng 12 ha", "tỷ lệ không đạt dưới 4%": nor is the end of a noun.
    // "Tăng tỷ lệ che phủ rừng thêm 0,5%": "thêm" is no part of what changes.
    while let first = parts.first,
      first.name == "beside" || first.name == "noun"
        || first.name == "added" && quantity.kind != .percent
        || first.name == "given" && quantity.kind == .money
    {
      // "Nhân dân đóng góp 300 triệu đồng": what is given is measured; a share is of another.
      if first.name == "given" {
        quantity.reaches = true
      } else if first.name != "noun" {
        quantity.beside = quantity.beside ?? first.start
      }
      parts.removeFirst()
    }
    // "đạt tỷ lệ bao phủ 91%": the verb is of the measure.
    if parts.count > 1, parts[0].name == "reach", parts[1].name == "noun",
      words.measured[parts[1].start + 1] == parts[1].start
    {
      parts.removeFirst(2)
    }
    // "sinh con thứ 3 trở lên đạt 0,5%": no verb of the number either.
    while let first = parts.first, let behind = words.behind[first.start - 1],
      behind.end > first.start
    {
      parts.removeFirst()
    }
    // "Cấp xã: 60% hồ sơ được xử lý": the colon opens a clause; in "Số lớp: 12" it does not.
    let end = words.behind[quantity.end]?.end ?? quantity.end
    if let colon = parts.lastIndex(where: { $0.name == "is" && tokens[$0.start].kind == .mark }),
      end < tokens.count, tokens[end].kind == .syllable, !words.times.contains(end),
      !isToldAsShare(quantity, words)
    {
      parts.removeSubrange(...colon)
    }
    if let first = parts.first, isRank(first, parts.dropFirst(), quantity, tokens, words) {
      parts.removeFirst()
    }
    return parts
  }

  /// Reads one of the words before a number.
  private func read(
    _ part: Capture, _ tokens: [Token], _ words: QuantityWords, into quantity: inout Quantity
  ) {
    switch part.name {
    case "reach": quantity.reaches = true
    case "up":
      quantity.reaches = true
      quantity.isUp = true
    case "toward":
      quantity.isToward = !quantity.reaches
      quantity.reaches = true
    case "share", "given":
      quantity.reaches = true
      quantity.isShare = true
    case "is": quantity.equals = true
    case "have": quantity.has = true
    case "rising", "falling":
      quantity.reaches = true
      quantity.direction = part.name == "rising" ? .increase : .decrease
    case "higher", "lower":
      let isHigher = part.name == "higher"
      // "thấp hơn 3%"; but "thấp hơn 3% so với năm 2025".
      if quantity.end == tokens.count || tokens[quantity.end].kind == .mark
        || words.bases.contains(quantity.number)
      {
        compare(isHigher ? .gt : .lt, &quantity)
      } else {
        quantity.reaches = true
        quantity.direction = isHigher ? .increase : .decrease
      }
    case "more", "fewer":
      let isMore = part.name == "more"
      // "ít hơn 30%"; but "ít hơn 30% so với năm 2020".
      if words.compared.contains(quantity.number) {
        quantity.reaches = true
        quantity.direction = isMore ? .increase : .decrease
      } else {
        compare(isMore ? .gt : .lt, &quantity)
      }
    case "least": compare(.ge, &quantity)
    case "from":
      compare(.ge, &quantity)
      quantity.isFrom = true
    case "most": compare(.le, &quantity)
    case "nomore", "noless":
      compare(part.name == "nomore" ? .le : .ge, &quantity)
      quantity.bounds = true
    case "order": quantity.isInOrder = true
    case "over": compare(.gt, &quantity)
    case "under": compare(.lt, &quantity)
    case "about": quantity.approximate = true
    default: break
    }
  }

  /// Whether the words of another number follow some of a whole at once: "Trẻ 5 tuổi: 40/42 cháu đạt
  /// 95,2%".
  private func isToldAsShare(_ quantity: Quantity, _ words: QuantityWords) -> Bool {
    let end = quantity.end
    return words.part[quantity.unit.lowerBound - 1] == quantity.number
      && (end + 1...end + 4).contains { words.before[$0]?.start == end }
  }

  /// "lắp camera trên 100% tàu cá": on all of them, not more; "thu đạt trên 100% dự toán" is more.
  private func isOfAll(
    _ quantity: Quantity, _ tokens: [Token], _ words: QuantityWords
  ) -> Bool {
    quantity.kind == .percent && quantity.value == ExactDecimal(digits: 100)
      && !quantity.reaches && quantity.direction == nil && quantity.end < tokens.count
      && tokens[quantity.end].kind == .syllable && !words.ofPlan.contains(quantity.number)
      && !words.times.contains(quantity.end)
  }

  /// Whether a verb is the name of a rank among others: "Khá 44%; Đạt 18%; …", "Mức Đạt: 33%".
  private func isRank(
    _ part: Capture, _ rest: ArraySlice<Capture>, _ quantity: Quantity, _ tokens: [Token],
    _ words: QuantityWords
  ) -> Bool {
    guard part.name == "reach", part.end - part.start == 1, part.start > 0,
      tokens[part.start].shape.contains(.capitalized),
      part.end == quantity.number || rest.count == 1 && isMark(tokens[part.end], 0x3A)
    else { return false }
    let before = tokens[part.start - 1]
    let isListed =
      (isMark(before, 0x3B) || isMark(before, 0x2C)) && part.start > 1
      && tokens[part.start - 2].kind == .mark
    guard isListed || before.kind == .syllable && words.measuredEnds.contains(part.start) else {
      return false
    }
    return quantity.end == tokens.count || tokens[quantity.end].kind == .mark
  }

  private func compare(_ comparator: Comparator, _ quantity: inout Quantity) {
    quantity.comparator = comparator
    quantity.compares = true
  }
}
