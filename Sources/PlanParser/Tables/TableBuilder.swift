import PlanModel
import PlanText

/// Makes a table of its rows: the head, joined rows, rows that head others.
extension PlanReader {
  /// How many of the cells name a column ("STT", "Cơ quan chủ trì").
  mutating func columnCount(_ cells: [ByteSpan]) -> Int {
    var count = 0
    for cell in cells where !cell.isEmpty && cell.count < 120 {
      if lineMatch(.column, tokens(cell)) != nil { count += 1 }
    }
    return count
  }

  /// The table of `rows`, which stand in the lines from `start` to `end`; `heads` of them are above
  /// the rule that ends the head, where there is one.
  mutating func build(
    _ given: [TableDraft.Row], from start: Int, to end: Int, headed: Bool, heads: Int = 1
  ) -> TableDraft {
    var table = TableDraft(
      span: ByteSpan(lines[start].content.start, lines[end - 1].content.end))
    // An empty last cell does not move the end; the first row may begin with an empty cell.
    if let first = given.first?.cells.first(where: { !$0.isEmpty })?.first {
      table.span.start = min(table.span.start, first.start)
    }
    var rows = given
    let title = titleRow(&rows)
    // All lines above a ruler are head; a format tells its own.
    let isTold = lines[start].table > 0
    let named = isTold ? nil : title == nil ? heads : max(heads - 1, 1)
    takeHead(&table, &rows, headed: headed, heads: named)
    if let title { rows.insert(title, at: 0) }
    let count = max(
      table.head.reduce(0) { max($0, $1.cells.count) }, rows.reduce(0) { max($0, $1.cells.count) },
      table.columns.count)
    name(&table, columns: count)
    let broken = isTold ? nil : brokenRows(rows, of: table)
    for row in rows {
      if isColumnRow(row, of: table) {
        takeColumns(row)
        continue
      }
      add(row, to: &table, broken, isTold: isTold)
    }
    markGroups(&table)
    return table
  }

  // MARK: The head

  /// Takes the title of a table out of its rows, which it stays the first of: a cell over all columns
  /// above the row that names them, "DANH MỤC CÔNG VIỆC" or "Đơn vị tính: triệu đồng".
  private mutating func titleRow(_ rows: inout [TableDraft.Row]) -> TableDraft.Row? {
    guard rows.count > 2, rows[0].cells.count > 2 || rows[0].cells.count == 1,
      rows[0].cells.count(where: { !$0.isEmpty }) == 1, rows[1].cells.count > 2,
      rows[1].cells.count >= rows[0].cells.count,
      namesColumns(rows[1].cells.compactMap(\.first)),
      rows[1].cells.first?.isEmpty == false
    else { return nil }
    return rows.removeFirst()
  }

  private mutating func takeHead(
    _ table: inout TableDraft, _ rows: inout [TableDraft.Row], headed: Bool, heads: Int?
  ) {
    guard let first = rows.first, headed || isHead(first, before: rows.dropFirst().first) else {
      return
    }
    table.head = [first]
    rows.removeFirst()
    var left = (heads ?? 1) - 1
    if left < 1, let second = rows.first, numbersColumns(second) { return }
    if heads != nil { left -= joinNames(&table.head[0], &rows, sure: left) }
    let lower = lowerHeads(under: table.head[0], Array(rows.prefix(PlanReader.headRows)))
    if lower > 1 || lower > 0 && first.cells.first?.isEmpty == true {
      table.head += rows.prefix(lower)
      rows.removeFirst(lower)
      return
    }
    guard let second = rows.first else { return }
    if let widened = widenedHead(second, under: first, above: rows[...]) {
      table.head.append(widened)
    } else if isSecondHead(second, under: first)
      || dividesHead(second, under: first, above: rows.dropFirst().first) || left > 0
    {
      table.head.append(second)
      spread(&table.head, above: rows.dropFirst().first)
    } else {
      return
    }
    rows.removeFirst()
    while left > 1, let row = rows.first {
      join(row, to: &table.head[1])
      rows.removeFirst()
      left -= 1
    }
  }

  private mutating func isHead(_ row: TableDraft.Row, before next: TableDraft.Row?) -> Bool {
    let filled = row.cells.filter { !$0.isEmpty }
    guard filled.count > 1 else { return false }
    if namesColumns(filled.map { $0[0] }) { return true }
    // A row that begins with a number or a time is data.
    let begins = bytes[filled[0][0].start]
    if begins.isDigit { return false }
    return filled.allSatisfy { $0[0].count < 90 && LineReader.ending(bytes, $0[0]) != .stop }
  }

  private mutating func isSecondHead(_ row: TableDraft.Row, under first: TableDraft.Row) -> Bool {
    guard row.cells.count >= first.cells.count || row.cells.contains(where: \.isEmpty) else {
      return false
    }
    guard let above = first.cells.first, let below = row.cells.first else { return false }
    let filled = row.cells.filter { !$0.isEmpty }
    guard filled.count > 1, filled.allSatisfy({ $0[0].count < 90 }) else { return false }
    if sameTexts(row.cells, first.cells) { return false }
    // A cell over two rows repeats its text or stands blank in the second.
    if !below.isEmpty { return folder.fold(below) == folder.fold(above) }
    guard !above.isEmpty else { return false }
    if splits(row, first) { return true }
    let names = columnCount(filled.map { $0[0] })
    return first.cells.contains(where: \.isEmpty) ? names > 0 : names == filled.count
  }

  /// Whether a row names the columns that the cells of a shorter row above span: text keeps one
  /// cell for each of those, while the rows below have all.
  ///
  /// "TT | Việc | Cơ quan | Lộ trình" over " | | Chủ trì | Phối hợp | 2026 | 2027".
  private mutating func dividesHead(
    _ row: TableDraft.Row, under first: TableDraft.Row, above next: TableDraft.Row?
  ) -> Bool {
    guard let next, next.cells.count == row.cells.count, first.cells.count < row.cells.count,
      !first.cells.contains(where: \.isEmpty), row.cells.first?.isEmpty == true,
      next.cells.first?.isEmpty == false, columnCount(first.cells.compactMap(\.first)) > 1,
      TableHead.divide(first.cells.map { _ in "" }, over: row.cells.map { folder.fold($0) }) != nil
    else { return false }
    let names = row.cells.compactMap(\.first)
    return names.count > 1 && names.count == row.cells.count(where: { !$0.isEmpty })
      && names.allSatisfy { isYear($0) || columnCount([$0]) == 1 }
  }

  /// Whether a cell is a year.
  func isYear(_ cell: ByteSpan) -> Bool {
    cell.count == 4 && bytes[cell.start..<cell.end].allSatisfy { $0.isDigit }
  }

  /// Whether a row names only the columns that a cell of the row above spans: "Số đàn" and a
  /// blank over "Ong nội" and "Ong ngoại".
  private func splits(_ row: TableDraft.Row, _ above: TableDraft.Row) -> Bool {
    guard row.cells.count == above.cells.count else { return false }
    return row.cells.indices.allSatisfy { index in
      let spans = index + 1 < above.cells.count && above.cells[index + 1].isEmpty
      return row.cells[index].isEmpty != (above.cells[index].isEmpty || spans)
    }
  }

  /// How many rows below the first are looked at for further rows of the head.
  private static let headRows = 6

  /// Names the columns from the rows of the head: "Phân công: Chủ trì".
  private func name(_ table: inout TableDraft, columns count: Int) {
    guard let first = table.head.first else {
      table.columns = Array(repeating: "", count: count)
      return
    }
    var names = first.cells.map { folder.fold($0) }
    if table.head.count > 2 {
      let rows = table.head.map { $0.cells.map { folder.fold($0) } }
      names = TableHead.names(rows, columns: max(names.count, count))
    } else if table.head.count > 1 {
      let second = table.head[1].cells.map { folder.fold($0) }
      names = TableHead.merge(names, second)
    }
    while names.count < count { names.append("") }
    table.columns = names
  }

  // MARK: Rows

  /// Whether a row repeats the head on a new page, or only numbers the columns.
  func isColumnRow(_ row: TableDraft.Row, of table: TableDraft) -> Bool {
    if table.head.contains(where: { sameTexts($0.cells, row.cells) }) { return true }
    return table.rows.isEmpty && numbersColumns(row)
  }

  /// Whether a row only numbers the columns; the one that numbers rows may have no number.
  private func numbersColumns(_ row: TableDraft.Row) -> Bool {
    guard row.cells.count > 2 else { return false }
    if isNumberedButOne(row) { return true }
    // "(1) (2) (3)", "1 2 3", "A B 1 2": the numbers go up by one.
    var expected = 0
    var letters = 0
    for cell in row.cells[0].isEmpty ? row.cells.dropFirst() : row.cells[...] {
      let text = numbering(folder.fold(cell))
      let digits = text.utf8.filter { $0.isDigit }
      if digits.isEmpty {
        let letter = text.utf8.filter { $0 != 0x28 && $0 != 0x29 }
        guard expected == 0, letter.count == 1, text.utf8.count <= 3 else { return false }
        letters += letter.first == 0x41 + UInt8(letters) ? 1 : 0
        continue
      }
      guard let value = Int(String(decoding: digits, as: UTF8.self)),
        text.utf8.count <= digits.count + 2, value == expected + 1
      else { return false }
      expected = value
    }
    // "A B C D": letters alone.
    if letters == row.cells.count { return true }
    return expected > 1 || expected == 1 && letters > 1 && letters == row.cells.count - 1
  }

  /// Whether all cells of a row but one number their columns in brackets: "q) (2) (3) (4)".
  private func isNumberedButOne(_ row: TableDraft.Row) -> Bool {
    guard row.cells.count > 3 else { return false }
    let numbered = row.cells.indices.count { index in
      folder.fold(row.cells[index]).filter { $0 != " " } == "(\(index + 1))"
    }
    return numbered == row.cells.count - 1
      && row.cells.allSatisfy { folder.fold($0).utf8.count <= PlanReader.ordinalBytes }
  }

  /// What a cell numbers its column with, without what the column is worked out of: "(3)" of
  /// "(3)=(2)-(1)", where nothing but numbers and marks follow.
  private func numbering(_ text: String) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x40 }) else { return text }
    // "(1 )": a narrow cell breaks before the bracket.
    guard let sign = text.utf8.firstIndex(of: 0x3D) else { return text.filter { $0 != " " } }
    let number = text[..<sign].filter { $0 != " " }
    // "(5=3+4)" opens a bracket that closes behind the whole.
    return number.isEmpty ? text : String(number)
  }

  mutating func takeColumns(_ row: TableDraft.Row) {
    let pieces = row.cells.flatMap { $0 }
    guard let first = pieces.first, let last = pieces.last else { return }
    addFurniture(.columns, ByteSpan(first.start, last.end))
  }

  private mutating func add(
    _ row: TableDraft.Row, to table: inout TableDraft, _ broken: BrokenRows?, isTold: Bool
  ) {
    var row = row
    takeRepeats(&row)
    let short = row.cells.count < table.columns.count
    while row.cells.count < table.columns.count { row.cells.append([]) }
    if let last = table.rows.indices.last,
      continues(row, table.rows[last], table) || row.trimmed && completes(row, table.rows[last])
        || broken.map({ isRest(row, of: table.rows[last], table, $0) }) == true
        || !isTold && continuesText(row, of: table.rows[last], table)
    {
      for index in row.cells.indices where !row.cells[index].isEmpty {
        table.rows[last].cells[index] += row.cells[index]
      }
      let span = ByteSpan(
        row.cells.first { !$0.isEmpty }?.first?.start ?? table.span.start, table.span.end)
      diagnose(
        .rowJoined, .parser, .note, "a row without ordinal was joined to the row before it",
        ByteSpan(span.start, span.start))
      return
    }
    if short, row.cells.count(where: { !$0.isEmpty }) > 2, let start = row.cells.first?.first?.start
    {
      diagnose(
        .rowShort, .document, .note, "the row has fewer cells than the table has columns",
        ByteSpan(start, start))
    }
    table.rows.append(row)
  }

  /// Leaves the text of a cell over all columns, or over all behind the ordinal, in the first of
  /// them where a program wrote it into each.
  private mutating func takeRepeats(_ row: inout TableDraft.Row) {
    for first in 0..<min(2, row.cells.count) {
      // Behind a name equal cells are values: "Xếp loại | Đạt | Đạt | Đạt".
      guard first == 0 || folder.fold(row.cells[0]).utf8.count <= PlanReader.ordinalBytes else {
        return
      }
      let repeats = row.cells[(first + 1)...]
      let text = folder.fold(row.cells[first])
      guard repeats.count > 1, text.utf8.count > 5, repeats.allSatisfy({ folder.fold($0) == text }),
        let from = repeats.first?.first, let to = repeats.last?.last
      else { continue }
      addFurniture(.columns, ByteSpan(from.start, to.end))
      for index in repeats.indices { row.cells[index] = [] }
      return
    }
  }

  /// How many bytes the ordinal of a row has at most.
  private static let ordinalBytes = 6

  /// Whether a row goes on with the one before it: its ordinal is blank, cells are missing, and
  /// its text does not begin anew ("chất giống cây …").
  private func continues(_ row: TableDraft.Row, _ last: TableDraft.Row, _ table: TableDraft) -> Bool
  {
    guard row.cells.count > 1, row.cells[0].isEmpty, let ordinal = last.cells.first,
      !ordinal.isEmpty, last.cells.count(where: { !$0.isEmpty }) > 2
    else { return false }
    let filled = row.cells.filter { !$0.isEmpty }
    guard let first = filled.first?.first else { return false }
    let lower = LetterCase(Scalars.decode(bytes, at: first.start).scalar) == .lower
    if row.gap { return filled.count < row.cells.count - 1 || lower }
    return lower && filled.count < row.cells.count - 1
  }
}
