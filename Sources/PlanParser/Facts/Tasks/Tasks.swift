import PlanModel
import PlanText

extension PlanReader {
  /// Reads the tasks (nhiệm vụ) out of the leaves: rows of task tables, units with labelled lines
  /// under them, and the lowest units of sections that list tasks; gives the places of the lines
  /// that only label.
  mutating func readTasks(_ leaves: FactLeaves, year: Int?) -> Set<Int> {
    let units = labelledUnits(leaves, year: year)
    var heads = TaskHeads()
    var index = leaves.first
    while index < leaves.end {
      guard case .cell = leaves[index].kind, let table = leaves[index].source?.table else {
        let next = index + 1 < leaves.end ? leaves[index + 1] : nil
        if !headsBullets(leaves[index], before: next) {
          readTask(at: index, of: leaves, units, &heads, year: year)
        }
        index += 1
        continue
      }
      let start = index
      while index < leaves.end, case .cell = leaves[index].kind,
        leaves[index].node == leaves[start].node
      {
        index += 1
      }
      readTasks(of: table, start..<index, leaves, year: year)
    }
    return units.labels
  }
}
