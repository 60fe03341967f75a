import PlanText

/// Helpers that a comma parts from who leads: "Phòng Kinh tế chủ trì, Công an xã phối hợp thực hiện".
extension PlanReader {
  /// How many tokens before "phối hợp" the helpers are looked for.
  private static var longestHelpers: Int { 40 }

  /// Clauses in which helpers that are told behind a comma make one of their own.
  func withHelpersApart(
    _ clauses: [Range<Int>], _ tokens: [Token], _ words: BodyWords
  ) -> [Range<Int>] {
    guard words.charges.contains(where: { $0.role == .support }) else { return clauses }
    return clauses.flatMap { clause in
      let comma = helpersStart(in: clause, tokens, words)
      return comma.map { [clause.lowerBound..<$0, $0 + 1..<clause.upperBound] } ?? [clause]
    }
  }

  /// The comma before the helpers of a clause, behind the word that says who leads.
  private func helpersStart(in clause: Range<Int>, _ tokens: [Token], _ words: BodyWords) -> Int? {
    let index = words.charge(from: clause.lowerBound)
    guard
      let help = words.charges[index...].first(where: { $0.role == .support })?.range,
      help.upperBound <= clause.upperBound,
      words.partner(from: help.lowerBound)?.lowerBound != help.lowerBound
    else { return nil }
    let start = max(clause.lowerBound + 2, help.lowerBound - Self.longestHelpers)
    guard start < help.lowerBound else { return nil }
    return (start..<help.lowerBound).first { place in
      guard isMark(tokens[place], 0x2C), let head = words.heads[place + 1], head.kind != .bare,
        leads(clause.lowerBound..<place, words)
      else { return false }
      let list = bodyList(at: place + 1, before: clause.upperBound, tokens, words)
      return list?.stopped == true && list?.end == help.lowerBound
    }
  }

  /// Whether some tokens end with a word that says who leads: "chủ trì", "làm đầu mối".
  private func leads(_ range: Range<Int>, _ words: BodyWords) -> Bool {
    let index = words.charge(from: max(range.lowerBound, range.upperBound - 4))
    if index < words.charges.count, case let charge = words.charges[index],
      charge.role != .support, charge.range.upperBound == range.upperBound
    {
      return true
    }
    return (max(range.lowerBound, range.upperBound - 8)..<range.upperBound).contains {
      words.asides[$0] == range.upperBound
    }
  }
}
