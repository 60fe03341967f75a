import PlanModel
import PlanText

extension PlanReader {
  /// Reads the tasks (nhiệm vụ) out of the leaves: rows of task tables, units with labelled lines
  /// under them, and the lowest units of sections that list tasks.
  mutating func readTasks(_ leaves: FactLeaves, year: Int?) {
    let units = labelledUnits(leaves, year: year)
    var index = leaves.first
    while index < leaves.end {
      guard case .cell = leaves[index].kind, let table = leaves[index].source?.table else {
        let above = leaves[index].ancestors.last.map { leaves[$0] }
        readTask(leaves[index], at: index, under: above, units, year: year)
        index += 1
        continue
      }
      let start = index
      while index < leaves.end, case .cell = leaves[index].kind,
        leaves[index].node == leaves[start].node
      {
        index += 1
      }
      readTasks(of: table, leaves[start..<index], year: year)
    }
  }
}
