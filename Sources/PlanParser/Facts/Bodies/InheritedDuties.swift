import PlanModel
import PlanText

/// Units under the heading of a body.
extension PlanReader {
  /// Reads what a unit charges the bodies above it with.
  mutating func readInherited(
    _ above: AssignmentContext.Head, _ unit: DutyUnit, _ leaf: FactLeaf
  ) {
    let first = unit.clauses[0]
    // Who leads may be said behind a ";": "Là cơ quan đầu mối …; chủ trì tham mưu …".
    let reach = first.lowerBound..<unit.clauses[min(1, unit.clauses.count - 1)].upperBound
    let otherwise = above.otherwise
    var duty = duty(of: reach, from: 0, otherwise: otherwise, unit.tokens, unit.words)
    let told = behindAside(first.lowerBound, before: reach.upperBound, unit.tokens, unit.words)
    if let partner = unit.words.partners.first, partner.lowerBound >= first.upperBound,
      !duty.partners.isEmpty, told < first.upperBound
    {
      // Only the first clause names partners of the whole.
      duty.partners = []
      if duty.role != .lead { duty.role = otherwise }
    }
    duty.rule = duty.rule ?? above.rule
    duty = self.told(duty, from: 0, otherwise: otherwise, unit)
    // "Nhiệm vụ: soạn kịch bản"
    if duty.start == 0 { duty.start = unit.words.leadIn }
    let count = plan.assignments.count
    let others = labelledLater(unit)
    tellEach(duty, above, unit, leaf, before: others.first?.clause.lowerBound)
    for (index, (_, list)) in others.enumerated() {
      let names = list.bodies.map { text($0, unit.tokens) }
      let own = Duty(role: .responsible, start: list.end, explicit: false, rule: duty.rule)
      let next = index + 1 < others.count ? others[index + 1].clause.lowerBound : nil
      tell(own, names, unit, leaf, before: next)
    }
    if unit.words.partners.isEmpty, duty.role != .support {
      var help = duty
      help.role = .support
      tell(help, above.partners, unit, leaf)
    }
    tellLaterPartners(duty, unit, leaf, toldFrom: count)
  }

  /// Tells a duty of the bodies above a unit, of each as the bracket behind its name says unless the unit
  /// says more.
  private mutating func tellEach(
    _ duty: Duty, _ above: AssignmentContext.Head, _ unit: DutyUnit, _ leaf: FactLeaf,
    before limit: Int?
  ) {
    guard let charges = above.charges, !duty.explicit else {
      return tell(duty, above.bodies, unit, leaf, before: limit)
    }
    for (body, charge) in zip(above.bodies, charges) {
      var own = duty
      own.role = AssignmentContext.Head.role(charge) ?? duty.role
      tell(own, [body], unit, leaf, before: limit)
    }
  }

  /// Whether a unit begins with the verb of a Party body, which looks like an office: "Lãnh đạo Ủy ban
  /// nhân dân xã bố trí kinh phí" under "Đảng ủy xã".
  func opensWithLeading(_ unit: DutyUnit) -> Bool {
    guard let verbs = grammar.list("leading-verbs"), unit.tokens.count > 2 else { return false }
    return grammar.entry(in: verbs, unit.tokens, at: 0) != nil
  }

  /// How many clauses of a unit may begin with bodies of their own and a colon.
  private static var mostLabelled: Int { 8 }

  /// The later clauses that a colon parts from their bodies: "Đoàn trường" above "phụ trách văn nghệ;
  /// Công đoàn: lo giải thưởng".
  private func labelledLater(_ unit: DutyUnit) -> [(clause: Range<Int>, list: BodyList)] {
    var found: [(clause: Range<Int>, list: BodyList)] = []
    for clause in unit.clauses.dropFirst().prefix(Self.mostLabelled) {
      guard isMark(unit.tokens[clause.lowerBound - 1], 0x3B),
        let head = unit.words.heads[clause.lowerBound], head.kind != .bare,
        let list = bodyList(
          at: clause.lowerBound, before: clause.upperBound, unit.tokens, unit.words),
        list.end + 1 < clause.upperBound, isMark(unit.tokens[list.end], 0x3A),
        unit.words.heads[list.end + 1] == nil, unit.tokens[list.end + 1].kind == .syllable
      else { continue }
      found.append((clause, list))
    }
    return found
  }
}
