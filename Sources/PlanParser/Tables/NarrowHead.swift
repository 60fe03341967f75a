import PlanModel
import PlanText

/// The second row of a head that has cells for the divided columns only: "TT | Việc | Cơ quan | Thời
/// gian" over "Chủ trì | Phối hợp" over rows of five cells.
extension PlanReader {
  /// How many rows below a head are asked what its columns hold.
  private static let askedRows = 3

  /// The second row of a head with a blank under each name that spans two rows; `nil` when the row
  /// is none, or the names and the rows below do not tell which it divides.
  ///
  /// The numbers of cells tell how many names are divided, what names and rows say tells which.
  mutating func widenedHead(
    _ row: TableDraft.Row, under first: TableDraft.Row, above rest: ArraySlice<TableDraft.Row>
  ) -> TableDraft.Row? {
    let below = Array(rest.dropFirst().prefix(PlanReader.askedRows))
    guard let next = below.first, next.cells.count > first.cells.count,
      row.cells.count > 1, row.cells.count < next.cells.count,
      below.allSatisfy({ $0.cells.count == next.cells.count || $0.cells.count == 1 }),
      (first.cells + row.cells).allSatisfy({ !$0.isEmpty && $0[0].count < 90 })
    else { return nil }
    let names = row.cells.map { $0[0] }
    let divided = first.cells.count + names.count - next.cells.count
    guard divided > 0, divided < first.cells.count, names.count % divided == 0,
      names.count > divided, areColumns(names), columnCount(first.cells.map { $0[0] }) > 1
    else { return nil }
    let kinds = first.cells.map { columnKind($0[0]) }
    let text = kinds.firstIndex(of: "text")
    let width = names.count / divided
    var best: (start: Int, fit: Int)?
    var tied = false
    for start in 1...(first.cells.count - divided) where text.map({ $0 < start }) != false {
      let fits = (0..<divided).map { index in
        (0..<width).map {
          fit(of: names[index * width + $0], under: kinds[start + index])
        }.min() ?? 0
      }
      let least = fits.min() ?? 0
      guard least > 0,
        (0..<divided).allSatisfy({ index in
          isUniform(below, start + index * width..<start + (index + 1) * width)
        })
      else { continue }
      if best.map({ least > $0.fit }) != false {
        (best, tied) = ((start, least), false)
      } else if least == best?.fit {
        tied = true
      }
    }
    guard let best, !tied else { return nil }
    var widened = row
    let before = Array(repeating: TableDraft.Cell(), count: best.start)
    let after = first.cells.count - best.start - divided
    widened.cells = before + row.cells + Array(repeating: TableDraft.Cell(), count: after)
    return widened
  }

  /// Whether all cells name columns or years, or one does and none is a number.
  private mutating func areColumns(_ cells: [ByteSpan]) -> Bool {
    if cells.allSatisfy({ isYear($0) }) { return true }
    let known = cells.count { isYear($0) || columnKind($0) != nil }
    return known > 0 && cells.allSatisfy { !bytes[$0.start].isDigit || isYear($0) }
      && (known == cells.count || cells.allSatisfy { $0.count < 30 } && cells.count > 2)
  }

  /// What kind of column a cell names; `nil` for one that the grammar does not know.
  private mutating func columnKind(_ cell: ByteSpan) -> String? {
    lineMatch(.column, tokens(cell)).flatMap { value("column", of: $0) }
  }

  /// How well a name stands under another: 0 not at all.
  private mutating func fit(of name: ByteSpan, under kind: String?) -> Int {
    let own = isYear(name) ? "period" : columnKind(name)
    switch (own, kind) {
    case (_, "ordinal"), (_, "unit"), (_, "output"): return 0
    case ("lead", "lead"), ("lead", "support"), ("support", "lead"), ("support", "support"),
      ("lead", "body"), ("support", "body"), ("time", "time"), ("period", "time"),
      ("period", "period"), ("time", "period"):
      return 3
    case ("lead", "time"), ("lead", "period"), ("support", "time"), ("support", "period"),
      ("time", "lead"), ("period", "lead"), ("time", "body"), ("period", "body"),
      ("time", "support"), ("period", "support"):
      return 0
    case (_, nil), ("period", "text"), ("time", "text"): return 2
    default: return 1
    }
  }

  /// Whether the cells of some columns are all numbers or all words, as far as they are filled.
  private func isUniform(_ rows: [TableDraft.Row], _ columns: Range<Int>) -> Bool {
    var kinds: Set<Bool> = []
    for row in rows where row.cells.count >= columns.upperBound {
      for cell in row.cells[columns] {
        if let start = cell.first?.start { kinds.insert(bytes[start].isDigit) }
      }
    }
    return kinds.count == 1
  }
}
