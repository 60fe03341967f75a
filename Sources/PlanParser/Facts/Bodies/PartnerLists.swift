import PlanText

/// Lists of partners that hold a semicolon: "chủ trì, phối hợp với các Sở: Tài chính, Xây dựng; Ủy ban
/// nhân dân các xã và các đơn vị liên quan tổ chức hội chợ".
extension PlanReader {
  /// Clauses in which one that ends within a list of partners, before any duty, goes on to the end
  /// of the clause in which the duty stands.
  func withWholePartners(
    _ clauses: [Range<Int>], _ tokens: [Token], _ words: BodyWords
  ) -> [Range<Int>] {
    guard clauses.count > 1, !words.partners.isEmpty else { return clauses }
    var result: [Range<Int>] = []
    for clause in clauses {
      if let last = result.last, endsInPartners(last, tokens, words),
        goesOn(clause, tokens, words, alone: opensWithPartners(last, tokens, words))
      {
        result[result.count - 1] = last.lowerBound..<clause.upperBound
      } else {
        result.append(clause)
      }
    }
    return result
  }

  /// Whether a clause ends with a semicolon behind partners, and says nothing to do.
  private func endsInPartners(
    _ clause: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> Bool {
    guard clause.upperBound < tokens.count, isMark(tokens[clause.upperBound], 0x3B),
      let partner = words.partner(from: clause.lowerBound),
      partner.upperBound < clause.upperBound,
      let list = bodyList(
        at: partner.upperBound, before: clause.upperBound, tokens, words, expected: true)
    else { return false }
    // "phối hợp với các thôn dựng rạp; …" tells what to do, though no rule knows the verb.
    return !list.stopped && list.end >= clause.upperBound
      && list.bodies.last.map { cut($0, tokens, words) == $0.upperBound } ?? false
  }

  /// Whether nothing stands in a clause before its partners but bodies that lead: "Sở Nội vụ chủ trì,
  /// phối hợp với …".
  private func opensWithPartners(
    _ clause: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> Bool {
    guard let partner = words.partner(from: clause.lowerBound) else { return false }
    var place = subject(of: clause, tokens, words)?.list.end ?? clause.lowerBound
    var leads = false
    while place < partner.lowerBound {
      let charge = words.charge(from: place)
      if tokens[place].kind == .mark {
        place += 1
      } else if charge < words.charges.count, words.charges[charge].range.lowerBound == place {
        if words.charges[charge].role == .lead { leads = true }
        place = words.charges[charge].range.upperBound
      } else {
        return false
      }
    }
    return leads
  }

  /// Whether a clause begins with bodies that are charged with nothing of their own: a duty stands
  /// behind them, and no word of a role.
  ///
  /// One body may be the last of the list where nothing is told to be done before it (`alone`).
  private func goesOn(
    _ clause: Range<Int>, _ tokens: [Token], _ words: BodyWords, alone: Bool
  ) -> Bool {
    guard
      let list = bodyList(at: clause.lowerBound, before: clause.upperBound, tokens, words)
    else { return false }
    if !list.stopped {
      return clause.upperBound < tokens.count && isMark(tokens[clause.upperBound], 0x3B)
        || (list.bodies.count > 1 || alone) && withoutDuty(list, tokens, words) != nil
    }
    let charge = words.charge(from: list.end)
    return (list.bodies.count > 1 || alone)
      && (charge == words.charges.count || words.charges[charge].range.lowerBound > list.end)
  }

  /// The place behind the words that only tie a duty to the partner before it: "phối hợp với nhà
  /// trường trong việc | đưa đón học sinh".
  func behindLink(_ start: Int, before limit: Int, _ unit: DutyUnit) -> Int {
    guard let end = unit.words.links[start], end < limit else { return start }
    // "phối hợp với nhà trường trong việc này"
    let pointsBack = grammar.list("named-before").flatMap {
      grammar.entry(in: $0, unit.tokens, at: end)
    }
    return pointsBack == nil ? end : start
  }
}
