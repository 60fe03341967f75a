import PlanModel
import PlanText

/// Lines under the heading of a body that say only its role and its partners: "Chủ trì, phối hợp với
/// các ngành liên quan:" over what they do.
extension PlanReader {
  /// How many tokens such a line may have.
  private static var longestRoleLine: Int { 60 }

  /// The bodies above a unit, charged as it says of all that stands under it; `nil` where the unit says
  /// anything to do, or says no role.
  func roleLeadIn(
    _ unit: DutyUnit, _ leaf: FactLeaf, under above: AssignmentContext.Head
  ) -> AssignmentContext.Head? {
    let hasChildren = leaf.source?.children.isEmpty == false
    let last = unit.tokens.count - 1
    guard hasChildren || leaf.kind == .paragraph && isMark(unit.tokens[last], 0x3A),
      unit.clauses.count == 1, last < Self.longestRoleLine,
      unit.words.isCharge(at: 0) || unit.words.partner(from: 0)?.lowerBound == 0
    else { return nil }
    let duty = duty(
      of: unit.clauses[0], from: 0, otherwise: .responsible, unit.tokens, unit.words)
    guard duty.explicit || !duty.partners.isEmpty, saysNoWork(from: duty.start, unit) else {
      return nil
    }
    var head = above
    head.role = duty.role
    head.charge = BodyWords.Charge.Role(rawValue: duty.role.rawValue)
    head.charges = nil
    head.rule = duty.rule ?? above.rule
    head.partners = duty.partners.map { text($0, unit.tokens) }
    return head
  }

  /// Whether a paragraph says nothing but that duties stand below: "Thực hiện các nhiệm vụ sau:".
  func onlyLeadsIn(_ unit: DutyUnit, _ leaf: FactLeaf) -> Bool {
    let last = unit.tokens.count - 1
    guard leaf.kind == .paragraph, isMark(unit.tokens[last], 0x3A), unit.clauses.count == 1
    else { return false }
    let start = behindAside(0, before: unit.tokens.count, unit.tokens, unit.words)
    return saysNoWork(from: start, unit)
  }

  /// Whether a heading says of the bodies of a list only that they have the duties below it: "Tổ giúp
  /// việc có nhiệm vụ:".
  func onlyCharges(_ list: BodyList, _ unit: DutyUnit, _ leaf: FactLeaf) -> Bool {
    guard leaf.kind == .heading, unit.clauses.count == 1, list.bodies.first?.lowerBound == 0
    else { return false }
    let duty = duty(
      of: unit.clauses[0], from: list.end, otherwise: .responsible, unit.tokens, unit.words)
    return duty.explicit && saysNoWork(from: duty.start, unit)
  }

  /// Whether nothing stands from a place on but a word before those who are meant, and its colon: "Giao
  /// các sở quản lý chuyên ngành gồm:".
  func onlyListsMembers(from start: Int, _ unit: DutyUnit) -> Bool {
    let last = unit.tokens.count - 1
    guard isMark(unit.tokens[last], 0x3A), let words = grammar.list("member-words") else {
      return false
    }
    return grammar.entry(in: words, unit.tokens, at: start)?.end == last
  }

  /// Whether nothing stands from a place on but words that only lead to what stands below: "thực hiện
  /// các nhiệm vụ sau:".
  func saysNoWork(from start: Int, _ unit: DutyUnit) -> Bool {
    let tokens = unit.tokens
    guard let words = (start..<tokens.count).first(where: { tokens[$0].kind != .mark }) else {
      return true
    }
    guard isMark(tokens[tokens.count - 1], 0x3A), let rests = grammar.list("lead-in-words")
    else { return false }
    var place = words
    while place < tokens.count, let end = grammar.entry(in: rests, tokens, at: place)?.end {
      place = end
    }
    return tokens[place...].allSatisfy { $0.kind == .mark }
  }
}
