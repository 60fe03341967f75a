import PlanModel
import PlanText

/// Tables in the layout of a page: columns held apart by blanks, cells cut over lines, the column
/// row repeated on each page.
extension PlanReader {
  /// What of a layout's table a line can be.
  enum SpacedLine {
    /// Cells side by side.
    case cells
    /// A part of one cell.
    case part
    /// A text over several columns, perhaps the head of the rows below it.
    case group
    /// A text that belongs to no column.
    case text
  }

  /// A table while its lines are gathered.
  struct Gathered {
    var head: SpacedHead
    var pages: [SpacedPage]
    /// The lines of page numbers and rules between the rows.
    var edges: [Int] = []
    /// Where the head stands again.
    var repeated: [ByteSpan] = []
    /// The cells of the last line that begins with a number.
    var numbered: [Fragment]?
    /// The labels that cells begin with, by family and number.
    var labels: Set<Int> = []
    var next: Int
  }

  /// Reads the table in columns of blanks that begins at line `start`, inside an outline; `nil` when
  /// none does.
  mutating func spacedTable(at start: Int, in outline: Outline) -> (table: TableDraft, next: Int)? {
    guard mayHead(start), let head = spacedHead(at: start) ?? unknownHead(at: start) else {
      return nil
    }
    let gathered = gather(head, named: start..<head.next, in: outline)
    guard gathered.pages.contains(where: { $0.rows.contains { $0.fragments.count > 1 } }) else {
      return emptyForm(head)
    }
    for line in gathered.edges { take(furniture: lines[line]) }
    for span in gathered.repeated { addFurniture(.columns, span) }
    return (build(gathered.head, gathered.pages), gathered.next)
  }

  /// Whether a line or one shortly below it holds words apart by blanks.
  private func mayHead(_ start: Int) -> Bool {
    if lines[start].spaced { return true }
    guard lines[start].indent >= 8, lines[start].width <= 40 else { return false }
    return lines[start...].dropFirst().prefix(3).contains { $0.spaced && $0.blanksBefore == 0 }
  }

  // MARK: Gathering

  /// The lines that belong to the table under a head, which stands on the lines `named`.
  private mutating func gather(
    _ head: SpacedHead, named: Range<Int>, in outline: Outline
  ) -> Gathered {
    var columns = SpacedColumns(head)
    var table = Gathered(head: head, pages: [SpacedPage(columns)], next: head.next)
    var waiting: [Int] = []
    var index = head.next
    while index < lines.count, lines[index].tabs == 0, !lines[index].pipe {
      let line = lines[index]
      if isEdge(line, columns)
        ? !isCell(index, after: table) : isPageNumber(index, over: named, head)
      {
        waiting.append(index)
        index += 1
        continue
      }
      let breaks = line.blanksBefore > 0 || line.pageBefore || !waiting.isEmpty
      if breaks, labelsForm(index) { break }
      let same = breaks ? repeatedHead(at: index, of: named, head) : nil
      if breaks, line.spaced || line.indent >= 8, let again = same ?? spacedHead(at: index),
        same != nil || !isNextRow(index, again, after: table)
      {
        guard same != nil || names(again) == names(head) else { break }
        table.edges += waiting
        waiting = []
        table.repeated.append(again.span)
        columns = SpacedColumns(again)
        table.pages.append(SpacedPage(columns))
        index = again.next
        if numbersColumns(at: index, head.columns.count) {
          table.repeated.append(lines[index].content)
          index += 1
        }
        table.next = index
        continue
      }
      let newPage = line.pageBefore || !waiting.isEmpty
      if newPage { columns = columns.moved(by: shift(of: index, after: table)) }
      if breaks, startsAppendix(at: index, nil) || titlesTable(index) { break }
      if headsSection(index, columns, after: table) || goesOn(outline, at: index, columns, table) {
        break
      }
      if leadsToHead(index, named: named, after: table)
        || !breaks && titlesSame(index, as: head, columns)
      {
        break
      }
      guard
        belongs(index, columns, breaks: breaks, after: table)
          || (!breaks && numbersOn(index, table, columns))
      else {
        if !breaks { trim(&table, columns) }
        break
      }
      if newPage, table.pages.last?.rows.isEmpty == false {
        table.pages.append(SpacedPage(columns, hasHead: false))
      }
      table.edges += waiting
      waiting = []
      let cells = cells(of: line, columns)
      if let first = cells.first, first.start < columns.ranges[0].end, ordinal(first) != nil {
        table.numbered = cells
      }
      noteLabels(of: cells, in: &table)
      table.pages[table.pages.count - 1].rows.append(
        SpacedPage.Row(number: line.number, gap: line.blanksBefore > 0, fragments: cells))
      index += 1
      table.next = index
    }
    return table
  }

  /// How many lines of a page are looked at for a number.
  private static let pageLines = 40

  /// How far the page that begins at a line is set off from the one before it: its first number
  /// stands under those of the rows.
  private func shift(of index: Int, after table: Gathered) -> Int {
    guard table.head.hasOrdinals, let numbered = table.numbered, let last = ordinal(numbered[0])
    else { return 0 }
    for next in (index..<lines.count).prefix(PlanReader.pageLines) {
      if next > index, lines[next].pageBefore { break }
      guard lines[next].width < 400, let first = fragments(of: lines[next]).first else { continue }
      let word = firstWord(of: first)?.word ?? first
      if isNumber(word.span), ordinal(word)?.follows([last]) == true {
        let shift = word.start - numbered[0].start
        return abs(shift) <= 12 ? shift : 0
      }
    }
    return 0
  }

  /// Takes lines from the end of a table that go on in the text after it: "     Trên đây là …".
  private func trim(_ table: inout Gathered, _ columns: SpacedColumns) {
    while let page = table.pages.indices.last, let row = table.pages[page].rows.last,
      row.fragments.count == 1, columns.cross(row.fragments[0]), table.pages[page].rows.count > 1
    {
      table.pages[page].rows.removeLast()
      table.next -= 1
      if row.gap { return }
    }
  }

  /// The runs of words of a line, the ordinal of a row apart from the text that follows it.
  func cells(of line: Line, _ columns: SpacedColumns) -> [Fragment] {
    var fragments = fragments(of: line)
    guard columns.hasOrdinals, let gutter = columns.ranges.first, let first = fragments.first,
      first.start < gutter.start, let (ordinal, text) = firstWord(of: first),
      isNumber(ordinal.span) || (fragments.count == 1 && heads(ordinal, text, columns))
    else { return fragments }
    fragments.replaceSubrange(0..<1, with: [ordinal, text])
    return fragments
  }

  /// Whether a line is furniture of the page; a number in the first column counts a row.
  private mutating func isEdge(_ line: Line, _ columns: SpacedColumns) -> Bool {
    guard let kind = furniture(of: line)?.kind else { return false }
    // "sư" below "các tân cử nhân, kỹ" is no speck.
    if kind == .noise, line.blanksBefore == 0, !line.pageBefore { return false }
    guard kind == .pageNumber, let first = columns.ranges.first else { return true }
    return line.pageBefore || line.indent >= first.end
  }

  func names(_ head: SpacedHead) -> [String] {
    head.columns.map { folder.fold($0.above + $0.pieces) }
  }

  /// Whether a line belongs to the table whose gutters lie in `ranges`.
  private mutating func belongs(
    _ index: Int, _ columns: SpacedColumns, breaks: Bool, after table: Gathered
  ) -> Bool {
    let line = lines[index]
    let fragments = cells(of: line, columns)
    if breaks || fragments.count == 2 {
      switch endMeaning(line) {
      case .recipients, .authority: return false
      default: break
      }
    }
    switch shape(fragments, columns) {
    case .cells: return true
    case .part: return !breaks || leadsToCells(index, columns, after: table)
    case .group: return leadsToCells(index, columns, after: table)
    case .text:
      return headsNumber(index, columns, after: table)
        || !breaks && fragments.count == 1 && goesUnder(fragments[0], columns, table)
          && isOverCells(index, columns)
    }
  }

  /// What a line can be by where its runs of words stand.
  mutating func shape(_ fragments: [Fragment], _ columns: SpacedColumns)
    -> SpacedLine
  {
    guard let first = fragments.first, let last = fragments.last, let gutter = columns.ranges.first
    else { return .text }
    let crossing = fragments.filter(columns.cross)
    if fragments.count > 1 {
      if fragments.count == 2, isOrdinal(first.span) {
        // "1            vụ tổng hợp; các Tháng 1/2027": cells go on far behind the number.
        if columns.ranges.count > 1, last.start >= columns.ranges[1].end, isLower(last) {
          return .cells
        }
        return !crossing.isEmpty || last.start < gutter.end ? .group : .cells
      }
      // "-     Thầy cô được phân công …": a bullet set off from its text, and no row that it opens
      // under the numbers of others.
      if isBullet(first), !columns.isProgramme || first.start >= gutter.end {
        let opensRow = columns.hasOrdinals && first.start < gutter.end && fragments.count > 2
        return opensRow && crossing.isEmpty ? .cells : .text
      }
      return crossing.count < fragments.count || columns.isBehindOrdinals(first.start)
        ? .cells : .text
    }
    if isOrdinal(first.span), first.start < gutter.end { return .part }
    // "phụ huynh." at the margin: no cell begins to the left of the numbers.
    if columns.hasOrdinals, first.start + 1 < columns.left,
      !isOrdinal((firstWord(of: first)?.word ?? first).span)
    {
      return .text
    }
    if columns.isProgramme, first.start < gutter.end,
      lineMatch(.programmePart, tokens(first.span)) != nil
    {
      return .group
    }
    let labelled =
      first.start < gutter.end
      && markers.read(tokens(first.span)).map { $0.family != .bullet } ?? false
    // What begins far from the margin is no paragraph, however long it is.
    if crossing.isEmpty || first.start > gutter.end + 4 { return labelled ? .group : .part }
    let capitals = tokens(first.span).allSatisfy {
      $0.kind != .syllable || $0.shape.contains(.upper)
    }
    if labelled || capitals { return .group }
    if columns.isProgramme, lineMatch(.programmePart, tokens(first.span)) != nil { return .group }
    return columns.isBehindOrdinals(first.start) ? .part : .text
  }

  /// Whether a run of words is a bullet and nothing else.
  private func isBullet(_ fragment: Fragment) -> Bool {
    fragment.end - fragment.start == 1 && begins(bullet: fragment.span)
  }

  /// How many lines are looked at for the next row.
  private static let lookahead = 14

  /// Whether cells side by side follow a line before the table ends.
  private mutating func leadsToCells(
    _ index: Int, _ columns: SpacedColumns, after table: Gathered
  ) -> Bool {
    if opensRow(index, columns, after: table) { return true }
    for next in (index..<lines.count).dropFirst().prefix(PlanReader.lookahead) {
      let line = lines[next]
      if line.tabs > 0 || line.pipe { return false }
      if isEdge(line, columns) { continue }
      if opensRow(next, columns, after: table) { return true }
      guard line.spaced else {
        if line.right > (columns.ranges.last?.end ?? 0),
          line.indent < (columns.ranges.first?.end ?? 0),
          !columns.isBehindOrdinals(line.indent)
        {
          return false
        }
        continue
      }
      let fragments = cells(of: line, columns)
      if shape(fragments, columns) != .cells { continue }
      if fragments.count > 2 || isOrdinal(fragments[0].span)
        || (columns.isProgramme && !fragments.contains(where: columns.cross))
      {
        switch endMeaning(line) {
        case .recipients, .authority: return false
        default: return true
        }
      }
    }
    return false
  }
}
