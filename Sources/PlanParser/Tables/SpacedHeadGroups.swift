import PlanModel

/// Names over several columns that are printed at the left edge of the first of them.
extension PlanReader {
  /// Takes such a name from its column and sets it over those it spans: below it stand names of
  /// columns that have none beside it, and all others stand beside it.
  ///
  /// "TT | Việc | Phân công | | Thời gian" over " | | Chủ trì | Phối hợp | ".
  func grouped(_ columns: [SpacedHead.Column]) -> [SpacedHead.Column] {
    guard columns.allSatisfy({ $0.above.isEmpty }),
      let first = columns.firstIndex(where: { $0.names.count == 2 }), first > 0
    else { return columns }
    let (upper, lower) = (columns[first].names[0].row, columns[first].names[1].row)
    let isUnder = { (column: SpacedHead.Column) in
      column.names.count == 1 && column.names[0].row == lower
    }
    let end = columns[(first + 1)...].firstIndex { !isUnder($0) } ?? columns.count
    guard end > first + 1, upper < lower,
      columns[first..<end].allSatisfy({ isCapital($0.names.last) }),
      (columns[..<first] + columns[end...]).allSatisfy({
        $0.names.count == 1 && $0.names[0].row == upper
      })
    else { return columns }
    var columns = columns
    let name = columns[first].names.removeFirst().name.span
    for index in first..<end { columns[index].above.append(name) }
    return columns
  }

  private func isCapital(_ name: (row: Int, name: Fragment)?) -> Bool {
    name.map { LetterCase(Scalars.decode(bytes, at: $0.name.span.start).scalar) == .upper } ?? false
  }
}
