import PlanModel
import PlanText

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
  /// The column of the page up to which numbers of rows begin.
  var numbers: Int
  /// The lines from top to bottom.
  var rows: [Row] = []

  /// A page without lines yet; its columns lie under a head that it may begin with.
  init(_ columns: SpacedColumns, hasHead: Bool = true) {
    ranges = hasHead ? columns.ranges : nil
    numbers = columns.ranges[0].start
  }
}

/// A page of a table with the columns that were found on it.
struct PlacedPage {
  /// The lines of the page.
  var page: SpacedPage
  /// Where the columns lie.
  var grid: ColumnGrid
  /// Whether one blank holds many of its cells apart.
  var isDense: Bool
  /// Whether its first column numbers the rows.
  var hasOrdinals: Bool
  /// Whether its first column tells when each row takes place.
  var isProgramme: Bool
}

extension PlanReader {
  /// The lines of a page without those that head rows: their text begins where the numbers of the
  /// rows do and keeps to no column.
  func linesOfCells(_ page: SpacedPage, under head: SpacedHead) -> [[Fragment]] {
    let lines = page.rows.map(\.fragments)
    guard head.hasOrdinals else { return lines }
    return lines.filter { line in
      guard let first = line.first, first.start < page.numbers, line.count < 3 else { return true }
      let word = firstWord(of: first)?.word ?? first
      return isNumber(word.span) || line.count == 1 && first.end <= page.numbers
    }
  }

  /// The lines of the pages of a table as cells.
  mutating func cellLines(of pages: [PlacedPage], under head: SpacedHead) -> [[CellLine]] {
    var groups: [[[(column: Int, fragment: Fragment)]?]] = []
    var joined: [Set<Int>] = []
    for (page, next) in zip(pages, pages.dropFirst().map { Optional($0.page) } + [nil]) {
      groups.append(self.groups(in: page, before: next))
      let tall = tallGroups(in: page)
      for (index, line) in tall { groups[groups.count - 1][index] = line.cells }
      joined.append(Set(tall.filter(\.value.goesOn).keys))
    }
    let cells = self.cells(
      of: zip(pages, groups).map { placed, groups in
        CellPage(
          lines: zip(placed.page.rows, groups).map { $1 == nil ? $0.fragments : [] },
          grid: placed.grid, ranges: placed.page.ranges, isDense: placed.isDense)
      }, under: head)
    var found: [[CellLine]] = []
    for number in pages.indices {
      let rows = pages[number].page.rows
      var lines: [CellLine] = []
      for index in rows.indices {
        let group = groups[number][index]
        var line = CellLine(
          number: rows[index].number, gap: rows[index].gap,
          cells: Array(repeating: nil, count: pages[number].grid.gutters.count + 1))
        line.isGroup = group != nil
        line.goesOnGroup = joined[number].contains(index)
        for (column, fragment) in group ?? cells[number][index] {
          put(fragment, in: column, of: &line)
        }
        if !line.isGroup { line.hasOrdinal = numbers(line, under: head) }
        lines.append(line)
      }
      if head.hasOrdinals { takeUnnumbered(&lines) }
      if head.isProgramme { noteClosedTimes(in: &lines) }
      found.append(lines)
    }
    return found
  }

  /// Whether a line has the number or the bullet of a row, or adds up the rows above it ("Tổng
  /// cộng").
  private mutating func numbers(_ line: CellLine, under head: SpacedHead) -> Bool {
    if let first = line.cells[0] {
      if head.isProgramme { return isHour(first.span) }
      let (scalar, length) = Scalars.decode(bytes, at: first.span.start)
      let isBullet = length == first.span.count && MarkerReader.bulletKind(scalar) != nil
      if isOrdinal(first.span) || isEllipsis(first.span) { return true }
      return head.hasOrdinals && (isBullet || lineMatch(.total, tokens(first.span)) != nil)
    }
    guard head.hasOrdinals, line.cells.count > 1 else { return false }
    if holdsFigures(line) { return true }
    guard let text = line.cells[1] else { return false }
    // "… của từng bản trong" / "toàn xã": the end of a cell.
    return !text.lower && text.span.count < 60 && lineMatch(.total, tokens(text.span)) != nil
  }

  /// Whether a text begins on a line and two cells or more behind it hold a figure each and nothing
  /// else: figures go on with none above them, so it is a row though it has no number ("Trong đó:
  /// Lúa   tấn   1.900   2.000").
  private func holdsFigures(_ line: CellLine) -> Bool {
    guard let place = line.cells.indices.dropFirst().first(where: { line.cells[$0] != nil }),
      let text = line.cells[place], !text.lower, place == 1 || !isFigure(text.span)
    else { return false }
    return line.cells.dropFirst(place + 1).count { $0.map { isFigure($0.span) } ?? false } > 1
  }

  /// Whether a span holds digits and the marks of figures alone: "2.310", "61,2", "95%".
  func isFigure(_ span: ByteSpan) -> Bool {
    let text = bytes[span.start..<span.end]
    return text.contains { $0.isDigit }
      && text.allSatisfy { $0.isDigit || [0x25, 0x2C, 0x2E].contains($0) }
  }

  /// The blank at which a fragment that runs over a gutter is cut; `nil` when none is near.
  mutating func cut(_ fragment: Fragment, at gutter: ColumnGrid.Gutter) -> Int? {
    let near = blanks(in: fragment).filter { blank in
      guard blank >= gutter.start - 5, blank <= gutter.end + 3,
        let (left, _) = split(fragment, at: blank)
      else { return false }
      return !endsInInitial(left.span) && !isInTime(blank, of: fragment)
    }
    let capitals = near.filter { blank in
      guard let (_, right) = split(fragment, at: blank) else { return false }
      let first = Scalars.decode(bytes, at: right.span.start).scalar
      return LetterCase(first) == .upper && !opensWithNumeral(right) || opensFigure(first)
    }
    // The next cell begins where those above and below it do, and most often with a capital.
    for found in [capitals, near] {
      if found.contains(gutter.end - 1) { return gutter.end - 1 }
      if let capital = found.first, found == capitals { return capital }
    }
    return near.min { abs($0 + 1 - gutter.end) < abs($1 + 1 - gutter.end) }
  }

  /// Whether a figure begins with a character: a digit, or a mark that compares.
  private func opensFigure(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x3C, 0x3E, 0x2264, 0x2265: true
    default: false
    }
  }

  /// Whether a numeral of letters opens some words, which ends what stands before it: "… học kỳ" and
  /// "I Ban Chỉ đạo".
  func opensWithNumeral(_ words: Fragment) -> Bool {
    guard let first = firstWord(of: words)?.word.span else { return false }
    return Letters.roman(bytes[first.start..<first.end]) != nil
  }

  /// Whether the words on both sides of a blank are one time: "Quý" and "IV/2031".
  private mutating func isInTime(_ blank: Int, of fragment: Fragment) -> Bool {
    guard let (left, right) = split(fragment, at: blank) else { return false }
    var word = left
    while let (_, rest) = firstWord(of: word) { word = rest }
    let next = firstWord(of: right)?.word ?? right
    return isTime(ByteSpan(word.span.start, next.span.end))
  }

  /// Whether the last word is an initial, which no cell ends with: "… mượn lễ C." / "Ý".
  func endsInInitial(_ span: ByteSpan) -> Bool {
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
      lower: LetterCase(first) == .lower, digit: first.isDigit,
      ending: LineReader.ending(bytes, fragment.span))
  }
}
