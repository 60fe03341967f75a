import PlanModel

/// Where a table ends whose cells stand one to a line, in a text whose units blank lines part.
extension PlanReader {
  /// How many lines behind a blank one are looked at for another row.
  private static var rowReach: Int { 12 }

  /// Whether a blank line stands before line `start`, which opens a table, and before the two units
  /// above it.
  func isSetApart(_ start: Int) -> Bool {
    start > 1 && lines[(start - 1)...start].allSatisfy { $0.blanksBefore == 1 }
  }

  /// Whether some lines are all cells of a row, none of them empty.
  func isWhole(_ entries: [Int?], _ head: StackedHead) -> Bool {
    head.isSetApart && entries.count == head.columns - 1 && entries.allSatisfy { $0 != nil }
  }

  /// Whether the table ends before a line behind a row: blank lines stand there as between the units
  /// of the text, and no other row follows.
  mutating func endsRows(
    at index: Int, _ head: StackedHead, after ordinals: [RowOrdinal]
  ) -> Bool {
    guard lines[index].blanksBefore == 1 else { return false }
    for next in index..<min(lines.count, index + Self.rowReach) {
      if opensRow(next, head, after: ordinals) { return false }
      if next > index, endsStack(next) { return true }
      if next == index + 1, lines[next].blanksBefore == 0 { return false }
    }
    return true
  }
}
