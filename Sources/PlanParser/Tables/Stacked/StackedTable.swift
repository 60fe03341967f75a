import PlanModel
import PlanText

/// Tables whose cells stand one to a line (bảng mỗi ô một dòng), as a word processor writes them
/// that saves a document as text, and as they are copied from a web page.
///
/// The column of ordinals opens the head ("STT") and an ordinal each row; in a programme it is the
/// column of times and a time. An empty cell is an empty line, so that the lines of a row are as
/// many as the columns; where a cell holds several paragraphs, what the columns are named tells
/// whose lines they are.
extension PlanReader {
  /// The widest name of a first column, in characters: "Thời gian thực hiện".
  static var widestFirstName: Int { 20 }
  /// The widest text that opens a row, in characters: "Từ 13 giờ 30 đến 14 giờ 15".
  static var widestKey: Int { 40 }
  /// How many lines one row may have.
  private static var longestRow: Int { 80 }

  /// Reads the table whose head begins at line `start` with the name of the column that opens each
  /// row; `nil` when none does.
  mutating func stackedTable(at start: Int) -> (table: TableDraft, next: Int)? {
    guard var head = stackedHead(at: start) else { return plainStackedTable(at: start) }
    head.isSetApart = head.gap == 0 && isSetApart(start)
    var rows = head.rows
    // The lines of each row behind its ordinal.
    var dealt: [StackedRow] = []
    var totals: [StackedRow] = []
    var ordinals: [RowOrdinal] = []
    // The rows that head others, and whether an empty line stands before each; whether empty lines
    // stand between rows that want no cell.
    var groups: [(row: Int, isIndented: Bool)] = []
    var isSpaced = false
    var index = head.next
    if head.hasPlainGroups || isGroupLine(index, isProgramme: head.isProgramme),
      opensRow(index + 1, head, after: [])
    {
      groups.append((rows.count, lines[index].blanksBefore > head.gap + head.tail * (head.gap + 1)))
      rows.append(TableDraft.Row(cells: [[lines[index].content]]))
      note(group: index, in: &ordinals)
      index += 1
    }
    let first = index
    while true {
      guard opensRow(index, head, after: ordinals) || leaps(to: index, head, after: ordinals),
        !opensStack(index + 1)
      else {
        if let total = totalRow(at: index, head, after: ordinals) {
          totals.append(StackedRow(place: rows.count, entries: total.entries))
          rows.append(TableDraft.Row(cells: [[], [lines[index].content]]))
          index = total.next
          continue
        }
        guard index > first, let next = nextPage(at: index, head) else { break }
        index = next
        if let group = groupLine(at: index, head, after: ordinals) {
          groups.append((rows.count, false))
          rows.append(group)
          note(group: index, in: &ordinals)
          index += 1
        } else if !opensRow(index, head, after: ordinals) {
          let row = stackedRow(at: index - 1, head, after: ordinals)
          dealt.append(StackedRow(place: rows.count - 1, entries: row.entries, goesOn: true))
          index = row.next
        }
        continue
      }
      if let ordinal = rowOrdinal(on: index) { note(ordinal, in: &ordinals) }
      let row = stackedRow(at: index, head, after: ordinals)
      var key: TableDraft.Cell = [lines[index].content]
      for entries in mergedRows(row.entries, head) {
        add(entries, headedBy: key, head, &dealt, &rows)
        key = []
      }
      index = row.next
      var filled = row.entries.count
      while row.group == nil, !opensRow(index, head, after: ordinals),
        let merged = mergedRow(at: index, behind: filled, head, after: ordinals)
      {
        add(merged.entries, headedBy: [], head, &dealt, &rows)
        index = merged.next
        filled = merged.entries.lastIndex { $0 != nil }.map { $0 + 1 } ?? 0
      }
      if let group = row.group {
        let isIndented =
          begun(row.entries, head) == head.columns - 1 && lines[group].blanksBefore > head.gap
        groups.append((rows.count, isIndented))
        rows.append(TableDraft.Row(cells: [[lines[group].content]]))
        note(group: group, in: &ordinals)
        // "3" below "II" goes on with the rows above it, "1" begins anew.
        if rowOrdinal(on: index)?.opens != false { ordinals.removeAll { $0.kind == .number } }
      } else if index < lines.count, lines[index].blanksBefore > head.gap,
        row.entries.filter({ $0 != nil }).count >= head.columns - 1
      {
        isSpaced = true
      }
    }
    let pages = takePages(outOf: &dealt, head, from: start)
    let agree = deal(dealt, head, to: &rows)
    let count = rows.count - head.rows.count - totals.count
    deal(totals: totals, head, to: &rows)
    guard index > first, count > 1 || agree.exact == count, !wrap.isHard || agree.isSure else {
      return nil
    }
    for line in head.pages + pages { take(furniture: lines[line]) }
    // An empty line before a row that heads others is the cell of its ordinal.
    for group in groups where group.isIndented && !isSpaced {
      rows[group.row].cells.insert([], at: 0)
    }
    return (build(rows, from: start, to: index, headed: true), index)
  }

  // MARK: Rows

  /// Adds a row with what stands in its first cell.
  private func add(
    _ entries: [Int?], headedBy key: TableDraft.Cell, _ head: StackedHead,
    _ dealt: inout [StackedRow], _ rows: inout [TableDraft.Row]
  ) {
    dealt.append(StackedRow(place: rows.count, entries: entries))
    let empty = [TableDraft.Cell](repeating: [], count: head.columns - 1)
    rows.append(TableDraft.Row(cells: [key] + empty))
  }

  /// Whether a line may head rows: it opens with a numeral, is in capitals, or names the part of a
  /// programme.
  ///
  /// "I. Nhiệm vụ cải cách thể chế", "Buổi sáng (từ 7h00 đến 9h00) - Tập trung toàn trường".
  mutating func isGroupLine(_ index: Int, isProgramme: Bool) -> Bool {
    guard index < lines.count, rowOrdinal(on: index) == nil else { return false }
    let line = lines[index]
    guard line.tabs == 0, line.width <= 200, line.ending != .semicolon else { return false }
    if line.capitals, line.width > 3 { return true }
    let tokens = tokens(line.content)
    if let marker = marker(tokens) {
      switch marker.family {
      case .roman, .part: return true
      // "C.Mai" is a person.
      case .upper: return marker.textStart > marker.span.end
      default: break
      }
    }
    return isProgramme && lineMatch(.programmePart, tokens) != nil
  }

  /// The empty cells that stand before a line.
  func emptyCells(before index: Int, gap: Int) -> [Int?] {
    let empty = (lines[index].blanksBefore - gap) / (gap + 1)
    return [Int?](repeating: nil, count: max(0, min(empty, Self.mostStackedColumns)))
  }

  /// The cells of the row that begins at `start`, `nil` for an empty one, with the line that heads
  /// the rows after it and the line after both.
  private mutating func stackedRow(
    at start: Int, _ head: StackedHead, after ordinals: [RowOrdinal]
  ) -> (entries: [Int?], group: Int?, next: Int) {
    let cells = head.columns - 1
    var entries: [Int?] = []
    // The row when another begins behind it: the best of all is one with as many lines as cells.
    var found: (entries: [Int?], group: Int?, next: Int)?
    var index = start + 1
    let isGroup = rowOrdinal(on: start).map { $0.kind != .number } ?? false
    while index < lines.count, entries.count < Self.longestRow {
      let before = entries + emptyCells(before: index, gap: head.gap)
      if !entries.isEmpty,
        opensRow(index, head, after: ordinals)
          || (before.count == cells || before.count == 1 && isGroup)
            && leaps(to: index, head, after: ordinals)
      {
        let begun = begun(before, head)
        if begun == cells { return (before, nil, index) }
        found = found ?? (before, nil, index)
        // Where blank lines part cells, empty ones leave none.
        if begun > cells || head.gap > 0 { break }
      } else if !entries.isEmpty, before.count >= cells || !head.isProgramme,
        isGroupLine(index, isProgramme: head.isProgramme)
          || headsPlainly(index, behind: before, head), index + 1 < lines.count,
        opensRow(index + 1, head, after: ordinals) || rowOrdinal(on: index + 1)?.opens == true
          || before.count == cells && leaps(to: index + 1, head, after: ordinals)
      {
        let row =
          head.gap == 0 && before.count > cells && entries.count <= cells
          ? Array(before.prefix(cells)) : before
        return found ?? (row, index, index + 1)
      }
      if endsStack(index) || opensTotal(index, behind: before, head) { break }
      if isWhole(entries, head), endsRows(at: index, head, after: ordinals) {
        return (entries, nil, index)
      }
      entries = before + [index]
      index += 1
    }
    // A number of the same series right behind a row that wants cells is a cell of it: "Số lượng".
    // So is one that leaves out a number: "6" behind the row 4.
    let empty = head.gap == 0 && index < lines.count ? emptyCells(before: index, gap: 0).count : 0
    if let short = found, (entries.count...(entries.count + empty)).contains(cells),
      let own = rowOrdinal(on: start),
      let next = rowOrdinal(on: short.next),
      short.entries.count == 1 && own.values.count == next.values.count
        || head.gap == 0 && next.skipsOne(after: own)
    {
      found = nil
    }
    return found ?? lastRow(from: start + 1, to: index, head)
  }

  /// The cells of the last row, whose lines end before `end`, and the line after them: as many as
  /// there are columns, and more when the last of them is who does it, as its column says.
  private mutating func lastRow(
    from start: Int, to end: Int, _ head: StackedHead
  ) -> (entries: [Int?], group: Int?, next: Int) {
    let cells = head.columns - 1
    var entries: [Int?] = []
    // How many of the lines begin a cell, and the row as it was when all cells had begun.
    var begun = 0
    var full: (entries: [Int?], next: Int)?
    var index = start
    while index < end {
      let empty = emptyCells(before: index, gap: head.gap)
      let line = lines[index]
      let isRest = head.gap > 0 && line.blanksBefore == 0
      let goesOn =
        !entries.isEmpty && empty.isEmpty && !kind(of: line, head).isWhole
        && (line.startsLower || begins(bullet: line.content) || isRest)
      if begun + empty.count >= cells {
        if full == nil || goesOn && full?.next == index {
          full = goesOn ? (entries + [index], index + 1) : (entries, index)
        }
        let begins = isGroupLine(index, isProgramme: head.isProgramme) || isNumbered(line)
        if empty.count > 1 || !goesOn && begins { break }
      }
      begun += empty.count + (goesOn ? 0 : 1)
      entries += empty + [index]
      index += 1
    }
    let ends = index < end || index == lines.count || endsStack(index)
    if ends, begun <= 2 * cells + 2, let last = entries.last ?? nil {
      switch (head.roles.last, kind(of: lines[last], head)) {
      case ("lead", .body), ("support", .body), ("time", .time): return (entries, nil, index)
      default: break
      }
    }
    return (full?.entries ?? entries, nil, full?.next ?? index)
  }

  /// Whether a line opens a unit of the outline.
  mutating func isNumbered(_ line: Line) -> Bool {
    marker(tokens(line.content)).map { $0.family != .bullet } ?? false
  }

  /// Whether a line in capitals with a numeral heads a section: one that heads rows has a row below.
  private mutating func isHeading(_ line: Line) -> Bool {
    line.capitals && marker(tokens(line.content))?.family == .roman
  }

  /// Whether what follows the table begins at a line.
  mutating func endsStack(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.width < 400, line.tabs == 0 else { return true }
    if opensStack(index) || opensStack(index + 1) { return true }
    if startsAppendix(at: index, nil) || isHeading(line) { return true }
    switch endMeaning(line) {
    case .recipients, .authority, .closing: return true
    default: return false
    }
  }

}
