/// A table whose columns a ruler of dashes tells: "-----  -----".
///
/// With one line to a row the ruler stands below the head, or above and below all rows; with
/// several, blank lines part the rows, and a rule from edge to edge stands above the head and below
/// the last row.
enum RulerTable {
  /// The table that begins at line `start`, and the line after it.
  static func read(_ lines: [RuledLine], from start: Int)
    -> (table: RuledTextDocument.Drawn, next: Int)?
  {
    let opening = lines[start].dashes()
    switch opening.count {
    case 0: return simple(lines, from: start)
    case 1: return headed(lines, from: start, edge: opening[0])
    default: return bare(lines, from: start, columns: opening)
    }
  }

  /// A head on one line, the ruler under it, a line for each row, and a blank one.
  private static func simple(_ lines: [RuledLine], from start: Int)
    -> (RuledTextDocument.Drawn, Int)?
  {
    guard start + 2 < lines.count else { return nil }
    let columns = lines[start + 1].dashes()
    guard columns.count > 1 else { return nil }
    var rows: [[RuledLine]] = [[lines[start]]]
    var index = start + 2
    while index < lines.count, !lines[index].isBlank, lines[index].dashes().isEmpty {
      rows.append([lines[index]])
      index += 1
    }
    if index < lines.count, lines[index].dashes() == columns { index += 1 }
    return rows.count > 1 ? table(rows, columns).map { ($0, index) } : nil
  }

  /// A rule, a head of several lines, the ruler, rows that blank lines part, and a rule.
  private static func headed(_ lines: [RuledLine], from start: Int, edge: Range<Int>)
    -> (RuledTextDocument.Drawn, Int)?
  {
    var head: [RuledLine] = []
    var index = start + 1
    while index < lines.count, !lines[index].isBlank, lines[index].dashes().isEmpty {
      head.append(lines[index])
      index += 1
    }
    guard !head.isEmpty, index < lines.count else { return nil }
    let columns = lines[index].dashes()
    guard columns.count > 1, columns[0].lowerBound == edge.lowerBound,
      columns[columns.count - 1].upperBound == edge.upperBound,
      let (rows, next) = rows(lines, from: index + 1), lines[next].dashes() == [edge]
    else { return nil }
    return table([head] + rows, columns).map { ($0, next + 1) }
  }

  /// The ruler, rows, and the ruler again: no row is the head.
  private static func bare(_ lines: [RuledLine], from start: Int, columns: [Range<Int>])
    -> (RuledTextDocument.Drawn, Int)?
  {
    guard let (rows, next) = rows(lines, from: start + 1), lines[next].dashes() == columns else {
      return nil
    }
    let parted = lines[start..<next].contains { $0.isBlank }
    return table(parted ? rows : rows.flatMap { $0.map { [$0] } }, columns).map { ($0, next + 1) }
  }

  /// The rows up to the next rule, which blank lines part, and the line of the rule.
  private static func rows(_ lines: [RuledLine], from start: Int) -> ([[RuledLine]], Int)? {
    var rows: [[RuledLine]] = [[]]
    var index = start
    while index < lines.count, lines[index].dashes().isEmpty {
      if !lines[index].isBlank {
        rows[rows.count - 1].append(lines[index])
      } else if !rows[rows.count - 1].isEmpty {
        rows.append([])
      }
      index += 1
    }
    if rows.last?.isEmpty == true { rows.removeLast() }
    return index < lines.count && !rows.isEmpty ? (rows, index) : nil
  }

  /// The table of some rows; `nil` when a text stands outside the columns.
  private static func table(_ rows: [[RuledLine]], _ columns: [Range<Int>])
    -> RuledTextDocument.Drawn?
  {
    guard columns.count <= FlowTable.columnLimit else { return nil }
    var table = RuledTextDocument.Drawn(rows: [])
    for lines in rows {
      var row = FlowTable.Row()
      row.cells = Array(repeating: FlowTable.Cell(), count: columns.count)
      for line in lines {
        guard let texts = texts(of: line, columns) else { return nil }
        for (column, text) in texts.enumerated() where !text.isEmpty {
          row.cells[column].lines.append(RuledLine.line(text))
        }
      }
      table.rows.append(row)
    }
    return table
  }

  /// What a line has in each column; `nil` when a text stands outside of them.
  private static func texts(of line: RuledLine, _ columns: [Range<Int>]) -> [ArraySlice<UInt8>]? {
    let offsets = line.offsets()
    let end = offsets.count - 1
    let offset = { (column: Int) in offsets[min(column, end)] }
    var texts: [ArraySlice<UInt8>] = []
    var reached = 0
    for column in columns {
      guard isBlank(line.bytes[offset(reached)..<offset(column.lowerBound)]) else { return nil }
      reached = column.upperBound
      texts.append(line.bytes[offset(column.lowerBound)..<offset(reached)])
    }
    guard isBlank(line.bytes[offset(reached)...]) else { return nil }
    return texts.map { isBlank($0) ? [] : $0 }
  }

  private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
