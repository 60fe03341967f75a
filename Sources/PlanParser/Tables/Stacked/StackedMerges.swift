import PlanModel
import PlanText

/// Rows of tables one cell to a line whose first cell goes on from the row above: an empty line
/// stands for it, and so for each cell that a word processor merged with the one above.
extension PlanReader {
  /// The widest cell of such a row, in characters.
  private static var widestMerged: Int { 240 }

  /// The cells of the rows that lie among the lines of one: as many as there are columns, or so
  /// many for each row, of which all but the first begin with an empty cell.
  ///
  /// "1" / "Giao thông" / "Đường xã" / "100%" / "" / "" / "Đường thôn" / "80%" / "2"
  mutating func mergedRows(_ entries: [Int?], _ head: StackedHead) -> [[Int?]] {
    let cells = head.columns - 1
    guard head.gap == 0, cells > 1, entries.count > cells,
      (entries.count - cells) % head.columns == 0
    else { return [entries] }
    var rows = [Array(entries[..<cells])]
    for start in stride(from: cells, to: entries.count, by: head.columns) {
      let row = Array(entries[(start + 1)..<(start + head.columns)])
      guard entries[start] == nil, row.contains(where: { $0 != nil }) else { return [entries] }
      rows.append(row)
    }
    return rows.allSatisfy { fillsColumns($0, head) } ? rows : [entries]
  }

  /// The cells of a row that begins with an empty cell behind a row of `filled` lines, and the line
  /// after them; `nil` when none stands at line `start`.
  mutating func mergedRow(
    at start: Int, behind filled: Int, _ head: StackedHead, after ordinals: [RowOrdinal]
  ) -> (entries: [Int?], next: Int)? {
    guard head.gap == 0, start < lines.count else { return nil }
    // The empty cells at the end of the row above stand there too.
    var entries = Array(
      emptyCells(before: start, gap: 0).dropFirst(max(0, head.columns - 1 - filled)))
    guard !entries.isEmpty else { return nil }
    var index = start
    while index < lines.count, entries.count < head.columns {
      if index > start { entries += emptyCells(before: index, gap: 0) }
      if entries.count >= head.columns { break }
      guard lines[index].width <= Self.widestMerged, lines[index].indent == 0,
        !isGroupLine(index, isProgramme: head.isProgramme), rowOrdinal(on: index)?.opens != true
      else { return nil }
      entries.append(index)
      index += 1
    }
    let row = Array(entries.prefix(head.columns).dropFirst())
    if head.isSetApart, (start..<index).allSatisfy({ lines[$0].blanksBefore == 1 }),
      endsRows(at: start, head, after: ordinals)
    {
      return nil
    }
    guard row.count == head.columns - 1, row.count(where: { $0 != nil }) > 1,
      index == lines.count || emptyCells(before: index, gap: 0).count > 0
        || opensRow(index, head, after: []) || entries.last != .some(nil) && endsUnits(index),
      fillsColumns(row, head)
    else { return nil }
    return (row, index)
  }

  /// Whether a unit of the outline begins at a line, set in as no cell is.
  private mutating func endsUnits(_ index: Int) -> Bool {
    lines[index].indent > 0 && marker(tokens(lines[index].content)) != nil
  }

  /// Whether each line of a row begins a cell and may stand in the column of its place; what a
  /// column is named is weak evidence where each line has its place.
  private mutating func fillsColumns(_ row: [Int?], _ head: StackedHead) -> Bool {
    let entries = entries(of: row, head)
    return entries.count == head.columns - 1
      && entries.allSatisfy { !$0.goesOn || $0.isOpen }
      && StackedCells(roles: head.roles).fit(entries, Array(head.roles.indices), least: -2)
  }
}
