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
    var isGroup: Bool { values.map { $0.kind != .number } ?? false }
  }

  /// What stands between the rows of such a table.
  struct WrappedPages {
    /// The lines of page numbers.
    var edges: [Int] = []
    /// Where the names of the columns stand again.
    var repeated: [ByteSpan] = []
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
    let isHeading = gathered.indices.map { row in
      let depth = gathered[row].values?.values.count ?? 0
      let next = row + 1 < gathered.count ? gathered[row + 1].values : nil
      return isGrouped && gathered[row].isGroup
        || depth > 0 && next?.kind == .number && (next?.values.count ?? 0) > depth
    }
    guard gathered.count > 1, gathered.contains(where: { $0.parts.joined().count > 1 }) else {
      return nil
    }
    var read: [WrappedRow] = []
    var places: [Int] = []
    for row in gathered.indices {
      if isGrouped, gathered[row].isGroup { continue }
      for (count, part) in gathered[row].parts.enumerated() where !part.isEmpty {
        let role: WrappedRow.Role =
          count > 0
          ? .goesOn : isHeading[row] ? .heads : gathered[row].values == nil ? .total : .plain
        read.append(wrappedRow(part, as: role))
        places.append(row)
      }
    }
    let cells = wrappedCells(of: read, roles: head.roles)
    let whole = Set(zip(places, cells).filter { $1.count > 1 }.map(\.0))
    guard whole.count * 2 >= isHeading.count(where: { !$0 }) else { return nil }
    var drafts = gathered.map { row in
      [row.ordinal] + [TableDraft.Cell](repeating: [], count: head.roles.count)
    }
    for row in gathered.indices where isGrouped && gathered[row].isGroup {
      // "I. Về trồng rừng" is one cell, "I" beside "VỀ TRỒNG RỪNG" are two.
      let pieces = gathered[row].parts.flatMap { $0 }
      if let ordinal = gathered[row].ordinal.first, let first = pieces.first,
        bytes[ordinal.end - 1] == 0x2E
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

  /// Gathers the lines of the rows that begin at line `index`, which moves behind them.
  private mutating func gather(
    _ rows: inout [WrappedLines], _ pages: inout WrappedPages, from index: inout Int,
    under head: WrappedHead
  ) {
    var ordinals: [RowOrdinal] = []
    var widest = 0
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
      let parts = wrappedParts(
        behind: text, &pages, from: begin, at: &index, under: head, isLast: isLast, &widest
      ) { reader, index in
        reader.wrappedRow(at: index, after: ordinals, first) != nil || reader.isWrappedTotal(index)
      }
      rows.append(
        WrappedLines(
          ordinal: opening.map { [$0.span] } ?? [], values: opening?.ordinal, parts: parts))
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

  // MARK: Rows

  /// The ordinal that opens a row at a line, and the text behind it; `nil` when none follows there.
  ///
  /// Behind a number without a stop, as `first` is, none has one.
  private mutating func wrappedRow(
    at index: Int, after ordinals: [RowOrdinal], _ first: ByteSpan?
  ) -> (ordinal: RowOrdinal, span: ByteSpan, text: ByteSpan)? {
    guard let opening = wrappedOrdinal(at: index), opening.ordinal.follows(ordinals) else {
      return nil
    }
    let ordinal = opening.ordinal
    if ordinals.contains(where: { ordinal.skipsOne(after: $0) }) { return nil }
    if opening.text.isEmpty, isPageOrRest(index, ordinal) { return nil }
    if let first, let own = RowOrdinal(bytes[first.start..<first.end]), own.kind == ordinal.kind,
      ordinal.values.count == 1, bytes[opening.span.end - 1] == 0x2E,
      bytes[first.end - 1] != 0x2E
    {
      return nil
    }
    return opening
  }

  /// Whether a number that is alone on a line is that of a page, or the end of a cell: the row with
  /// that number begins below it.
  private mutating func isPageOrRest(_ index: Int, _ ordinal: RowOrdinal) -> Bool {
    for next in (index + 1..<lines.count).prefix(4) {
      if let own = wrappedOrdinal(at: next), own.ordinal == ordinal { return true }
    }
    let isAtEdge =
      lines[index].pageBefore || index + 1 < lines.count && lines[index + 1].pageBefore
    return isAtEdge && furniture(of: lines[index])?.kind == .pageNumber
  }

  /// Whether a line names a row that adds up those above it, with its figures.
  private mutating func isWrappedTotal(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.width <= 80, line.tabs == 0 else { return false }
    let words = tokens(line.content)
    return words.contains { $0.kind == .number } && lineMatch(.total, words) != nil
  }

  /// The ordinal at the beginning of a line, and the text behind it.
  func wrappedOrdinal(at index: Int) -> (ordinal: RowOrdinal, span: ByteSpan, text: ByteSpan)? {
    guard index < lines.count, lines[index].tabs == 0, lines[index].table == 0 else { return nil }
    let content = lines[index].content
    var end = content.start
    while end < content.end, bytes[end] != 0x20, end - content.start < 10 { end += 1 }
    guard end == content.end || bytes[end] == 0x20,
      let ordinal = RowOrdinal(bytes[content.start..<end]),
      ordinal.kind == .number || bytes[content.start] < 0x61
    else { return nil }
    let text = Blank.trim(bytes, ByteSpan(end, content.end))
    if !text.isEmpty, LetterCase(Scalars.decode(bytes, at: text.start).scalar) == .lower {
      return nil
    }
    return (ordinal, ByteSpan(content.start, end), text)
  }

  /// Whether a further row begins below a line before the table ends.
  private mutating func leadsToRow(
    from start: Int, after ordinals: [RowOrdinal], _ first: ByteSpan?
  ) -> Bool {
    for index in (start..<lines.count).prefix(PlanReader.longestWrappedRow) {
      if let opening = wrappedRow(at: index, after: ordinals, first) {
        return opening.ordinal.kind == .number || headsRows(index, opening.ordinal, ordinals)
      }
      if stopsWrapped(index) { return false }
    }
    return false
  }

  /// Whether a row stands below a line that could head rows, and it heads no section.
  private mutating func headsRows(_ index: Int, _ ordinal: RowOrdinal, _ ordinals: [RowOrdinal])
    -> Bool
  {
    var known = ordinals
    note(ordinal, in: &known)
    for next in (index + 1..<lines.count).prefix(4)
    where wrappedRow(at: next, after: known, nil) != nil { return true }
    return false
  }

  /// The line behind one that is the number of a page.
  mutating func pageEdge(at index: Int, _ pages: inout WrappedPages) -> Int? {
    let line = lines[index]
    guard line.width <= 9 else { return nil }
    let isAtEdge = line.pageBefore || index + 1 < lines.count && lines[index + 1].pageBefore
    guard isAtEdge, furniture(of: line)?.kind == .pageNumber else { return nil }
    pages.edges.append(index)
    return index + 1
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
