import PlanModel

extension PlanReader {
  /// Reads the funding out of the leaves.
  mutating func readFunding(_ leaves: [FactLeaf]) {}
}
