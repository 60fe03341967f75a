import PlanModel
import PlanText

/// A leaf, its quantities and what stands around it: a class, since each draft of a target holds it.
final class TargetContext {
  /// The leaf.
  let leaf: FactLeaf
  /// Its quantities, in order.
  let quantities: [Quantity]
  /// The times it tells.
  let times: TimeTable
  /// What the headings above say.
  let around: TargetSurroundings
  /// The year of the plan.
  let planYear: Int?
  /// Whether the document reports, so that only what is set out by words or headings counts.
  let isReport: Bool
  /// The nearest heading.
  let subject: FactLeaf?

  init(
    leaf: FactLeaf, quantities: [Quantity], times: TimeTable, around: TargetSurroundings,
    planYear: Int?, isReport: Bool, subject: FactLeaf?
  ) {
    self.leaf = leaf
    self.quantities = quantities
    self.times = times
    self.around = around
    self.planYear = planYear
    self.isReport = isReport
    self.subject = subject
  }

  /// Its tokens.
  var tokens: [Token] { leaf.tokens }
}
