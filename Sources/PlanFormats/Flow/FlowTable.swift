import PlanText

/// A table (bảng) that is being read: rows of cells, each with its lines.
struct FlowTable {
  /// A cell of a row.
  struct Cell {
    /// What stands in it.
    var lines: [FlowLine] = []
    /// Over how many columns it reaches.
    var span = 1
    /// Whether it only goes on with the cell above it or beside it.
    var isCovered = false
    /// Whether that is the cell above it.
    var isBelow = false
    /// Whether lines are drawn around it by its own setting; `nil` when it says nothing.
    var isRuled: Bool?
    /// Whether it is too narrow for a letter.
    var isSliver = false
  }

  /// A row of cells.
  struct Row {
    /// The cells, from left to right.
    var cells: [Cell] = []
    /// How many columns of the grid it leaves out on its left.
    var before = 0
    /// How many columns of the grid it leaves out on its right.
    var after = 0
    /// Whether it was struck out by a tracked change.
    var isDeleted = false

    /// How many columns of the grid it reaches over.
    var width: Int { before + cells.reduce(0) { $0 + $1.span } + after }
  }

  /// The most columns that are told apart; Word has 63.
  static let columnLimit = 64

  /// No letter fits into a cell narrower than this, in twentieths of a point.
  static let sliver = 60

  /// The rows, from top to bottom.
  var rows: [Row] = []
  /// Whether lines are drawn between its cells by the setting of the table.
  var isRuled = false
  /// Whether it says which cells name columns.
  var hasHead = false
  /// How many columns the table has that it goes on with on another page; `nil` when it begins one.
  var columnsBefore: Int?

  /// The lines that it gives: a line for each row if it holds data, else what stands in its cells,
  /// cell by cell, row by row (signers column by column).
  ///
  /// The head of a document and its ending are set in tables without lines between the cells.
  consuming func lines() -> [FlowLine] {
    rows.removeAll { $0.isDeleted }
    foldColumns()
    dropEmptyEdge()
    return holdsData ? rows.map(Self.line) : placedLines()
  }

  // MARK: Form

  /// Whether it is a table of data, seen by its form alone.
  private var holdsData: Bool {
    let width = usedColumns
    guard width > 1 else { return false }
    if let columnsBefore, rows.allSatisfy({ $0.width == columnsBefore }) { return true }
    let cells = rows.flatMap(\.cells).filter { !$0.isCovered }
    let filled = cells.map { cell in cell.lines.count { !$0.isBlank } }
    let several = filled.count { $0 > 1 }
    if hasLines(cells) {
      // One row of two cells that hold several paragraphs each parts a page in two.
      return rows.count > 1 || (width > 2 ? !Self.holdsSigners(rows[0]) : (filled.max() ?? 0) < 4)
    }
    let used = filled.count { $0 > 0 }
    guard used > 0, several * 4 <= used else { return false }
    let full = rows.count { row in row.cells.count { !$0.lines.allSatisfy(\.isBlank) } > 1 }
    return width > 2
      ? rows.count >= (hasHead ? 2 : 3) && full * 3 >= rows.count * 2
      : rows.count >= 5 && full * 4 >= rows.count * 3
  }

  /// How many columns have text; an empty one only keeps two others apart.
  private var usedColumns: Int {
    var used: Set<Int> = []
    for row in rows {
      var column = row.before
      for cell in row.cells {
        if cell.lines.contains(where: { !$0.isBlank }) { used.insert(column) }
        column += cell.span
      }
    }
    return used.count
  }

  /// Whether lines are drawn between most cells.
  private func hasLines(_ cells: [Cell]) -> Bool {
    let ruled = cells.count { $0.isRuled ?? isRuled }
    return ruled * 2 > cells.count
  }

  // MARK: Columns

  /// Takes away columns of the grid in which no cell begins, and the spans over them.
  ///
  /// A cell whose edge was moved with the mouse has a grid column of its own; where all rows have
  /// as many cells, the cells are the columns.
  private mutating func foldColumns() {
    let counts = Set(rows.map(\.cells.count))
    if counts.count == 1 {
      for row in rows.indices {
        (rows[row].before, rows[row].after) = (0, 0)
        for cell in rows[row].cells.indices { rows[row].cells[cell].span = 1 }
      }
      return
    }
    var begins = [Bool](repeating: false, count: 4 * FlowTable.columnLimit)
    for row in rows {
      var column = row.before
      for cell in row.cells where column < begins.count {
        begins[column] = true
        column += cell.span
      }
    }
    /// How many columns are left before each column of the grid.
    var left = [0]
    for column in begins { left.append(left[left.count - 1] + (column ? 1 : 0)) }
    func folded(_ start: Int, _ count: Int) -> Int {
      left[min(start + count, left.count - 1)] - left[min(start, left.count - 1)]
    }
    for row in rows.indices {
      var column = rows[row].before
      rows[row].before = folded(0, column)
      for cell in rows[row].cells.indices {
        let span = rows[row].cells[cell].span
        rows[row].cells[cell].span = max(1, folded(column, span))
        column += span
      }
      rows[row].after = folded(column, rows[row].after)
    }
  }

  /// Takes away last columns in which no row has text or lines, or room for text: a grid that was
  /// drawn too wide.
  private mutating func dropEmptyEdge() {
    func reachesOver(_ row: Row) -> Bool { (row.cells.last?.span ?? 1) > 1 }
    while rows.contains(where: { !reachesOver($0) }),
      rows.allSatisfy({ row in
        guard row.after == 0, let last = row.cells.last else { return false }
        if reachesOver(row) { return true }
        return row.cells.count > 1 && (last.isRuled == false || last.isSliver)
          && last.lines.allSatisfy(\.isBlank)
      })
    {
      for row in rows.indices {
        if reachesOver(rows[row]) {
          rows[row].cells[rows[row].cells.count - 1].span -= 1
        } else {
          rows[row].cells.removeLast()
        }
      }
    }
  }

  // MARK: Rows

  private static func line(_ row: Row) -> FlowLine {
    var texts: [[ArraySlice<UInt8>]] = []
    let before = min(row.before, columnLimit)
    texts += Array(repeating: [], count: before)
    var bold = true
    var size = 0
    var merged: [Int] = []
    for cell in row.cells {
      if cell.isBelow { merged.append(texts.count) }
      texts.append(cell.isCovered ? [] : cell.lines.map(\.cellText).filter { !$0.isEmpty })
      if cell.span > 1 { texts += Array(repeating: [], count: cell.span - 1) }
      for line in cell.lines where !line.isBlank {
        bold = bold && line.style.bold
        size = max(size, line.style.size)
      }
    }
    texts += Array(repeating: [], count: min(row.after, columnLimit))
    if texts.count > columnLimit { texts.removeLast(texts.count - columnLimit) }
    var line = FlowLine.row(texts, bold: bold && !texts.allSatisfy(\.isEmpty), size: size)
    line.style.merged = merged.filter { $0 < columnLimit }
    return line
  }
}
