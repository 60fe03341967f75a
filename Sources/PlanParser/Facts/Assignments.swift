import PlanModel

extension PlanReader {
  /// Reads the assignments out of the leaves.
  mutating func readAssignments(_ leaves: [FactLeaf]) {}
}
