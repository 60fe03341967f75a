import PlanModel

extension PlanReader {
  /// Reads the targets out of the leaves.
  mutating func readTargets(_ leaves: [FactLeaf]) {}
}
