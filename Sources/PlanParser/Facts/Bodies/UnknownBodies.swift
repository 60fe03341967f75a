import PlanText

/// Bodies that no rule knows, and those that stand behind what they are charged with.
extension PlanReader {
  /// How many words the name of a body may have that no rule knows.
  private static var longestUnknown: Int { 10 }
  /// How many tokens a topic before its colon may have.
  private static var longestTopic: Int { 12 }
  /// How many tokens may stand before "do" that name what is done.
  private static var longestDone: Int { 24 }

  /// The bodies behind a topic and its colon: "Công tác hậu cần: Giao Văn phòng chuẩn bị", "Công tác
  /// khánh tiết: Thư viện xã phụ trách".
  func listBehindTopic(
    _ clause: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> (list: BodyList, handedOut: Bool)? {
    guard clause.lowerBound == 0,
      let colon = (0..<min(clause.upperBound, Self.longestTopic)).first(where: {
        tokens[$0].kind == .mark
      }),
      isMark(tokens[colon], 0x3A), colon > 1, colon + 1 < clause.upperBound,
      // "Phối hợp với các doanh nghiệp: VNPT, …" names partners, no topic.
      words.partner(from: 0)?.lowerBound != 0
    else { return nil }
    if let hand = words.handOuts[colon] ?? words.handOuts[colon + 1] {
      return bodyList(at: hand, before: clause.upperBound, tokens, words).map { ($0, true) }
    }
    guard words.heads[colon + 1].map({ $0.kind != .bare }) ?? false,
      let list = bodyList(at: colon + 1, before: clause.upperBound, tokens, words), list.stopped,
      !words.passives.contains(list.end)
    else { return nil }
    return (list, false)
  }

  /// The bodies to whom what the sentence names first is handed out: "Các nhiệm vụ nêu trên giao Phòng
  /// Kinh tế thực hiện".
  func listBehindMatter(
    _ clause: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> (list: BodyList, handedOut: Bool)? {
    guard clause.lowerBound == 0,
      let place = (1..<max(1, min(clause.upperBound, Self.longestTopic))).first(where: {
        tokens[$0].kind == .mark || words.handOuts[$0] != nil
      }), tokens[place].kind != .mark, let hand = words.handOuts[place],
      let list = bodyList(at: hand, before: clause.upperBound, tokens, words), list.stopped
    else { return nil }
    return (list, true)
  }

  /// The bodies to whom the matter is given that a sentence names first: "Việc in ấn giao Văn phòng thực
  /// hiện".
  func listGivenMatter(
    _ clause: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> (list: BodyList, handedOut: Bool)? {
    guard clause.lowerBound == 0, tokens[0].shape.contains(.capitalized),
      let matters = grammar.list("matter-nouns"), grammar.entry(in: matters, tokens, at: 0) != nil,
      let verbs = grammar.list("giving-verbs"),
      let place = (2..<max(2, min(clause.upperBound, Self.longestDone))).first(where: {
        tokens[$0].kind == .mark && !isMark(tokens[$0], 0x2C)
          || grammar.entry(in: verbs, tokens, at: $0) != nil
      }), let verb = grammar.entry(in: verbs, tokens, at: place), verb.value != "no",
      !(0..<place).contains(where: { words.heads[$0].map { $0.kind != .bare } ?? false }),
      words.heads[verb.end].map({ $0.kind != .bare }) ?? false,
      let list = bodyList(at: verb.end, before: clause.upperBound, tokens, words), list.stopped,
      words.dones.contains(list.end)
    else { return nil }
    return (list, true)
  }

  /// The body that a sentence tells to be a seat, and charges behind its name: "Cơ quan thường trực của
  /// Ban Chỉ đạo là Phòng Kinh tế, có nhiệm vụ …".
  func listOfSeat(
    _ clause: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> (list: BodyList, handedOut: Bool)? {
    guard clause.lowerBound == 0, let seats = grammar.list("seat-nouns"),
      let seat = grammar.entry(in: seats, tokens, at: 0), let copulas = grammar.list("copulas"),
      let place = (seat.end..<max(seat.end, min(clause.upperBound, Self.longestDone))).first(
        where: {
          tokens[$0].kind == .mark || grammar.entry(in: copulas, tokens, at: $0) != nil
        }), tokens[place].kind != .mark, let head = words.heads[place + 1], head.kind != .bare,
      let list = bodyList(at: place + 1, before: clause.upperBound, tokens, words)
    else { return nil }
    let next = list.end < clause.upperBound && isMark(tokens[list.end], 0x2C) ? 1 : 0
    return words.isCharge(at: list.end + next) ? (list, true) : nil
  }

  /// The bodies behind "do" that do what the sentence names before: "Công tác hậu cần do Hội Phụ nữ
  /// đảm nhiệm".
  func listBehindBy(
    _ clause: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> (list: BodyList, handedOut: Bool)? {
    let start = clause.lowerBound
    guard
      start == 0
        ? tokens[0].shape.contains(.capitalized) : isMark(tokens[start - 1], 0x3B)
    else { return nil }
    // "Việc theo dõi, đôn đốc do Văn phòng đảm nhiệm"
    let matters = grammar.list("matter-nouns")
    let isMatter = matters.flatMap { grammar.entry(in: $0, tokens, at: start) } != nil
    guard
      let by = (start..<min(clause.upperBound, start + Self.longestDone)).first(where: {
        words.bys.contains($0)
          || tokens[$0].kind == .mark && !(isMatter && isMark(tokens[$0], 0x2C))
      }), words.bys.contains(by), by > start + 1,
      let list = bodyList(at: by + 1, before: clause.upperBound, tokens, words), list.stopped,
      words.dones.contains(list.end), words.heads[by + 1]?.kind != .bare
    else { return nil }
    return (list, false)
  }

  /// The place of "do" before the bodies of a list.
  func words(by list: BodyList, _ unit: DutyUnit) -> Int? {
    guard let first = list.bodies.first?.lowerBound, first > 1, unit.words.bys.contains(first - 1),
      unit.words.dones.contains(list.end)
    else { return nil }
    return first - 1
  }

  /// Bodies that a later sentence of a unit charges by name.
  func ordered(in unit: DutyUnit, _ leaf: FactLeaf) -> BodyList? {
    for clause in unit.clauses.dropFirst().prefix(3) {
      guard let (list, handedOut) = subject(of: clause, unit.tokens, unit.words), handedOut,
        list.stopped, let first = list.bodies.first?.lowerBound,
        unit.words.heads[first]?.kind == .named,
        leaf.matches.contains(where: {
          meaning($0) == .handOut && $0.end == first && value("order", of: $0) != nil
        })
      else { continue }
      return list
    }
    return nil
  }

  /// The name of a body that no rule knows: a capital, a few words without a mark, and a word that
  /// begins a duty.
  func unknownBody(
    at start: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> BodyList? {
    guard start < limit, tokens[start].shape.contains(.capitalized) else { return nil }
    var end = start
    while end < min(limit, start + Self.longestUnknown) {
      if words.stops.contains(end) {
        guard end > start + 1 else { return nil }
        return BodyList(bodies: [start..<end], end: end, stopped: true)
      }
      guard tokens[end].kind == .syllable else { return nil }
      end += 1
    }
    return nil
  }

  /// Whether a body that no rule knows is named by letters, with a kind of place or a name behind
  /// them: "TTNĐ huyện hướng dẫn", "LLĐM Nà Khoai trực".
  func isNamedByLetters(_ list: BodyList, _ tokens: [Token], _ words: BodyWords) -> Bool {
    let first = tokens[list.bodies[0].lowerBound]
    guard first.shape.contains(.upper), first.end - first.start > 2,
      words.adverbs[list.end] == nil, !words.passives.contains(list.end)
    else { return false }
    let rest = list.bodies[0].dropFirst()
    return rest.count <= 4
      && rest.allSatisfy { words.places.contains($0) || tokens[$0].shape.contains(.capitalized) }
  }

  /// Bodies of which no rule knows the first: "Đề nghị Xưởng Tre Nà Khoai, Công an xã và các thôn
  /// tuần tra".
  func listBehindUnknown(
    at start: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> BodyList? {
    guard start < limit, tokens[start].shape.contains(.capitalized),
      let comma = (start + 1..<max(start + 1, min(limit, start + Self.longestUnknown))).first(
        where: { tokens[$0].kind != .syllable || words.stops.contains($0) }),
      isMark(tokens[comma], 0x2C), words.heads[comma + 1]?.kind == .named
    else { return nil }
    let list = bodyList(at: start, before: tokens.count, tokens, words, expected: true)
    return list?.stopped == true ? list : nil
  }
}
