import PlanModel
import PlanText

extension PlanReader {
  /// Reads the tasks (nhiệm vụ) out of the leaves: rows of task tables, units with labelled lines
  /// under them, and the lowest units of sections that list tasks.
  mutating func readTasks(_ leaves: [FactLeaf]) {
    let year = leaves.first { $0.kind == .title }.flatMap { titleYear($0) }
    let units = labelledUnits(leaves, year: year)
    var index = 0
    while index < leaves.count {
      guard case .cell = leaves[index].kind, let table = leaves[index].source?.table else {
        let above = leaves[index].ancestors.last.map { leaves[$0] }
        if !headsBullets(leaves[index], before: index + 1 < leaves.count ? leaves[index + 1] : nil)
        {
          readTask(leaves[index], at: index, under: above, units, year: year)
        }
        index += 1
        continue
      }
      let start = index
      while index < leaves.count, case .cell = leaves[index].kind,
        leaves[index].node == leaves[start].node
      {
        index += 1
      }
      readTasks(of: table, leaves[start..<index], year: year)
    }
  }
}
