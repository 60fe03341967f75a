import PlanModel
import PlanText

/// Tables whose cells stand one to a line and whose rows no ordinal opens, as a word processor writes
/// them that saves a document as text.
///
/// Each cell is a line and each empty cell an empty line, so that the rows are as long as the head
/// is. How many of the lines are the head is what the names of columns tell, and the figures that
/// stand below each other.
extension PlanReader {
  /// How many columns such a table has.
  private static var filledColumns: ClosedRange<Int> { 3...10 }
  /// Behind how many rows it must be plain that it is one.
  private static var rowsToTell: Int { 4 }

  /// Reads the table whose head begins at line `start`; `nil` when none does.
  mutating func filledTable(at start: Int) -> (table: TableDraft, next: Int)? {
    guard text.styles.isEmpty, !wrap.isHard, start + 6 < lines.count, namesFilled(start),
      marker(tokens(lines[start].content)) == nil
    else { return nil }
    var best: FilledTable?
    let names = filledNames(from: start)
    guard names.count >= Self.filledColumns.lowerBound, mayBeFilled(names), !holdsOrdinals(names)
    else { return nil }
    for columns in Self.filledColumns.lowerBound...names.count {
      guard let table = filledTable(under: Array(names.prefix(columns))) else { continue }
      if best.map({ table.isBetter(than: $0) }) ?? true { best = table }
    }
    guard let best else { return nil }
    return (build(best.rows, from: start, to: best.place.line, headed: true), best.place.line)
  }

  /// How many lines below its first name tell whether such a table may stand there.
  private static var linesToTell: Int { 48 }

  /// Whether empty lines or figures stand below some names soon, both where few of them are known: most
  /// texts in short lines have none, and are read no further.
  private mutating func mayBeFilled(_ names: [Range<Int>]) -> Bool {
    let start = names[0].lowerBound
    let soon = start + 1..<min(lines.count, start + Self.linesToTell)
    let holdsEmpty = soon.contains { lines[$0].blanksBefore > 0 }
    let holdsFigures = soon.count { isFigure($0) } > 1
    if holdsEmpty && holdsFigures { return true }
    guard holdsEmpty || holdsFigures else { return false }
    return names.count { columnRole(of: span(of: $0)) != nil } > 1
  }

  /// Whether a line can be the name of a column of such a table.
  private func namesFilled(_ index: Int) -> Bool {
    let line = lines[index]
    return namesColumn(line) && line.indent == 0 && line.leadingTabs == 0 && line.ending != .colon
      && !begins(bullet: line.content) && !isFigure(index)
  }

  /// Whether one of some names is that of the ordinals' column, with which a table of another kind
  /// begins: "Đơn vị tính: triệu đồng" / "Số" / "TT" / "Nội dung".
  private mutating func holdsOrdinals(_ names: [Range<Int>]) -> Bool {
    for name in names {
      let index = name.lowerBound
      if columnRole(of: span(of: name)) == "ordinal" || brokenOrdinals(at: index) != nil {
        return true
      }
    }
    return false
  }

  /// The lines of each name that may stand in the head that begins at line `start`.
  private func filledNames(from start: Int) -> [Range<Int>] {
    var names = [start..<(start + 1)]
    for index in (start + 1)..<min(lines.count, start + Self.linesToTell) {
      guard lines[index].blanksBefore == 0, namesFilled(index) else { break }
      if goesOn(index) {
        names[names.count - 1] = names[names.count - 1].lowerBound..<(index + 1)
        continue
      }
      guard names.count < Self.filledColumns.upperBound else { break }
      names.append(index..<(index + 1))
    }
    return names
  }

  /// The table whose head is some names; `nil` when the lines below them are none.
  private mutating func filledTable(under names: [Range<Int>]) -> FilledTable? {
    var roles: [String?] = []
    for name in names {
      let words = tokens(span(of: name))
      guard words.contains(where: { $0.kind == .syllable }), rowOrdinal(on: name.lowerBound) == nil
      else { return nil }
      roles.append(columnRole(of: span(of: name)))
    }
    let next = names[names.count - 1].upperBound
    let head = StackedHead(rows: [], isProgramme: false, roles: roles, next: next, gap: 0)
    var table = FilledTable(
      columns: names.count, known: roles.count { $0 != nil }, place: FilledPlace(line: next))
    table.rows = [TableDraft.Row(cells: names.map { $0.map { lines[$0].content } })]
    while let row = filledRow(at: table.place, head, isFirst: table.rows.count == 1),
      table.add(row)
    {
      if table.rows.count > Self.rowsToTell, !table.isSure { return nil }
    }
    return table.isSure ? table : nil
  }

  private func span(of name: Range<Int>) -> ByteSpan {
    ByteSpan(lines[name.lowerBound].content.start, lines[name.upperBound - 1].content.end)
  }

  /// The row that begins at a place; `nil` when none does.
  private mutating func filledRow(
    at start: FilledPlace, _ head: StackedHead, isFirst: Bool
  ) -> FilledTable.Row? {
    var row = FilledTable.Row(next: start)
    while row.cells.count <= head.roles.count, row.next.line < lines.count {
      let empty = emptyCells(before: row.next.line, gap: 0).count
      if row.next.empty < empty {
        if row.cells.count == head.roles.count { break }
        row.cells.append([])
        row.kinds.append(.empty)
        row.next.empty += 1
        continue
      }
      let line = row.next.line
      let isRest =
        empty == 0 && row.cells.last?.isEmpty == false && goesOn(line)
        && !kind(of: lines[line], head).isWhole
      if !isRest, row.cells.count == head.roles.count { break }
      guard isFilled(line), !row.cells.isEmpty || opensFilled(line) else { return nil }
      if isRest {
        row.cells[row.cells.count - 1].append(lines[line].content)
      } else {
        // The name of a column right below names: the head is longer.
        if isFirst, columnRole(at: line) != nil { return nil }
        row.cells.append([lines[line].content])
        row.kinds.append(kind(of: lines[line], head))
      }
      row.next = FilledPlace(line: line + 1)
    }
    guard row.cells.count == head.roles.count, row.cells.contains(where: { !$0.isEmpty }),
      !isFirst || !row.cells[0].isEmpty
    else { return nil }
    return row
  }

  /// Whether a line can stand in a cell.
  private mutating func isFilled(_ index: Int) -> Bool {
    let line = lines[index]
    return line.width <= 160 && line.indent == 0 && line.leadingTabs == 0 && !line.pipe
      && (furniture(of: line)?.kind ?? .pageNumber) == .pageNumber && !endsStack(index)
  }

  /// Whether a line can open a row: it is no unit of the outline.
  private mutating func opensFilled(_ index: Int) -> Bool {
    marker(tokens(lines[index].content)).map { $0.family == .bullet } ?? true
  }

  /// Whether a line goes on with the cell of the line before it.
  private func goesOn(_ index: Int) -> Bool {
    let line = lines[index]
    if begins(bullet: line.content) {
      return lines[index - 1].ending == .colon || begins(bullet: lines[index - 1].content)
    }
    return line.startsLower || bytes[line.content.start] == UInt8(ascii: "(")
  }
}
