import PlanModel
import PlanText

/// A table whose rows go on in rows of their own, in which the number is blank: somebody wrote each
/// line of its cells as a row.
struct BrokenRows {
  /// How many letters the longest line of each column has.
  var widths: [Int]
}

extension PlanReader {
  /// What tells that rows without a number go on with those before them; `nil` where fewer than half
  /// of them show it, or nothing numbers the rows.
  mutating func brokenRows(_ rows: [TableDraft.Row], of table: TableDraft) -> BrokenRows? {
    guard table.columns.count > 1, rows.contains(where: { isUnnumbered($0) }),
      namesOrdinals(table.columns[0])
    else { return nil }
    var last: TableDraft.Row?
    var shown = 0
    var others = 0
    for row in rows {
      guard isUnnumbered(row), var above = last else {
        last = row
        continue
      }
      if showsRest(row, of: above, table) { shown += 1 } else { others += 1 }
      for index in row.cells.indices
      where index < above.cells.count && !row.cells[index].isEmpty {
        above.cells[index] = above.cells[index].prefix(1) + row.cells[index]
      }
      last = above
    }
    guard shown > 0, shown >= others else { return nil }
    var widths = Array(repeating: 0, count: table.columns.count)
    for row in rows {
      for (index, cell) in row.cells.enumerated().prefix(widths.count) {
        widths[index] = max(widths[index], folder.fold(cell).unicodeScalars.count)
      }
    }
    return BrokenRows(widths: widths)
  }

  /// Whether a row goes on with the one before it, where rows of its table do: its cells show it, or
  /// its first word had no room behind the text that it goes on with.
  mutating func isRest(
    _ row: TableDraft.Row, of last: TableDraft.Row, _ table: TableDraft, _ broken: BrokenRows
  ) -> Bool {
    guard isUnnumbered(row), last.cells.first?.isEmpty == false else { return false }
    if showsRest(row, of: last, table) { return true }
    guard fills(row, last), !beginsUnit(row),
      let index = row.cells.firstIndex(where: { !$0.isEmpty }), let above = last.cells[index].last
    else { return false }
    let text = folder.fold(row.cells[index])
    let word = text.prefix { $0 != " " }.unicodeScalars.count
    guard !isInCapitals(row.cells[index][0], moreThan: 3), text.utf8.last != UInt8(ascii: ":")
    else {
      return false
    }
    return folder.fold([above]).unicodeScalars.count + 1 + word > broken.widths[index]
  }

  /// Whether the number of a row is blank, and not all of it.
  private func isUnnumbered(_ row: TableDraft.Row) -> Bool {
    row.cells.count > 1 && row.cells[0].isEmpty && row.cells.contains { !$0.isEmpty }
  }

  /// Whether each cell of a row stands below one of the row before it that is filled.
  private func fills(_ row: TableDraft.Row, _ last: TableDraft.Row) -> Bool {
    row.cells.indices.allSatisfy {
      row.cells[$0].isEmpty || $0 < last.cells.count && !last.cells[$0].isEmpty
    }
  }

  /// Whether the text of a row begins a unit of its own, or adds rows up.
  private mutating func beginsUnit(_ row: TableDraft.Row) -> Bool {
    guard let text = row.cells[1].first else { return false }
    let tokens = tokens(text)
    return markers.read(tokens) != nil || lineMatch(.total, tokens) != nil
  }

  /// Whether cells of a row show that it goes on with the one before it: one of a few, or half of all.
  private mutating func showsRest(
    _ row: TableDraft.Row, of last: TableDraft.Row, _ table: TableDraft
  ) -> Bool {
    guard fills(row, last), !beginsUnit(row) else { return false }
    var filled = 0
    var shown = 0
    for index in row.cells.indices where !row.cells[index].isEmpty {
      filled += 1
      if goesOn(row.cells[index], with: last.cells[index], table.columns[index]) { shown += 1 }
    }
    return shown > 0 && (filled < table.columns.count - 1 || shown * 2 >= filled)
  }

  /// Whether a cell shows that it goes on with the one above it: in small letters below a capital,
  /// below an open end, as the rest of a time ("Quý" over "II/2026"), or of a body ("Phòng" over "Kinh
  /// tế").
  private mutating func goesOn(
    _ cell: TableDraft.Cell, with above: TableDraft.Cell, _ column: String
  ) -> Bool {
    guard let own = cell.first, let first = above.first, let last = above.last else { return false }
    if isSmall(own) && !isSmall(first) { return true }
    switch bytes[last.end - 1] {
    case UInt8(ascii: ","), UInt8(ascii: "-"): return true
    default: break
    }
    if above.count < 3, !isWholeTime(folder.fold(above)), isWholeTime(folder.fold(above + cell)) {
      return true
    }
    guard above.count == 1, isOneWord(first) else { return false }
    return namesBodies(column)
  }

  /// Whether a column is for bodies.
  mutating func namesBodies(_ column: String) -> Bool {
    lineMatches(of: column).contains { match in
      guard meaning(match) == .column, let kind = value("column", of: match) else { return false }
      return kind == "lead" || kind == "support" || kind == "body"
    }
  }

  func isSmall(_ span: ByteSpan) -> Bool {
    LetterCase(Scalars.decode(bytes, at: span.start).scalar) == .lower
  }

  /// Whether a text is one word with a capital and small letters.
  private func isOneWord(_ span: ByteSpan) -> Bool {
    let text = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    return !text.contains(" ") && text.dropFirst().contains { $0.isLowercase }
      && text.first?.isUppercase == true
  }

  /// Whether a text is a time and nothing else.
  private mutating func isWholeTime(_ text: String) -> Bool {
    guard text.utf8.count < 60 else { return false }
    let tokens = tokens(of: Array(text.utf8))
    return phrases(tokens, startingBefore: 1).contains {
      meaning($0) == .time && $0.end == tokens.count
    }
  }

  // MARK: The head

  /// Adds to the names of columns what stands below them on lines of their own, in small letters or
  /// brackets: "Đơn vị" over "chủ trì".
  ///
  /// `sure` of the rows stand above the rule that ends the head.
  mutating func joinNames(
    _ head: inout TableDraft.Row, _ rows: inout [TableDraft.Row], sure: Int
  ) -> Int {
    var joined = 0
    while let row = rows.first, endsNames(row, of: head, rows, isSure: joined < sure) {
      join(row, to: &head)
      rows.removeFirst()
      joined += 1
    }
    return joined
  }

  /// Adds the cells of a row to those of another.
  func join(_ row: TableDraft.Row, to head: inout TableDraft.Row) {
    for (index, cell) in row.cells.enumerated() {
      if index < head.cells.count { head.cells[index] += cell } else { head.cells.append(cell) }
    }
  }

  private mutating func endsNames(
    _ row: TableDraft.Row, of head: TableDraft.Row, _ rows: [TableDraft.Row], isSure: Bool
  ) -> Bool {
    guard isUnnumbered(row) || isSure, fills(row, head) else { return false }
    let isOver = zip(head.cells, head.cells.dropFirst()).contains {
      !$0.isEmpty && sameTexts([$0], [$1])
    }
    guard !isOver,
      row.cells.allSatisfy({ cell in
        cell.first.map { isSmall($0) || bytes[$0.start] == UInt8(ascii: "(") } ?? true
      })
    else { return false }
    if isSure { return true }
    return rows.dropFirst().first?.cells.first?.isEmpty == false
      && namesOrdinals(folder.fold(head.cells[0]))
  }
}
