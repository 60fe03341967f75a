import PlanText

/// Bodies behind a comma that have a duty of their own: "Công an xã bảo đảm an ninh, Trạm Y tế trực
/// cấp cứu".
extension PlanReader {
  /// How many tokens before a comma a list of names that goes on behind it is looked for.
  private static var longestNames: Int { 14 }
  /// How many bodies behind commas a unit may have.
  private static var mostLaterBodies: Int { 16 }

  /// A unit in which such bodies begin clauses of their own; `start` is where the bodies end that the
  /// unit begins with.
  func withBodiesApart(_ unit: DutyUnit, from start: Int) -> DutyUnit {
    var clauses: [Range<Int>] = []
    var left = Self.mostLaterBodies
    for clause in unit.clauses {
      var begin = clause.lowerBound
      var open = max(start, begin)
      var depth = 0
      for place in clause where place >= open && left > 0 {
        if isMark(unit.tokens[place], 0x28) { depth += 1 }
        if isMark(unit.tokens[place], 0x29) { depth = max(0, depth - 1) }
        guard depth == 0, isMark(unit.tokens[place], 0x2C),
          let end = chargedBodies(
            behind: place, since: open, before: clause.upperBound, unit,
            // "…, Công an xã phối hợp, các thôn thực hiện"
            isFurther: begin > 0 && isMark(unit.tokens[begin - 1], 0x2C))
            ?? orderedBodies(behind: place, since: open, before: clause.upperBound, unit)?.end
        else { continue }
        clauses.append(begin..<place)
        (begin, open) = (place + 1, end)
        left -= 1
      }
      if begin < clause.upperBound { clauses.append(begin..<clause.upperBound) }
    }
    if clauses.count == unit.clauses.count { return unit }
    return DutyUnit(tokens: unit.tokens, words: unit.words, clauses: clauses)
  }

  /// Where the bodies behind a comma end that are charged with something themselves; `nil` when none
  /// are, or nothing is told of those before it, who stand up to `open`.
  private func chargedBodies(
    behind comma: Int, since open: Int, before limit: Int, _ unit: DutyUnit, isFurther: Bool
  ) -> Int? {
    let (tokens, words) = (unit.tokens, unit.words)
    guard let head = words.heads[comma + 1],
      head.kind == .named || head.kind == .person || isFurther && head.kind == .group,
      open < comma,
      let list = bodyList(at: comma + 1, before: limit, tokens, words), list.stopped,
      words.adverbs[list.end] == nil, !words.passives.contains(list.end),
      !words.scopes.contains(list.end), !words.judgements.contains(list.end),
      !words.musts.contains(list.end)
    else { return nil }
    return isInsideNames(comma, since: open, before: limit, tokens, words) ? nil : list.end
  }

  /// The bodies that the ones before a comma charge behind it: "Phó Bí thư trực tiếp chỉ đạo, giao
  /// Văn phòng Đảng ủy chủ trì"; `nil` when they charge none, or people of their own.
  private func orderedBodies(
    behind comma: Int, since open: Int, before limit: Int, _ unit: DutyUnit
  ) -> BodyList? {
    let words = unit.words
    guard open < comma, words.orders.contains(comma), let hand = words.handOuts[comma],
      // "giao cơ quan tài chính rà soát" too, though the words are common.
      words.heads[hand].map({ $0.kind == .named || $0.kind == .bare && $0.end > hand + 2 })
        == true,
      let list = bodyList(at: hand, before: limit, unit.tokens, words), list.stopped
    else { return nil }
    return list
  }

  /// The last bodies that those who stand up to `open` charge in a clause, before a place.
  func lastOrdered(in clause: Range<Int>, since open: Int, before place: Int, _ unit: DutyUnit)
    -> BodyList?
  {
    let start = max(open, clause.lowerBound)
    for comma in (start..<max(start, place)).reversed() where unit.words.orders.contains(comma) {
      if let list = orderedBodies(behind: comma, since: open, before: clause.upperBound, unit) {
        return list
      }
    }
    return nil
  }

  /// Whether a list of names that begins behind `open` goes on behind a comma: "phối hợp với Công an
  /// xã, Trạm Y tế kiểm tra".
  func isInsideNames(
    _ comma: Int, since open: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Bool {
    (max(open, comma - Self.longestNames)..<comma).contains { place in
      let isPartner = words.partner(from: place - 1).map { $0.upperBound == place } ?? false
      return (words.heads[place] != nil || isPartner)
        && bodyList(at: place, before: limit, tokens, words, expected: isPartner)
          .map { $0.end > comma } ?? false
    }
  }
}
