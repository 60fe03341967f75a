import PlanModel

/// Names of columns that stand one to a line.
extension PlanReader {
  /// Whether a line is the number of a page between the names of two columns: further names stand
  /// below it, and then the first row.
  func partsNames(_ index: Int) -> Bool {
    guard isPageNumber(lines[index]), rowOrdinal(on: index).map({ !$0.opens }) == true else {
      return false
    }
    for next in (index + 1)..<min(lines.count, index + Self.mostStackedColumns) {
      if let ordinal = rowOrdinal(on: next) { return next > index + 1 && ordinal.opens }
      guard namesColumn(lines[next]) else { return false }
    }
    return false
  }

  /// The line that goes on with the name of the ordinals' column, which line `start` begins: "Số" over
  /// "TT"; `nil` when none does.
  mutating func brokenOrdinals(at start: Int) -> ByteSpan? {
    guard start + 1 < lines.count, lines[start].width <= 3, lines[start + 1].width <= 6,
      lines[start].tabs == 0, lines[start + 1].blanksBefore == 0,
      columnRole(of: ByteSpan(lines[start].content.start, lines[start + 1].content.end))
        == "ordinal"
    else { return nil }
    return lines[start + 1].content
  }

  /// Whether a line is short enough for the name of a column, and no sentence.
  func namesColumn(_ line: Line, upTo width: Int = widestStackedName) -> Bool {
    line.width <= width && line.tabs == 0 && !line.pipe && line.table == 0
      && line.ending != .stop && line.ending != .semicolon
  }
}
