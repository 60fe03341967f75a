import PlanModel
import PlanText

/// Reads what each row of a table says of the money, where a column names where it comes from.
extension PlanReader {
  /// How many columns of a table are looked at.
  private static var mostColumns: Int { 64 }

  /// Tells of the rows of the table whose first cell is the leaf at a place: each names its source,
  /// and most how much it gives.
  ///
  /// A merged cell names that of all its rows.
  ///
  /// "1 | Ngân sách xã | 150.000.000"
  mutating func readFundingRows(at place: Int, _ leaves: FactLeaves) {
    let first = leaves[place]
    guard first.zone == .body || first.zone == .appendix, let table = first.source?.table,
      let column = sourceColumn(of: table)
    else { return }
    var start = place
    /// The sources that the last cell of the column named, which may go on below.
    var above: [String] = []
    while start < leaves.end, let row = row(of: leaves[start], in: first.node) {
      var end = start
      while end < leaves.end, self.row(of: leaves[end], in: first.node) == row { end += 1 }
      if row < table.rows.count, !table.rows[row].group, !addsUp(table.rows[row]) {
        let named = leaves[start..<end].first { $0.kind == .cell(row: row, column: column) }
        if let named {
          above = sourcesOfCell(named)
        } else if !mergedColumns(table.rows[row]).contains(column) {
          above = []
        }
        if !above.isEmpty {
          let amount =
            amountOfCells(leaves[start..<end]) ?? amount(of: table, row, at: place, leaves)
          plan.funding.append(funding(above, amount, of: table.rows[row], first.node))
        }
      }
      start = end
    }
  }

  private func funding(
    _ sources: [String], _ amount: Amount?, of row: TableRow, _ node: String
  ) -> Funding {
    let filled = row.spans.filter { !$0.isEmpty }
    let span = filled.dropFirst().reduce(filled[0]) { $0.union($1) }
    var funding = Funding(text: "", sources: sources, amount: amount, node: node, span: span)
    funding.$text = folder.excerpt(span)
    return funding
  }

  /// The row of a table that a leaf is a cell of.
  private func row(of leaf: FactLeaf, in node: String) -> Int? {
    guard case .cell(let row, _) = leaf.kind, leaf.node == node else { return nil }
    return row
  }

  /// The only column whose name says that sources stand below it.
  private mutating func sourceColumn(of table: Table) -> Int? {
    guard table.columns.count <= Self.mostColumns, let names = grammar.list("source-columns")
    else { return nil }
    let found = table.columns.indices.filter { column in
      let name = tokens(of: Array(table.columns[column].utf8))
      guard let entry = grammar.entry(in: names, name, at: 0) else { return false }
      return entry.end == name.count
    }
    return found.count == 1 ? found.first : nil
  }

  /// The sources that a cell names: those that a word tells, else the whole of it.
  private mutating func sourcesOfCell(_ cell: FactLeaf) -> [String] {
    let named = sourceRanges(cell).map(\.name)
    guard named.isEmpty, let first = cell.tokens.first, !cell.tells(.quantity) else { return named }
    // "NSNN", "XHH"
    let isShort =
      cell.tokens.count == 1 && first.shape.contains(.upper)
      && first.end - first.start > 2
    guard isShort || cell.tokens.count(where: { $0.kind == .syllable }) > 1 else { return [] }
    // "Kinh phí tự chủ"
    let words = grammar.list("source-heads").flatMap { grammar.entry(in: $0, cell.tokens, at: 0) }
    let start = words.map { $0.end < cell.tokens.count ? $0.end : 0 } ?? 0
    return [text(start..<cell.tokens.count, cell.tokens)]
  }

  /// The amount that one cell alone of a row states, with its unit: "1,5 tỷ đồng".
  private func amountOfCells(_ cells: ArraySlice<FactLeaf>) -> Amount? {
    let stated = cells.compactMap { cell -> Amount? in
      let amounts = amounts(cell)
      guard amounts.count == 1, amounts[0].range == 0..<cell.tokens.count else { return nil }
      return amounts[0].amount
    }
    return stated.count == 1 ? stated[0] : nil
  }

  /// The amount in the column of money of a row, in the unit that is told above it.
  private mutating func amount(
    of table: Table, _ row: Int, at place: Int, _ leaves: FactLeaves
  ) -> Amount? {
    let row = table.rows[row]
    guard let (column, name) = moneyColumn(of: table, row),
      let value = Self.number(row.cells[column]), value.digits > 0,
      let (zeros, unit) = moneyUnit(name, row.cells[column], at: place, leaves)
    else { return nil }
    return value.raised(by: zeros).map { Amount(value: $0, unit: unit) }
  }
}
