import PlanModel
import PlanText

/// Lines of a table in the layout of a page that are no cells of its rows: what titles the rows
/// below it, or another table.
extension PlanReader {
  /// How many lines the title of a table has at most.
  private static var titleLines: Int { 6 }

  /// Whether a line alone stands over the head of a table: "NGÀY 2: THỨ BA, NGÀY 25/8/2026".
  ///
  /// A title in capitals may take several lines, and a note may stand below it.
  mutating func titlesTable(_ index: Int) -> Bool {
    guard !lines[index].spaced else { return false }
    var next = index + 1
    if lines[index].capitals, lines[index].indent >= 4 {
      while next < lines.count, next < index + PlanReader.titleLines, !lines[next].spaced,
        lines[next].blanksBefore == 0, !lines[next].pageBefore
      { next += 1 }
    }
    guard next < lines.count, lines[next].spaced || lines[next].indent >= 8,
      lines[next].blanksBefore > 0
        || lines[index].width < 200 && isCaption(tokens(lines[index].content))
    else { return false }
    return spacedHead(at: next) != nil
  }

  /// Whether the label of a form stands alone over a page of its own or over another table with its
  /// title: "Biểu số 02" / "KẾT QUẢ RÀ SOÁT".
  mutating func labelsForm(_ index: Int) -> Bool {
    let line = lines[index]
    guard !line.spaced, line.width < PlanReader.formLabelWidth, index + 1 < lines.count,
      !lines[index + 1].spaced, let marker = marker(tokens(line.content)), marker.family == .form,
      marker.textStart >= line.content.end
    else { return false }
    return line.pageBefore && lines[index + 1].capitals || titlesTable(index + 1)
  }

  /// How many characters the label of a form has at most.
  private static var formLabelWidth: Int { 24 }

  /// Whether some words are the caption of a table.
  private mutating func isCaption(_ words: [Token]) -> Bool {
    lineMatch(.unit, words).map { value("form", of: $0) == "caption" } ?? false
  }

  /// How many lines may stand between a heading in a table and the next head.
  private static var leadLines: Int { 4 }

  /// Whether a line with a label or with the unit of figures stands over another head, alone or with
  /// a sentence below it: a heading between two tables and no row that heads others.
  ///
  /// The last row of a page may head those below the column row that the next page repeats: its label
  /// opens a series or goes on with one of the table.
  mutating func leadsToHead(_ index: Int, named: Range<Int>, after table: Gathered) -> Bool {
    let line = lines[index]
    guard !line.spaced, line.tabs == 0, !line.pipe, line.width < 400 else { return false }
    let isUnit = statesUnit(line)
    let marker = markers.read(tokens(line.content))
    guard isUnit || marker.map({ $0.family != .bullet }) == true else { return false }
    let isGroup =
      marker.map {
        table.labels.contains(labelKey($0.family, $0.value - 1)) || $0.value == 1
      } == true
    var isOverPage = false
    for next in lines.indices[(index + 1)...].prefix(PlanReader.leadLines) {
      if lines[next].pageBefore || lines[next].tabs > 0 || lines[next].pipe { return false }
      guard lines[next].spaced else {
        isOverPage = isOverPage || furniture(of: lines[next])?.kind == .pageNumber
        continue
      }
      if isOverPage, isGroup, repeatedHead(at: next, of: named, table.head) != nil { return false }
      return spacedHead(at: next).map { isUnit || $0.hasOrdinals } ?? false
    }
    return false
  }

  /// Whether a label that goes on with a series heads a section below a table whose rows nothing
  /// numbers.
  ///
  /// No row above it has the label before it: "III. PHÂN CÔNG".
  mutating func headsSection(
    _ index: Int, _ columns: SpacedColumns, after table: Gathered
  ) -> Bool {
    guard !columns.hasOrdinals, !lines[index].spaced || isSetApart(index, columns),
      let marker = markers.read(tokens(lines[index].content)), marker.family != .bullet,
      marker.style != 0, marker.value > 1
    else { return false }
    return !table.pages.contains { page in
      page.rows.contains { row in
        guard let first = row.fragments.first, let above = markers.read(tokens(first.span)) else {
          return false
        }
        return above.family == marker.family && above.value == marker.value - 1
      }
    }
  }

  /// Whether a line behind a blank one is a numeral and a title in capitals that stands far behind it.
  ///
  /// "VII.        TỔ CHỨC THỰC HIỆN"
  private func isSetApart(_ index: Int, _ columns: SpacedColumns) -> Bool {
    let line = lines[index]
    guard line.blanksBefore > 0, line.capitals, !columns.isProgramme || line.indent > columns.left
    else { return false }
    let parts = fragments(of: line)
    guard parts.count == 2 else { return false }
    let numeral = bytes[parts[0].span.start..<parts[0].span.end]
    return numeral.last == 0x2E && Letters.roman(numeral.dropLast()) != nil
  }

  /// Whether a line goes on with the outline above a table whose rows are numbered, and is no more
  /// of a cell: its label is the next there, and no cell begins with the one before it.
  ///
  /// "2. Nhiệm vụ khác" right below the rows under "1. Nhiệm vụ cụ thể", "III. TỔ CHỨC THỰC HIỆN".
  mutating func goesOn(
    _ outline: Outline, at index: Int, _ columns: SpacedColumns, _ table: Gathered
  ) -> Bool {
    let line = lines[index]
    guard columns.hasOrdinals, !line.spaced || isSetApart(index, columns), line.tabs == 0,
      let gutter = columns.ranges.first,
      line.indent <= gutter.end + PlanReader.labelReach, holdsLabel(line.content),
      let marker = marker(tokens(line.content)), marker.style != 0, marker.value > 1,
      marker.family == .roman && line.capitals || marker.family == .number && !line.ended,
      outline.expects(marker)
    else { return false }
    return !table.labels.contains(labelKey(marker.family, marker.value - 1))
  }

  /// How far behind the first gap of a table a label begins at most that is none of its columns'.
  private static let labelReach = 4

  /// Notes the labels that the cells of a row begin with.
  mutating func noteLabels(of cells: [Fragment], in table: inout Gathered) {
    for cell in cells where holdsLabel(cell.span) {
      if let marker = markers.read(tokens(cell.span)), marker.family != .bullet {
        table.labels.insert(labelKey(marker.family, marker.value))
      }
    }
  }

  private func labelKey(_ family: Marker.Family, _ value: Int) -> Int {
    family.rawValue << 16 | value & 0xFFFF
  }

  /// Whether a mark that closes labels stands among the first signs of a text.
  private func holdsLabel(_ span: ByteSpan) -> Bool {
    bytes[span.start..<min(span.end, span.start + 7)].contains {
      $0 == 0x2E || $0 == 0x29 || $0 == 0x2F
    }
  }

  /// Whether a line says in what the figures of the table below it are told.
  mutating func statesUnit(_ line: Line) -> Bool {
    line.width < 60 && lineMatch(.tableUnit, tokens(line.content)) != nil
  }

  /// Whether the runs of words of a line belong to a title over the head: a note, or the end of one
  /// ("Pho)"), a sentence that opens the table ("Phân công nhiệm vụ như sau:"), or a caption.
  mutating func endsTitle(_ line: [Fragment]) -> Bool {
    // "(Kèm theo Kế hoạch số      /KH-UBND ngày     /3/2031 của UBND xã)": still to be filled in.
    if let first = line.first, let last = line.last, line.count > 1 {
      let whole = ByteSpan(first.span.start, last.span.end)
      return bytes[whole.start] == 0x28 && bytes[whole.end - 1] == 0x29
        && lineMatch(.note, tokens(whole)) != nil
    }
    guard let span = line.first?.span else { return false }
    if isCaption(tokens(span)) { return true }
    if bytes[span.end - 1] == UInt8(ascii: ":"), line[0].end - line[0].start > 20 { return true }
    if bytes[span.end - 1] == UInt8(ascii: ")"), !bytes[span.start..<span.end].contains(0x28) {
      return true
    }
    return bytes[span.start] == 0x28 && lineMatch(.note, tokens(span)) != nil
  }

  /// Whether a line that writes over the columns stands right over the same head again: it titles
  /// the next table.
  mutating func titlesSame(_ index: Int, as head: SpacedHead, _ columns: SpacedColumns) -> Bool {
    guard !lines[index].spaced, index + 1 < lines.count, lines[index + 1].spaced,
      lines[index + 1].blanksBefore == 0, !lines[index + 1].pageBefore,
      let own = fragments(of: lines[index]).first, own.start < columns.ranges[0].start,
      own.end > columns.ranges[0].start, let again = spacedHead(at: index + 1)
    else { return false }
    return names(again) == names(head)
  }

  /// Whether a line without a number heads the row below it, which has the next one: it begins where
  /// the numbers do, or to the left of them.
  ///
  /// "Tuần 2 (từ 07/9 đến 12/9)"
  mutating func headsNumber(_ index: Int, _ columns: SpacedColumns, after table: Gathered) -> Bool {
    guard columns.hasOrdinals, index + 1 < lines.count, !lines[index].ended,
      lines[index + 1].spaced, lines[index + 1].blanksBefore == 0, !lines[index + 1].pageBefore,
      lines[index].width < 400, lines[index + 1].width < 400,
      let own = fragments(of: lines[index]).first, own.end == lines[index].right,
      headsRows(own, from: columns.left)
    else { return false }
    let below = cells(of: lines[index + 1], columns)
    guard below.count > 1, isNumber(below[0].span), below[1].start >= columns.ranges[0].start else {
      return false
    }
    guard let last = table.numbered else { return ordinal(below[0])?.opens == true }
    return follows(below[0], last, within: 6)
  }

  /// Whether a text begins like one that heads rows whose numbers stand at `left`.
  func headsRows(_ text: Fragment, from left: Int) -> Bool {
    guard text.start <= left + 1, let (word, _) = firstWord(of: text), !isOrdinal(word.span) else {
      return false
    }
    return LetterCase(Scalars.decode(bytes, at: text.span.start).scalar) == .upper
  }

  /// Whether a number that looks like that of a page ends a narrow cell: it begins where a cell of
  /// the line above does, and nothing sets it off.
  ///
  /// "202" over "6-" over "203" over "0"
  func isCell(_ index: Int, after table: Gathered) -> Bool {
    guard table.next == index, lines[index].blanksBefore == 0, !lines[index].pageBefore,
      index + 1 == lines.count || !lines[index + 1].pageBefore,
      let own = fragments(of: lines[index]).first, let above = table.pages.last?.rows.last,
      above.number + 1 == lines[index].number
    else { return false }
    // "09 -" over "10/2031".
    return opensTime(own.span) || above.fragments.contains { abs($0.start - own.start) <= 1 }
  }

  /// Whether two lines from one on hold the first numbers of rows and nothing else.
  func isEmptyForm(at index: Int) -> Bool {
    guard index + 1 < lines.count else { return false }
    let numbers = [index, index + 1].compactMap { line -> RowOrdinal? in
      guard lines[line].width <= 3 else { return nil }
      return fragments(of: lines[line]).first.flatMap { ordinal($0) }
    }
    return numbers.count == 2 && numbers[0].opens && numbers[1].follows([numbers[0]])
  }

  /// The table of a form that is to be filled: below its head stand numbers of rows and nothing else.
  mutating func emptyForm(_ head: SpacedHead) -> (table: TableDraft, next: Int)? {
    guard head.hasOrdinals, head.columns.count > 2 else { return nil }
    var page = SpacedPage(SpacedColumns(head))
    var index = head.next
    var last: RowOrdinal?
    while index < lines.count, lines[index].tabs == 0, !lines[index].pipe,
      !lines[index].pageBefore, let only = fragments(of: lines[index]).first,
      only.end == lines[index].right, only.start < page.numbers
    {
      if let number = ordinal(only), number.kind == .number,
        last.map({ number.follows([$0]) }) ?? number.opens
      {
        last = number
      } else {
        guard last != nil, isEllipsis(only.span) else { break }
      }
      page.rows.append(
        SpacedPage.Row(
          number: lines[index].number, gap: lines[index].blanksBefore > 0, fragments: [only]))
      index += 1
    }
    guard page.rows.count > 1 else { return nil }
    return (build(head, [page]), index)
  }

  /// Whether a text is dots that stand for more rows.
  func isEllipsis(_ span: ByteSpan) -> Bool {
    var offset = span.start
    while offset < span.end {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      guard scalar == 0x2E || scalar == 0x2026 else { return false }
      offset += length
    }
    return true
  }
}
