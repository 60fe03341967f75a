import PlanModel
import PlanText

/// Tables whose rows are lines with bars between the cells, and none at their edges.
extension PlanReader {
  /// The table whose cells bars separate, with none at its edges: "1 | Nạo vét kênh | Các thôn".
  ///
  /// Each line has as many bars as the first, which names the columns; or three lines have.
  mutating func barredTable(at start: Int) -> (table: TableDraft, next: Int)? {
    let bars = lines[start].bars
    let head = pipeCells(lines[start])
    let isHead = columnCount(head) > 1
    var rows: [TableDraft.Row] = []
    var index = start
    while index < lines.count {
      let line = lines[index]
      let isRow = line.bars == bars && !line.pipe && line.tabs == 0
      if isRow, index == start || columnCount(pipeCells(line)) < 2 || repeats(line, head) {
        rows.append(TableDraft.Row(cells: pipeCells(line).map { $0.isEmpty ? [] : [$0] }))
      } else if !isRow, index > start, headsRows(index, bars: bars) {
        rows.append(TableDraft.Row(cells: [[line.content]]))
      } else {
        break
      }
      index += 1
    }
    guard rows.count > (isHead ? 1 : 2) else { return nil }
    // "1 | Nạo vét kênh | Các thôn |": a bar may close each row.
    let isClosed = rows.allSatisfy { $0.cells.count == 1 || $0.cells.last?.isEmpty == true }
    for row in rows.indices where isClosed && rows[row].cells.count > 2 {
      rows[row].cells.removeLast()
    }
    return (build(rows, from: start, to: index, headed: isHead), index)
  }

  /// Whether rows whose cells bars separate begin at a line: it names columns, or the next has as
  /// many bars.
  mutating func opensBarredRows(at index: Int) -> Bool {
    guard lines[index].bars > 1, !lines[index].pipe else { return false }
    if columnCount(pipeCells(lines[index])) > 1 { return true }
    return index + 1 < lines.count && lines[index + 1].bars == lines[index].bars
  }

  /// Whether a line without bars stands between two rows, as a cell over all columns does.
  private mutating func headsRows(_ index: Int, bars: Int) -> Bool {
    let line = lines[index]
    guard line.bars == 0, line.tabs == 0, line.width <= 160, !line.ended, index + 1 < lines.count,
      lines[index + 1].bars == bars, !lines[index + 1].pipe
    else { return false }
    return endMeaning(line) == nil && !startsAppendix(at: index, nil)
      && columnCount(pipeCells(lines[index + 1])) < 2
  }

  /// Whether a line whose cells bars separate is the column row again.
  private func repeats(_ line: Line, _ head: [ByteSpan]) -> Bool {
    zip(pipeCells(line), head).allSatisfy { folder.fold($0) == folder.fold($1) }
  }
}
