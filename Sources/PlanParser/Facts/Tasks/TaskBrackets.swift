import PlanModel
import PlanText

/// What a bracket at the end of a task says of it: "(Phòng Kinh tế chủ trì, Công an xã phối hợp;
/// tháng 5/2026)".
extension PlanReader {
  /// How many tokens such a bracket may have before the word that charges.
  private static var longestBracket: Int { 40 }

  /// The tokens in a bracket that name and charge bodies: from its opening or a semicolon in it up
  /// to a semicolon behind which no body stands.
  func chargingBracket(_ leaf: FactLeaf, _ words: BodyWords) -> Range<Int>? {
    let tokens = leaf.tokens
    guard let charge = words.charges.first, charge.role != .support,
      let open = tokens[..<charge.range.lowerBound].lastIndex(where: { isMark($0, 0x28) }),
      open > 0, charge.range.lowerBound - open <= Self.longestBracket
    else { return nil }
    let inside = open + 1..<charge.range.lowerBound
    // "(tháng 4/2026, Phòng Kinh tế chủ trì)"
    let behindTime = leaf.times(in: inside).last.map(\.range.upperBound)
    let start =
      inside.last { isMark(tokens[$0], 0x3B) || $0 == behindTime && isMark(tokens[$0], 0x2C) }
      ?? open
    let first = behindLead(start + 1, tokens)
    guard let list = bodyList(at: first, before: tokens.count, tokens, words),
      list.end == charge.range.lowerBound
    else { return nil }
    let end = tokens.indices[charge.range.upperBound...].first { place in
      isMark(tokens[place], 0x29)
        || isMark(tokens[place], 0x3B) && words.heads[place + 1] == nil
    }
    return first..<(end ?? tokens.count)
  }

  /// The place behind the words that hand a task to those in a bracket: "(do Phòng Kinh tế chủ trì)".
  private func behindLead(_ place: Int, _ tokens: [Token]) -> Int {
    grammar.list("handing-leads").flatMap { grammar.entry(in: $0, tokens, at: place)?.end } ?? place
  }

  /// Those to whom the bracket at the end of a unit hands it, and those with whom: "(giao Phòng Kinh tế;
  /// xong trước 30/4)", "(Phòng Kinh tế phối hợp với các thôn thực hiện)", "(Sở Nội vụ; tháng 8/2026)".
  func handedInBracket(
    _ leaf: FactLeaf, _ words: BodyWords
  ) -> (lead: [Range<Int>], support: [Range<Int>]) {
    let tokens = leaf.tokens
    guard let close = tokens.suffix(3).lastIndex(where: { isMark($0, 0x29) }),
      let open = tokens[..<close].lastIndex(where: { isMark($0, 0x28) }),
      open > 0 || leaf.kind == .paragraph, close - open <= Self.longestBracket
    else { return ([], []) }
    let hand = words.handOuts[open + 1] ?? words.handDowns[open + 1]?.end
    let first = hand ?? behindLead(open + 1, tokens)
    guard let list = bodyList(at: first, before: close, tokens, words) else { return ([], []) }
    var end = list.end
    var partners: [Range<Int>] = []
    if let partner = words.partner(from: end), partner.lowerBound == end,
      let others = bodyList(at: partner.upperBound, before: close, tokens, words)
    {
      partners = others.bodies
      end = others.end
    }
    if let verb = handingVerb(at: end, tokens) {
      end = verb
    } else if hand == nil {
      // "(Sở Nội vụ; tháng 8/2026)": a name and a time alone.
      let isNamed = words.heads[first].map { $0.kind == .named || $0.kind == .person } ?? false
      guard isNamed, !words.places.contains(first), partners.isEmpty, isMark(tokens[end], 0x3B),
        dueInBracket(leaf) != nil
      else { return ([], []) }
    }
    let closes =
      end == close || isMark(tokens[end], 0x3B) || isMark(tokens[end], 0x2C)
      || leaf.times(in: end..<close).last.map { $0.range.upperBound == close } ?? false
    return closes ? (list.bodies, partners) : ([], [])
  }

  /// The place behind a word that says that somebody does a task.
  private func handingVerb(at place: Int, _ tokens: [Token]) -> Int? {
    grammar.list("handing-verbs").flatMap { grammar.entry(in: $0, tokens, at: place)?.end }
  }

  /// The month, quarter or day of grace that stands alone in the bracket at the end of a unit, or
  /// between its marks: "(tháng 5/2026)", "(Phòng Kinh tế chủ trì; trước ngày 15/5/2026)".
  func dueInBracket(_ leaf: FactLeaf) -> TimeExpression? {
    let tokens = leaf.tokens
    guard let last = tokens.lastIndex(where: { $0.kind != .mark }), last + 1 < tokens.count,
      isMark(tokens[last + 1], 0x29),
      let open = tokens[..<last].lastIndex(where: { isMark($0, 0x28) }),
      open > 0 || leaf.kind == .paragraph
    else { return nil }
    let times = leaf.times(in: open..<last + 1)
    guard times.count == 1, let time = times.first, let lead = leadStart(time, behind: open, tokens)
    else { return nil }
    guard stands(time, from: lead, behind: open, tokens) else { return nil }
    if !time.repeats.isEmpty { return timeOfTask(time, leaf) }
    guard time.value != nil else { return nil }
    // "(15/6/2026)" may be the day of a paper; "(vào ngày 15/6/2026)" says when.
    let isLed = lead < time.range.lowerBound
    let isDay = time.start?.day != nil && time.bound != .before && !isLed && !time.isInterval
    let isWithin = isLed || adverb(at: lead, tokens)?.value == "within"
    let isYear = time.start?.month == nil && !(time.bound == .within && isWithin)
    return isDay || isYear ? nil : timeOfTask(time, leaf)
  }

  /// The place of the words that lead to a time in a bracket, or of the time itself.
  private func leadStart(_ time: LeafTime, behind open: Int, _ tokens: [Token]) -> Int? {
    let start = time.range.lowerBound
    guard start > open, let leads = grammar.list("time-leads") else { return nil }
    return (max(open + 1, start - 4)..<start).first {
      grammar.entry(in: leads, tokens, at: $0)?.end == start
    } ?? start
  }

  /// Whether marks of a bracket stand on both sides of a time and the words that lead to it: "(do
  /// Công an xã thực hiện, trong quý II/2026)".
  private func stands(
    _ time: LeafTime, from start: Int, behind open: Int, _ tokens: [Token]
  ) -> Bool {
    let before = tokens[start - 1]
    let behind = tokens[time.range.upperBound]
    // "(Phòng Kinh tế thực hiện trong quý III)"
    let isDone =
      handingVerb(at: start, tokens) != nil
      || (max(open + 1, start - 3)..<start).contains {
        handingVerb(at: $0, tokens) == start
      }
    return (isDone || isMark(before, 0x28) || isMark(before, 0x3B) || isMark(before, 0x2C))
      && (isMark(behind, 0x29) || isMark(behind, 0x3B) || isMark(behind, 0x2C))
  }

  /// How many tokens open a line that only adds to the unit above: a bracket that the line ends
  /// with, or an arrow; 0 for another line.
  func asideOpening(_ tokens: [Token]) -> Int {
    guard tokens.count > 3, tokens.count < 80 else { return 0 }
    let rest = tokens.suffix(2)
    if isMark(tokens[0], 0x28) { return rest.contains { isMark($0, 0x29) } ? 1 : 0 }
    if isMark(tokens[0], 0x5B) { return rest.contains { isMark($0, 0x5D) } ? 1 : 0 }
    // "→", "⇒", "=>"
    if isMark(tokens[0], 0x2192) || isMark(tokens[0], 0x21D2) { return 1 }
    return isMark(tokens[0], 0x3D) && isMark(tokens[1], 0x3E) ? 2 : 0
  }
}
