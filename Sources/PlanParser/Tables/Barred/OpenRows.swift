import PlanModel
import PlanText

/// Rows of tables with bars between the cells whose cells run over lines, as text is taken from web
/// pages: "1 | Tập huấn:" / "- Lợn;" / "- Bò. | Phòng Kinh tế".
extension PlanReader {
  /// How many lines such a row has at most.
  private static let longestOpenRow = 60

  /// The row that begins at a line with too few bars, and the line behind it: its lines have as many
  /// bars as the head names columns, and no line of it is a row.
  mutating func openRow(
    at start: Int, like head: [ByteSpan]
  ) -> (cells: [TableDraft.Cell], next: Int)? {
    guard let first = pipeCells(lines[start]).first, lines[start].bars > 0,
      lines[start].bars < head.count - 1, !first.isEmpty
    else { return nil }
    if namesOrdinals(folder.fold(head[0])), !isRowNumber(first) { return nil }
    return gatherRow(at: start, bars: head.count - 1)
  }

  /// The row that begins with a bar and does not end with one, and the line behind it.
  func openPipeRow(at start: Int, bars: Int) -> (cells: [TableDraft.Cell], next: Int)? {
    let line = lines[start]
    guard line.pipe, line.bars < bars, bytes[line.content.end - 1] != UInt8(ascii: "|"),
      let row = gatherRow(at: start, bars: bars),
      // What stands behind the bar that closes it is no cell.
      row.cells.last?.isEmpty == true
    else { return nil }
    return (row.cells.dropLast(), row.next)
  }

  /// The cells of the lines from one on that have a number of bars together.
  private func gatherRow(
    at start: Int, bars: Int
  ) -> (cells: [TableDraft.Cell], next: Int)? {
    var cells: [TableDraft.Cell] = [[]]
    var found = 0
    var index = start
    while index < lines.count, index - start < Self.longestOpenRow {
      let line = lines[index]
      guard line.tabs == 0, line.table == 0, index == start || !line.pipe,
        found + line.bars <= bars
      else { return nil }
      for (place, cell) in pipeCells(line).enumerated() {
        if place > 0 { cells.append([]) }
        if !cell.isEmpty { cells[cells.count - 1].append(cell) }
      }
      found += line.bars
      index += 1
      if found == bars { return (cells, index) }
    }
    return nil
  }

  /// The line behind those that go on with the last cell of a row, in bullets or small letters, where
  /// another row follows.
  mutating func restOfCell(at start: Int, bars: Int) -> Int? {
    var index = start
    while index < lines.count, index - start < Self.longestOpenRow, lines[index].bars == 0,
      lines[index].blanksBefore == 0, lines[index].tabs == 0,
      lines[index].startsLower || begins(bullet: lines[index].content)
    {
      index += 1
    }
    guard index > start, index < lines.count, lines[index].bars > 0, lines[index].bars <= bars,
      !lines[index].pipe, let first = pipeCells(lines[index]).first, isRowNumber(first)
    else { return nil }
    return index
  }

  /// Whether a cell is a number and nothing else.
  private func isRowNumber(_ cell: ByteSpan) -> Bool {
    let digits = bytes[cell.start..<cell.end].drop { $0 == 0x2A }.prefix {
      $0 != 0x2E && $0 != 0x2A
    }
    return !digits.isEmpty && digits.count < 4 && digits.allSatisfy { $0.isDigit }
  }
}
