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

  /// What the bracket charges the body of a list to be.
  func bracketedCharge(
    _ list: BodyList, _ tokens: [Token], _ words: BodyWords
  ) -> BodyWords.Charge.Role? {
    guard list.bodies.count == 1, let open = list.bodies.first?.upperBound, open < list.end,
      isMark(tokens[open], 0x28)
    else { return nil }
    return charge(in: open..<list.end, words)
  }

  /// What the charge that opens the bracket of some tokens is.
  private func charge(in range: Range<Int>, _ words: BodyWords) -> BodyWords.Charge.Role? {
    range.dropFirst().prefix(3).lazy.compactMap { words.bracketed[$0] }
      .first { $0.range.upperBound <= range.upperBound }?.role
  }
}
