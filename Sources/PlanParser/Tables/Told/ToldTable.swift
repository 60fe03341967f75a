import PlanModel
import PlanText

/// Tables that the format of the document tells, where it parts one in two or takes what stands
/// below for a row.
extension PlanReader {
  /// How many endings a document has that are drawn into tables at most: each moves all lines below.
  private static let mostEndings = 20

  /// The first line with a row of a table that a break of a page or section, or blank lines, parted
  /// from its rows above; `nil` when line `index` begins another table or none.
  ///
  /// It repeats the column row, or goes on with the numbers of the rows or of the groups.
  mutating func furtherPart(at index: Int, of rows: [TableDraft.Row]) -> Int? {
    let number = lines[index].table
    guard number > 0, rows.count > 1 else { return nil }
    let counted = rows.last { ordinal(of: $0.cells) != nil }
    var place = index
    var heads: [TableDraft.Row] = []
    while place < lines.count, lines[place].table == number, heads.count + 1 < rows.count {
      let row = TableDraft.Row(cells: tabCells(lines[place]).map { $0.isEmpty ? [] : [$0] })
      guard sameTexts(row.cells, rows[heads.count].cells) else { break }
      heads.append(row)
      place += 1
    }
    guard place < lines.count, lines[place].table == number else { return nil }
    let cells = tabCells(lines[place]).map { $0.isEmpty ? [] as TableDraft.Cell : [$0] }
    guard cells.count == rows[0].cells.count else { return nil }
    let own = ordinal(of: cells)
    let goesOn =
      if let last = counted.flatMap({ ordinal(of: $0.cells) }) {
        own == last + 1 || !heads.isEmpty && own == nil
      } else { false }
    guard goesOn || goesOnWithGroups(cells, own, below: rows) else { return nil }
    for head in heads { takeColumns(head) }
    return place
  }

  /// Whether a row is the group that comes next ("II" below rows under "I"), or the first row of the
  /// group with which the rows above end.
  private func goesOnWithGroups(
    _ cells: [TableDraft.Cell], _ own: Int?, below rows: [TableDraft.Row]
  ) -> Bool {
    guard cells.count > 2, let last = rows.last else { return false }
    if own == 1 {
      return groupOrdinal(of: last.cells) != nil && cells.count(where: { !$0.isEmpty }) > 2
        && folder.fold(cells[1]).utf8.count > PlanReader.mostOrdinal
    }
    guard let next = groupOrdinal(of: cells),
      let before = rows.last(where: { groupOrdinal(of: $0.cells) != nil })
    else { return false }
    return groupOrdinal(of: before.cells)?.precedes(next) == true
  }

  /// How many bytes a cell has at most that may be an ordinal.
  private static let mostOrdinal = 8

  /// The numeral or letter of a row that has a title behind it and nothing else: "II" and what it is about.
  private func groupOrdinal(of cells: [TableDraft.Cell]) -> RowOrdinal? {
    guard cells.count > 2, !cells[1].isEmpty, cells[2...].allSatisfy(\.isEmpty) else { return nil }
    let ordinal = RowOrdinal(TableHead.ordinal(folder.fold(cells[0])))
    return ordinal?.kind == .number ? nil : ordinal
  }

  /// Sets the rows from line `index` on as lines of their own when they are the ending of the
  /// document, drawn into its last table: "Nơi nhận:" beside an authority or a position.
  mutating func cutSignatures(from index: Int) -> Bool {
    let number = lines[index].table
    guard endingsCut < PlanReader.mostEndings else { return false }
    let cells = tabCells(lines[index]).filter { !$0.isEmpty }
    guard (2...3).contains(cells.count) else { return false }
    let parts = cells.map { paragraphs.parts(of: $0, bytes) }
    guard parts[0].count > 1, parts.dropFirst().contains(where: { $0.count > 1 }),
      lineMatch(.recipients, tokens(parts[0][0])) != nil
    else { return false }
    var end = index
    var pieces: [Line] = []
    while end < lines.count, lines[end].table == number {
      for cell in tabCells(lines[end]) where !cell.isEmpty {
        for (place, part) in paragraphs.parts(of: cell, bytes).enumerated() {
          var piece = LineReader.part(of: lines[end], from: part.start, to: part.end, bytes)
          piece.table = 0
          piece.blanksBefore = place == 0 ? 1 : 0
          pieces.append(piece)
        }
      }
      end += 1
    }
    endingsCut += 1
    lines.replaceSubrange(index..<end, with: pieces)
    return true
  }

  /// Takes columns away in which no row has text.
  func dropEmptyColumns(_ rows: inout [TableDraft.Row]) {
    let width = rows.map(\.cells.count).max() ?? 0
    for column in (0..<width).reversed()
    where rows.allSatisfy({ $0.cells.count <= column || $0.cells[column].isEmpty }) {
      for row in rows.indices where rows[row].cells.count > column {
        rows[row].cells.remove(at: column)
      }
    }
  }
}
