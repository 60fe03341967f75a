import PlanModel

/// Makes a table of the lines of its pages: the grid of each page, then the rows.
extension PlanReader {
  /// The table of a head and the lines under it.
  mutating func build(_ head: SpacedHead, _ pages: [SpacedPage]) -> TableDraft {
    var table = TableDraft(span: head.span)
    table.head = [TableDraft.Row(cells: head.columns.map(\.pieces))]
    table.columns = head.columns.map { column in
      let name = columnName(column.pieces)
      return column.above.isEmpty ? name : folder.fold(column.above) + ": " + name
    }
    let placed = place(pages, under: head)
    let blocks = cellLines(of: placed, under: head)
    let alignment =
      head.isProgramme
      ? alignment(ofHours: blocks) : alignment(of: blocks, hasOrdinals: head.hasOrdinals)
    let isGapped = alignment != nil && isGapped(blocks)
    for (number, lines) in blocks.enumerated() {
      var lines = lines
      if number > 0, placed[number].page.ranges != nil { takeRepeats(&lines, table) }
      if isGapped { addParted(lines, to: &table) } else { add(lines, alignment, to: &table) }
    }
    markGroups(&table)
    noteHardBreaks(in: table)
    return table
  }

  /// The grid of each page.
  private func place(_ pages: [SpacedPage], under head: SpacedHead) -> [PlacedPage] {
    var placed: [PlacedPage] = []
    var isDense = false
    for page in pages {
      let lines = page.rows.map(\.fragments)
      let earlier = placed.last?.grid
      var grid: ColumnGrid
      if let ranges = page.ranges {
        grid = ColumnGrid(lines, in: ranges)
      } else if let earlier {
        grid = ColumnGrid(linesOfCells(page, under: head), like: earlier)
      } else {
        continue
      }
      let ordinals = numbersEnd(on: page, under: head)
      if ordinals >= grid.gutters[0].end {
        grid.gutters[0] = ColumnGrid.Gutter(start: ordinals, end: ordinals + 1)
      }
      let crossing = lines.count { $0.contains { grid.columns(of: $0).count > 1 } }
      isDense = isDense || (crossing > 3 && crossing * 5 > lines.count)
      if isDense, crossing > 0 {
        let dense = DenseGrid(lines, under: head.columns, after: ordinals)
        let found =
          page.ranges.map { dense.grid(in: DenseGrid.windows(under: $0)) }
          ?? earlier.map { dense.grid(like: $0) }
        if let found, let found { grid = found }
      }
      placed.append(
        PlacedPage(
          page: page, grid: grid, isDense: isDense && crossing > 0, hasOrdinals: head.hasOrdinals,
          isProgramme: head.isProgramme))
    }
    return placed
  }

  /// The column of the page after the numbers of the rows.
  private func numbersEnd(on page: SpacedPage, under head: SpacedHead) -> Int {
    guard head.hasOrdinals else { return 0 }
    return page.rows.compactMap { row -> Int? in
      guard row.fragments.count > 1, let first = row.fragments.first, first.start <= page.numbers,
        isNumber(first.span)
      else { return nil }
      return first.end
    }.max() ?? 0
  }

  /// Takes the row from the beginning of a page that heads the rows there as it heads the first
  /// of the table, if a column row that comes again stands above it.
  private mutating func takeRepeats(_ lines: inout [CellLine], _ table: TableDraft) {
    guard let first = table.rows.first, first.group, let line = lines.first, line.isGroup,
      let name = first.cells.first(where: { !$0.isEmpty })
    else { return }
    var count = 1
    var pieces = line.cells.compactMap { $0?.span }
    while count < lines.count, !lines[count].gap, let rest = lines[count].only {
      pieces.append(rest.span)
      count += 1
    }
    guard folder.fold(pieces) == folder.fold(name), let last = pieces.last else { return }
    addFurniture(.columns, ByteSpan(pieces[0].start, last.end))
    lines.removeFirst(count)
  }

  /// Whether empty lines part the rows, and none stands in one: each part has at most one number.
  private func isGapped(_ blocks: [[CellLine]]) -> Bool {
    var numbered = 0
    var others = 0
    // Pages alone part nothing: on each a row may go on above the first number.
    guard blocks.contains(where: { $0.dropFirst().contains(where: \.gap) }) else { return false }
    for lines in blocks {
      for part in rowParts(lines) {
        switch part.count(where: \.hasOrdinal) {
        case 0: others += 1
        case 1: numbered += 1
        default: return false
        }
      }
    }
    return numbered > 1 && numbered >= 2 * others
  }

  /// The lines between empty lines.
  private func rowParts(_ lines: [CellLine]) -> [[CellLine]] {
    var parts: [[CellLine]] = []
    for line in lines {
      if line.gap || parts.isEmpty {
        parts.append([line])
      } else {
        parts[parts.count - 1].append(line)
      }
    }
    return parts
  }

  /// Adds the rows of one page that empty lines part; what has no number at its beginning goes on
  /// with the row that the page before cut.
  private mutating func addParted(_ lines: [CellLine], to table: inout TableDraft) {
    for (index, part) in rowParts(lines).enumerated() {
      let isNumbered = part.contains(where: \.hasOrdinal)
      let isGroup = !isNumbered && part.contains(where: \.isGroup)
      let joins = index == 0 && !isNumbered && !isGroup && table.rows.last?.group == false
      add(part, joins: joins, group: isGroup, to: &table)
    }
  }

  /// Adds the rows of one page.
  private mutating func add(
    _ lines: [CellLine], _ alignment: RowCutter.Alignment?, to table: inout TableDraft
  ) {
    var start = 0
    while start < lines.count {
      if lines[start].isGroup {
        var group = [lines[start]]
        start += 1
        while start < lines.count, lines[start].goesOnGroup {
          group.append(lines[start])
          start += 1
        }
        // "… – Tập trung toàn trường dưới sân" / "cờ": the end of a text over all columns.
        while alignment == nil, start < lines.count, !lines[start].gap,
          start + 1 == lines.count || lines[start + 1].gap, let rest = lines[start].only
        {
          group.append(CellLine(rest, in: group[0]))
          start += 1
        }
        add(group, joins: false, group: true, to: &table)
        continue
      }
      var end = start
      while end < lines.count, !lines[end].isGroup { end += 1 }
      let part = Array(lines[start..<end])
      let continues = start == 0 && table.rows.last?.group == false
      let known =
        alignment.map {
          RowCutter(part, rights: rights(of: part), alignment: $0).cut(continues: continues).starts
        } ?? starts(of: part)
      var starts = freshRows(in: part, known, alignment)
      if alignment == nil { starts = balancedRows(in: part, starts) }
      for (index, first) in starts.enumerated() {
        let stop = index + 1 < starts.count ? starts[index + 1] : part.count
        let row = Array(part[first..<stop])
        let joins =
          continues && index == 0
          && (alignment == nil ? goesOn(row[0]) : !row.contains { $0.hasOrdinal })
        add(row, joins: joins, group: false, to: &table)
      }
      start = end
    }
  }

  /// Whether the first line of a page goes on with the row that the page before cut: the first of its
  /// cells begins with a small letter.
  private func goesOn(_ line: CellLine) -> Bool {
    line.cells.lazy.compactMap { $0 }.first?.lower == true
  }

  /// The first lines of rows without numbers: their first cell begins anew.
  private mutating func starts(of lines: [CellLine]) -> [Int] {
    if let starts = gaps(in: lines) { return starts }
    // The first column may be kept for numbers that nobody wrote.
    let key = lines[0].cells.indices.first { column in lines.contains { $0.cells[column] != nil } }
    guard let key else { return [0] }
    if let starts = centredTimes(in: lines, key) ?? brokenTimes(in: lines, key) { return starts }
    let right = rights(of: lines)[key]
    var starts = [0]
    var last: CellLine.Piece?
    var hasClosed = false
    for (index, line) in lines.enumerated() {
      defer {
        last = line.cells[key] ?? last
        if line.cells[key] != nil { hasClosed = line.closesTime }
      }
      guard index > 0, let piece = line.cells[key], !piece.lower, !line.closesTime else { continue }
      let whole =
        last.map { $0.ending == .stop || $0.end + 1 + piece.word < right || line.gap } ?? true
      let full = line.cells.allSatisfy { $0 != nil } || beginsTime(piece, behind: last)
      if whole || full || hasClosed || (key > 0 && beginsAnew(line, below: lines[index - 1]))
        || countsOn(line, below: lines[index - 1])
      {
        starts.append(index)
      }
    }
    return starts
  }

  /// Whether a figure stands right below a figure: "Tổng cộng   1.300.000".
  private func countsOn(_ line: CellLine, below above: CellLine) -> Bool {
    zip(line.cells, above.cells).contains { own, other in
      guard let own, let other else { return false }
      return isFigure(own.span) && isFigure(other.span)
    }
  }

  /// Whether several cells of a line begin like new ones.
  private func beginsAnew(_ line: CellLine, below above: CellLine) -> Bool {
    let written = line.cells.indices.filter { line.cells[$0] != nil }
    return written.count > 1
      && written.allSatisfy { column in
        line.cells[column]?.lower == false && above.cells[column]?.ending != .comma
          && above.cells[column]?.ending != .semicolon
      }
  }

  /// The first lines of rows that empty lines part; `nil` unless all that they part are rows.
  private func gaps(in lines: [CellLine]) -> [Int]? {
    let starts = [0] + lines.indices.dropFirst().filter { lines[$0].gap }
    guard starts.count > 1 || lines[0].gap && !lines.dropFirst().contains(where: { isWhole($0) })
    else { return nil }
    for (index, start) in starts.enumerated() {
      let row = lines[start..<(index + 1 < starts.count ? starts[index + 1] : lines.count)]
      let filled = lines[start].cells.indices.count { column in
        row.contains { $0.cells[column] != nil }
      }
      guard filled > 1, row.contains(where: { $0.cells[0] != nil }) else { return nil }
    }
    return starts
  }

  /// Whether all cells of a line begin as those of a new row do.
  private func isWhole(_ line: CellLine) -> Bool {
    line.cells.allSatisfy { $0?.lower == false }
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
