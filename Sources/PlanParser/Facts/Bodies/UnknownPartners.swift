import PlanText

/// Partners that no rule knows: "phối hợp với người sử dụng lao động tổ chức đối thoại".
extension PlanReader {
  /// How many words the name of such a partner may have, and how many of them may stand in a row.
  private static var longestPartner: Int { 7 }
  private static var mostPartners: Int { 5 }

  /// What stands in small letters between "phối hợp với" and the word that begins a duty; `nil`
  /// when that may be no body but a work.
  func unknownPartners(
    at start: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> BodyList? {
    guard let works = grammar.list("no-partners"), let known = grammar.list("named-before") else {
      return nil
    }
    var bodies: [Range<Int>] = []
    var first = start
    var place = start
    while place < limit, place - first <= Self.longestPartner, bodies.count < Self.mostPartners {
      if place == first, let end = wholePartner(at: place, before: limit, tokens, words) {
        return BodyList(bodies: bodies + [first..<end], end: end, stopped: true)
      }
      let joint = isMark(tokens[place], 0x2C) ? place + 1 : words.joins[place]
      if words.stops.contains(place) || joint != nil {
        // "phối hợp với cơ quan này"
        guard place - first > 1, grammar.entry(in: known, tokens, at: place - 1) == nil else {
          return nil
        }
        bodies.append(first..<place)
        if words.stops.contains(place) {
          return BodyList(bodies: bodies, end: place, stopped: true)
        }
        first = joint ?? place
        place = first
        continue
      }
      let isWork = place == first && grammar.entry(in: works, tokens, at: place) != nil
      guard tokens[place].kind == .syllable, !tokens[place].shape.contains(.capitalized), !isWork
      else { return nil }
      place += 1
    }
    return nil
  }

  /// The end of a common noun for a partner that a duty stands behind, whether or not a rule names its
  /// verb: "gia đình | vá lưới"; `nil` where the noun goes on.
  private func wholePartner(
    at start: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Int? {
    guard let partners = grammar.list("whole-partners"),
      let further = grammar.list("name-goes-on"), let ties = grammar.list("group-goes-on"),
      let end = grammar.entry(in: partners, tokens, at: start)?.end, end + 1 < limit,
      tokens[end].kind == .syllable, !tokens[end].shape.contains(.capitalized),
      words.joins[end] == nil, !words.tails.contains(end),
      grammar.entry(in: further, tokens, at: end) == nil,
      grammar.entry(in: ties, tokens, at: end) == nil
    else { return nil }
    return end
  }
}
