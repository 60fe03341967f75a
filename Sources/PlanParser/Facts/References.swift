import PlanModel

extension PlanReader {
  /// Reads the references out of the leaves.
  mutating func readReferences(_ leaves: [FactLeaf]) {}
}
