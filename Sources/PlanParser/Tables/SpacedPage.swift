import PlanModel

/// The lines of a table that stand on one page.
struct SpacedPage {
  /// A line of the table.
  struct Row {
    /// The number of the line in the text.
    var number: Int
    /// Whether blank lines stand before it.
    var gap: Bool
    /// Its runs of words.
    var fragments: [Fragment]
  }

  /// Where the gutters may lie; `nil` on a page without head.
  var ranges: [ColumnGrid.Gutter]?
  /// The lines from top to bottom.
  var rows: [Row] = []
}

extension PlanReader {
  /// The lines of a page as cells.
  func cellLines(of page: SpacedPage, in grid: ColumnGrid) -> [CellLine] {
    page.rows.map { row in
      var line = CellLine(
        number: row.number, gap: row.gap,
        cells: Array(repeating: nil, count: grid.gutters.count + 1))
      if let group = groupCells(row.fragments, grid) {
        line.isGroup = true
        for (column, fragment) in group { put(fragment, in: column, of: &line) }
        return line
      }
      for fragment in row.fragments { place(fragment, in: grid, &line) }
      if let ordinal = line.cells[0] { line.hasOrdinal = isOrdinal(ordinal.span) }
      return line
    }
  }

  /// The cells of a line that heads the rows below it: one text over several columns, with or
  /// without its number before it.
  private func groupCells(_ fragments: [Fragment], _ grid: ColumnGrid) -> [(Int, Fragment)]? {
    guard let first = fragments.first, let last = fragments.last, fragments.count <= 2 else {
      return nil
    }
    let columns = grid.columns(of: last)
    if fragments.count == 2 {
      guard isOrdinal(first.span), columns.upperBound > max(1, columns.lowerBound) else {
        return nil
      }
      return [(0, first), (1, last)]
    }
    guard columns.lowerBound <= 1, columns.upperBound > columns.lowerBound else { return nil }
    guard let blank = blanks(in: first).first, let (label, text) = split(first, at: blank),
      isOrdinal(label.span)
    else { return columns.upperBound > 1 ? [(columns.lowerBound, first)] : nil }
    guard isLabel(label.span) else { return nil }
    // "II. Về thể chế": the text begins where those of the other rows do.
    return text.start >= grid.gutters[0].end ? [(0, label), (1, text)] : [(0, first)]
  }

  /// Whether an ordinal is a Roman numeral or a letter.
  private func isLabel(_ span: ByteSpan) -> Bool {
    bytes[span.start..<span.end].contains { $0 >= 65 }
  }

  /// Puts a fragment into its cell; one that runs over a gutter is cut at a blank.
  private func place(_ fragment: Fragment, in grid: ColumnGrid, _ line: inout CellLine) {
    var rest = fragment
    while true {
      let columns = grid.columns(of: rest)
      guard columns.upperBound > columns.lowerBound,
        let blank = cut(rest, at: grid.gutters[columns.lowerBound]),
        let (left, right) = split(rest, at: blank)
      else {
        put(rest, in: columns.lowerBound, of: &line)
        return
      }
      put(left, in: columns.lowerBound, of: &line)
      // What is left of it begins behind the gutter, however far it was set off.
      rest = right
      if grid.columns(of: rest).lowerBound <= columns.lowerBound {
        put(rest, in: columns.lowerBound + 1, of: &line)
        return
      }
    }
  }

  /// The blank at which a fragment that runs over a gutter is cut; `nil` when none is near.
  private func cut(_ fragment: Fragment, at gutter: ColumnGrid.Gutter) -> Int? {
    let near = blanks(in: fragment).filter { blank in
      guard blank >= gutter.start - 5, blank <= gutter.end + 3,
        let (left, _) = split(fragment, at: blank)
      else { return false }
      return !endsInInitial(left.span)
    }
    let capitals = near.filter { blank in
      guard let (_, right) = split(fragment, at: blank) else { return false }
      let first = Scalars.decode(bytes, at: right.span.start).scalar
      return LetterCase(first) == .upper || (first >= 48 && first <= 57)
    }
    // The next cell begins where those above and below it do, and most often with a capital.
    for found in [capitals, near] {
      if found.contains(gutter.end - 1) { return gutter.end - 1 }
      if let capital = found.first, found == capitals { return capital }
    }
    return near.min { abs($0 - gutter.end) < abs($1 - gutter.end) }
  }

  /// Whether the last word is an initial, which no cell ends with: "… mượn lễ C." / "Ý".
  private func endsInInitial(_ span: ByteSpan) -> Bool {
    guard span.count > 2, bytes[span.end - 1] == UInt8(ascii: ".") else { return false }
    let letter = bytes[span.end - 2]
    return letter >= 65 && letter <= 90 && bytes[span.end - 3] <= 0x20
  }

  private func put(_ fragment: Fragment, in column: Int, of line: inout CellLine) {
    guard column < line.cells.count else { return }
    if line.cells[column] != nil {
      line.cells[column]?.span.end = fragment.span.end
      line.cells[column]?.end = fragment.end
      line.cells[column]?.ending = LineReader.ending(bytes, fragment.span)
      return
    }
    let first = Scalars.decode(bytes, at: fragment.span.start).scalar
    let word = blanks(in: fragment).first.map { $0 - fragment.start }
    line.cells[column] = CellLine.Piece(
      span: fragment.span, end: fragment.end, word: word ?? fragment.end - fragment.start,
      lower: LetterCase(first) == .lower, digit: first >= 48 && first <= 57,
      ending: LineReader.ending(bytes, fragment.span))
  }
}
