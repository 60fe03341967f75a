import PlanModel
import PlanText

/// Tables whose cells stand between lines that hold a bar and nothing else, as pages of the web are
/// copied: "|" / "TT" / "|" / "Nội dung" / "|" / "|" / "1" / "|" / "Mở lớp" / "|".
///
/// Two bars on one another part the rows, and stand for an empty cell inside of one: the head, which
/// has no empty cell, tells how many cells a row has.
extension PlanReader {
  /// How many lines a name of a column has at most, and a cell.
  private static let nameLines = 4
  private static let cellLines = 60
  /// How many columns there are at most.
  private static let mostBarColumns = 16

  /// The head of such a table: its cells and the bar that opens the first row.
  private struct BarHead {
    var cells: [TableDraft.Cell] = []
    var next = 0
  }

  /// Reads the table that begins at line `start`; `nil` when none does.
  mutating func barTable(at start: Int) -> (table: TableDraft, next: Int)? {
    guard let head = barHead(at: start) else { return nil }
    var rows = [TableDraft.Row(cells: head.cells)]
    var bar = head.next
    while bar < lines.count, isBar(bar) {
      var (cells, next) = barRow(at: bar, columns: head.cells.count)
      if next < lines.count, !isBar(next), barCell(from: next, PlanReader.nameLines) != nil {
        // The row has fewer cells: only one that heads others may.
        guard cells.count > 1, !cells[0].isEmpty, cells[1].isEmpty else { break }
        (cells, next) = barRow(at: bar, columns: 1)
      }
      guard cells.contains(where: { !$0.isEmpty }) else { break }
      rows.append(TableDraft.Row(cells: cells))
      bar = next
      // What is left of the cells that a row over all columns lacks.
      while cells.count == 1, isBar(bar), isBar(bar + 1) { bar += 1 }
    }
    guard rows.count > 1 else { return nil }
    return (build(rows, from: start, to: bar, headed: true), bar)
  }

  /// Whether the head of such a table begins at a line.
  mutating func opensBarTable(_ start: Int) -> Bool { barHead(at: start) != nil }

  private mutating func barHead(at start: Int) -> BarHead? {
    guard isBar(start) else { return nil }
    var head = BarHead()
    var bar = start
    while let (cell, next) = barCell(from: bar + 1, PlanReader.nameLines) {
      bar = next
      if cell.isEmpty { break }
      head.cells.append(cell)
      if head.cells.count > PlanReader.mostBarColumns { return nil }
    }
    head.next = bar
    let names = head.cells.compactMap { cell in
      cell.first.flatMap { first in cell.last.map { ByteSpan(first.start, $0.end) } }
    }
    return head.cells.count > 1 && columnCount(names) > 1 ? head : nil
  }

  /// The cells of the row whose first bar is line `start`, and the line after its last bar.
  private func barRow(at start: Int, columns: Int) -> (cells: [TableDraft.Cell], next: Int) {
    var cells: [TableDraft.Cell] = []
    var bar = start
    while cells.count < columns, let (cell, next) = barCell(from: bar + 1, PlanReader.cellLines) {
      cells.append(cell)
      bar = next
    }
    return (cells, bar + 1)
  }

  /// The lines up to the next bar, and where it stands; `nil` when none is near.
  private func barCell(from start: Int, _ limit: Int) -> (cell: TableDraft.Cell, bar: Int)? {
    var cell: TableDraft.Cell = []
    var index = start
    while index < lines.count, index - start <= limit {
      if isBar(index) { return (cell, index) }
      cell.append(lines[index].content)
      index += 1
    }
    return nil
  }

  /// Whether a line is a bar and nothing else.
  private func isBar(_ index: Int) -> Bool {
    index < lines.count && lines[index].content.count == 1
      && bytes[lines[index].content.start] == UInt8(ascii: "|")
  }
}
