import PlanText

/// Committees and teams whose names tell what they are for, as headings: "Ban Chỉ đạo bảo vệ và phát
/// triển rừng xã", "Tổ kiểm tra, giám sát việc thực hiện Kế hoạch".
extension PlanReader {
  /// How many tokens such a heading may have.
  private static var longestTeam: Int { 28 }

  /// The whole heading from the name of a committee or a team on, which a verb in the name seems to end;
  /// `nil` where a duty may begin at that verb, and where another body is named behind it.
  func wholeTeam(_ list: BodyList, _ unit: DutyUnit) -> Range<Int>? {
    let (tokens, words) = (unit.tokens, unit.words)
    var limit = tokens.count
    while limit > 0, isMark(tokens[limit - 1], 0x3A) { limit -= 1 }
    guard list.bodies.count == 1, let name = list.bodies.first, limit <= Self.longestTeam,
      list.end < limit, unit.clauses.count == 1, words.charges.isEmpty, words.partners.isEmpty,
      let teams = grammar.list("teams"), let verbs = grammar.list("team-duties"),
      let team = grammar.entry(in: teams, tokens, at: name.lowerBound)?.end, team <= limit,
      tokens[limit - 1].kind != .mark || isClosing(tokens[limit - 1]),
      grammar.entry(in: verbs, tokens, at: list.end) == nil, words.adverbs[list.end] == nil,
      !words.scopes.contains(list.end), !words.judgements.contains(list.end),
      !(team..<list.end).contains(where: { endsWithPlace($0, name, tokens, words) })
    else { return nil }
    let namesAnother = (list.end..<limit).contains { place in
      guard let head = words.heads[place], head.kind != .bare,
        tokens[place].shape.contains(.capitalized) || head.kind == .group
      else { return false }
      return isMark(tokens[place - 1], 0x2C) || words.joins[place - 1] == place
    }
    return namesAnother ? nil : name.lowerBound..<limit
  }

  /// Whether the kind of a place at a token ends a name, or has the name of one behind it; that of "nông
  /// thôn mới" does neither.
  private func endsWithPlace(
    _ place: Int, _ name: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> Bool {
    words.places.contains(place)
      && (place + 1 >= name.upperBound || tokens[place + 1].shape.contains(.capitalized))
  }

  /// Whether a mark closes quoted or bracketed words.
  private func isClosing(_ token: Token) -> Bool {
    isMark(token, 0x22) || isMark(token, 0x201D) || isMark(token, 0x29)
  }
}
