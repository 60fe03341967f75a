import PlanModel
import PlanText

/// Rows that a page, a converter or an editor parted from their table, and names that stand under a
/// cell over several columns.
extension PlanReader {
  /// The line after a page number behind which the rows go on; `nil` when none does.
  mutating func pageBetweenPipes(_ index: Int, after rows: [TableDraft.Row]) -> Int? {
    var next = index
    while next < lines.count, next < index + 3, furniture(of: lines[next])?.kind == .pageNumber {
      next += 1
    }
    guard next > index, next < lines.count, lines[next].pipe, goesOn(next, rows) else { return nil }
    for line in lines[index..<next] { take(furniture: line) }
    return next
  }

  /// Whether a pipe line repeats the column row of a table, or has the number that comes next in it.
  func goesOn(_ index: Int, _ rows: [TableDraft.Row]) -> Bool {
    let cells = pipeCells(lines[index]).map { $0.isEmpty ? [] : [$0] }
    guard let head = rows.first, let last = rows.last, cells.count == head.cells.count else {
      return false
    }
    if sameTexts(cells, head.cells) { return true }
    let (before, own) = (ordinal(of: last.cells), ordinal(of: cells))
    if before != nil, own == before.map({ $0 + 1 }) { return true }
    return isRest(cells, at: index, before)
  }

  /// Whether a row that a page begins goes on with the last row before it, as converters write it
  /// that rule the first row of each page: it has no number and names no column, and begins with a
  /// small letter or the row below it has the number that comes next.
  private func isRest(_ cells: [TableDraft.Cell], at index: Int, _ before: Int?) -> Bool {
    guard cells.count > 2, cells[0].isEmpty, before != nil,
      let first = cells.lazy.compactMap(\.first).first, index + 2 < lines.count,
      isRuleLine(lines[index + 1])
    else { return false }
    if LetterCase(Scalars.decode(bytes, at: first.start).scalar) == .lower { return true }
    let below = pipeCells(lines[index + 2]).map { $0.isEmpty ? [] : [$0] }
    return lines[index + 2].pipe && ordinal(of: below) == before.map { $0 + 1 }
  }

  /// The number that the first cell of a row is: "3", "3.".
  func ordinal(of cells: [TableDraft.Cell]) -> Int? {
    guard let first = cells.first, !first.isEmpty else { return nil }
    return Int(String(decoding: TableHead.ordinal(folder.fold(first)), as: UTF8.self))
  }

  /// Lays the names of a second row under the cell above them that spans several columns and is
  /// printed once: the rows below have as many cells more.
  ///
  /// "TT | Việc | Phân công | Thời gian" over " | | Chủ trì | Phối hợp" and rows of five cells.
  func spread(_ head: inout [TableDraft.Row], above next: TableDraft.Row?) {
    guard head.count == 2, let next else { return }
    let (upper, lower) = (head[0].cells, head[1].cells)
    guard let first = lower.firstIndex(where: { !$0.isEmpty }), first > 0, first < upper.count,
      let last = lower.lastIndex(where: { !$0.isEmpty }), last > first,
      lower[first...last].allSatisfy({ !$0.isEmpty }),
      upper.allSatisfy({ !$0.isEmpty }), next.cells.count == upper.count + last - first
    else { return }
    let blanks = [TableDraft.Cell](repeating: [], count: last - first)
    head[0].cells.insert(contentsOf: blanks, at: first + 1)
    head[1].cells = Array(lower[...last])
    while head[1].cells.count < next.cells.count { head[1].cells.append([]) }
  }

  /// Whether a row whose last TABs are lost has text in one further column alone, below text of the
  /// row before.
  func completes(_ row: TableDraft.Row, _ last: TableDraft.Row) -> Bool {
    let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
    return filled.count == 1 && filled[0] > 1 && filled[0] < last.cells.count
      && !last.cells[filled[0]].isEmpty && last.cells.first?.isEmpty == false
  }
}
