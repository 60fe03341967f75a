import PlanModel
import PlanText

/// Tables whose cells follow each other, each broken over lines (bảng chép theo ô), as the text of a
/// page comes out in the order in which it was printed (`pdftotext -raw`).
///
/// A number opens each row. A line ends where its cell has no more room, or with the cell; a cell of
/// one line may share it with the next. Which words stand in which column is what costs least
/// (`WrappedCells`), and how wide the columns are is told by the lines themselves.
extension PlanReader {
  /// How many lines one row may have.
  static var longestWrappedRow: Int { 90 }
  /// The longest line, in characters.
  private static var widestWrappedLine: Int { 260 }

  /// The lines of a row, apart where a page ends inside it.
  struct WrappedLines {
    /// Its number or time, or nothing for a row that adds up the others.
    var ordinal: TableDraft.Cell
    var values: RowOrdinal?
    var parts: [[ByteSpan]]
    /// Whether a small letter is its ordinal: "a)".
    var isLettered = false
    var isGroup: Bool { values.map { $0.kind != .number && !isLettered } ?? false }
  }

  /// What stands between the rows of such a table.
  struct WrappedPages {
    /// The lines of page numbers.
    var edges: [Int] = []
    /// Where the names of the columns stand again.
    var repeated: [ByteSpan] = []
    /// Whether the text goes on right behind the last row.
    var endAtText = false
  }

  /// Reads the table whose head begins at line `start`; `nil` when none does.
  mutating func wrappedTable(at start: Int) -> (table: TableDraft, next: Int)? {
    guard let head = wrappedHead(at: start) else { return nil }
    var gathered: [WrappedLines] = []
    var pages = WrappedPages()
    var index = head.next
    if head.opensWithTime {
      gatherTimes(&gathered, &pages, from: &index, under: head)
    } else {
      gather(&gathered, &pages, from: &index, under: head)
    }
    let isGrouped = gathered.contains { $0.values?.kind == .number }
    let isHeading = gathered.indices.map { headsOthers($0, in: gathered, grouped: isGrouped) }
    // Where all stands on one line each, `runTable` reads what the head names.
    guard gathered.count > 1,
      head.count > 1 || head.isTold || pages.endAtText
        || gathered.contains(where: { $0.parts.joined().count > 1 })
    else { return nil }
    var read: [WrappedRow] = []
    var places: [Int] = []
    for row in gathered.indices {
      if isGrouped, gathered[row].isGroup { continue }
      for (count, part) in gathered[row].parts.enumerated() where !part.isEmpty {
        let role: WrappedRow.Role =
          count > 0
          ? .goesOn : isHeading[row] ? .heads : gathered[row].values == nil ? .total : .plain
        read.append(wrappedRow(part, as: role, under: head.roles))
        read[read.count - 1].isBesideNumber = count == 0 && isBesideNumber(gathered[row])
        places.append(row)
      }
    }
    let cells = wrappedCells(of: read, roles: head.roles, centred: areCentred(gathered))
    let whole = Set(zip(places, cells).filter { $1.count > 1 }.map(\.0))
    guard whole.count * 2 >= isHeading.count(where: { !$0 }) else { return nil }
    var drafts = gathered.map { row in
      [row.ordinal] + [TableDraft.Cell](repeating: [], count: head.roles.count)
    }
    let areApart = gathered.contains {
      $0.isGroup && !$0.parts.joined().isEmpty && !isBesideNumber($0)
    }
    for row in gathered.indices where isGrouped && gathered[row].isGroup {
      // "I. Về trồng rừng" is one cell, "I" beside "VỀ TRỒNG RỪNG" are two.
      let pieces = gathered[row].parts.flatMap { $0 }
      if let ordinal = gathered[row].ordinal.first, let first = pieces.first,
        bytes[ordinal.end - 1] == 0x2E, !areApart
      {
        drafts[row][0] = [ByteSpan(ordinal.start, first.end)] + pieces.dropFirst()
      } else {
        drafts[row][1] = pieces
      }
    }
    for (place, part) in places.enumerated() {
      for cell in cells[place] {
        drafts[part][cell.column + 1] += read[place].pieces(of: cell.words)
      }
    }
    for line in pages.edges { take(furniture: lines[line]) }
    for span in pages.repeated { addFurniture(.columns, span) }
    let rows = head.rows + drafts.map { TableDraft.Row(cells: $0) }
    return (build(rows, from: start, to: index, headed: true), index)
  }

  /// Whether the first line of a row is the one on which its number stands.
  private func isBesideNumber(_ row: WrappedLines) -> Bool {
    guard let number = row.ordinal.last, let first = row.parts.first?.first else { return false }
    return !bytes[number.end..<first.start].contains(0x0A)
  }

  /// Whether the cells of rows have one middle: the numbers stand alone before texts of several lines.
  private func areCentred(_ rows: [WrappedLines]) -> Bool {
    var alone = 0
    var beside = 0
    for row in rows where row.values != nil && !row.isGroup {
      guard let lines = row.parts.first, lines.count > 1 else { continue }
      if !isBesideNumber(row) {
        alone += 1
      } else if LetterCase(Scalars.decode(bytes, at: lines[1].start).scalar) == .lower {
        beside += 1
      }
    }
    return alone > 1 && beside * 4 <= alone
  }

  /// Whether a row heads those below it: "I" above "1", "2" above "2.1", "1" above "a)".
  private func headsOthers(_ row: Int, in rows: [WrappedLines], grouped: Bool) -> Bool {
    if grouped, rows[row].isGroup { return true }
    guard let own = rows[row].values, row + 1 < rows.count, let next = rows[row + 1].values else {
      return false
    }
    if rows[row + 1].isLettered { return own.kind == .number }
    return next.kind == .number && next.values.count > own.values.count
  }

  /// Gathers the lines of the rows that begin at line `index`, which moves behind them.
  private mutating func gather(
    _ rows: inout [WrappedLines], _ pages: inout WrappedPages, from index: inout Int,
    under head: WrappedHead
  ) {
    var ordinals: [RowOrdinal] = []
    var widest = 0
    var takeOneLine = true
    while index < lines.count {
      let opening = wrappedRow(at: index, after: ordinals, rows.first?.ordinal.first)
      let total = opening == nil && !rows.isEmpty && isWrappedTotal(index)
      guard opening != nil || total else { return }
      if let opening { note(opening.ordinal, in: &ordinals) }
      let first = rows.first?.ordinal.first ?? opening?.span
      let isLast = !leadsToRow(from: index + 1, after: ordinals, first)
      let text = opening?.text ?? lines[index].content
      let begin = index
      index += 1
      let ends =
        takeOneLine && (rows.count > 1 || total)
        && resumesText(at: index, behind: text, after: ordinals, isLast: isLast)
      let parts = wrappedParts(
        behind: text, &pages, from: begin, at: &index, under: head, isLast: isLast, &widest
      ) { reader, index in
        ends || reader.wrappedRow(at: index, after: ordinals, first) != nil
          || reader.isWrappedTotal(index)
      }
      rows.append(
        WrappedLines(
          ordinal: opening.map { [$0.span] } ?? [], values: opening?.ordinal, parts: parts,
          isLettered: opening.map { isSmallLetter($0.span) } ?? false))
      if ends {
        pages.endAtText = true
        return
      }
      takeOneLine = takeOneLine && parts.joined().count == 1
    }
  }

  /// The pieces of a row, of which `text` is the first, on the lines from `index` on, which moves behind
  /// them; one list of them for each page.
  ///
  /// - Parameters:
  ///   - begin: The line on which the row begins.
  ///   - isLast: Whether no row follows, so that the table may end within its lines.
  ///   - widest: How wide the pieces of rows are that others follow.
  ///   - opens: Whether the next row opens at a line.
  mutating func wrappedParts(
    behind text: ByteSpan, _ pages: inout WrappedPages, from begin: Int, at index: inout Int,
    under head: WrappedHead, isLast: Bool, _ widest: inout Int,
    until opens: (inout PlanReader, Int) -> Bool
  ) -> [[ByteSpan]] {
    var parts = [text.isEmpty ? [] : [text]]
    while index < lines.count, index - begin < PlanReader.longestWrappedRow, !opens(&self, index) {
      if let next = repeatedNames(at: index, head, &pages) ?? pageEdge(at: index, &pages) {
        index = next
        if parts.last?.isEmpty == false { parts.append([]) }
        continue
      }
      if stopsWrapped(index) || isLast && endsWrappedRow(index, wider: widest) { break }
      parts[parts.count - 1].append(lines[index].content)
      index += 1
    }
    for piece in parts.joined() where !isLast { widest = max(widest, width(of: piece)) }
    return parts
  }

  // MARK: Ends

  /// The line behind one that is the number of a page.
  mutating func pageEdge(at index: Int, _ pages: inout WrappedPages) -> Int? {
    let line = lines[index]
    guard line.width <= 9 else { return nil }
    let isAtEdge = line.pageBefore || index + 1 < lines.count && lines[index + 1].pageBefore
    guard isAtEdge || isLastNumber(index), furniture(of: line)?.kind == .pageNumber else {
      return nil
    }
    pages.edges.append(index)
    return index + 1
  }

  /// Whether the last line is the number of the last page, as the form feeds count them.
  private mutating func isLastNumber(_ index: Int) -> Bool {
    guard index + 1 == lines.count, let value = pageValue(of: lines[index]), value > 1 else {
      return false
    }
    let pages = 1 + lines.dropFirst().count { $0.pageBefore }
    return value == pages
  }

  /// The line behind the names of the columns where they stand again.
  func repeatedNames(
    at index: Int, _ head: WrappedHead, _ pages: inout WrappedPages
  ) -> Int? {
    let end = index + head.count
    guard end <= lines.count, lines[index].content.count == lines[head.first].content.count
    else { return nil }
    let own = ByteSpan(lines[head.first].content.start, lines[head.next - 1].content.end)
    let span = ByteSpan(lines[index].content.start, lines[end - 1].content.end)
    guard own.count == span.count, folder.fold(own) == folder.fold(span) else { return nil }
    pages.repeated.append(span)
    return end
  }

  /// Whether no table goes on at a line.
  mutating func stopsWrapped(_ index: Int) -> Bool {
    let line = lines[index]
    if line.tabs > 0 || line.pipe || line.table > 0 || line.width > PlanReader.widestWrappedLine {
      return true
    }
    let words = tokens(line.content)
    if startsAppendix(at: index, nil) || lineMatch(.closing, words) != nil { return true }
    // "V. TỔ CHỨC THỰC HIỆN" that heads no rows.
    if line.capitals, let marker = marker(words), marker.style != 0, marker.family == .roman {
      return true
    }
    switch endMeaning(line) {
    case .recipients, .authority, .closing: return true
    default: return false
    }
  }

  /// Whether the text behind a table begins at a line: with a label, or much wider than all its lines.
  mutating func endsWrappedRow(_ index: Int, wider widest: Int) -> Bool {
    let line = lines[index]
    if line.blanksBefore > 0, !line.pageBefore { return true }
    if let marker = marker(tokens(line.content)), marker.family != .bullet, marker.style != 0 {
      return true
    }
    if wrappedOrdinal(at: index)?.ordinal.kind == .roman { return true }
    return widest > 0 && width(of: line.content) > widest + widest / 3
  }
}
