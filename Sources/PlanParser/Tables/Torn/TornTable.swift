import PlanModel
import PlanText

/// Tables whose drawn lines recognition tore (bảng mất đường kẻ): each line of the page goes over all
/// columns, and of the borders between them some are left as bars, the others not at all.
///
/// "1 |Lập danh mục hồ sơ các cơ | Văn phòng Sở Thanh tra Sở |Quý II/2026" / "quan thuộc Sở". The
/// ordinals part the rows. A cell whose end is unsure stands with the text of its row: who does a
/// thing and when is told only where the lines leave no doubt.
extension PlanReader {
  /// How many columns such a table has at most.
  private static let mostTornColumns = 14
  /// How many rows of a document are weighed as wholes at most, which bounds time.
  ///
  /// Each takes a thousand times as long as a line of text, and no document has so many.
  private static let mostWeighedRows = 1_000

  /// Reads the table whose head begins at line `start`; `nil` when none does.
  mutating func tornTable(at start: Int) -> (table: TableDraft, next: Int)? {
    guard let head = tornHead(at: start), head.roles.count <= Self.mostTornColumns,
      let (rows, pages, next) = tornRows(under: head)
    else { return nil }
    for line in pages.edges { take(furniture: lines[line]) }
    for line in pages.repeated { addFurniture(.columns, lines[line].content) }
    var cells = TornCells(roles: head.roles)
    if keepsPlaces(rows) { cells.places = tornPlaces(of: rows, head, cells) }
    cells.widths = tornWidths(rows, rows.map { cut($0, cells) }, columns: head.roles.count)
    var drafts = [TableDraft.Row(cells: head.names)]
    if cells.places == nil, weighedRows + rows.count <= Self.mostWeighedRows {
      weighedRows += rows.count
      for (row, way) in zip(rows, tornWays(rows, cells)) {
        drafts.append(TableDraft.Row(cells: tornCells(of: row, way.cuts, head, sure: way.sure)))
      }
    } else {
      for row in rows {
        let cut = cut(row, cells)
        let sure =
          row.number == nil
          ? head.roles.map { _ in true }
          : head.roles.indices.map { cut.isEmpty || isSure($0, row, cut, cells) }
        drafts.append(TableDraft.Row(cells: tornCells(of: row, cut, head, sure: sure)))
      }
    }
    return (build(drafts, from: start, to: next, headed: true), next)
  }

  /// The rows under a head; `nil` when they are none of such a table: fewer than two, or each with
  /// all its borders and none of them wrapped.
  private mutating func tornRows(under head: TornHead)
    -> (rows: [TornRow], pages: TornPages, next: Int)?
  {
    var rows: [TornRow] = []
    var pages = TornPages()
    var index = head.next
    gatherTorn(&rows, &pages, from: &index, under: head)
    while let last = rows.last, last.number == nil {
      index -= last.lines.count
      rows.removeLast()
    }
    let numbered = rows.filter { $0.number != nil }
    guard numbered.count > 1, numbered.contains(where: { $0.number == 2 }) else { return nil }
    let bars = (head.first..<index).filter { lines[$0].bars > 0 }.map { lines[$0].bars }
    guard let first = bars.first else {
      let isFlush = (head.first..<index).allSatisfy { lines[$0].indent <= 2 }
      return isFlush && hasLostBlanks(rows) ? (rows, pages, index) : nil
    }
    let isTorn = bars.contains { $0 != first } || bars.count < index - head.first
    return isTorn && !hasAllBars(numbered, under: head) ? (rows, pages, index) : nil
  }

  /// Whether each row has the bars of the head, over several lines in one at least.
  ///
  /// Then none was lost, and the cells follow each other: "2 | Dựng bến | Ban Văn hóa;" / "- Các thôn
  /// | Tháng 4".
  private func hasAllBars(_ rows: [TornRow], under head: TornHead) -> Bool {
    let bars = rows.map { $0.lines.map { $0.words.count(where: \.bar) } }
    // The bar behind the ordinal stands before the words of the row.
    return bars.allSatisfy { $0.reduce(1, +) == head.roles.count }
      && bars.contains { $0.count { $0 > 0 } > 1 }
  }

  // MARK: Cells

  /// The words of each column on each line of a row.
  private mutating func cut(_ row: TornRow, _ cells: TornCells) -> [[Range<Int>]] {
    let columns = cells.roles.count
    guard row.number != nil else {
      return row.lines.map { line in
        [0..<line.words.count] + cells.roles.dropFirst().map { _ in 0..<0 }
      }
    }
    var above: TornCells.Above?
    var found: [[Range<Int>]] = []
    for line in row.lines {
      let cut = cells.cut(line, below: above)
      found.append(cut)
      var state =
        above
        ?? TornCells.Above(
          isFilled: Array(repeating: false, count: columns),
          isOpen: Array(repeating: false, count: columns),
          width: Array(repeating: 0, count: columns))
      note(line, cut, in: &state)
      above = state
    }
    return found
  }

  /// Takes note of what a line adds to the cells of its row.
  private mutating func note(
    _ line: TornLine, _ cut: [Range<Int>], in state: inout TornCells.Above
  ) {
    for column in cut.indices where !cut[column].isEmpty {
      state.isFilled[column] = true
      state.isOpen[column] = staysOpen(line, cut[column])
      state.width[column] = line.width(of: cut[column])
    }
  }

  /// Whether no cell ends with the last of some words: "Sở Nông nghiệp và", "Trước ngày".
  mutating func staysOpen(_ line: TornLine, _ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    if line.words[last].isOpen { return true }
    guard let list = grammar.list("open-ends") else { return false }
    for count in 1...2 where range.count >= count {
      let span = ByteSpan(line.words[last + 1 - count].span.start, line.words[last].span.end)
      let tokens = allTokens(span)
      if grammar.entry(in: list, tokens, at: 0)?.end == tokens.count { return true }
    }
    return false
  }

  /// How wide each column is at least.
  private func tornWidths(_ rows: [TornRow], _ cuts: [[[Range<Int>]]], columns: Int) -> [Int] {
    var widths = Array(repeating: 0, count: columns)
    for (row, cut) in zip(rows, cuts) where row.number != nil {
      for (line, ranges) in zip(row.lines, cut) {
        for column in 0..<columns {
          widths[column] = max(widths[column], line.width(of: ranges[column]))
        }
      }
    }
    return widths
  }

  /// The cells of a row, those whose end is unsure in the text of the row.
  private mutating func tornCells(
    of row: TornRow, _ cut: [[Range<Int>]], _ head: TornHead, sure: [Bool]
  ) -> [TableDraft.Cell] {
    let columns = head.roles.count
    var found = [TableDraft.Cell](repeating: [], count: columns)
    for (line, ranges) in zip(row.lines, cut) {
      for column in 0..<columns { found[column] += line.cell(ranges[column]) }
    }
    let text = head.roles[0] == .body ? head.roles.firstIndex(of: .text) ?? 0 : 0
    var moved = false
    if row.number != nil {
      for column in 0..<columns where column != text && !found[column].isEmpty {
        if sure[column] { continue }
        found[text] += found[column]
        found[column] = []
        moved = true
      }
    }
    if moved {
      found[text].sort { $0.start < $1.start }
      diagnose(
        .rowJoined, .recognition, .note,
        "the lines between the cells are lost: what cannot be told apart stands in one cell",
        ByteSpan(row.ordinal.start, row.ordinal.start))
    }
    return [[row.ordinal]] + found
  }

  /// Whether a cell is told whole, and alone.
  private mutating func isSure(
    _ column: Int, _ row: TornRow, _ cut: [[Range<Int>]], _ cells: TornCells
  ) -> Bool {
    guard let last = cut.lastIndex(where: { !$0[column].isEmpty }) else { return true }
    let range = cut[last][column]
    if staysOpen(row.lines[last], range) { return false }
    let isWhole = endsTornTime(row.lines[last], range)
    var above = TornCells.Above(
      isFilled: cut[0].map { !$0.isEmpty }, isOpen: cut[0].map { _ in false },
      width: cut[0].map { _ in 0 })
    note(row.lines[0], cut[0], in: &above)
    for (place, line) in row.lines.enumerated() where place > 0 && !line.words.isEmpty {
      let own = cut[place][column]
      let isSeen =
        line.borders > 0 || cells.places != nil || goesOnAlone(line, cut[place], cells, above)
        || goesOnInTime(line, cut[place], cells.roles)
      if !own.isEmpty {
        // It goes on here where no border tells so.
        let begins = line.words[own.lowerBound]
        let isTold = own.lowerBound == 0 || begins.bar || begins.gap
        if !isWhole, !isTold || !isSeen { return false }
        if own.lowerBound == 0, !isSeen { return false }
      } else if !isSeen, !isWhole, cells.mayGoOn(line.longestWord, column, above) {
        return false
      }
      note(line, cut[place], in: &above)
    }
    return true
  }

  /// Whether all of a line stands in one column, and its first word had room in every other.
  private func goesOnAlone(
    _ line: TornLine, _ cut: [Range<Int>], _ cells: TornCells, _ above: TornCells.Above
  ) -> Bool {
    guard cut.count(where: { !$0.isEmpty }) == 1 else { return false }
    return cut.indices.allSatisfy {
      !cut[$0].isEmpty || !cells.mayGoOn(line.longestWord, $0, above)
    }
  }

  /// Whether a line only goes on with a time: "Trước ngày" / "30/9/2026".
  private mutating func goesOnInTime(
    _ line: TornLine, _ cut: [Range<Int>], _ roles: [TornHead.Role]
  ) -> Bool {
    guard let time = cut.firstIndex(where: { !$0.isEmpty }), roles[time] == .time,
      cut[time].count == line.words.count, line.words[0].isNumber
    else { return false }
    return endsTornTime(line, cut[time])
  }

  /// Whether some words end with a year, or tell when a thing comes again.
  private mutating func endsTornTime(_ line: TornLine, _ range: Range<Int>) -> Bool {
    guard let last = range.last else { return false }
    let word = line.words[last].span
    let digits = bytes[word.start..<word.end].reversed().prefix { $0 >= 48 && $0 <= 57 }
    if digits.count == 4 { return true }
    let tokens = allTokens(ByteSpan(line.words[range.lowerBound].span.start, word.end))
    return phrases(tokens).contains { match in
      meaning(match) == .time && match.start == 0 && match.end == tokens.count
        && value("form", of: match) == "repeat"
    }
  }

  // MARK: Places

  /// Whether the text keeps the blanks between the columns: half of the lines have wide ones.
  private func keepsPlaces(_ rows: [TornRow]) -> Bool {
    let first = rows.compactMap(\.lines.first)
    return first.count { $0.words.dropFirst().contains { $0.gap } } * 2 >= first.count
  }

  /// Whether the blanks before lines are lost in a text that keeps those between columns.
  private func hasLostBlanks(_ rows: [TornRow]) -> Bool {
    keepsPlaces(rows)
      && rows.contains { row in
        row.lines.dropFirst().contains { line in
          guard line.borders > 0, let first = line.words.first else { return false }
          return !first.isUpper && !first.isNumber && !first.isSign
        }
      }
  }

  /// Where the columns begin: the middle of where cells of the first lines do.
  private mutating func tornPlaces(of rows: [TornRow], _ head: TornHead, _ cells: TornCells)
    -> [Int]
  {
    var found = [[Int]](repeating: [], count: head.roles.count)
    for row in rows where row.number != nil {
      guard let line = row.lines.first else { continue }
      for (column, range) in cells.cut(line, below: nil).enumerated() where !range.isEmpty {
        found[column].append(line.words[range.lowerBound].column)
      }
    }
    return found.enumerated().map { column, places in
      let sorted = places.sorted()
      return sorted.isEmpty ? head.columns[column] : sorted[sorted.count / 2]
    }
  }
}
