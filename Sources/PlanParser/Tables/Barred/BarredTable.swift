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
    var rule: ByteSpan?
    while index < lines.count {
      let line = lines[index]
      let isRow = line.bars == bars && !line.pipe && line.tabs == 0
      if isRow, rows.count == 1, rule == nil,
        pipeCells(line).allSatisfy({ isRuleCell($0) && !$0.isEmpty })
      {
        // "--- | --- | ---" below the names of the columns.
        rule = line.content
      } else if isRow, index == start || columnCount(pipeCells(line)) < 2 || repeats(line, head) {
        rows.append(TableDraft.Row(cells: pipeCells(line).map { $0.isEmpty ? [] : [$0] }))
      } else if !isRow, index > start, let cells = framedCells(line, like: lines[start]) {
        rows.append(TableDraft.Row(cells: cells.map { $0.isEmpty ? [] : [$0] }))
      } else if isHead, index > start, let (cells, next) = openRow(at: index, like: head) {
        rows.append(TableDraft.Row(cells: cells))
        index = next
        continue
      } else if isHead, rows.count > 1, rows[rows.count - 1].cells.count > bars,
        let next = restOfCell(at: index, bars: bars)
      {
        rows[rows.count - 1].cells[bars] += lines[index..<next].map(\.content)
        index = next
        continue
      } else if !isRow, index > start, headsRows(index, bars: bars) {
        rows.append(TableDraft.Row(cells: [[line.content]]))
      } else {
        break
      }
      index += 1
    }
    guard rows.count > (isHead || rule != nil ? 1 : 2) else { return nil }
    // "1 | Nạo vét kênh | Các thôn |": a bar may close each row.
    if let rule { addFurniture(.separator, rule) }
    let isClosed = rows.allSatisfy { $0.cells.count == 1 || $0.cells.last?.isEmpty == true }
    for row in rows.indices where isClosed && rows[row].cells.count > 2 {
      rows[row].cells.removeLast()
    }
    return (build(rows, from: start, to: index, headed: isHead || rule != nil), index)
  }

  /// The cells of a line that has the bars of a row and some of a frame: "[2 | Xây kho | Văn phòng |".
  ///
  /// So recognition reads the drawn lines at the edges of a table.
  private func framedCells(_ line: Line, like head: Line) -> [ByteSpan]? {
    guard line.bars > 1, line.tabs == 0, line.blanksBefore == 0 else { return nil }
    let (own, heads) = (unframed(line), unframed(head))
    guard own.bars == heads.bars, own.bars > 1 else { return nil }
    var cells = pipeCells(own)
    // The bar that closes each row has an empty cell behind it.
    if bytes[head.content.end - 1] == UInt8(ascii: "|") {
      cells.append(ByteSpan(own.content.end, own.content.end))
    }
    return cells
  }

  /// A line without the bars and brackets at its edges.
  private func unframed(_ line: Line) -> Line {
    var (start, end) = (line.content.start, line.content.end)
    while start < end, isFrame(bytes[start]) { start += 1 }
    while end > start, isFrame(bytes[end - 1]) { end -= 1 }
    var inner = line
    inner.content = ByteSpan(start, end)
    inner.pipe = false
    inner.bars = bytes[start..<end].count { $0 == UInt8(ascii: "|") }
    return inner
  }

  private func isFrame(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "|") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
      || byte == 0x20
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
