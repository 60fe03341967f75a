import PlanText

/// What a bracket behind the name of a body charges it to be: "Sở Y tế (Cơ quan phối hợp)".
extension PlanReader {
  /// A list of one body without the bracket behind its name that says what it is charged to be.
  func withoutBracketedCharge(
    _ list: BodyList, _ tokens: [Token], _ words: BodyWords
  ) -> BodyList {
    guard list.bodies.count == 1, let body = list.bodies.first,
      isMark(tokens[body.upperBound - 1], 0x29),
      let open = body.last(where: { isMark(tokens[$0], 0x28) }), open > body.lowerBound,
      charge(in: open..<body.upperBound, words) != nil
    else { return list }
    var alone = list
    alone.bodies = [body.lowerBound..<open]
    return alone
  }

  /// The names of a list, each without a bracket that tells its part.
  func bodyNames(_ list: BodyList, _ tokens: [Token], _ words: BodyWords) -> [String] {
    list.bodies.map { text(withoutPart($0, tokens, words), tokens) }
  }

  /// A name without a bracket behind it that tells its part in the work and is no part of the name:
  /// "Phòng Văn hóa (cơ quan thường trực)", "Sở Công Thương (cân đối nguồn)"; nor with one that counts
  /// those who are named, or tells another office of a person: "Các tổ chuyên môn (06 tổ)".
  func withoutPart(_ body: Range<Int>, _ tokens: [Token], _ words: BodyWords) -> Range<Int> {
    guard body.count > 3, isMark(tokens[body.upperBound - 1], 0x29),
      let open = body.last(where: { isMark(tokens[$0], 0x28) }), open > body.lowerBound
    else { return body }
    if tokens[open + 1].kind == .number, body.upperBound > open + 3,
      tokens[open + 2].kind == .syllable, words.heads[body.lowerBound]?.kind == .group
    {
      return body.lowerBound..<open
    }
    if let office = words.heads[open + 1], office.kind == .person, !office.isNamed,
      words.heads[body.lowerBound]?.kind == .person
    {
      return body.lowerBound..<open
    }
    // "Phòng Văn hóa (Thường trực Ban Tổ chức)", "Văn phòng (bộ phận tài vụ)"
    if words.heads[body.lowerBound] != nil, let parts = grammar.list("part-words"),
      grammar.entry(in: parts, tokens, at: open + 1) != nil
    {
      return body.lowerBound..<open
    }
    guard !tokens[open + 1].shape.contains(.capitalized), words.heads[body.lowerBound] != nil,
      words.heads[open + 1]?.kind == .bare || words.stops.contains(open + 1),
      words.adverbs[open + 1] == nil
    else { return body }
    return body.lowerBound..<open
  }

  /// What the bracket charges the body of a list to be.
  func bracketedCharge(
    _ list: BodyList, _ tokens: [Token], _ words: BodyWords
  ) -> BodyWords.Charge.Role? {
    guard list.bodies.count == 1, let open = list.bodies.first?.upperBound, open < list.end,
      isMark(tokens[open], 0x28)
    else { return nil }
    return charge(in: open..<list.end, words)
  }

  /// What brackets behind the names of a list charge each body to be, those before one that has none
  /// with it: "Phòng Kinh tế (chủ trì), Công an xã, các thôn (phối hợp)"; `nil` when none does.
  func bracketedCharges(
    _ list: BodyList, _ tokens: [Token], _ words: BodyWords
  ) -> [BodyWords.Charge.Role?]? {
    guard list.bodies.count > 1 else { return nil }
    var role: BodyWords.Charge.Role?
    let roles: [BodyWords.Charge.Role?] = list.bodies.reversed().map { body in
      if isMark(tokens[body.upperBound - 1], 0x29),
        let open = body.last(where: { isMark(tokens[$0], 0x28) })
      {
        role = charge(in: open..<body.upperBound, words)
      }
      return role
    }
    return role == nil ? nil : roles.reversed()
  }

  /// What the charge that opens the bracket of some tokens is.
  private func charge(in range: Range<Int>, _ words: BodyWords) -> BodyWords.Charge.Role? {
    range.dropFirst().prefix(3).lazy.compactMap { words.bracketed[$0] }
      .first { $0.range.upperBound <= range.upperBound }?.role
  }
}
