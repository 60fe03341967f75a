import PlanText

/// Sets the words of pages as lines in reading order.
struct PageLayout {
  private(set) var lines: [PageLine] = []
  private var tableCount = 0
  /// The page of most text so far: its size, and how wide its lines are.
  private var usual: (page: PlacedPage, width: Double)?
  /// The line of the last footnote, which may go on with the next page.
  private var lastNote: Int?
  /// The last table, when nothing stands after it.
  private var openTable: OpenTable?

  /// Sets a page after those before it.
  mutating func add(_ page: PlacedPage, isFirst: Bool) {
    // Pictures have lines, and no words between them.
    let grids = page.grids.sorted { $0.top < $1.top }.filter { grid in
      page.words.contains { $0.role == .text && grid.contains($0) }
    }
    var free: [PlacedWord] = []
    var held = [[PlacedWord]](repeating: [], count: grids.count)
    for word in page.words where word.role == .text {
      if let grid = grids.firstIndex(where: { $0.contains(word) }) {
        held[grid].append(word)
      } else {
        free.append(word)
      }
    }
    var rows = WordRow.rows(of: free)
    let margins = textMargins(rows, page)
    var furniture = rows.filter { PageFurniture.isPageNumber($0, page) }
    if !furniture.isEmpty { rows.removeAll { PageFurniture.isPageNumber($0, page) } }
    furniture += WordRow.rows(of: page.words.filter { $0.role == .edge })
    furniture.sort { $0.centre < $1.centre }
    let isTop = { (row: WordRow) in row.centre < page.height / 2 }
    for row in furniture.filter(isTop) { append(row, page, margins, zone: .pageHeader) }
    var index = 0
    for (grid, words) in zip(grids, held) {
      let above = rows[index...].prefix { $0.centre < grid.top }
      index += above.count
      setText(Array(above), page, margins, isHead: isFirst && index == above.count)
      setTable(grid, words, page)
    }
    setText(Array(rows[index...]), page, margins, isHead: isFirst && index == 0)
    setNotes(page, margins)
    for row in furniture.filter({ !isTop($0) }) { append(row, page, margins, zone: .pageFooter) }
    lines += page.asides.compactMap { $0.line(page: page.number) }
  }

  /// Sets the footnotes of a page, each as one line; what goes on with one stands on its line.
  private mutating func setNotes(_ page: PlacedPage, _ margins: (left: Double, right: Double)) {
    for row in WordRow.rows(of: page.words.filter { $0.role == .note || $0.role == .noteBegin }) {
      if let note = lastNote, row.words[0].role == .note {
        lines[note].text += " " + PageLine.text(row)
      } else {
        lastNote = lines.count
        append(row, page, margins, zone: .footnote)
      }
    }
  }

  /// The margins of a page; one whose lines are all short, so that few of them tell where the
  /// right one is, has that of its tables or of the pages before it.
  private mutating func textMargins(
    _ rows: [WordRow], _ page: PlacedPage
  ) -> (left: Double, right: Double) {
    var own = Self.margins(rows, page)
    let isTold =
      page.isRecognized || rows.count(where: { abs($0.right - own.right) < 3 }) >= 3
    if !isTold {
      own.right = max(own.right, rows.map(\.right).max() ?? 0)
      let tables = page.grids.filter { $0.left < own.left + Self.tablePadding }.map(\.right)
      own.right = max(own.right, (tables.max() ?? 0) - Self.tablePadding)
    }
    let width = own.right - own.left
    if let usual, usual.page.width == page.width, usual.page.height == page.height,
      width < (isTold ? 0.6 : 1) * usual.width
    {
      return (own.left, min(page.width, own.left + usual.width))
    }
    if width > usual?.width ?? 0 {
      usual = (PlacedPage(number: page.number, width: page.width, height: page.height), width)
    }
    return own
  }

  /// How far the border of a table stands outside of the margin of the text, in points.
  private static let tablePadding = 8.0

  private mutating func append(
    _ row: WordRow, _ page: PlacedPage, _ margins: (left: Double, right: Double),
    zone: LineStyle.Zone
  ) {
    var line = PageLine(row, page: page.number, margins: margins, column: 0)
    line.style.zone = zone
    line.isRow = true
    lines.append(line)
  }

  private mutating func append(
    _ row: WordRow, typed text: String, _ page: PlacedPage, _ margins: (left: Double, right: Double)
  ) {
    var line = PageLine(row, page: page.number, margins: margins, column: 0)
    line.text = text
    line.isRow = true
    line.style.centred = false
    lines.append(line)
  }

  private mutating func append(
    _ rows: [WordRow], _ page: PlacedPage, _ margins: (left: Double, right: Double), column: Int
  ) {
    for row in rows {
      let parts = Self.apart(row)
      for part in parts {
        var line = PageLine(part, page: page.number, margins: margins, column: column)
        line.isRow = parts.count > 1
        lines.append(line)
      }
    }
  }

  private mutating func setText(
    _ rows: [WordRow], _ page: PlacedPage, _ margins: (left: Double, right: Double), isHead: Bool
  ) {
    guard !rows.isEmpty else { return }
    // What stands at the edges of pages parts no table.
    if rows.contains(where: { $0.bottom > 0.07 * page.height && $0.top < 0.93 * page.height }) {
      openTable = nil
    }
    let regions = ColumnFinder(isHead: isHead).regions(rows)
    var column = 0
    for region in regions {
      switch region {
      case .column(let rows) where regions.count == 1 || Self.spans(rows, margins):
        append(rows, page, margins, column: 0)
      case .column(let rows), .beside(let rows):
        // A column beside another has margins of its own.
        column += 1
        append(rows, page, Self.margins(rows, page), column: column)
      case .signer(let rows):
        column += 1
        let start = lines.count
        append(rows, page, Self.margins(rows, page), column: column)
        lines.replaceSubrange(start..., with: SignerTitle.join(Array(lines[start...])))
      case .spaced(let rows):
        let left = rows.map(\.left).min() ?? 0
        let ems = rows.map(\.em).sorted()
        for row in rows {
          let width = max(1, 0.4 * ems[ems.count / 2])
          append(row, typed: PageLine.typed(row, from: left, width: width), page, margins)
        }
      case .cells(let rows, let cells):
        for (row, text) in zip(rows, PageLine.aligned(cells)) {
          append(row, typed: text, page, margins)
        }
      }
    }
  }

  private mutating func setTable(_ grid: RuledGrid, _ words: [PlacedWord], _ page: PlacedPage) {
    if let parts = openTable?.parted(grid, page: page.number) {
      for part in [parts.rest, parts.next] { setTable(part, words.filter(part.contains), page) }
      return
    }
    var grid = grid
    var open = OpenTable(grid)
    var isTop = false
    if let before = openTable, let aligned = before.align(grid) {
      (grid, open) = (aligned, before)
      isTop = open.page + 1 == page.number
    } else {
      tableCount += 1
    }
    open.begin(grid, page: page.number)
    let rows = grid.cells(of: words)
    for (index, cells) in rows.enumerated() {
      let set = cells.enumerated().map { CellText($1, width: grid.width(row: index, column: $0)) }
      let texts = set.map(\.text)
      guard texts.contains(where: { !$0.isEmpty }) || cells.count > 1 else { continue }
      // The border of a row whose text stands on the page before.
      if isTop, index + 1 < rows.count, open.isBlankRest(texts) { continue }
      let isRepeated = isTop && open.isRepeated(texts, isRecognized: page.isRecognized)
      // The first row of what goes on from the page before.
      let opensPage = isTop && !isRepeated
      if isTop, !isRepeated {
        isTop = false
        // Recognition passes over a number now and then.
        let mayComplete =
          !page.isRecognized
          || texts.allSatisfy {
            $0.isEmpty || LineBegin.continues($0) || LineBegin.endsRange($0)
          }
        if mayComplete, let whole = open.completed(by: set, index), let last = open.line {
          (lines[last].text, lines[last].style.paragraphs) = CellText.line(whole)
          lines[last].doubts += PageLine.doubts(cells.joined().flatMap(\.words))
          continue
        }
      }
      let (text, paragraphs) = CellText.line(set)
      var line = PageLine(
        text, page: page.number, top: grid.rows[index], bottom: grid.rows[index + 1])
      line.style.table = tableCount
      line.style.repeated = isRepeated
      line.style.paragraphs = paragraphs
      line.style.merged = texts.indices.filter { column in
        texts[column].isEmpty
          && (grid.isBelow(row: index, column: column)
            || opensPage && grid.reachesDown(row: index, column: column))
      }
      let words = cells.joined().flatMap(\.words)
      line.style.bold = !words.isEmpty && words.allSatisfy(\.bold)
      line.style.italic = !words.isEmpty && words.allSatisfy(\.italic)
      line.doubts = PageLine.doubts(words)
      if !isRepeated { open.add(set, index, line: lines.count) }
      lines.append(line)
    }
    openTable = open
  }

  /// The parts of a row that stand at the ends of a line and have nothing to do with each other,
  /// as the unit and the number of a form have.
  private static func apart(_ row: WordRow) -> [WordRow] {
    guard let gap = row.wideGaps.max(by: { $0.right - $0.left < $1.right - $1.left }),
      gap.right - gap.left > 5 * row.em, gap.left - row.left > 3.5 * row.em
    else { return [row] }
    let place = (gap.left + gap.right) / 2
    return [row.part(leftOf: place), row.part(rightOf: place)].compactMap(\.self)
  }

  /// Whether rows use the width of the page.
  private static func spans(_ rows: [WordRow], _ margins: (left: Double, right: Double)) -> Bool {
    let width = margins.right - margins.left
    let left = rows.map(\.left).min() ?? 0
    let right = rows.map(\.right).max() ?? 0
    if right - left > 0.7 * width { return true }
    // A title stands alone in the middle.
    return left < margins.left + 0.5 * width && right > margins.left + 0.5 * width
      && rows.allSatisfy { $0.left < margins.left + 0.48 * width }
  }

  /// The margins that more than one row keeps to.
  static func margins(_ rows: [WordRow], _ page: PlacedPage) -> (left: Double, right: Double) {
    func kept(_ places: [Double]) -> Double {
      for (index, place) in places.enumerated().prefix(places.count / 2 + 1) {
        let near = places[index...].prefix { abs($0 - place) < 3 }
        if near.count >= 2 { return place }
      }
      return places.first ?? 0
    }
    let left = kept(rows.map(\.left).sorted())
    let right = kept(rows.map(\.right).sorted(by: >))
    return left < right ? (left, right) : (rows.first?.left ?? 0, rows.first?.right ?? page.width)
  }
}
