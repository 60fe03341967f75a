import PlanModel
import PlanText

/// Lists of jobs, each with those who do it behind a colon: "Âm thanh, ánh sáng: Đoàn Thanh niên".
extension PlanReader {
  /// How many tokens may tell a job.
  private static var longestJob: Int { 12 }

  /// Tells of the job that a unit hands to the bodies behind its colon; false when it hands out none.
  ///
  /// Nothing but bodies stands behind the colon, and no body before it: "Ban giám khảo: cô Lan" tells
  /// who belongs to it.
  mutating func readHandedJob(_ unit: DutyUnit, _ leaf: FactLeaf) -> Bool {
    let (tokens, words) = (unit.tokens, unit.words)
    guard leaf.kind == .item, leaf.isLowest,
      leaf.role == .assignment && !leaf.tells(.noBody) || namesCharge(unit),
      tokens[0].shape.contains(.capitalized),
      let colon = tokens.prefix(Self.longestJob).firstIndex(where: { isMark($0, 0x3A) }),
      colon > 1, tokens[..<colon].allSatisfy({ $0.kind == .syllable || isMark($0, 0x2C) }),
      !(0..<colon).contains(where: { words.heads[$0].map { $0.kind != .bare } ?? false }),
      lineMatches(Array(tokens[..<colon])).allSatisfy({ meaning($0) != .taskHeading }),
      let list = bodyList(at: colon + 1, before: tokens.count, tokens, words), !list.stopped,
      tokens[list.end...].allSatisfy({ $0.kind == .mark }),
      list.bodies.allSatisfy({ words.heads[$0.lowerBound].map { $0.kind != .bare } ?? false })
    else { return false }
    let duty = Duty(
      role: .responsible, start: 0, explicit: false,
      rule: words.heads[list.bodies[0].lowerBound]?.rule)
    tell(duty, list.bodies.map { text($0, tokens) }, unit, leaf, before: colon)
    return true
  }

  /// Whether a unit begins with a word for what somebody is charged with: "Đầu mối tổng hợp: Văn phòng".
  private func namesCharge(_ unit: DutyUnit) -> Bool {
    guard let nouns = grammar.list("charge-nouns") else { return false }
    return grammar.entry(in: nouns, unit.tokens, at: 0) != nil
  }
}
