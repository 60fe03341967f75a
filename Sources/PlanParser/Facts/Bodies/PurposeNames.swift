import PlanText

/// Bodies whose names tell in small letters what they are for: "Ban Chỉ đạo phòng, chống tội phạm".
extension PlanReader {
  /// How many tokens such a name may have.
  private static var longestPurpose: Int { 24 }

  /// The whole name at `start` of a body that leads or joins the work told behind it; `nil` for
  /// other names.
  ///
  /// Its first words are no duty where the body is told something, so a verb does not end it; a
  /// mark, a word that begins another part of the sentence or a body does.
  func purposeName(
    at start: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Range<Int>? {
    guard let bodies = grammar.list("purpose-bodies"), let purposes = grammar.list("purposes"),
      let ends = grammar.list("purpose-ends"),
      let body = grammar.entry(in: bodies, tokens, at: start)?.end,
      let purpose = grammar.entry(in: purposes, tokens, at: body)?.end
    else { return nil }
    var end = purpose
    while end < min(limit, start + Self.longestPurpose) {
      let next = words.joins[end] ?? (isMark(tokens[end], 0x2C) ? end + 1 : end)
      guard next < limit else { break }
      if tokens[next].kind == .mark, !isDash(tokens[next]) { break }
      if grammar.entry(in: ends, tokens, at: next) != nil { break }
      if next > end {
        // "…, chống tội phạm và Công an tỉnh": a body of its own.
        if let head = words.heads[next], head.kind != .bare { break }
        if words.scopes.contains(next) { break }
      }
      end = next + 1
    }
    return start..<end
  }

  /// How many tokens a heading that is such a name may have.
  private static var longestHeading: Int { 34 }

  /// The bodies of a heading that begins with a board or a team whose name seems to end at a verb: what
  /// it was set up for is part of its name ("Tổ tuyên truyền, vận động giải phóng mặt bằng"); `nil` where
  /// the verb is what it does.
  func boardHeading(_ list: BodyList, _ unit: DutyUnit) -> BodyList? {
    let (tokens, words) = (unit.tokens, unit.words)
    guard list.end < tokens.count, tokens.count <= Self.longestHeading, unit.clauses.count == 1,
      words.charges.isEmpty, words.partners.isEmpty, let last = list.bodies.last,
      words.heads[last.lowerBound]?.kind == .named,
      let boards = grammar.list("boards"), let duties = grammar.list("duties-of-boards"),
      let board = grammar.entry(in: boards, tokens, at: last.lowerBound),
      board.value != "no", board.end <= list.end,
      !last.contains(where: { namesPlace($0, last, tokens, words) })
    else { return nil }
    let isTied = words.joins[list.end - 1] == list.end || isMark(tokens[list.end - 1], 0x2C)
    guard isTied || !tokens[board.end].shape.contains(.capitalized) else { return nil }
    let end = tokens.count - (isMark(tokens[tokens.count - 1], 0x3A) ? 1 : 0)
    guard end > list.end, !tells(duties, in: list.end..<end, tokens, words),
      tokens[list.end..<end].allSatisfy({
        $0.kind != .mark || isMark($0, 0x2C) || isDash($0) || isQuote($0)
      })
    else { return nil }
    let bodies = list.bodies.dropLast() + bodies(in: last.lowerBound..<end, tokens, words)
    return BodyList(bodies: Array(bodies), end: tokens.count, stopped: false)
  }

  /// Whether the kind of a place ends a name, with or without its own name behind it; "tệ nạn xã hội"
  /// holds none.
  private func namesPlace(
    _ place: Int, _ name: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> Bool {
    words.places.contains(place)
      && (place == name.upperBound - 1 || tokens[place + 1].shape.contains(.capitalized))
  }

  /// Whether the words behind the name of a board begin a duty; no name ends with "và".
  private func tells(
    _ duties: Grammar.List, in rest: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> Bool {
    let start = rest.lowerBound
    if words.joins[start - 1] == start { return false }
    return words.adverbs[start] != nil || words.scopes.contains(start)
      || words.musts.contains(start)
      || grammar.entry(in: duties, tokens, at: start) != nil
  }

  /// Whether a token is a quotation mark.
  private func isQuote(_ token: Token) -> Bool {
    isMark(token, 0x22) || isMark(token, 0x201C) || isMark(token, 0x201D)
  }
}
