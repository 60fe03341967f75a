import PlanModel

/// Makes a table of the lines of its pages: the grid of each page, then the rows.
extension PlanReader {
  /// The table of a head and the lines under it.
  mutating func build(_ head: SpacedHead, _ pages: [SpacedPage]) -> TableDraft {
    var table = TableDraft(span: head.span)
    table.head = [TableDraft.Row(cells: head.columns.map(\.pieces))]
    table.columns = head.columns.map { column in
      let name = folder.fold(column.pieces)
      return column.above.isEmpty ? name : folder.fold(column.above) + ": " + name
    }
    var blocks: [[CellLine]] = []
    var grid: ColumnGrid?
    for page in pages {
      let fragments = page.rows.map(\.fragments)
      let own: ColumnGrid
      if let ranges = page.ranges {
        own = ColumnGrid(fragments, in: ranges)
      } else if let grid {
        own = ColumnGrid(fragments, like: grid)
      } else {
        continue
      }
      grid = own
      blocks.append(cellLines(of: page, in: own))
    }
    let alignment = alignment(of: blocks, hasOrdinals: head.hasOrdinals)
    for lines in blocks { add(lines, alignment, to: &table) }
    markGroups(&table)
    return table
  }

  /// How the numbers of the rows stand beside their cells; `nil` when rows have no numbers.
  private func alignment(of blocks: [[CellLine]], hasOrdinals: Bool) -> RowCutter.Alignment? {
    let numbered = blocks.joined().count { $0.hasOrdinal }
    guard numbered > 1 || (hasOrdinals && numbered > 0) else { return nil }
    let costs = RowCutter.Alignment.allCases.map { alignment -> Int in
      blocks.flatMap { parts(of: $0) }.reduce(0) { sum, part in
        sum
          + RowCutter(part, rights: rights(of: part), alignment: alignment)
          .cut(continues: true).cost
      }
    }
    return costs[1] < costs[0] ? .top : .middle
  }

  /// The lines of a page between those that head others.
  private func parts(of lines: [CellLine]) -> [[CellLine]] {
    lines.split { $0.isGroup }.map { Array($0) }
  }

  private func rights(of lines: [CellLine]) -> [Int] {
    guard let first = lines.first else { return [] }
    return first.cells.indices.map { column in
      lines.map { $0.cells[column]?.end ?? 0 }.max() ?? 0
    }
  }

  /// Adds the rows of one page.
  private mutating func add(
    _ lines: [CellLine], _ alignment: RowCutter.Alignment?, to table: inout TableDraft
  ) {
    var start = 0
    while start < lines.count {
      if lines[start].isGroup {
        add(Array(lines[start...start]), joins: false, group: true, to: &table)
        start += 1
        continue
      }
      var end = start
      while end < lines.count, !lines[end].isGroup { end += 1 }
      let part = Array(lines[start..<end])
      let continues = start == 0 && table.rows.last?.group == false
      let starts =
        alignment.map {
          RowCutter(part, rights: rights(of: part), alignment: $0).cut(continues: continues).starts
        } ?? starts(of: part)
      for (index, first) in starts.enumerated() {
        let stop = index + 1 < starts.count ? starts[index + 1] : part.count
        let row = Array(part[first..<stop])
        let joins =
          continues && index == 0 && alignment != nil && !row.contains { $0.hasOrdinal }
        add(row, joins: joins, group: false, to: &table)
      }
      start = end
    }
  }

  /// The first lines of rows without numbers: their first cell begins anew.
  private func starts(of lines: [CellLine]) -> [Int] {
    let right = rights(of: lines).first ?? 0
    var starts = [0]
    var last: CellLine.Piece?
    for (index, line) in lines.enumerated() {
      defer { last = line.cells[0] ?? last }
      guard index > 0, let piece = line.cells[0], !piece.lower else { continue }
      let whole =
        last.map { $0.ending == .stop || $0.end + 1 + piece.word < right || line.gap } ?? true
      let full = line.cells.allSatisfy { $0 != nil }
      if whole || full { starts.append(index) }
    }
    return starts
  }

  /// Adds some lines as one row, or to the row before them.
  private mutating func add(
    _ lines: [CellLine], joins: Bool, group: Bool, to table: inout TableDraft
  ) {
    var row = TableDraft.Row(cells: Array(repeating: [], count: table.columns.count))
    for line in lines {
      for (column, piece) in line.cells.enumerated() where column < row.cells.count {
        if let piece { row.cells[column].append(piece.span) }
      }
    }
    guard let first = row.cells.joined().map(\.start).min(),
      let last = row.cells.joined().map(\.end).max()
    else { return }
    table.span.end = max(table.span.end, last)
    row.group = group
    if joins, let index = table.rows.indices.last {
      for column in row.cells.indices { table.rows[index].cells[column] += row.cells[column] }
      diagnose(
        .rowJoined, .parser, .note, "a row without ordinal was joined to the row before it",
        ByteSpan(first, first))
      return
    }
    if isColumnRow(row, of: table) {
      takeColumns(row)
      return
    }
    table.rows.append(row)
  }
}
