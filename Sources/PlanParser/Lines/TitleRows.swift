import PlanModel
import PlanText

/// The title of an appendix (phụ lục) in the first rows of its table, each one cell over all columns:
/// so it stands where the table was made in a spreadsheet.
///
/// "PHỤ LỤC I" / "DANH MỤC NHIỆM VỤ" / "(Kèm theo Kế hoạch số …)" above "TT", "Nhiệm vụ", "Thời gian".
extension PlanReader {
  /// How many rows stand above the names of the columns at most.
  private static var mostTitleRows: Int { 8 }

  /// Sets such rows as lines of their own.
  mutating func cutTitleRows() {
    guard lines.contains(where: { isTitleRow($0) }) else { return }
    var cut: [Line] = []
    cut.reserveCapacity(lines.count)
    var index = 0
    while index < lines.count {
      guard isTitleRow(lines[index]), beginsTable(index), let end = titleRowsEnd(from: index) else {
        cut.append(lines[index])
        index += 1
        continue
      }
      for row in lines[index..<end] { cut += titleLines(in: row) }
      index = end
    }
    lines = cut
  }

  /// Whether a row has one cell with text and others without.
  private func isTitleRow(_ line: Line) -> Bool {
    line.tabs > 0 && !line.pipe && line.width < 400
      && ByteWord.first(0x09, in: bytes, from: line.content.start, to: line.content.end) == nil
  }

  /// Whether no row stands right above line `index`.
  private func beginsTable(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let (line, above) = (lines[index], lines[index - 1])
    return line.table > 0 ? above.table != line.table : above.tabs == 0 && !above.pipe
  }

  /// The line with the names of the columns below the rows of a title; `nil` when they are none.
  private mutating func titleRowsEnd(from start: Int) -> Int? {
    var end = start
    while end < lines.count, end - start <= Self.mostTitleRows, isTitleRow(lines[end]),
      isSameTable(end, start)
    {
      end += 1
    }
    guard end < lines.count, end - start <= Self.mostTitleRows, isSameTable(end, start),
      tabCells(lines[end]).count(where: { !$0.isEmpty }) > 1
    else { return nil }
    var isTitle = start > 0 && lines[start].capitals && isLabelAlone(lines[start - 1])
    for row in lines[start..<end] {
      let tokens = tokens(paragraphs.parts(of: row.content, bytes).first ?? row.content)
      if lineMatch(.appendix, tokens) != nil {
        isTitle = isTitle || row.capitals || row.width < 24
      } else if lineMatch(.note, tokens) != nil {
        isTitle = isTitle || row.bracketed && lines[start].capitals
      } else if let marker = marker(tokens), marker.family != .bullet {
        return nil
      }
    }
    return isTitle ? end : nil
  }

  /// Whether two rows are of one table.
  private func isSameTable(_ index: Int, _ start: Int) -> Bool {
    let (line, first) = (lines[index], lines[start])
    return line.table == first.table
      && line.leadingTabs + line.tabs == first.leadingTabs + first.tabs
  }

  /// Whether a line is the label of an appendix and nothing more.
  private mutating func isLabelAlone(_ line: Line) -> Bool {
    guard line.width < 24, line.tabs == 0 else { return false }
    let tokens = tokens(line.content)
    return lineMatch(.appendix, tokens).map { $0.end >= tokens.count } == true
  }

  /// The lines in the cell of a row.
  private func titleLines(in row: Line) -> [Line] {
    var lines: [Line] = []
    for part in paragraphs.parts(of: row.content, bytes) {
      var line = LineReader.part(of: row, from: part.start, to: part.end, bytes)
      (line.table, line.tabs, line.leadingTabs) = (0, 0, 0)
      if !lines.isEmpty { (line.blanksBefore, line.pageBefore) = (0, false) }
      lines.append(line)
    }
    return lines
  }
}
