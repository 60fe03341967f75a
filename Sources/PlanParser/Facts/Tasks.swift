import PlanModel

extension PlanReader {
  /// Reads the tasks out of the leaves.
  mutating func readTasks(_ leaves: [FactLeaf]) {}
}
