import PlanModel

/// How the numbers and the hours of rows stand beside their cells in the layout of a page.
extension PlanReader {
  /// How the numbers of the rows stand beside their cells; `nil` when rows have no numbers.
  func alignment(of blocks: [[CellLine]], hasOrdinals: Bool) -> RowCutter.Alignment? {
    let numbered = blocks.joined().count { $0.hasOrdinal }
    guard numbered > 1 || (hasOrdinals && numbered > 0) else { return nil }
    let costs = self.costs(of: blocks)
    let known = costs[1] < costs[0] ? RowCutter.Alignment.top : .middle
    return costs[2] < min(costs[0], costs[1]) ? .raised : known
  }

  /// How the hours of a programme stand beside their rows; `nil` unless each row has its own, beside
  /// the middle of its cells.
  func alignment(ofHours blocks: [[CellLine]]) -> RowCutter.Alignment? {
    let timed = blocks.joined().filter { !$0.isGroup && !$0.closesTime && $0.cells[0] != nil }
    guard timed.count > 1, timed.allSatisfy(\.hasOrdinal) else { return nil }
    let costs = self.costs(of: blocks)
    return costs[0] < costs[1] ? .middle : nil
  }

  /// What each alignment costs.
  private func costs(of blocks: [[CellLine]]) -> [Int] {
    RowCutter.Alignment.allCases.map { alignment -> Int in
      blocks.flatMap { parts(of: $0) }.reduce(0) { sum, part in
        sum
          + RowCutter(part, rights: rights(of: part), alignment: alignment)
          .cut(continues: true).cost
      }
    }
  }

  /// The lines of a page between those that head others.
  func parts(of lines: [CellLine]) -> [[CellLine]] {
    lines.split { $0.isGroup }.map { Array($0) }
  }

  func rights(of lines: [CellLine]) -> [Int] {
    guard let first = lines.first else { return [] }
    return first.cells.indices.map { column in
      lines.map { $0.cells[column]?.end ?? 0 }.max() ?? 0
    }
  }
}
