import PlanModel
import PlanText

/// The bodies under whose headings tasks stand: "a) Sở Công Thương:" above "- Chủ trì, phối hợp với Sở
/// Tài chính rà soát dự án".
struct TaskHeads {
  /// What was found above tasks, by the place of the leaf; `nil` of those that name no body.
  private var found: [Int: AssignmentContext.Head?] = [:]

  /// What the leaf at a place names, found once.
  mutating func head(
    at place: Int, _ find: () -> AssignmentContext.Head?
  ) -> AssignmentContext.Head? {
    if let known = found[place] { return known }
    let head = find()
    found[place] = .some(head)
    return head
  }
}

extension PlanReader {
  /// How many tokens a heading that is about bodies may have.
  private static var longestTaskHead: Int { 48 }

  /// Charges a task with the bodies that it stands under, as its own words say.
  mutating func chargeFromAbove(
    _ task: inout PlanTask, _ leaf: FactLeaf, _ leaves: FactLeaves, _ heads: inout TaskHeads
  ) {
    guard task.lead.isEmpty, task.support.isEmpty, let above = head(above: leaf, leaves, &heads)
    else { return }
    let unit = dutyUnit(leaf)
    guard let clause = unit.clauses.first,
      subject(of: clause, unit.tokens, unit.words, isUnderBody: true) == nil
    else { return }
    let duty = duty(of: clause, from: 0, otherwise: above.role, unit.tokens, unit.words)
    let partners = duty.partners.map { text($0, unit.tokens) }
    if duty.role == .support {
      task.support = above.bodies
    } else {
      task.lead = above.bodies
      task.support = partners.isEmpty ? above.partners : partners
    }
  }

  /// The bodies that the nearest leaf above a task names, where that is about bodies.
  private mutating func head(
    above leaf: FactLeaf, _ leaves: FactLeaves, _ heads: inout TaskHeads
  ) -> AssignmentContext.Head? {
    for place in leaf.ancestors.reversed() {
      let title = leaves[place]
      guard lists(title.role) else { return nil }
      if let head = heads.head(at: place, { taskHead(title) }) { return head }
    }
    return nil
  }

  /// The bodies that a heading or a lead-in is about and nothing else: "Sở Công Thương:", "Sở Y tế chủ
  /// trì, phối hợp với Sở Tài chính:".
  private func taskHead(_ leaf: FactLeaf) -> AssignmentContext.Head? {
    guard !leaf.tokens.isEmpty, leaf.tokens.count <= Self.longestTaskHead else { return nil }
    let unit = dutyUnit(leaf)
    guard unit.clauses.count == 1,
      let (list, handedOut) = subject(of: unit.clauses[0], unit.tokens, unit.words),
      let first = list.bodies.first, let head = unit.words.heads[first.lowerBound],
      head.kind != .bare, !head.isPeople,
      // "Giao Sở Y tế:"; "Đối với giáo viên" says whom the work is for.
      first.lowerBound == 0 || handedOut && unit.words.handOutsToBodies.contains(first.lowerBound)
    else { return nil }
    let isWhole =
      !list.stopped && list.end >= unit.tokens.count - 1
      && (head.kind == .person || isCalledByName(first, unit.tokens))
    let duty = duty(
      of: unit.clauses[0], from: list.end, otherwise: .responsible, unit.tokens, unit.words)
    let leads =
      isMark(unit.tokens[unit.tokens.count - 1], 0x3A) || leaf.kind == .heading || handedOut
    guard isWhole || leads && duty.explicit && saysNoWork(from: duty.start, unit) else {
      return nil
    }
    let bodies = bodyNames(list, unit.tokens, unit.words)
    let charge = bracketedCharge(list, unit.tokens, unit.words)
    return AssignmentContext.Head(
      bodies: bodies, partners: duty.partners.map { text($0, unit.tokens) },
      role: AssignmentContext.Head.role(charge) ?? duty.role, rule: head.rule, sentence: false)
  }

  /// Whether words name a body and not what the work is about: "Sở Y tế", "Các phòng, ban"; not "Cụm
  /// công nghiệp", "Cảng, bến".
  private func isCalledByName(_ name: Range<Int>, _ tokens: [Token]) -> Bool {
    if let words = grammar.list("body-openings"),
      grammar.entry(in: words, tokens, at: name.lowerBound) != nil
    {
      return true
    }
    return name.dropFirst().contains {
      tokens[$0].shape.contains(.capitalized) && tokens[$0].kind == .syllable
    }
  }
}
