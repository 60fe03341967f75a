import PlanModel
import PlanText

/// Tables (bảng): rows of cells that TABs or bars separate.
extension PlanReader {
  /// How many rows a markdown table has above its rule at most.
  private static var mostHeads: Int { 4 }

  /// Reads the table that begins at line `start`; `nil` when none does.
  mutating func table(at start: Int) -> (table: TableDraft, next: Int)? {
    if lines[start].table > 0 { return toldTable(at: start) }
    if lines[start].pipe { return pipeTable(at: start) }
    if lines[start].bars > 1, lines[start].tabs == 0 { return barredTable(at: start) }
    return tabTable(at: start)
  }

  private mutating func pipeTable(at start: Int) -> (table: TableDraft, next: Int)? {
    var rows: [TableDraft.Row] = []
    var index = start
    var rules: [ByteSpan] = []
    // How many rows stand above the first rule.
    var heads = 0
    while index < lines.count {
      if !lines[index].pipe {
        guard let next = pageBetweenPipes(index, after: rows) else { break }
        index = next
      }
      let line = lines[index]
      if !rows.isEmpty, let (cells, next) = openPipeRow(at: index, bars: lines[start].bars) {
        rows.append(TableDraft.Row(cells: cells, gap: line.blanksBefore > 0))
        index = next
        continue
      }
      let cells = pipeCells(line)
      if cells.allSatisfy({ isRuleCell($0) }), cells.contains(where: { !$0.isEmpty }) {
        if rules.isEmpty { heads = rows.count }
        rules.append(line.content)
      } else {
        rows.append(
          TableDraft.Row(cells: cells.map { $0.isEmpty ? [] : [$0] }, gap: line.blanksBefore > 0))
      }
      index += 1
      if index < lines.count, lines[index].pipe, lines[index].blanksBefore > 0,
        index + 1 < lines.count, isRuleLine(lines[index + 1]), !goesOn(index, rows)
      {
        break  // another table begins
      }
    }
    guard !rows.isEmpty, !rules.isEmpty || rows.count > 1,
      rows.contains(where: { $0.cells.count > 1 })
    else { return nil }
    for rule in rules { addFurniture(.separator, rule) }
    let isRuled = heads > 0 && heads <= PlanReader.mostHeads
    return (
      build(
        rows, from: start, to: index, headed: !rules.isEmpty, heads: isRuled ? heads : 1), index
    )
  }

  func isRuleLine(_ line: Line) -> Bool {
    line.pipe && pipeCells(line).allSatisfy { isRuleCell($0) }
  }

  /// Whether a cell of a markdown table only rules: "---", ":--:".
  func isRuleCell(_ span: ByteSpan) -> Bool {
    bytes[span.start..<span.end].allSatisfy { $0 == 0x2D || $0 == 0x3A || $0 == 0x20 }
  }

  /// The cells of a line whose cells bars separate; a bar at each end may stand around them.
  func pipeCells(_ line: Line) -> [ByteSpan] {
    var cells: [ByteSpan] = []
    let end = line.content.end
    var start = line.content.start + (line.pipe ? 1 : 0)
    var offset = max(start, line.content.start + 1)
    while offset < end {
      if bytes[offset] == UInt8(ascii: "|"), bytes[offset - 1] != UInt8(ascii: "\\") {
        cells.append(cell(ByteSpan(start, offset)))
        start = offset + 1
      }
      offset += 1
    }
    if start < end || !line.pipe { cells.append(cell(ByteSpan(start, end))) }
    return cells
  }

  private func cell(_ span: ByteSpan) -> ByteSpan {
    let trimmed = Blank.trim(bytes, span)
    return trimmed.start < trimmed.end ? trimmed : ByteSpan(trimmed.start, trimmed.start)
  }

  // MARK: Formats

  /// The table whose rows the format of the document told; page numbers may stand between them.
  private mutating func toldTable(at start: Int) -> (table: TableDraft, next: Int)? {
    var number = lines[start].table
    var rows: [TableDraft.Row] = []
    var index = start
    var isCut = false
    while index < lines.count {
      if lines[index].table == number {
        if rows.count > 1, cutSignatures(from: index) {
          isCut = true
          break
        }
        if index > start { rows += emptyRows(before: index, of: number) }
        let row = TableDraft.Row(cells: tabCells(lines[index]).map { $0.isEmpty ? [] : [$0] })
        if lines[index].repeated, !rows.isEmpty { takeColumns(row) } else { rows.append(row) }
        index += 1
      } else if let next = furnitureBetweenRows(index, of: number) {
        index = next
      } else if let next = furtherPart(at: index, of: rows) {
        index = next
        number = lines[next].table
      } else {
        break
      }
    }
    guard rows.contains(where: { $0.cells.count > 1 }) else { return nil }
    if isCut { dropEmptyColumns(&rows) } else { rows += emptyRows(before: index, of: number) }
    return (build(rows, from: start, to: index, headed: false), index)
  }

  /// The rows of a told table to be filled in, which have no text, between line `index` and the row
  /// before it.
  private func emptyRows(before index: Int, of table: Int) -> [TableDraft.Row] {
    // A line of the text that is blank is none of the reader's lines.
    let first = lines[index - 1].number
    let end = index < lines.count ? lines[index].number - 1 : text.lines.count
    guard first < end else { return [] }
    return (first..<end).prefix { text.styles[$0].table == table }.map { place in
      let line = text.lines[place]
      let tabs = ByteWord.count(0x09, in: bytes, from: line.start, to: line.end)
      return TableDraft.Row(cells: Array(repeating: [], count: tabs + 1))
    }
  }

  // MARK: TABs

  /// The cells of a line whose cells TABs separate.
  func tabCells(_ line: Line) -> [ByteSpan] {
    var cells: [ByteSpan] = []
    cells.reserveCapacity(line.leadingTabs + line.tabs + 1)
    var start = line.raw.start
    while let tab = ByteWord.first(0x09, in: bytes, from: start, to: line.raw.end) {
      cells.append(cell(ByteSpan(start, tab)))
      start = tab + 1
    }
    cells.append(cell(ByteSpan(start, line.raw.end)))
    return cells
  }

  /// Whether a line can be a row: two cells, and no bullet whose text a TAB only sets apart.
  private mutating func isTabRow(_ line: Line) -> Bool {
    guard line.tabs > 0 else { return false }
    let cells = tabCells(line)
    let filled = cells.count { !$0.isEmpty }
    if filled > 1 {
      if let first = cells.first(where: { !$0.isEmpty }), line.tabs == 1 || filled == 2 {
        // "- Thành phần:<TAB>Lãnh đạo sở."
        if begins(bullet: first), first.count > 1 { return false }
      }
      return true
    }
    return filled == 1 && cells.count > 2
  }

  private mutating func tabTable(at start: Int) -> (table: TableDraft, next: Int)? {
    guard isTabRow(lines[start]), tabCells(lines[start]).count > 1, !isTabbedUnit(lines[start])
    else { return nil }
    let headed = columnCount(tabCells(lines[start])) > 1
    guard
      let second = rowAfter(start) ?? emptyRow(below: start) ?? filledRow(below: start)
        ?? rowBelowGroup(at: start + 1, after: [row(lines[start])])
    else {
      guard headed else { return nil }
      return (build([row(lines[start])], from: start, to: start + 1, headed: true), start + 1)
    }
    // Two lines with one TAB each are no table unless they have a column row or many rows.
    if tabCells(lines[start]).count == 2, columnCount(tabCells(lines[start])) == 0,
      tabCells(lines[second]).count != 2 || rowAfter(second) == nil
    {
      return nil
    }
    var rows = [row(lines[start])]
    var index = start + 1
    while index < lines.count {
      let line = lines[index]
      if isTabbedUnit(line), !isRow(unit: index, of: rows) { break }
      if rows.count > 1, endsTable(at: index) { break }
      if isEmptyRow(index, after: rows) {
        rows.append(row(line))
        index += 1
      } else if let next = restOfRow(at: index, after: rows) {
        add(linesFrom: index, to: next, &rows[rows.count - 1])
        index = next
      } else if isTabRow(line) || line.leadingTabs > 0 && line.tabs > 0
        || headed && (fills(line, like: lines[start]) || isTrimmedRow(index, after: rows))
      {
        if startsAnother(line, rows) { break }
        rows.append(row(line))
        index += 1
      } else if let next = furnitureBetweenRows(index) ?? pageBetweenRows(index, rows[0]) {
        index = next
      } else if line.blanksBefore == 0, !line.pageBefore, line.leadingTabs == 0,
        index + 1 < lines.count, lines[index + 1].blanksBefore == 0, isTabRow(lines[index + 1]),
        !isTabbedUnit(lines[index + 1]) || isRow(unit: index + 1, of: rows),
        endMeaning(line) == nil, !repeats(lines[index + 1], rows[0]),
        !namesColumns(tabCells(lines[index + 1])), !startsAppendix(at: index, nil),
        !headsAnother(index, rows)
      {
        if line.startsLower, let last = rows.indices.last, let cell = rows[last].cells.indices.last
        {
          rows[last].cells[cell].append(line.content)
        } else {
          // "Ca sáng – tại nhà văn hóa": a cell over all columns.
          rows.append(TableDraft.Row(cells: [[line.content]]))
        }
        index += 1
      } else if headed, let next = rowBelowGroup(at: index, after: rows) {
        rows.append(TableDraft.Row(cells: [lines[index..<next].map(\.content)]))
        index = next
      } else {
        break
      }
    }
    // Units follow what only looked like a row; furniture behind it is taken already.
    guard rows.count > 1 || index > start + 1 || columnCount(tabCells(lines[start])) > 1 else {
      return nil
    }
    return (build(rows, from: start, to: index, headed: false), index)
  }

  /// The next row after line `index`, over a page number; `nil` when the table ends there.
  private mutating func rowAfter(_ index: Int) -> Int? {
    var next = index + 1
    while next < lines.count, next <= index + 2 {
      if isTabRow(lines[next]) { return next }
      if lines[next].blanksBefore == 0, !lines[next].startsLower, next == index + 1,
        furniture(of: lines[next]) == nil
      {
        // One line over all columns may stand between two rows.
        if next + 1 < lines.count, lines[next + 1].blanksBefore == 0, isTabRow(lines[next + 1]) {
          return next + 1
        }
        return nil
      }
      if furniture(of: lines[next]) == nil { return nil }
      next += 1
    }
    return nil
  }

  /// The line after page numbers and rules that stand between two rows; `nil` when none do.
  private mutating func furnitureBetweenRows(_ index: Int, of table: Int = 0) -> Int? {
    var next = index
    while next < lines.count, next < index + 4, furniture(of: lines[next]) != nil { next += 1 }
    guard next > index, next < lines.count,
      table > 0
        ? lines[next].table == table
        : isTabRow(lines[next]) || lines[next].leadingTabs > 0 && lines[next].startsLower
    else { return nil }
    for line in index..<next { take(furniture: lines[line]) }
    return next
  }

  /// Whether a row after a gap is the column row of another table.
  private mutating func startsAnother(_ line: Line, _ rows: [TableDraft.Row]) -> Bool {
    guard rows.count > 1 else { return false }
    let cells = tabCells(line)
    if line.blanksBefore == 0, !line.pageBefore {  // the first cell of the head, again
      guard let first = cells.first, !first.isEmpty, rows.count > 2,
        folder.fold(first) == folder.fold(rows[0].cells[0])
      else { return false }
    }
    return namesColumns(cells) && !repeats(line, rows[0])
  }

  /// Whether a line is the column row again.
  private func repeats(_ line: Line, _ head: TableDraft.Row) -> Bool {
    line.tabs > 0 && sameTexts(tabCells(line).map { $0.isEmpty ? [] : [$0] }, head.cells)
  }

  /// The line after a page's end that stands between two rows: a page number and the short lines
  /// that each page repeats, before the column row comes again.
  private mutating func pageBetweenRows(_ index: Int, _ head: TableDraft.Row) -> Int? {
    var next = index
    var numbered = false
    while next < lines.count, next < index + 4, lines[next].tabs == 0, lines[next].width < 80 {
      numbered = numbered || furniture(of: lines[next])?.kind == .pageNumber
      next += 1
    }
    guard numbered, next < lines.count, repeats(lines[next], head), !captions(index) else {
      return nil
    }
    for line in lines[index..<next] {
      if furniture(of: line) != nil {
        take(furniture: line)
      } else {
        addFurniture(.runningHeader, trimmedRaw(line))
      }
    }
    return next
  }

  /// Whether line `index`, which stands apart below the last row of a page, is the caption of the table
  /// on the next page: nothing else has its words, as lines that pages repeat have.
  private mutating func captions(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.blanksBefore > 0, !line.bare, furniture(of: line) == nil else { return false }
    let words = bytes[line.content.start..<line.content.end]
    return !lines.contains { other in
      other.number != line.number && other.content.count == line.content.count
        && bytes[other.content.start..<other.content.end].elementsEqual(words)
    }
  }

  func sameTexts(_ left: [TableDraft.Cell], _ right: [TableDraft.Cell]) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { folder.fold($0) == folder.fold($1) }
  }
}
