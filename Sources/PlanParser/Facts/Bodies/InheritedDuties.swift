import PlanModel
import PlanText

/// Units under the heading of a body.
extension PlanReader {
  /// Reads what a unit charges the bodies above it with.
  mutating func readInherited(
    _ above: AssignmentContext.Head, _ unit: DutyUnit, _ leaf: FactLeaf
  ) {
    // "Các khoa: tăng cường kiểm tra. Phòng Vật tư bảo đảm thuốc.": the second sentence has its own.
    let own = leaf.isLowest ? sentencesOfOthers(unit) : []
    if let start = own.first?.clause.lowerBound {
      let before = unit.clauses.filter { $0.upperBound <= start }
      readAbove(
        above, DutyUnit(tokens: unit.tokens, words: unit.words, clauses: before), start, leaf)
      for (index, (clause, list)) in own.enumerated() {
        tellOwn(
          list, in: clause, unit, leaf,
          before: index + 1 < own.count ? own[index + 1].clause.lowerBound : nil)
      }
      return
    }
    readAbove(above, unit, nil, leaf)
  }

  /// Reads what a unit, or its sentences up to a place, charges the bodies above it with.
  private mutating func readAbove(
    _ above: AssignmentContext.Head, _ unit: DutyUnit, _ end: Int?, _ leaf: FactLeaf
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
      // "Phối hợp tổ chức hội thi; phối hợp với Công an xã …": the first word decides.
      let opening = self.duty(of: first, from: 0, otherwise: otherwise, unit.tokens, unit.words)
      if opening.role == .support { duty = opening }
    }
    duty.rule = duty.rule ?? above.rule
    duty = self.told(duty, from: 0, otherwise: otherwise, unit)
    // "Nhiệm vụ: soạn kịch bản"
    if duty.start == 0 { duty.start = unit.words.leadIn }
    let count = plan.assignments.count
    let others = labelledLater(unit)
    tellEach(duty, above, unit, leaf, before: others.first?.clause.lowerBound ?? end)
    for (index, (_, list)) in others.enumerated() {
      let names = list.bodies.map { text($0, unit.tokens) }
      let own = Duty(role: .responsible, start: list.end, explicit: false, rule: duty.rule)
      let next = index + 1 < others.count ? others[index + 1].clause.lowerBound : end
      tell(own, names, unit, leaf, before: next)
    }
    if unit.words.partners.isEmpty, duty.role != .support {
      var help = duty
      help.role = .support
      tell(help, above.partners, unit, leaf, before: end)
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

  /// Tells what bodies that a later sentence names are charged with there.
  private mutating func tellOwn(
    _ list: BodyList, in clause: Range<Int>, _ unit: DutyUnit, _ leaf: FactLeaf, before limit: Int?
  ) {
    var own = duty(
      of: clause, from: list.end, otherwise: .responsible, unit.tokens, unit.words)
    own.rule = own.rule ?? list.bodies.first.flatMap { unit.words.heads[$0.lowerBound]?.rule }
    own = told(own, from: list.end, otherwise: .responsible, unit)
    tell(own, bodyNames(list, unit.tokens, unit.words), unit, leaf, before: limit)
  }

  /// The sentences behind the first that begin with one body of its own and what it does, and the
  /// clauses behind them that do.
  private func sentencesOfOthers(_ unit: DutyUnit) -> [(clause: Range<Int>, list: BodyList)] {
    var found: [(clause: Range<Int>, list: BodyList)] = []
    let (tokens, words) = (unit.tokens, unit.words)
    for clause in unit.clauses.dropFirst().prefix(Self.mostLabelled) {
      let mark = tokens[clause.lowerBound - 1]
      guard isMark(mark, 0x2E) || !found.isEmpty && isMark(mark, 0x3B),
        let head = words.heads[clause.lowerBound], head.kind == .named,
        tokens[clause.lowerBound].shape.contains(.capitalized),
        let list = bodyList(at: clause.lowerBound, before: clause.upperBound, tokens, words),
        list.stopped, words.adverbs[list.end] == nil, !words.passives.contains(list.end),
        !words.judgements.contains(list.end), !words.scopes.contains(list.end),
        words.handDowns[list.end] == nil
      else { continue }
      found.append((clause, list))
    }
    return found
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
