import PlanModel

/// The lines of a row of a table whose cells stand one to a line.
struct StackedRow {
  /// Its place among the rows of the table.
  var place: Int
  /// The lines behind its ordinal, `nil` for an empty one.
  var entries: [Int?]
  /// Whether it goes on with the row at its place, behind the end of a page.
  var goesOn = false
}

/// How far the rows of such a table agree with its columns.
struct StackedAgreement {
  /// How many rows there are.
  var rows = 0
  /// How many have as many lines as there are columns, or one.
  var exact = 0
  /// How many have lines for all columns, each of the kind that its column holds.
  var fitting = 0

  /// Whether two rows in three agree: where the margin cuts lines, other lines are no cells.
  var isSure: Bool { exact * 3 >= rows * 2 || rows > 1 && fitting * 3 >= rows * 2 }
}

extension PlanReader {
  /// Deals the lines of the rows to their columns, and tells how far they agree with them.
  mutating func deal(
    _ dealt: [StackedRow], _ head: StackedHead, to rows: inout [TableDraft.Row]
  ) -> StackedAgreement {
    let cells = StackedCells(roles: head.roles)
    var agreement = StackedAgreement()
    let isRegular = areRegular(dealt, head)
    for row in dealt {
      let entries = entries(of: row.entries, head)
      let isExact =
        isRegular && entries.count == head.columns - 1
        && entries.allSatisfy { !$0.goesOn }
      let columns = isExact ? Array(entries.indices) : cells.columns(of: entries)
      for (entry, column) in zip(entries, columns) {
        if let span = entry.span { rows[row.place].cells[column + 1].append(span) }
      }
      if row.goesOn { continue }
      let begun = begun(row.entries, head)
      agreement.rows += 1
      if begun == head.columns - 1 || begun == 1 || head.gap > 0 && begun < head.columns {
        agreement.exact += 1
      }
      if cells.fit(entries, columns) { agreement.fitting += 1 }
    }
    return agreement
  }

  /// Whether nearly all rows have a line for each column: those that do have their cells in order,
  /// whatever the words.
  private func areRegular(_ rows: [StackedRow], _ head: StackedHead) -> Bool {
    guard head.gap == 0, !wrap.isHard, rows.count > 2 else { return false }
    let exact = rows.count { $0.entries.count == head.columns - 1 }
    let others = rows.count { $0.entries.count > 1 && $0.entries.count != head.columns - 1 }
    return exact > 1 && others * 2 <= exact
  }

  /// Takes the numbers of pages out of rows: a row has one number more than the others have, and it
  /// counts on from the page before.
  mutating func takePages(
    outOf rows: inout [StackedRow], _ head: StackedHead, from start: Int
  ) -> [Int] {
    guard rows.count > 2 else { return [] }
    let figures = figureCounts(in: rows, cells: head.columns - 1)
    var counts: [Int] = []
    for row in rows { counts.append(numbers(in: row).count) }
    let usual = counts.sorted()[(rows.count - 1) / 2]
    var page = page(before: start)
    var taken: [Int] = []
    for place in rows.indices {
      let own = numbers(in: rows[place])
      guard own.count > usual, !holdsFigures(rows[place], own, figures) else { continue }
      var found: (line: Int, value: Int)?
      for line in own {
        guard let value = pageValue(of: lines[line]), value > page,
          value <= page + Self.mostLostPages, value < found?.value ?? .max
        else { continue }
        found = (line, value)
      }
      guard let found else { continue }
      page = found.value
      rows[place].entries.removeAll { $0 == found.line }
      taken.append(found.line)
    }
    return taken
  }

  /// In how many of the rows that have as many lines as columns each column holds a figure.
  private func figureCounts(in rows: [StackedRow], cells: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: cells)
    for row in rows where row.entries.count == cells {
      for (column, line) in row.entries.enumerated() {
        if let line, isFigure(line) { counts[column] += 1 }
      }
    }
    return counts
  }

  /// Whether the numbers of a row are cells of it: they stand where other rows have figures, or are
  /// no more than there are such columns in a row that wants cells.
  private func holdsFigures(_ row: StackedRow, _ numbers: [Int], _ figures: [Int]) -> Bool {
    if row.entries.count < figures.count { return numbers.count <= figures.count { $0 > 0 } }
    guard row.entries.count == figures.count else { return false }
    return zip(row.entries, figures).allSatisfy { line, count in
      line.map { !numbers.contains($0) } ?? true || count > 1
    }
  }

  /// The lines of a row that are a number as pages have it: no "02".
  private func numbers(in row: StackedRow) -> [Int] {
    row.entries.compactMap { $0 }.filter {
      isPageNumber(lines[$0]) && bytes[lines[$0].content.start] != UInt8(ascii: "0")
    }
  }

  /// The number of the page that ends before a line; 0 when none is known.
  private mutating func page(before start: Int) -> Int {
    let offset = lines[start].content.start
    let last = plan.furniture.last { $0.kind == .pageNumber && $0.span.start < offset }
    guard let last else { return 0 }
    for token in tokens(last.span) {
      if let value = markers.number(token) { return value }
    }
    return 0
  }
}
