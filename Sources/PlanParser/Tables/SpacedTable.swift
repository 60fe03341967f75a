import PlanModel
import PlanText

/// Tables in the layout of a page: columns held apart by blanks, cells cut over lines, the column
/// row repeated on each page.
extension PlanReader {
  /// What of a layout's table a line can be.
  private enum SpacedLine {
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
  private struct Gathered {
    var head: SpacedHead
    var pages: [SpacedPage]
    /// The lines of page numbers and rules between the rows.
    var edges: [Int] = []
    /// Where the head stands again.
    var repeated: [ByteSpan] = []
    var next: Int
  }

  /// Reads the table in columns of blanks that begins at line `start`; `nil` when none does.
  mutating func spacedTable(at start: Int) -> (table: TableDraft, next: Int)? {
    guard mayHead(start), let head = spacedHead(at: start) else { return nil }
    let gathered = gather(head)
    guard gathered.pages.contains(where: { $0.rows.contains { $0.fragments.count > 1 } }) else {
      return nil
    }
    for line in gathered.edges { take(furniture: lines[line]) }
    for span in gathered.repeated { addFurniture(.columns, span) }
    return (build(gathered.head, gathered.pages), gathered.next)
  }

  /// Whether a line or one shortly below it holds words apart by blanks.
  private func mayHead(_ start: Int) -> Bool {
    if lines[start].spaced { return true }
    guard lines[start].indent >= 8, lines[start].width <= 40 else { return false }
    return lines[start...].dropFirst().prefix(2).contains { $0.spaced && $0.blanksBefore == 0 }
  }

  // MARK: Gathering

  /// The lines that belong to the table under a head.
  private mutating func gather(_ head: SpacedHead) -> Gathered {
    var ranges = ColumnGrid.ranges(of: head)
    var table = Gathered(head: head, pages: [SpacedPage(ranges: ranges)], next: head.next)
    var waiting: [Int] = []
    var index = head.next
    while index < lines.count, lines[index].tabs == 0, !lines[index].pipe {
      let line = lines[index]
      if isEdge(line, ranges) {
        waiting.append(index)
        index += 1
        continue
      }
      let breaks = line.blanksBefore > 0 || line.pageBefore || !waiting.isEmpty
      if breaks, line.spaced || line.indent >= 8, let again = spacedHead(at: index) {
        guard names(again) == names(head) else { break }
        table.edges += waiting
        waiting = []
        table.repeated.append(again.span)
        ranges = ColumnGrid.ranges(of: again)
        table.pages.append(SpacedPage(ranges: ranges))
        index = again.next
        table.next = index
        continue
      }
      let newPage = line.pageBefore || !waiting.isEmpty
      if breaks, startsAppendix(at: index, nil) { break }
      guard belongs(index, ranges, breaks: breaks, newPage: newPage) else { break }
      if newPage, table.pages.last?.rows.isEmpty == false {
        table.pages.append(SpacedPage(ranges: nil))
      }
      table.edges += waiting
      waiting = []
      table.pages[table.pages.count - 1].rows.append(
        SpacedPage.Row(
          number: line.number, gap: line.blanksBefore > 0, fragments: fragments(of: line)))
      index += 1
      table.next = index
    }
    return table
  }

  /// Whether a line is furniture of the page; a number in the first column counts a row.
  private mutating func isEdge(_ line: Line, _ ranges: [ColumnGrid.Gutter]) -> Bool {
    guard let kind = furniture(of: line)?.kind else { return false }
    guard kind == .pageNumber, let first = ranges.first else { return true }
    return line.pageBefore || line.indent >= first.end
  }

  private func names(_ head: SpacedHead) -> [String] {
    head.columns.map { folder.fold($0.above + $0.pieces) }
  }

  /// Whether a line belongs to the table whose gutters lie in `ranges`.
  private mutating func belongs(
    _ index: Int, _ ranges: [ColumnGrid.Gutter], breaks: Bool, newPage: Bool
  ) -> Bool {
    let line = lines[index]
    let fragments = fragments(of: line)
    if breaks || fragments.count == 2 {
      switch endMeaning(line) {
      case .recipients, .authority: return false
      default: break
      }
    }
    switch shape(fragments, ranges) {
    case .cells: return true
    case .part: return !breaks || leadsToCells(index, ranges)
    case .group: return leadsToCells(index, ranges)
    case .text: return false
    }
  }

  /// What a line can be by where its runs of words stand.
  private mutating func shape(_ fragments: [Fragment], _ ranges: [ColumnGrid.Gutter])
    -> SpacedLine
  {
    guard let first = fragments.first, let last = fragments.last, let gutter = ranges.first else {
      return .text
    }
    let crossing = fragments.filter { fragment in
      ranges.contains { fragment.start < $0.start && fragment.end > $0.end }
    }
    if fragments.count > 1 {
      if fragments.count == 2, isOrdinal(first.span) {
        return !crossing.isEmpty || last.start < gutter.end ? .group : .cells
      }
      // "-     Thầy cô được phân công …": a bullet set off from its text.
      if MarkerReader.bulletKind(Scalars.decode(bytes, at: first.span.start).scalar) != nil,
        first.end - first.start == 1
      {
        return .text
      }
      return crossing.count < fragments.count ? .cells : .text
    }
    if isOrdinal(first.span), first.start < gutter.end { return .part }
    let labelled =
      first.start < gutter.end
      && markers.read(tokens(first.span)).map { $0.family != .bullet } ?? false
    // What begins far from the margin is no paragraph, however long it is.
    if crossing.isEmpty || first.start > gutter.end + 4 { return labelled ? .group : .part }
    let capitals = tokens(first.span).allSatisfy {
      $0.kind != .syllable || $0.shape.contains(.upper)
    }
    return labelled || capitals ? .group : .text
  }

  /// How many lines are looked at for the next row.
  private static let lookahead = 14

  /// Whether cells side by side follow a line before the table ends.
  private mutating func leadsToCells(_ index: Int, _ ranges: [ColumnGrid.Gutter]) -> Bool {
    for line in lines[index...].dropFirst().prefix(PlanReader.lookahead) {
      if line.tabs > 0 || line.pipe { return false }
      if isEdge(line, ranges) { continue }
      guard line.spaced else {
        if line.right > (ranges.last?.end ?? 0), line.indent < (ranges.first?.end ?? 0) {
          return false
        }
        continue
      }
      let fragments = fragments(of: line)
      if shape(fragments, ranges) != .cells { continue }
      if fragments.count > 2 || isOrdinal(fragments[0].span) {
        switch endMeaning(line) {
        case .recipients, .authority: return false
        default: return true
        }
      }
    }
    return false
  }
}
