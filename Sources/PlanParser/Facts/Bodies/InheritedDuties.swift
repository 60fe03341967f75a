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
    tell(duty, above.bodies, unit, leaf)
    if unit.words.partners.isEmpty, duty.role != .support {
      var help = duty
      help.role = .support
      tell(help, above.partners, unit, leaf)
    }
    tellLaterPartners(duty, unit, leaf, toldFrom: count)
  }
}
