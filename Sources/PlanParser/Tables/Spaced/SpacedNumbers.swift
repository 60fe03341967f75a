import PlanModel
import PlanText

/// Numbers of rows in the layout of a page: each comes after the one before it.
extension PlanReader {
  /// How many lines of a row are looked at for its number.
  private static var rowLines: Int { 12 }

  /// Whether a line begins with the number after those of the rows before it, and its text where
  /// theirs do: a last row whose cells one blank holds apart.
  func numbersOn(_ index: Int, _ table: Gathered, _ columns: SpacedColumns) -> Bool {
    let own = cells(of: lines[index], columns)
    guard own.count == 2, let last = table.numbered, follows(own[0], last, within: 2),
      last.count > 1
    else { return false }
    return abs(own[1].start - last[1].start) <= 2
  }

  /// Whether what looks like another head has the next number on one of its lines or below them,
  /// before an empty line: its words are those of a row, "Báo cáo" beside "Tháng" over "12/2026".
  func isNextRow(_ index: Int, _ head: SpacedHead, after table: Gathered) -> Bool {
    guard table.head.hasOrdinals, !head.hasOrdinals, let last = table.numbered else { return false }
    for next in (index..<lines.count).prefix(PlanReader.rowLines) {
      if next > index, lines[next].blanksBefore > 0 || lines[next].pageBefore { return false }
      guard lines[next].width < 400, let first = fragments(of: lines[next]).first else { continue }
      if follows(firstWord(of: first)?.word ?? first, last, within: 6) { return true }
    }
    return false
  }

  /// How many rows above a line tell where cells begin, and in how many of them one does.
  private static var witnessRows: Int { 6 }
  private static var agreeingRows: Int { 2 }

  /// Whether runs of words behind the first column begin where one does, on lines shortly above it.
  func goesUnder(_ run: Fragment, _ columns: SpacedColumns, _ table: Gathered) -> Bool {
    guard run.start >= columns.ranges[0].start, let rows = table.pages.last?.rows else {
      return false
    }
    return rows.suffix(Self.witnessRows).count { row in
      row.fragments.contains { $0.start == run.start }
    } >= Self.agreeingRows
  }

  /// Whether cells side by side stand on one of the two lines right below a line.
  mutating func isOverCells(_ index: Int, _ columns: SpacedColumns) -> Bool {
    for next in lines.indices[(index + 1)...].prefix(2) {
      let line = lines[next]
      guard line.blanksBefore == 0, !line.pageBefore, line.tabs == 0, !line.pipe else {
        return false
      }
      if line.spaced, shape(cells(of: line, columns), columns) == .cells { return true }
    }
    return false
  }

  /// Whether a line begins with the number after those of the rows before it, and it or the line
  /// below it writes into a column further to the right.
  func opensRow(_ index: Int, _ columns: SpacedColumns, after table: Gathered) -> Bool {
    guard columns.hasOrdinals, columns.ranges.count > 1, index + 1 < lines.count,
      lines[index].width < 400, lines[index + 1].width < 400, let last = table.numbered
    else { return false }
    let own = cells(of: lines[index], columns)
    guard let first = own.first, follows(first, last, within: 6),
      !own.contains(where: columns.cross)
    else { return false }
    if own.count > 2 { return true }
    let next = lines[index + 1]
    guard next.blanksBefore == 0, !next.pageBefore else { return false }
    let below = cells(of: next, columns)
    return !below.contains(where: columns.cross)
      && below.contains { $0.start >= columns.ranges[1].start }
  }

  func follows(_ number: Fragment, _ row: [Fragment], within reach: Int) -> Bool {
    guard let own = ordinal(number), let before = ordinal(row[0]), own.follows([before]) else {
      return false
    }
    return abs(number.start - row[0].start) <= reach
  }

  /// The ordinal that a run of words is.
  func ordinal(_ fragment: Fragment) -> RowOrdinal? {
    RowOrdinal(bytes[fragment.span.start..<fragment.span.end])
  }

  /// Takes the line for a row of its own that begins several cells where the series of the numbers
  /// leaves out one: "2", a line without a number, "4".
  func takeUnnumbered(_ lines: inout [CellLine]) {
    var last: (line: Int, ordinal: RowOrdinal)?
    for index in lines.indices {
      if lines[index].isGroup { last = nil }
      guard lines[index].hasOrdinal else { continue }
      guard let cell = lines[index].cells[0],
        let own = RowOrdinal(bytes[cell.span.start..<cell.span.end])
      else {
        last = nil
        continue
      }
      if let last, own.skipsOne(after: last.ordinal) {
        let begun = (last.line + 1..<index).filter { beginsCells(lines, at: $0, after: last.line) }
        if begun.count == 1 { lines[begun[0]].hasOrdinal = true }
      }
      last = (index, own)
    }
  }

  /// Whether a line begins the text of a row and two other cells or more, and goes on with none that
  /// the lines of the row above it left open.
  private func beginsCells(_ lines: [CellLine], at index: Int, after first: Int) -> Bool {
    let cells = lines[index].cells
    guard cells[0] == nil, cells[1] != nil, cells.count(where: { $0 != nil }) > 2 else {
      return false
    }
    return cells.indices.allSatisfy { column in
      guard let own = cells[column] else { return true }
      let above = lines[first..<index].last { $0.cells[column] != nil }?.cells[column]
      return !own.lower && above?.ending != .comma && above?.ending != .semicolon
    }
  }

  /// Whether a span is a time of the day: "7h15 - 7h45", "07:30".
  func isHour(_ span: ByteSpan) -> Bool {
    let text = bytes[span.start..<span.end]
    let unit = text.drop { $0.isDigit }
    guard unit.startIndex > span.start, unit.startIndex <= span.start + 2 else { return false }
    return [UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "g"), UInt8(ascii: ":")]
      .contains(unit.first { $0 != 0x20 } ?? 0)
  }
}
