import PlanModel
import PlanText

/// A leaf, its quantities and what stands around it.
struct TargetContext {
  /// The leaf.
  var leaf: FactLeaf
  /// Its quantities, in order.
  var quantities: [Quantity]
  /// The times it tells.
  var times: TimeTable
  /// What the headings above say.
  var around: TargetSurroundings
  /// The year of the plan.
  var planYear: Int?
  /// Whether the document reports, so that only what is set out by words or headings counts.
  var isReport: Bool
  /// The nearest heading.
  var subject: FactLeaf?

  /// Its tokens.
  var tokens: [Token] { leaf.tokens }
}
