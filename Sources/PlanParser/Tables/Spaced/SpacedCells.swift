import PlanModel

/// Cuts the runs of words of a table into the cells of its columns.
extension PlanReader {
  /// The lines of a page that hold cells, and where its columns lie.
  struct CellPage {
    var lines: [[Fragment]]
    var grid: ColumnGrid
    /// Where the gutters may lie under the head of the page; `nil` where it has none.
    var ranges: [ColumnGrid.Gutter]?
    /// Whether one blank holds many of its cells apart.
    var isDense: Bool
  }

  /// A run of words with the column of the table that it begins in.
  private struct Run {
    var fragment: Fragment
    var column: Int
    /// The last column that it can reach: the next run of its line begins behind it.
    var last: Int
    /// How far it was set off from where its column begins, in letters.
    var offset = 0
  }

  /// A run that is to be cut, and where.
  private struct Crossing {
    var page: Int
    var line: Int
    var run: Int
    /// The blanks, with how wide the text before each is.
    var blanks: [(column: Int, width: Int)]
  }

  /// How much evidence tells how wide a column is.
  private static var fewest: Int { 6 }
  /// How wide a column is at least that tells by its own lines where they end, though hardly one
  /// fills it: some fifteen letters.
  private static var wide: Int { 600 }
  /// How far before its column a run may begin, in letters.
  private static var setOff: Int { 4 }
  /// How far from the end of a gutter a run may be cut, in letters.
  private static var reach: Int { 12 }
  private static var behind: Int { 3 }
  /// How many letters in small ones make no cell where nothing else stands on the line.
  private static var shortest: Int { 7 }

  /// The cells of each line of each page: the column and the text in it.
  mutating func cells(of pages: [CellPage], under head: SpacedHead) -> [[[(
    column: Int, fragment: Fragment
  )]]] {
    if pages.contains(where: \.isDense),
      let cells = alignedCells(of: pages, under: head)
    {
      return cells
    }
    var runs = pages.map { page in page.lines.map { self.runs($0, page.grid) } }
    var found = pages.map { $0.lines.map { _ in [(column: Int, fragment: Fragment)]() } }
    for gutter in 0..<(pages.map(\.grid.gutters.count).max() ?? 0) {
      var crossings: [Crossing] = []
      var evidence = ColumnWidth.Evidence()
      for (number, page) in pages.enumerated() where gutter < page.grid.gutters.count {
        for line in page.lines.indices {
          for (index, run) in runs[number][line].enumerated() {
            guard crosses(run, gutter, page.grid) else {
              guard run.column == gutter else { continue }
              let width = self.width(of: run.fragment.span)
              evidence.lines.append(width)
              if line + 1 < page.lines.count,
                let word = goingOn(runs[number][line + 1], in: gutter)
              {
                evidence.wraps.append(width + LetterWidth.blank + word)
              }
              continue
            }
            let blanks = self.blanks(of: run, to: page.grid.gutters[gutter].end)
            crossings.append(Crossing(page: number, line: line, run: index, blanks: blanks))
            if run.column == gutter, !blanks.isEmpty {
              evidence.crossings.append(blanks.map(\.width))
            }
          }
        }
      }
      let limit = ColumnWidth(evidence, fewest: PlanReader.fewest)
      let isWide = !evidence.wraps.isEmpty && limit.map { $0.value >= PlanReader.wide } ?? false
      for crossing in crossings {
        let page = pages[crossing.page]
        let run = runs[crossing.page][crossing.line][crossing.run]
        let known = crossing.blanks.last { limit?.holds($0.width) == true }?.column
        let isAlone = page.lines[crossing.line].count == 1
        let isSure = known.map { page.isDense || isWide && isCell(run.fragment, $0, isAlone) }
        guard let blank = isSure == true ? known : cut(run.fragment, at: page.grid.gutters[gutter]),
          let (left, right) = split(run.fragment, at: blank),
          page.isDense || page.lines[crossing.line].count > 1 || !isLastWords(right)
        else { continue }
        found[crossing.page][crossing.line].append((run.column, left))
        runs[crossing.page][crossing.line][crossing.run] = Run(
          fragment: right, column: gutter + 1, last: run.last,
          offset: page.grid.gutters[gutter].end - right.start)
      }
    }
    for page in found.indices {
      for line in found[page].indices {
        found[page][line] += runs[page][line].map { ($0.column, $0.fragment) }
        found[page][line].sort { $0.fragment.span.start < $1.fragment.span.start }
      }
    }
    return found
  }

  /// Whether what stands behind a blank of a run may be a cell where hardly one fills its column: no
  /// numeral ends what stands before it ("học kỳ" / "I"), and alone on its line it begins anew.
  private func isCell(_ run: Fragment, _ blank: Int, _ isAlone: Bool) -> Bool {
    guard let (_, right) = split(run, at: blank) else { return false }
    return !opensWithNumeral(right) && !(isAlone && isLower(right))
  }

  /// Whether what stands behind a cut is a word or two in small letters and no cell: "… vá ở | lớp học"
  /// alone on its line, over "nghề".
  private func isLastWords(_ rest: Fragment) -> Bool {
    isLower(rest) && rest.end - rest.start <= PlanReader.shortest
  }

  private func runs(_ line: [Fragment], _ grid: ColumnGrid) -> [Run] {
    var runs: [Run] = []
    var last = grid.gutters.count
    for fragment in line.reversed() {
      let columns = grid.columns(of: fragment)
      runs.append(
        Run(
          fragment: fragment, column: columns.lowerBound, last: max(last, columns.lowerBound)))
      last = max(0, columns.lowerBound - 1)
    }
    runs.reverse()
    part(&runs, grid)
    return runs
  }

  /// Puts runs that two blanks part, and that begin in one column, into columns of their own where
  /// one begins near the next: the lines of a page are not all set off alike.
  private func part(_ runs: inout [Run], _ grid: ColumnGrid) {
    for index in runs.indices.dropLast() where runs[index].column == runs[index + 1].column {
      let column = runs[index].column
      guard column < grid.gutters.count else { continue }
      let isFree = index + 2 == runs.count || runs[index + 2].column > column + 1
      let left = grid.gutters[column].end - runs[index + 1].fragment.start
      if isFree, left <= PlanReader.setOff {
        runs[index + 1].column = column + 1
        runs[index].last = column
      }
    }
  }

  private func crosses(_ run: Run, _ gutter: Int, _ grid: ColumnGrid) -> Bool {
    guard run.column <= gutter, run.last > gutter else { return false }
    return run.fragment.end - 1 + run.offset >= grid.gutters[gutter].end
  }

  /// How wide the first word in a column is where it goes on with the line above it.
  private func goingOn(_ line: [Run], in column: Int) -> Int? {
    guard let run = line.first(where: { $0.column == column }) else { return nil }
    let first = Scalars.decode(bytes, at: run.fragment.span.start).scalar
    guard LetterCase(first) == .lower else { return nil }
    return width(of: (firstWord(of: run.fragment)?.word ?? run.fragment).span)
  }

  /// The blanks of a run that lie near the end of a gutter.
  private func blanks(of run: Run, to end: Int) -> [(column: Int, width: Int)] {
    var found: [(column: Int, width: Int)] = []
    var width = 0
    var column = run.fragment.start
    var offset = run.fragment.span.start
    while offset < run.fragment.span.end {
      let blank = Blank.length(bytes, at: offset, end: run.fragment.span.end)
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      let next = column + 1 + run.offset
      if blank > 0, next >= end - PlanReader.reach, next <= end + PlanReader.behind,
        !endsInInitial(ByteSpan(run.fragment.span.start, offset))
      {
        found.append((column, width))
      }
      width += blank > 0 ? LetterWidth.blank : LetterWidth.of(scalar)
      offset += blank > 0 ? blank : length
      column += 1
    }
    return found
  }

  /// How wide a text is printed.
  func width(of span: ByteSpan) -> Int {
    var width = 0
    var offset = span.start
    while offset < span.end {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      width += LetterWidth.of(scalar)
      offset += length
    }
    return width
  }
}
