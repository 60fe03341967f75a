import PlanModel

/// Bars at the ends of lines or on lines of their own that part the cells of a table: "TT" / "|" / "Nội dung" / "|", as text is
/// copied from the pages of some sites.
extension PlanReader {
  /// How many lines a cell has at most.
  private static let longestCell = 8

  /// Takes such bars off the lines, from the names of the columns on; an empty cell parts two.
  ///
  /// Where a bar opens the table, too, bars part its rows: `barTable`.
  mutating func takeCellBars() {
    takeClosingBars()
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

  // MARK: At the ends of lines

  /// Takes the bars off that close lines of one cell each: "TT |" / "Nội dung |" / "1 |".
  private mutating func takeClosingBars() {
    guard lines.contains(where: { closesCell($0) }) else { return }
    var index = 0
    while index + 2 < lines.count {
      index = opensClosed(index) ? takeClosingBars(from: index) : index + 1
    }
    take { _, line, _ in line.content.isEmpty ? .separator : nil }
  }

  /// Takes the bars of the table whose columns are named from a line on; the line behind the last.
  private mutating func takeClosingBars(from start: Int) -> Int {
    var last = start
    var empty = 0
    var next = start
    while next < lines.count, next - last <= Self.longestCell {
      if isCellBar(lines[next]) {
        lines[next].content.end = lines[next].content.start
        empty += next == last + 1 ? 1 : 0
        last = next
      } else if closesCell(lines[next]) {
        lines[next].blanksBefore += empty
        empty = 0
        dropClosingBar(next)
        last = next
      }
      next += 1
    }
    return last + 1
  }

  private mutating func dropClosingBar(_ index: Int) {
    let line = lines[index]
    lines[index] = LineReader.part(
      of: line, from: line.raw.start, to: line.content.end - 1, bytes)
    addFurniture(.separator, ByteSpan(line.content.end - 1, line.content.end))
  }

  /// Whether the names of columns begin at a line, each with a bar behind it.
  private mutating func opensClosed(_ index: Int) -> Bool {
    guard closesCell(lines[index]), closesCell(lines[index + 1]),
      lines[index].width <= Self.widestFirstName, let role = columnRole(of: closedCell(index)),
      role == "ordinal" || role == "time"
    else { return false }
    return columnRole(of: closedCell(index + 1)) != nil
  }

  private func closedCell(_ index: Int) -> ByteSpan {
    Blank.trim(
      bytes, ByteSpan(lines[index].content.start, lines[index].content.end - 1))
  }

  /// Whether the only bar of a line stands at its end.
  private func closesCell(_ line: Line) -> Bool {
    line.bars == 1 && line.content.count > 1 && bytes[line.content.end - 1] == UInt8(ascii: "|")
  }

  private func isCellBar(_ line: Line) -> Bool {
    line.content.count == 1 && bytes[line.content.start] == UInt8(ascii: "|")
  }
}
