import PlanModel
import PlanText

/// Rows of tables one cell to a line that add up the others: they have no ordinal.
extension PlanReader {
  /// The widest name of such a row, in characters: "Tổng cộng (I+II+III)".
  private static var widestTotal: Int { 40 }

  /// Whether a row that adds up the others begins at a line, behind the lines of a row: an empty cell
  /// or a figure stands before it, and a figure follows.
  mutating func opensTotal(_ index: Int, behind before: [Int?], _ head: StackedHead) -> Bool {
    guard isTotal(index), let last = before.last else { return false }
    return last == nil || before.contains { $0.map { isFigure($0) } == true }
  }

  /// The cells behind the name of the row that begins at a line and adds up the others, `nil` for an
  /// empty one, and the line after them; `nil` when none begins there.
  mutating func totalRow(
    at start: Int, _ head: StackedHead, after ordinals: [RowOrdinal]
  ) -> (entries: [Int?], next: Int)? {
    guard !head.isProgramme, head.columns > 2, isTotal(start) else { return nil }
    var entries: [Int?] = []
    var index = start + 1
    while index < lines.count, isFigure(index) {
      let empty = emptyCells(before: index, gap: head.gap)
      if entries.count + empty.count >= head.columns - 2 { break }
      let isOrdinal =
        !entries.isEmpty && opensRow(index, head, after: ordinals) && !isFigure(index + 1)
      if isOrdinal { break }
      entries += empty + [index]
      index += 1
    }
    return entries.isEmpty ? nil : (entries, index)
  }

  /// Whether a line names such a row and a figure follows.
  mutating func isTotal(_ index: Int) -> Bool {
    guard index + 1 < lines.count, lines[index].width <= Self.widestTotal, isFigure(index + 1)
    else { return false }
    return lineMatch(.total, tokens(lines[index].content)) != nil
  }

  /// Puts the figures of such rows under the columns: those whose empty cells stand there in their
  /// order, others under the last columns in which rows have figures.
  mutating func deal(totals: [StackedRow], _ head: StackedHead, to rows: inout [TableDraft.Row]) {
    guard !totals.isEmpty else { return }
    let figures = figureColumns(of: rows.dropFirst(head.rows.count), columns: head.columns)
    for total in totals {
      let lines = total.entries.compactMap { $0 }
      var columns = Array(2..<head.columns)
      if total.entries.count < columns.count, figures.count >= lines.count { columns = figures }
      let isPlaced = total.entries.count == columns.count
      let own = isPlaced ? total.entries : lines
      columns = isPlaced ? columns : Array(columns.suffix(own.count))
      var cells = rows[total.place].cells
      cells += [TableDraft.Cell](repeating: [], count: head.columns - cells.count)
      for (line, column) in zip(own, columns) {
        if let line { cells[column] = [self.lines[line].content] }
      }
      rows[total.place].cells = cells
    }
  }

  /// The columns behind the second in which a cell of a row is a figure.
  private func figureColumns(of rows: ArraySlice<TableDraft.Row>, columns: Int) -> [Int] {
    (2..<columns).filter { column in
      rows.contains { row in
        guard column < row.cells.count, row.cells[column].count == 1 else { return false }
        let cell = row.cells[column][0]
        return bytes[cell.start..<cell.end].allSatisfy {
          $0.isDigit || $0 == 0x2E || $0 == 0x2C
        }
      }
    }
  }
}
