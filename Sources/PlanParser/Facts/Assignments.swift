import PlanModel
import PlanText

/// Reads who is charged with what (phân công) in the sections that hand duties out.
extension PlanReader {
  /// Reads the assignments out of the leaves.
  mutating func readAssignments(_ leaves: [FactLeaf]) {
    var context = AssignmentContext()
    for index in leaves.indices where tellsDuty(leaves[index]) {
      readDuties(leaves[index], index, &context)
    }
  }

  /// Whether duties are told in a leaf.
  private mutating func tellsDuty(_ leaf: FactLeaf) -> Bool {
    guard leaf.role == .assignment || leaf.role == .implementation, !leaf.tokens.isEmpty,
      leaf.zone == .body || leaf.zone == .appendix
    else { return false }
    switch leaf.kind {
    case .heading, .item, .paragraph: break
    case .title, .cell: return false
    }
    // "(Kèm theo Phụ lục …)"; "Cơ quan chủ trì: …" belongs to the unit above.
    let matches = lineMatches(Array(leaf.tokens.prefix(24)))
    return !matches.contains { meaning($0) == .noDuty || meaning($0) == .taskLabel }
  }

  private mutating func readDuties(
    _ leaf: FactLeaf, _ index: Int, _ context: inout AssignmentContext
  ) {
    let unit = DutyUnit(tokens: leaf.tokens, words: bodyWords(leaf), clauses: clauses(leaf.tokens))
    guard !unit.clauses.isEmpty else { return }
    let above = context.bodies(above: leaf)
    if let found = subject(of: unit, alone: above == nil) {
      var list = found.list
      if leaf.kind != .heading, leaf.source?.children.isEmpty ?? true,
        isMark(unit.tokens[unit.tokens.count - 1], 0x2E)
      {
        list = withoutDuty(list, unit.tokens, unit.words) ?? list
      }
      readOwn(list, found.handedOut, unit, leaf, index, &context)
    } else if isLine(unit, leaf) {
      // "Chế độ báo cáo": a heading that lost its number and names nobody.
      context.line(leaf, nil)
    } else if let above, leaf.kind != .heading, leaf.source?.children.isEmpty ?? true,
      !above.sentence || unit.words.stops.contains(0) || unit.words.opening != nil
    {
      readInherited(above, unit, leaf)
    }
  }

  /// The bodies that a unit is about; of one that stands alone, those of a later sentence too.
  private func subject(
    of unit: DutyUnit, alone: Bool
  ) -> (list: BodyList, handedOut: Bool)? {
    if let found = subject(of: unit.clauses[0], unit.tokens, unit.words) { return found }
    guard alone else { return nil }
    // "Kế hoạch này được lồng ghép …. Các thành viên Tổ công tác triển khai …"
    for clause in unit.clauses.dropFirst().prefix(3) {
      if let found = subject(of: clause, unit.tokens, unit.words), found.list.stopped {
        return found
      }
    }
    return nil
  }

  /// Whether a leaf is a short line without a full stop that says nothing to do.
  private func isLine(_ unit: DutyUnit, _ leaf: FactLeaf) -> Bool {
    leaf.kind == .paragraph && (leaf.source?.children.isEmpty ?? true) && unit.clauses.count == 1
      && unit.tokens.count < 12 && !isMark(unit.tokens[unit.tokens.count - 1], 0x2E)
      && !unit.words.stops.contains(0)
  }

  // MARK: Units that name their bodies

  private mutating func readOwn(
    _ list: BodyList, _ handedOut: Bool, _ unit: DutyUnit, _ leaf: FactLeaf, _ index: Int,
    _ context: inout AssignmentContext
  ) {
    let tokens = unit.tokens
    let names = list.bodies.map { text($0, tokens) }
    let place = unit.clauses.firstIndex { $0.upperBound >= list.end } ?? unit.clauses.count - 1
    let duty = duty(
      of: unit.clauses[place], from: list.end, otherwise: .responsible, tokens, unit.words)
    let whole = !list.stopped && list.end >= tokens.count - 1
    let lowest = leaf.source?.children.isEmpty ?? true
    if whole || !lowest {
      let last = tokens[tokens.count - 1]
      context.head(
        index, names, role: duty.role, sentence: list.stopped && !isMark(last, 0x3A))
      if whole, lowest, leaf.kind == .paragraph, tokens.count < 30 {
        // A heading that lost its number: what follows beside it is under it.
        context.line(leaf, names)
      }
      if duty.explicit, list.stopped { tell(duty, names, leaf) }
      return
    }
    // In running text a name ends where a duty begins.
    guard list.stopped || handedOut else { return }
    tell(duty, names, leaf)
    for clause in unit.clauses.dropFirst(place + 1) {
      // "…; giao Sở Y tế hướng dẫn …": another duty in the same unit.
      guard let (next, handedOut) = subject(of: clause, tokens, unit.words), handedOut,
        next.stopped
      else { continue }
      let other = self.duty(
        of: clause, from: next.end, otherwise: .responsible, tokens, unit.words)
      tell(other, next.bodies.map { text($0, tokens) }, leaf)
    }
  }

  // MARK: Units under a body's heading

  private mutating func readInherited(
    _ above: AssignmentContext.Head, _ unit: DutyUnit, _ leaf: FactLeaf
  ) {
    let first = unit.clauses[0]
    // Who leads may be said behind a ";": "Là cơ quan đầu mối …; chủ trì tham mưu …".
    let reach = first.lowerBound..<unit.clauses[min(1, unit.clauses.count - 1)].upperBound
    let otherwise: AssignmentRole = above.role == .lead ? .lead : .responsible
    var duty = duty(of: reach, from: 0, otherwise: otherwise, unit.tokens, unit.words)
    if let partner = unit.words.partners.first, partner.lowerBound >= first.upperBound,
      !duty.partners.isEmpty
    {
      // Only the first clause names partners of the whole.
      duty.partners = []
      if duty.role != .lead { duty.role = otherwise }
    }
    tell(duty, above.bodies, leaf)
  }

  /// Adds the assignments of a duty.
  private mutating func tell(_ duty: Duty, _ subjects: [String], _ leaf: FactLeaf) {
    let tokens = leaf.tokens
    var start = min(duty.start, tokens.count)
    while start < tokens.count, tokens[start].kind == .mark, !isMark(tokens[start], 0x28) {
      start += 1
    }
    guard start < tokens.count else { return }
    let span = span(tokens, start..<tokens.count)
    let text = folder.fold(span)
    let rule = traced(duty.rule)
    for body in subjects {
      plan.assignments.append(
        Assignment(
          body: body, role: duty.role, duty: text, node: leaf.node, span: span, rule: rule))
    }
    for partner in duty.partners {
      plan.assignments.append(
        Assignment(
          body: self.text(partner, tokens), role: .support, duty: text, node: leaf.node,
          span: span, rule: rule))
    }
  }
}
