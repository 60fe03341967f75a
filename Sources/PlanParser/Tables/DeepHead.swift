import PlanModel
import PlanText

/// Heads of several rows whose first cell spans them all: "STT | Khu phố | Chỉ tiêu | | " over
/// " | | Hộ ký | Ra quân | " over " | | | Số đợt | Số người".
extension PlanReader {
  /// How many rows such a head has below its first at most.
  private static let mostLower = 4

  /// How many of the rows below the first of a head belong to it: they leave the column of numbers
  /// blank and write only under cells that span columns, and the first number follows them; 0 where
  /// the rows do not tell.
  mutating func lowerHeads(under first: TableDraft.Row, _ rows: [TableDraft.Row]) -> Int {
    guard first.cells.count > 2, numbersBelow(first) else { return 0 }
    var above = first
    var found = 0
    for row in rows.prefix(PlanReader.mostLower) {
      guard row.cells.count <= first.cells.count, row.cells.first?.isEmpty == true,
        parts(row, spansOf: above)
      else { break }
      above = overlaid(above, by: row)
      found += 1
    }
    guard found > 0, found < rows.count, rows[found].cells.count > 2 else { return 0 }
    return opensNumbers(rows[found]) ? found : 0
  }

  /// Whether the first cell of a column row names the numbers, or is blank beside names of columns.
  private mutating func numbersBelow(_ first: TableDraft.Row) -> Bool {
    guard let name = first.cells.first else { return false }
    if !name.isEmpty { return namesOrdinals(folder.fold(name)) }
    return namesColumns(first.cells.compactMap(\.first))
  }

  /// Whether all cells of a row stand under cells that span several columns.
  private func parts(_ row: TableDraft.Row, spansOf above: TableDraft.Row) -> Bool {
    let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
    guard !filled.isEmpty else { return false }
    return filled.allSatisfy { index in
      guard index > 0, row.cells[index][0].count < 90, !isBareFigure(row.cells[index][0]) else {
        return false
      }
      let isOpen = above.cells[index].isEmpty
      return isOpen || index + 1 < above.cells.count && above.cells[index + 1].isEmpty
    }
  }

  /// Whether a cell is a figure and no year: no name of a column lacks letters.
  private func isBareFigure(_ cell: ByteSpan) -> Bool {
    !isYear(cell) && bytes[cell.start..<cell.end].allSatisfy { $0 < 0x41 }
  }

  /// A row of a head with what stands below it in place of the cells above.
  private func overlaid(_ above: TableDraft.Row, by row: TableDraft.Row) -> TableDraft.Row {
    var joined = above
    for index in row.cells.indices where !row.cells[index].isEmpty {
      joined.cells[index] = row.cells[index]
    }
    return joined
  }

  /// Whether a row is the first of a series: "1", "(1)", "I", "A".
  private func opensNumbers(_ row: TableDraft.Row) -> Bool {
    guard let first = row.cells.first, !first.isEmpty else { return false }
    var ordinal = TableHead.ordinal(folder.fold(first))
    if ordinal.first == UInt8(ascii: "(") { ordinal.removeFirst() }
    return ["1", "01", "I", "A"].contains { ordinal.elementsEqual($0.utf8) }
  }
}

extension TableHead {
  /// One name per column from a head of any number of rows: a cell reaches over the blanks behind
  /// it up to the end of the cell above it, where something stands below.
  static func names(_ rows: [[String]], columns count: Int) -> [String] {
    var names = Array(repeating: "", count: count)
    // Where the cells of the row above begin.
    var starts: Set<Int> = [0]
    for (level, row) in rows.enumerated() {
      var current = ""
      var below = starts
      for column in 0..<count {
        let own = column < row.count ? row[column] : ""
        if starts.contains(column) { current = "" }
        if !own.isEmpty {
          current = own
          below.insert(column)
        }
        let isParted = rows[(level + 1)...].contains { column < $0.count && !$0[column].isEmpty }
        guard !current.isEmpty, !own.isEmpty || isParted else { continue }
        names[column] += (names[column].isEmpty ? "" : ": ") + current
      }
      starts = below
    }
    return names
  }
}
