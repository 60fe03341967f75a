import PlanText

/// Committees and teams whose names tell what they are for, as headings: "Ban Chỉ đạo bảo vệ và phát
/// triển rừng xã", "Tổ kiểm tra, giám sát việc thực hiện Kế hoạch".
extension PlanReader {
  /// How many tokens such a heading may have.
  private static var longestTeam: Int { 28 }

  /// The bodies of a heading of which the last is a committee or a team whose name a verb seems to end;
  /// `nil` where a duty may begin at that verb.
  func wholeTeam(_ list: BodyList, _ unit: DutyUnit) -> BodyList? {
    let (tokens, words) = (unit.tokens, unit.words)
    var limit = tokens.count
    while limit > 0, isMark(tokens[limit - 1], 0x3A) { limit -= 1 }
    guard let name = list.bodies.last, limit <= Self.longestTeam,
      list.end < limit, unit.clauses.count == 1, words.charges.isEmpty, words.partners.isEmpty,
      let teams = grammar.list("teams"), let verbs = grammar.list("team-duties"),
      let team = grammar.entry(in: teams, tokens, at: name.lowerBound), team.end <= list.end,
      team.value != "no", words.heads[name.lowerBound]?.kind == .named,
      tokens[limit - 1].kind != .mark || isClosing(tokens[limit - 1]),
      endsWithJoint(list.end, words)
        || grammar.entry(in: verbs, tokens, at: list.end) == nil
          && (isMark(tokens[list.end - 1], 0x2C) || !tokens[team.end].shape.contains(.capitalized)),
      words.adverbs[list.end] == nil,
      !words.scopes.contains(list.end), !words.judgements.contains(list.end),
      !(team.end..<list.end).contains(where: { endsWithPlace($0, name, tokens, words) })
    else { return nil }
    let names = bodies(in: name.lowerBound..<limit, tokens, words)
    return BodyList(
      bodies: list.bodies.dropLast() + names, end: tokens.count, stopped: false)
  }

  /// The bodies of a heading over others whose last is such a team; `nil` for other headings.
  func teamHeading(_ list: BodyList?, _ unit: DutyUnit, _ leaf: FactLeaf) -> BodyList? {
    guard let list, leaf.kind == .heading, leaf.source?.children.isEmpty == false else {
      return nil
    }
    return wholeTeam(list, unit)
  }

  /// Whether "và" stands before a place, with which no name ends: "Ban Chỉ đạo giảm nghèo và | xây dựng
  /// nông thôn mới".
  private func endsWithJoint(_ place: Int, _ words: BodyWords) -> Bool {
    words.joins[place - 1] == place
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
