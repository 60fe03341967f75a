import PlanText

/// Bodies that stand in another place than before their duty, or that hand it to their own people.
extension PlanReader {
  /// How many tokens may tell what belongs to a body, and what stands behind a person's name.
  private static var longestMatter: Int { 24 }

  /// The place after the words at `start` that hand work out.
  func handOut(at start: Int, _ words: BodyWords) -> Int? {
    words.handOuts[start] ?? (start > 0 ? words.handOuts[start - 1] : nil)
  }

  /// Whether the name of a body names several at once: "Ủy ban nhân dân các tỉnh".
  func isOfSeveral(_ body: Range<Int>, _ tokens: [Token]) -> Bool {
    guard let words = grammar.list("several-words") else { return false }
    return body.contains { grammar.entry(in: words, tokens, at: $0) != nil }
  }

  /// The place of a person's name behind the verb at `start` that sends somebody: "Cử đồng chí Lò Văn Pá
  /// làm đầu mối"; `nil` where nobody is named.
  func appointing(at start: Int, _ tokens: [Token], _ words: BodyWords) -> Int? {
    guard let verbs = grammar.list("appointing-verbs"),
      let end = grammar.entry(in: verbs, tokens, at: start)?.end, end < tokens.count,
      words.heads[end]?.isNamed == true
    else { return nil }
    return end
  }

  /// The bodies that those of a list charge with what stands behind: "Sở Y tế yêu cầu các đơn vị trực
  /// thuộc …"; `nil` where they charge none, or people of their own.
  func bodies(chargedBy list: BodyList, _ tokens: [Token], _ words: BodyWords) -> BodyList? {
    guard let start = list.bodies.first?.lowerBound, let hand = words.handDowns[list.end],
      let below = bodyList(at: hand.end, before: tokens.count, tokens, words),
      assigning(below, from: start, tokens, words) == nil,
      // "Sở Nội vụ phân công đơn vị trực thuộc": only those who have a name.
      !hand.toNamed || words.heads[hand.end]?.isNamed == true
        || tokens[hand.end].shape.contains(.capitalized),
      // "giao nhiệm vụ cho từng đơn vị, xác định rõ thời hạn" is what the giver does.
      below.stopped && !isMark(tokens[below.end - 1], 0x2C) || hand.end - list.end <= 2
        || below.end >= tokens.count || isMark(tokens[below.end], 0x3A),
      !hand.toSeveral || words.heads[hand.end]?.kind == .group
        // "Sở Tài chính đề nghị UBND các xã phối hợp"
        || below.stopped
          && (words.isCharge(at: below.end)
            || below.bodies.allSatisfy { isOfSeveral($0, tokens) })
    else { return nil }
    return below
  }

  /// The body at `start` that tells its own people off for work: "Ban Giám hiệu phân công các Phó Hiệu
  /// trưởng phụ trách từng lĩnh vực"; `nil` where those told off are a body or have a name.
  func assigning(
    _ below: BodyList, from start: Int, _ tokens: [Token], _ words: BodyWords
  ) -> BodyList? {
    guard let first = below.bodies.first?.lowerBound, first > start, words.heads[start] != nil,
      let verbs = grammar.list("assigning-verbs"),
      let own = bodyList(at: start, before: tokens.count, tokens, words), own.end < first,
      grammar.entry(in: verbs, tokens, at: own.end) != nil, isStaff(at: first, words),
      !below.bodies.allSatisfy({ holdsOffice($0, tokens, words) })
    else { return nil }
    return BodyList(bodies: own.bodies, end: own.end, stopped: true)
  }

  /// Whether people without a name stand at a token: "cán bộ", "các Phó Hiệu trưởng".
  private func isStaff(at place: Int, _ words: BodyWords) -> Bool {
    guard let head = words.heads[place] else { return false }
    return head.kind == .person && !head.isNamed || head.isPeople
      || head.kind == .group
        && words.heads[place + 1].map { $0.kind == .person && !$0.isNamed }
          ?? false
  }

  /// Whether a name is an office in another body: "Giám đốc Sở Y tế", "Thủ trưởng các đơn vị".
  private func holdsOffice(_ name: Range<Int>, _ tokens: [Token], _ words: BodyWords) -> Bool {
    guard let head = words.heads[name.lowerBound], head.kind == .person,
      tokens[name.lowerBound].shape.contains(.capitalized)
    else { return false }
    return name.dropFirst().contains { place in
      words.heads[place].map { $0.kind == .named || $0.kind == .group } ?? false
    }
  }

  /// Whether a later clause only goes on with whom the bodies of its unit tell off among their own:
  /// "… xây dựng kế hoạch; phân công lãnh đạo đơn vị và cán bộ làm đầu mối".
  func tellsOff(_ list: BodyList, in clause: Range<Int>, _ unit: DutyUnit) -> Bool {
    guard let first = list.bodies.first?.lowerBound, first > clause.lowerBound,
      !unit.tokens[clause.lowerBound].shape.contains(.capitalized),
      let verbs = grammar.list("telling-off"),
      grammar.entry(in: verbs, unit.tokens, at: clause.lowerBound) != nil,
      let duties = grammar.list("liaison-duties"), list.end < clause.upperBound,
      grammar.entry(in: duties, unit.tokens, at: list.end) != nil
        || tellsOwnOff(clause.lowerBound, unit)
    else { return false }
    return list.bodies.allSatisfy { isStaff(at: $0.lowerBound, unit.words) }
  }

  /// Whether a verb stands at a place with which a body tells its own people off for whatever work:
  /// "phân công cán bộ chuyên trách theo dõi".
  private func tellsOwnOff(_ place: Int, _ unit: DutyUnit) -> Bool {
    guard let verbs = grammar.list("telling-own-off") else { return false }
    return grammar.entry(in: verbs, unit.tokens, at: place) != nil
  }

  /// The bodies above a unit that its own body only tells one by one: "Mỗi khoa" under "Các khoa chuyên
  /// môn".
  func repeatedBodies(
    _ list: BodyList, under above: AssignmentContext.Head?, _ unit: DutyUnit
  ) -> [String]? {
    guard let above, !above.sentence, list.bodies.count == 1, let body = list.bodies.first,
      body.count > 1, let words = grammar.list("each-words"),
      grammar.entry(in: words, unit.tokens, at: body.lowerBound)?.end == body.lowerBound + 1
    else { return nil }
    let noun = " " + text(body.lowerBound + 1..<body.upperBound, unit.tokens)
    // "Phòng Kinh tế, Công an xã: mỗi đơn vị cử 01 người."
    if above.bodies.count > 1, let nouns = grammar.list("each-nouns"),
      grammar.entry(in: nouns, unit.tokens, at: body.lowerBound + 1)?.end == body.upperBound
    {
      return above.bodies
    }
    let own = above.bodies.first { name in
      name.hasSuffix(noun) || name.contains(noun + " ") || name.contains(noun + ",")
    }
    return own.map { [$0] }
  }

  /// A list of one office with the name of the person behind its colon, where a duty stands behind
  /// that: "Hiệu trưởng: Trần Thị Oanh - Trưởng ban, chỉ đạo chung".
  func withPostedName(
    _ list: BodyList, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> BodyList? {
    guard list.bodies.count == 1, let office = list.bodies.first, list.end + 2 < limit,
      isMark(tokens[list.end], 0x3A), let head = words.heads[office.lowerBound],
      head.kind == .person, !head.isNamed, let surnames = grammar.list("surnames")
    else { return nil }
    var end = list.end + 1
    if let named = words.heads[end], named.isNamed {
      end = named.end
    } else {
      guard grammar.entry(in: surnames, tokens, at: end) != nil,
        tokens[end].shape.contains(.capitalized), tokens[end + 1].shape.contains(.capitalized)
      else { return nil }
    }
    while end < limit, tokens[end].kind == .syllable, tokens[end].shape.contains(.capitalized) {
      end += 1
    }
    guard end + 1 < limit, isMark(tokens[end], 0x2C) || isDash(tokens[end]),
      (end + 1..<min(limit, end + Self.longestMatter)).contains(where: {
        words.stops.contains($0) || words.capitalStops.contains($0)
      })
    else { return nil }
    return BodyList(bodies: [office.lowerBound..<end], end: end, stopped: true)
  }

  /// The bodies to which what the sentence names first belongs: "Việc in ấn thuộc trách nhiệm của
  /// Văn phòng".
  func listItBelongsTo(
    _ clause: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> (list: BodyList, handedOut: Bool)? {
    guard clause.lowerBound == 0, tokens[0].shape.contains(.capitalized),
      let place = (1..<max(1, min(clause.upperBound, Self.longestMatter))).first(where: {
        words.belongs[$0] != nil
      }), let end = words.belongs[place], let head = words.heads[end], head.kind != .bare,
      let list = bodyList(at: end, before: clause.upperBound, tokens, words),
      tokens[list.end..<clause.upperBound].allSatisfy({ $0.kind == .mark })
    else { return nil }
    return (list, true)
  }

  /// The place of the words that give what the sentence names to the bodies of a list.
  func words(givingTo list: BodyList, _ unit: DutyUnit) -> Int? {
    guard let first = list.bodies.first?.lowerBound, first > 1 else { return nil }
    let before = max(1, first - 5)..<first
    if let place = before.first(where: { unit.words.belongs[$0] == first }) { return place }
    // "Việc in ấn giao Văn phòng thực hiện"
    guard unit.words.dones.contains(list.end), let verbs = grammar.list("giving-verbs"),
      let matters = grammar.list("matter-nouns"),
      grammar.entry(in: matters, unit.tokens, at: 0) != nil
    else { return nil }
    return before.first { place in
      grammar.entry(in: verbs, unit.tokens, at: place)?.end == first
        && unit.tokens[..<place].allSatisfy { $0.kind == .syllable || isMark($0, 0x2C) }
    }
  }
}
