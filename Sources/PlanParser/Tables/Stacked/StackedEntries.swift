import PlanModel
import PlanText

/// What the lines of a row tell of their columns where the cells of a table stand one to a line.
extension PlanReader {
  /// The widest unit of measure that fills a cell, in characters: "nghìn tấn/năm".
  private static var widestUnit: Int { 24 }

  /// What each line of a row, or the want of one, tells of the column it stands in; the lines of a
  /// cell tell it together where blank lines part the cells.
  mutating func entries(of row: [Int?], _ head: StackedHead) -> [StackedCells.Entry] {
    var entries: [StackedCells.Entry] = []
    var before: Line?
    for (place, index) in row.enumerated() {
      guard let index else {
        entries.append(StackedCells.Entry(span: nil, kind: .empty, goesOn: false))
        before = nil
        continue
      }
      let line = lines[index]
      if head.gap > 0, line.blanksBefore == 0, before != nil, !entries.isEmpty {
        entries[entries.count - 1].span?.end = line.content.end
        before = line
        continue
      }
      let isExact = head.gap == 0 && row.count == head.roles.count
      let isUnit = isExact && standsForUnit(line, before: place + 1, row)
      let kind = isUnit ? .unit : kind(of: line, head)
      if kind.isWhole {
        entries.append(StackedCells.Entry(span: line.content, kind: kind, goesOn: false))
        before = line
        continue
      }
      // The first bullet of a cell says nothing, unless it is announced.
      let isNext =
        begins(bullet: line.content)
        && before.map { begins(bullet: $0.content) || $0.ending == .colon } ?? false
      let isRest = line.startsLower || isNext
      // What follows a list with no bullet of its own begins the next cell.
      let endsList =
        before.map { begins(bullet: $0.content) } == true && !begins(bullet: line.content)
      let isOpen =
        !isRest && !endsList && (before?.ending == .semicolon || before?.ending == .comma)
      entries.append(
        StackedCells.Entry(
          span: line.content, kind: kind, goesOn: isRest || isOpen, isOpen: isOpen,
          endsList: endsList && !isRest && !wrap.isHard))
      before = line
    }
    return entries
  }

  /// Whether a line of a row with a line for each column is a unit: short, in small letters, and over
  /// a figure ("sáng kiến" / "12").
  private func standsForUnit(_ line: Line, before next: Int, _ row: [Int?]) -> Bool {
    line.startsLower && line.width <= Self.widestUnit && next < row.count
      && row[next].map { isFigure($0) } == true
  }

  /// Whether a line is a number in groups of three digits, and no date: "1.200.000".
  private func isGrouped(_ line: Line) -> Bool {
    guard line.width <= 20 else { return false }
    let groups = bytes[line.content.start..<line.content.end]
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return groups.count > 1 && groups[0].count <= 3
      && groups.dropFirst().allSatisfy { $0.count == 3 }
      && groups.allSatisfy { group in
        !group.isEmpty && group.allSatisfy { $0.isDigit }
      }
  }

  /// What a line of a row tells of its column.
  mutating func kind(of line: Line, _ head: StackedHead) -> StackedCells.Kind {
    guard line.width <= 120 else { return .text }
    var tokens = tokens(line.content)
    if line.width <= Self.widestUnit, head.roles.contains("unit"),
      lineMatch(.cellUnit, tokens) != nil
    {
      return .unit
    }
    if lineMatch(.ditto, tokens) != nil || isDitto(tokens) { return .ditto }
    if lineMatch(.cellTime, tokens) != nil { return .time }
    if isGrouped(line) { return .number }
    if begins(bullet: line.content), tokens.count > 1 { tokens.removeFirst() }
    let matches = phrases(tokens)
    if line.width <= 60, matches.contains(where: { $0.start <= 1 && meaning($0) == .time }) {
      return .time
    }
    let opensBody = matches.contains { match in
      match.start == 0 && meaning(match) == .actor && value("kind", of: match) != "no"
        && (match.end == tokens.count || tokens[match.end].kind != .number)
    }
    if opensBody { return .body }
    let words = tokens.filter { $0.kind == .syllable }
    if words.isEmpty { return .number }
    // "Đỗ Mạnh Cường", "T. Hà": a person.
    return words.count <= 5 && words.allSatisfy { $0.shape.contains(.capitalized) } ? .body : .text
  }
}
