import PlanModel
import PlanText

/// Lines with TABs that are units of the outline, or the rest of a cell, and no rows.
extension PlanReader {
  /// Over how many lines the cells of one row are looked for.
  private static let rowLines = 16

  /// Whether a TAB only sets the label of a unit apart from its text, as programs write automatic
  /// numbers: "I.<TAB>MỤC ĐÍCH", "1.1.<TAB>Mục tiêu", "-<TAB>Mở lớp.".
  mutating func isTabbedUnit(_ line: Line) -> Bool {
    guard line.tabs > 0 else { return false }
    let cells = tabCells(line)
    if line.table == 0, tellsBehindColon(cells) || listsMember(cells) { return true }
    guard line.tabs == 1 else { return false }
    guard cells.count == line.leadingTabs + 2, let text = cells.last, !text.isEmpty else {
      return false
    }
    let label = cells[line.leadingTabs]
    guard !label.isEmpty, label.count < 24, let marker = marker(tokens(line.content)) else {
      return false
    }
    // "Điều 1.<TAB>Ban hành Kế hoạch": a word names the unit.
    let isNamed =
      marker.rule != nil && line.table == 0
      && [.part, .chapter, .division, .article].contains(marker.family)
    return (marker.style != 0 || isNamed) && marker.span.end >= label.end
      && marker.textStart >= text.start
  }

  /// Whether a cell behind another begins with the colon that a TAB only sets apart: "Thời
  /// gian<TAB>: 02 ngày".
  private func tellsBehindColon(_ cells: [ByteSpan]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    return filled.count > 1
      && filled.dropFirst().contains { bytes[$0.start] == UInt8(ascii: ":") && $0.count > 2 }
  }

  /// Whether a numbered person stands in the first cell, and all others begin with a dash.
  ///
  /// "1. Ông Lò Văn Pản<TAB>- Trưởng thôn<TAB>- Trưởng ban;".
  private mutating func listsMember(_ cells: [ByteSpan]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    guard filled.count > 1, let marker = marker(tokens(filled[0])), marker.family != .bullet,
      marker.textStart < filled[0].end
    else { return false }
    // A dash alone is a blank cell.
    return filled.dropFirst().allSatisfy {
      $0.count > 3 && MarkerReader.bulletKind(Scalars.decode(bytes, at: $0.start).scalar) == 0x2D
    }
  }

  /// Whether a line that looks like a unit is a row all the same: a table with a column row is
  /// open, whose rows it numbers or whose next rows it heads.
  mutating func isRow(unit index: Int, of rows: [TableDraft.Row]) -> Bool {
    guard let head = rows.first, columnCount(head.cells.compactMap(\.first)) > 1 else {
      return false
    }
    if head.cells.count == 2 { return lines[index].leadingTabs == 0 }
    // "I.<TAB>CÁC DỰ ÁN" above "1.<TAB>Đường thôn<TAB>Phòng Kinh tế<TAB>Quý I".
    if index + 1 < lines.count, lines[index + 1].blanksBefore == 0,
      tabCells(lines[index + 1]).count(where: { !$0.isEmpty }) > 2
    {
      return true
    }
    guard rows.count > 1, let above = rows.last?.cells.first?.first,
      let own = tabCells(lines[index]).first, let marker = marker(tokens(own))
    else { return false }
    // "4.<TAB>Mở chợ": the last cells of a row are blank, and their TABs lost.
    return marker.value > 1
      && TableHead.ordinal(folder.fold(above)) == Array("\(marker.value - 1)".utf8)
  }

  /// How many lines a text over all columns has at most.
  private static let groupLines = 2

  /// The row below a text over all columns that a line cut in two, or that blank lines set apart;
  /// `nil` when none stands there.
  ///
  /// The row has the cells of the column row, and is none itself.
  mutating func rowBelowGroup(at index: Int, after rows: [TableDraft.Row]) -> Int? {
    guard let head = rows.first, head.cells.count > 2, index < lines.count,
      namesColumns(head.cells.compactMap(\.first))
    else { return nil }
    var next = index
    while next < lines.count, next < index + Self.groupLines, isGroupLine(next, below: index) {
      next += 1
    }
    guard next > index, next < lines.count, !lines[next].pageBefore, !lines[next - 1].ended,
      lines[next].tabs > 0, case let cells = tabCells(lines[next]),
      cells.count == head.cells.count, cells.count(where: { !$0.isEmpty }) > 2,
      !namesColumns(cells), endMeaning(lines[index]) == nil, !startsAppendix(at: index, nil),
      !headsAnother(index, rows, below: next)
    else { return nil }
    return next
  }

  /// Whether a line has one text and no TAB, and goes on right below the line `first` where it is
  /// not that line itself.
  private mutating func isGroupLine(_ index: Int, below first: Int) -> Bool {
    let line = lines[index]
    return line.tabs == 0 && line.leadingTabs == 0 && !line.pipe && !line.pageBefore
      && line.width <= 120 && furniture(of: line) == nil
      && (index == first || line.blanksBefore == 0)
  }

  /// The lines that hold the rest of a row whose cell has several lines; `nil` when none do.
  ///
  /// "4/2026<TAB>- Bày sách" / "- Thi đọc<TAB>Thư viện<TAB>": the cells of all lines together fill
  /// the columns, where the last of a line goes on in the first of the next.
  mutating func restOfRow(at index: Int, after rows: [TableDraft.Row]) -> Int? {
    guard let head = rows.first, rows.count > 1, let last = rows.last, head.cells.count > 2,
      last.cells.count > 1, last.cells.count < head.cells.count,
      columnCount(head.cells.compactMap(\.first)) > 1
    else { return nil }
    var count = last.cells.count
    var next = index
    while next < lines.count, next < index + PlanReader.rowLines, lines[next].blanksBefore == 0,
      !lines[next].pageBefore, lines[next].leadingTabs == 0
    {
      let line = lines[next]
      guard line.startsLower || begins(bullet: line.content), furniture(of: line) == nil else {
        return nil
      }
      count += line.tabs
      next += 1
      if count >= head.cells.count { return count == head.cells.count ? next : nil }
    }
    return nil
  }

  /// Whether a line is an empty row of a form: the number that comes next under "STT", alone, with
  /// its next below it or another such row above; a page number has neither.
  mutating func isEmptyRow(_ index: Int, after rows: [TableDraft.Row]) -> Bool {
    guard let head = rows.first, let last = rows.last, head.cells.count > 1,
      lines[index].blanksBefore == 0, !lines[index].pageBefore, lines[index].tabs == 0,
      lines[index].width <= 3, let own = markers.number(tokens(lines[index].content)),
      let name = head.cells[0].first, columnCount(head.cells.compactMap(\.first)) > 1,
      lineMatch(.column, tokens(name)).flatMap({ value("column", of: $0) }) == "ordinal"
    else { return false }
    if rows.count == 1 { return own == 1 && emptyRow(below: index - 1) != nil }
    guard last.cells.first?.first.map({ markers.number(tokens($0)) == own - 1 }) == true else {
      return false
    }
    if last.cells.count == 1 { return true }
    return index + 1 < lines.count && lines[index + 1].blanksBefore == 0
      && tabCells(lines[index + 1]).first.map { markers.number(tokens($0)) == own + 1 } == true
  }

  /// The line below a column row with the number one alone, below which the two stands.
  mutating func emptyRow(below index: Int) -> Int? {
    guard index + 2 < lines.count,
      (1...2).allSatisfy({ place in
        let line = lines[index + place]
        return line.blanksBefore == 0 && line.width <= 3
          && markers.number(tokens(line.content)) == place
      })
    else { return nil }
    return index + 1
  }

  /// The line below a column row of two cells that has two cells as well.
  ///
  /// "I. Kinh tế<TAB>", "- Thu ngân sách<TAB>5 tỷ đồng": whatever its first cell begins with.
  mutating func filledRow(below index: Int) -> Int? {
    guard index + 1 < lines.count, columnCount(tabCells(lines[index])) > 1,
      fills(lines[index + 1], like: lines[index])
    else { return nil }
    return index + 1
  }

  /// Whether a line right below others has two cells, as the column row has.
  func fills(_ line: Line, like head: Line) -> Bool {
    guard line.blanksBefore == 0, !line.pageBefore, line.leadingTabs == 0 else { return false }
    return tabCells(line).count == 2 && tabCells(head).count == 2
  }

  /// Whether a line that begins with TABs and has none behind its text is a row whose last cells are
  /// blank and lost their TABs: it goes on in a small letter, stands below further columns, adds the
  /// rows up, or heads the rows right below it.
  mutating func isTrimmedRow(_ index: Int, after rows: [TableDraft.Row]) -> Bool {
    let line = lines[index]
    guard line.leadingTabs > 0, line.tabs == 0, let head = rows.first, head.cells.count > 2,
      line.leadingTabs < head.cells.count, line.blanksBefore == 0 || rows.count > 1
    else { return false }
    if rows.count > 1, line.startsLower || line.leadingTabs > 1 { return true }
    let tokens = tokens(line.content)
    if rows.count > 1, lineMatch(.total, tokens) != nil { return true }
    guard index + 1 < lines.count, lines[index + 1].blanksBefore == 0 else { return false }
    return tabCells(lines[index + 1]).count(where: { !$0.isEmpty }) > 2
      && lines[index + 1].leadingTabs == 0 && !namesColumns(tabCells(lines[index + 1]))
  }

  /// Whether cells name columns: no row of data, whose first cell numbers it, does.
  mutating func namesColumns(_ cells: [ByteSpan]) -> Bool {
    guard columnCount(cells) > 1 else { return false }
    guard let first = cells.first(where: { !$0.isEmpty }) else { return true }
    return markers.number(tokens(first)) == nil
  }

  /// The row that a line is.
  func row(_ line: Line) -> TableDraft.Row {
    TableDraft.Row(
      cells: tabCells(line).map { $0.isEmpty ? [] : [$0] },
      gap: line.blanksBefore > 0 || line.pageBefore,
      trimmed: line.leadingTabs > 0 && line.tabs == 0)
  }

  /// Adds the cells of lines to a row: the first of each goes on with the last before it.
  func add(linesFrom start: Int, to end: Int, _ row: inout TableDraft.Row) {
    for line in lines[start..<end] {
      for (place, cell) in tabCells(line).enumerated() {
        let piece = cell.isEmpty ? [] : [cell]
        if place == 0, let last = row.cells.indices.last {
          row.cells[last] += piece
        } else {
          row.cells.append(piece)
        }
      }
    }
  }
}
