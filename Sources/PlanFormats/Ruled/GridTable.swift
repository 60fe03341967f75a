/// A table whose cells are drawn: "+-----+-----+" above and below each row, "|" beside each cell.
///
/// A cell may reach over several columns, where no bar parts them, and over several rows, where the
/// rule stops: "|     +-----+".
enum GridTable {
  /// The lines of text between two rules.
  private struct Band {
    /// The rule above them; `nil` where it goes from edge to edge.
    var rule: RuledLine?
    /// The lines of text.
    var lines: [RuledLine] = []
  }

  /// The table that begins at line `start`, and the line after it.
  static func read(_ lines: [RuledLine], from start: Int)
    -> (table: RuledTextDocument.Drawn, next: Int)?
  {
    guard isRule(lines[start]) else { return nil }
    var edges: Set<Int> = []
    var bands: [Band] = []
    var index = start
    // What stands behind the last rule from edge to edge is no part of it.
    while index < lines.count, lines[index].indent == lines[start].indent {
      let line = lines[index]
      let isWhole = isRule(line)
      if isWhole || isPartRule(line) {
        edges.formUnion(corners(of: line))
        bands.append(Band(rule: isWhole ? nil : line))
      } else if line.first == 0x7C {
        bands[bands.count - 1].lines.append(line)
      } else {
        break
      }
      index += 1
    }
    guard let last = bands.last, last.lines.isEmpty, last.rule == nil,
      (3...FlowTable.columnLimit).contains(edges.count),
      corners(of: lines[start]).last == corners(of: lines[index - 1]).last
    else { return nil }
    let columns = edges.sorted()
    var table = RuledTextDocument.Drawn(rows: [])
    for band in bands where !band.lines.isEmpty {
      guard let row = row(band, columns) else { return nil }
      table.rows.append(row)
      goOn(band, columns, &table)
    }
    return table.rows.isEmpty ? nil : (table, index)
  }

  // MARK: Rules

  /// Whether a line is a rule from edge to edge: "+-----+=====+", ":" where a column is aligned.
  private static func isRule(_ line: RuledLine) -> Bool {
    let text = line.bytes.drop { $0 == 0x20 }
    guard let last = text.lastIndex(where: { $0 != 0x20 }), text.first == 0x2B,
      text[last] == 0x2B, last - text.startIndex > 3
    else { return false }
    return text[...last].allSatisfy { $0 == 0x2B || isDrawn($0) }
      && !(text.startIndex..<last).contains { text[$0] == 0x2B && text[$0 + 1] == 0x2B }
  }

  /// Whether a rule stands on a part of a line.
  private static func isPartRule(_ line: RuledLine) -> Bool {
    guard line.first == 0x7C || line.first == 0x2B else { return false }
    return line.bytes.indices.dropLast(3).contains { index in
      line.bytes[index] == 0x2B && line.bytes[index + 1...index + 3].allSatisfy(isDrawn)
        || line.bytes[index + 3] == 0x2B && line.bytes[index...index + 2].allSatisfy(isDrawn)
    }
  }

  private static func isDrawn(_ byte: UInt8) -> Bool {
    byte == 0x2D || byte == 0x3D || byte == 0x3A
  }

  /// The columns of the corners ("+") of a rule.
  private static func corners(of line: RuledLine) -> [Int] {
    let offsets = line.offsets()
    return offsets.indices.dropLast().filter { line.bytes[offsets[$0]] == 0x2B }
  }

  // MARK: Cells

  /// The cells between two rules: a cell reaches to the next edge at which each line has a bar.
  private static func row(_ band: Band, _ edges: [Int]) -> FlowTable.Row? {
    let offsets = band.lines.map { $0.offsets() }
    func hasBar(_ edge: Int) -> Bool {
      zip(band.lines, offsets).allSatisfy { line, offsets in
        edge + 1 < offsets.count && line.bytes[offsets[edge]] == 0x7C
      }
    }
    guard let first = edges.first, let last = edges.last, hasBar(first), hasBar(last) else {
      return nil
    }
    var row = FlowTable.Row()
    var start = first
    var span = 1
    for edge in edges.dropFirst() {
      guard hasBar(edge) else {
        span += 1
        continue
      }
      var cell = FlowTable.Cell()
      cell.span = span
      for (line, offsets) in zip(band.lines, offsets) {
        cell.lines.append(RuledLine.line(line.bytes[offsets[start + 1]..<offsets[edge]]))
      }
      let isBlank = { (line: FlowLine) in line.isBlank }
      cell.lines = Array(cell.lines.drop(while: isBlank))
      while cell.lines.last?.isBlank == true { cell.lines.removeLast() }
      row.cells.append(cell)
      start = edge
      span = 1
    }
    return row
  }

  /// Gives the text of cells above which the rule stops to the cells that they go on with.
  private static func goOn(
    _ band: Band, _ edges: [Int], _ table: inout RuledTextDocument.Drawn
  ) {
    guard let rule = band.rule, let last = table.rows.indices.last else { return }
    let offsets = rule.offsets()
    var column = 0
    for index in table.rows[last].cells.indices {
      let start = edges[column] + 1
      column += table.rows[last].cells[index].span
      guard edges[column] < offsets.count else { continue }
      let text = rule.bytes[offsets[start]..<offsets[edges[column]]]
      if text.allSatisfy({ isDrawn($0) || $0 == 0x2B }) { continue }
      // "| Các thôn  +-----+": a line of text may stand beside the rule.
      let more = [RuledLine.line(text)] + table.rows[last].cells[index].lines
      if give(more, endingAt: column, to: &table) {
        table.rows[last].cells[index].lines = []
        table.rows[last].cells[index].isCovered = true
        table.rows[last].cells[index].isBelow = true
      } else {
        table.rows[last].cells[index].lines = more
      }
    }
  }

  /// Adds lines to the lowest cell above the last row that ends with a column and is no part of
  /// another; `false` when there is none.
  private static func give(
    _ lines: [FlowLine], endingAt end: Int, to table: inout RuledTextDocument.Drawn
  ) -> Bool {
    for row in table.rows.indices.dropLast().reversed() {
      var column = 0
      for cell in table.rows[row].cells.indices {
        column += table.rows[row].cells[cell].span
        guard column == end, !table.rows[row].cells[cell].isCovered else { continue }
        table.rows[row].cells[cell].lines += lines
        return true
      }
    }
    return false
  }
}
