import PlanModel

/// Bars on lines of their own that part the cells of a table: "TT" / "|" / "Nội dung" / "|", as text is
/// copied from the pages of some sites.
extension PlanReader {
  /// How many lines a cell has at most.
  private static let longestCell = 8

  /// Takes such bars off the lines, from the names of the columns on; an empty cell parts two.
  ///
  /// Where a bar opens the table, too, bars part its rows: `barTable`.
  mutating func takeCellBars() {
    guard lines.contains(where: { isCellBar($0) }) else { return }
    var found: Set<Int> = []
    var index = 0
    while index + 2 < lines.count {
      if opensBarred(index) {
        index = takeBars(behind: index, &found)
      } else {
        index += 1
      }
    }
    take { index, _, _ in found.contains(index) ? .separator : nil }
  }

  /// Finds the bars of the table whose first column is named on a line; the line behind the last.
  private mutating func takeBars(behind start: Int, _ found: inout Set<Int>) -> Int {
    var last = start + 1
    var empty = 0
    var next = start + 1
    while next < lines.count, next - last <= Self.longestCell {
      if isCellBar(lines[next]) {
        empty += next == last + 1 ? 1 : 0
        found.insert(next)
        last = next
      } else if empty > 0 {
        lines[next].blanksBefore += empty
        empty = 0
      }
      next += 1
    }
    return last + 1
  }

  /// Whether the names of columns begin at a line, with a bar behind the first and none before it.
  private mutating func opensBarred(_ index: Int) -> Bool {
    guard isCellBar(lines[index + 1]), index == 0 || !isCellBar(lines[index - 1]),
      lines[index].width <= Self.widestFirstName,
      let role = columnRole(at: index), role == "ordinal" || role == "time"
    else { return false }
    return columnRole(at: index + 2) != nil
  }

  private func isCellBar(_ line: Line) -> Bool {
    line.content.count == 1 && bytes[line.content.start] == UInt8(ascii: "|")
  }
}
