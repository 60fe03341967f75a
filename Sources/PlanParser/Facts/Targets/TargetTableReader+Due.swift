import PlanModel
import PlanText

/// Finds when the rows of a table of targets are to reach their values.
extension PlanReader {
  /// When the row of a cell at some place is to reach its value, as its cell in a column tells.
  mutating func due(
    at place: Int, _ row: Int, _ column: Int?, _ leaves: FactLeaves
  ) -> TargetTime? {
    guard let column, let cell = cell(of: leaves[place].node, row, column, near: place, leaves),
      let first = cell.tokens.first, let last = cell.tokens.last
    else { return nil }
    let years = Self.time(raw(ByteSpan(Int(first.start), Int(last.end))))
    // "Tháng 12/2026": the month too.
    if let years, years.by != nil, let told = times(cell).latest, told.by != nil,
      told.lastYear == years.lastYear
    {
      return told
    }
    return years
  }

  /// The cell of a row in a column, among those beside one at a place.
  private func cell(
    of node: String, _ row: Int, _ column: Int, near place: Int, _ leaves: FactLeaves
  ) -> FactLeaf? {
    func isOfRow(_ leaf: FactLeaf) -> Bool {
      guard leaf.node == node, case .cell(row, _) = leaf.kind else { return false }
      return true
    }
    func isSought(_ leaf: FactLeaf) -> Bool {
      if case .cell(_, column) = leaf.kind { return true }
      return false
    }
    var first = place
    while first > leaves.first, isOfRow(leaves[first - 1]) { first -= 1 }
    return leaves.all[(first - leaves.first)...].prefix(while: isOfRow).first(where: isSought)
  }
}
