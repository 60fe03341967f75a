import PlanModel
import PlanText

/// Finds who helps with what a unit tells behind its first duty.
extension PlanReader {
  /// How many partners behind the first of a unit are looked for.
  private static var mostLaterPartners: Int { 8 }

  /// A duty with its words, where nothing stands behind its partners: "phối hợp với các lán thợ vá
  /// lưới"; where no rule tells that they end, none are told.
  func told(
    _ duty: Duty, from start: Int, otherwise: AssignmentRole, _ unit: DutyUnit
  ) -> Duty {
    guard let last = duty.partners.last,
      unit.tokens[min(duty.start, unit.tokens.count)...].allSatisfy({ $0.kind == .mark })
    else { return duty }
    var whole = duty
    whole.start = start
    if cut(last, unit.tokens, unit.words) < last.upperBound {
      whole.partners = []
      if duty.role != .lead { whole.role = otherwise }
    }
    return whole
  }

  /// "…; phối hợp với Công an xã kiểm tra": who helps with what is told behind the first duty.
  mutating func tellLaterPartners(
    _ duty: Duty, _ unit: DutyUnit, _ leaf: FactLeaf, toldFrom first: Int
  ) {
    let tokens = unit.tokens
    var end = max(duty.start, duty.partners.last?.upperBound ?? 0)
    var clauses = unit.clauses[...]
    for partner in unit.words.partners.prefix(Self.mostLaterPartners + 1) {
      while let clause = clauses.first, clause.upperBound <= partner.lowerBound {
        clauses.removeFirst()
      }
      guard let clause = clauses.first else { return }
      // "Theo dõi việc Công an xã chủ trì, phối hợp với Trạm Y tế": that one's partner.
      if let other = duty.other, clause.contains(other), partner.lowerBound >= other { continue }
      guard partner.lowerBound >= end, clause.contains(partner.lowerBound),
        let whole = bodyList(
          at: partner.upperBound, before: clause.upperBound, tokens, unit.words, expected: true)
          // "Đoàn trường vận động học sinh, phối hợp với chuyên môn tổ chức hội thi"
          ?? (clause == unit.clauses.first
            ? unknownPartners(at: partner.upperBound, before: clause.upperBound, tokens, unit.words)
            : nil)
      else { continue }
      let list = withoutDuty(whole, tokens, unit.words) ?? whole
      end = list.end
      let told = Set(plan.assignments[first...].map(\.body))
      var other = Duty(role: .support, start: list.end, explicit: true)
      other.partners = list.bodies.filter { !told.contains(text($0, tokens)) }
      other.rule = duty.rule
      // "Kiểm tra chợ với sự phối hợp của Trạm Y tế": what is done stands before it.
      let isBehind = unit.words.behinds.contains(partner.lowerBound)
      if isBehind { other.start = max(duty.start, clause.lowerBound) }
      tell(
        other, [], unit, leaf, before: isBehind ? partner.lowerBound : clause.upperBound)
    }
  }
}
