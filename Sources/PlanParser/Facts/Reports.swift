import PlanModel

extension PlanReader {
  /// Reads the reports out of the leaves.
  mutating func readReports(_ leaves: [FactLeaf]) {}
}
