import PlanModel
import PlanText

/// Tables one cell to a line whose rows nothing opens: no column of ordinals, none of times.
///
/// Each row has as many lines as the head has names, an empty line for an empty cell; what is named
/// who does it is a body or a person on each row, and what is named when a time.
extension PlanReader {
  /// How many names such a head has, and how many rows stand below it, at least.
  private static var leastPlainColumns: Int { 3 }
  private static var leastPlainRows: Int { 2 }

  /// Reads the table whose head begins at line `start`; `nil` when none does.
  mutating func plainStackedTable(at start: Int) -> (table: TableDraft, next: Int)? {
    guard let head = plainHead(at: start) else { return nil }
    var rows = head.rows
    var index = head.next
    while let row = plainRow(at: index, head) {
      rows.append(TableDraft.Row(cells: row.cells))
      index = row.next
    }
    guard rows.count >= head.rows.count + Self.leastPlainRows else { return nil }
    return (build(rows, from: start, to: index, headed: true), index)
  }

  /// The head of such a table: names of columns that are all known, the first of them of the work
  /// or of who does it, and one of who does it or when behind it.
  private mutating func plainHead(at start: Int) -> StackedHead? {
    var roles: [String] = []
    var index = start
    while index < lines.count, roles.count < Self.mostStackedColumns,
      index == start || lines[index].blanksBefore == 0, let role = columnRole(at: index)
    {
      roles.append(role)
      index += 1
    }
    guard roles.count >= Self.leastPlainColumns, let first = roles.first,
      Self.plainFirst.contains(first), roles.contains("text"),
      roles.contains(where: Self.plainSure.contains)
    else { return nil }
    let names = TableDraft.Row(cells: (start..<index).map { [lines[$0].content] })
    return StackedHead(rows: [names], isProgramme: false, roles: roles, next: index, gap: 0)
  }

  /// What the first column of such a table holds, and what columns tell that a row is one.
  private static var plainFirst: Set<String> { ["text", "lead", "output"] }
  private static var plainSure: Set<String> { ["lead", "support", "time"] }

  /// The cells of the row that begins at line `start`, and the line after them; `nil` when its lines
  /// are none of such a row: one at least is plainly a body or a time where its column wants it.
  private mutating func plainRow(at start: Int, _ head: StackedHead) -> (
    cells: [TableDraft.Cell], next: Int
  )? {
    var cells: [TableDraft.Cell] = []
    var isSure = false
    var index = start
    while index < lines.count, cells.count < head.roles.count {
      let empty = cells.isEmpty ? 0 : lines[index].blanksBefore
      if cells.count + empty >= head.roles.count {
        cells += [TableDraft.Cell](repeating: [], count: head.roles.count - cells.count)
        break
      }
      cells += [TableDraft.Cell](repeating: [], count: empty)
      guard let fit = plainCell(index, head.roles[cells.count], head) else { return nil }
      isSure = isSure || fit
      cells.append([lines[index].content])
      index += 1
    }
    guard cells.count == head.roles.count, isSure else { return nil }
    return (cells, index)
  }

  /// Whether a line is plainly the cell of a column; `nil` when it cannot be one.
  private mutating func plainCell(_ index: Int, _ role: String?, _ head: StackedHead) -> Bool? {
    let line = lines[index]
    guard line.tabs == 0, !line.startsLower, !endsStack(index), rowOrdinal(on: index) == nil
    else { return nil }
    let kind = kind(of: line, head)
    switch role {
    case "text": return kind == .text && columnRole(at: index) == nil ? false : nil
    case "time": return kind == .time ? true : kind == .ditto ? false : nil
    case "lead", "support":
      if kind == .body { return true }
      let isName = line.width <= Self.widestPlainBody && line.ending == .open
      return kind == .ditto || kind == .text && isName ? false : nil
    default: return false
    }
  }

  /// The widest name of a body that no rule knows, in characters.
  private static var widestPlainBody: Int { 60 }
}
