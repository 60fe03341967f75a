import PlanModel

/// Tables one cell to a line that go on over pages, and whose cells blank lines part, as programs
/// write the text of a PDF file.
extension PlanReader {
  /// How many cells begin among the lines of a row: where blank lines part the cells, a line without
  /// one before it goes on with its cell.
  func begun(_ entries: [Int?], _ head: StackedHead) -> Int {
    guard head.gap > 0 else { return entries.count }
    return entries.count { entry in entry.map { lines[$0].blanksBefore > 0 } ?? true }
  }

  /// The line behind the head that a page repeats, its number above it; `nil` when no page begins.
  mutating func nextPage(at index: Int, _ head: StackedHead) -> Int? {
    var start = index
    while start < lines.count, start < index + 2, furniture(of: lines[start])?.kind == .pageNumber {
      start += 1
    }
    guard start < lines.count, lines[start].width <= Self.widestFirstName,
      let again = stackedHead(at: start), let name = again.rows.first, let own = head.rows.first,
      sameTexts(name.cells, own.cells), again.next < lines.count
    else { return nil }
    for line in lines[index..<start] { take(furniture: line) }
    for row in again.rows { takeColumns(row) }
    return again.next
  }

  /// The row that heads those below it at a line; `nil` when none does.
  mutating func groupLine(
    at index: Int, _ head: StackedHead, after ordinals: [RowOrdinal]
  ) -> TableDraft.Row? {
    guard isGroupLine(index, isProgramme: head.isProgramme), index + 1 < lines.count,
      opensRow(index + 1, head, after: ordinals) || rowOrdinal(on: index + 1)?.opens == true
    else { return nil }
    return TableDraft.Row(cells: [[lines[index].content]])
  }

  /// Notes the ordinal of a row.
  func note(_ ordinal: RowOrdinal, in ordinals: inout [RowOrdinal]) {
    ordinals.removeAll { $0.kind == ordinal.kind }
    ordinals.append(ordinal)
  }

  /// Notes the label of a line that heads rows: the next may have a line of its own.
  mutating func note(group index: Int, in ordinals: inout [RowOrdinal]) {
    guard let label = marker(tokens(lines[index].content))?.label,
      let ordinal = RowOrdinal(bytes[label.start..<label.end]), ordinal.kind != .number
    else { return }
    note(ordinal, in: &ordinals)
  }

  /// Whether the head of another table begins at a line.
  mutating func opensStack(_ index: Int) -> Bool {
    guard index + 1 < lines.count, lines[index].width <= Self.widestFirstName,
      let role = openingRole(at: index), Self.openingRoles.contains(role)
    else { return false }
    return columnRole(at: index + 1) != nil
  }
}
