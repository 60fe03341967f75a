import PlanModel
import PlanText

/// The head of a stacked table.
struct StackedHead {
  /// Its one or two rows.
  var rows: [TableDraft.Row]
  /// Whether a time opens a row, not an ordinal.
  var isProgramme: Bool
  /// What each column but the first holds, as `StackedCells` knows it.
  var roles: [String?]
  /// The line after it.
  var next: Int
  /// How many empty lines stand between two cells that are not empty.
  var gap: Int
  /// How many empty lines before the next are cells at the end of its last row.
  var tail = 0
  /// The lines inside it that are the number of a page.
  var pages: [Int] = []
  /// Whether lines without a numeral head rows.
  var hasPlainGroups = false
  /// Whether blank lines part the units of the text around it, and none its cells.
  var isSetApart = false
  /// The number of columns.
  var columns: Int { roles.count + 1 }
}

/// The heads of tables whose cells stand one to a line.
extension PlanReader {
  /// How many columns a stacked table may have.
  static var mostStackedColumns: Int { 16 }
  /// The widest name of a column, in characters.
  static var widestStackedName: Int { 60 }
  /// The widest that has blank lines around it.
  private static var widestParted: Int { 80 }
  /// What the column is named that opens the rows.
  static var openingRoles: Set<String> { ["ordinal", "time", "stage", "weekday"] }

  /// Reads the head that begins at line `start` with the name of the column that opens each row;
  /// `nil` when none does.
  mutating func stackedHead(at start: Int) -> StackedHead? {
    let broken = brokenOrdinals(at: start)
    guard start + 4 < lines.count,
      let key = openingRole(at: start) ?? (broken == nil ? nil : "ordinal"),
      Self.openingRoles.contains(key)
    else { return nil }
    var upper = [start]
    var rest: [Int: ByteSpan] = [:]
    if let broken { rest[start] = broken }
    var pages: [Int] = []
    var index = start + (broken == nil ? 1 : 2)
    let gap = lines[index].blanksBefore
    guard gap <= 2 else { return nil }
    while index < lines.count {
      if pages.isEmpty, key == "ordinal", partsNames(index) {
        pages.append(index)
        index += 1
        continue
      }
      if let last = upper.last, last > start, isRestOfName(index, of: last, gap: gap) {
        rest[last] = ByteSpan(
          rest[last]?.start ?? lines[index].content.start, lines[index].content.end)
        index += 1
        continue
      }
      guard lines[index].blanksBefore == gap, rowOrdinal(on: index) == nil,
        key == "ordinal" || namesProgramme(index, behind: upper.count)
      else { break }
      if upper.count > 2, isTotal(index) { break }
      // What stands under the names and is wider heads the first rows.
      if upper.count > 2, gap > 0 ? isGroupLine(index, isProgramme: false) : opensGroups(index) {
        break
      }
      let width = gap > 0 && key == "ordinal" ? Self.widestParted : Self.widestStackedName
      guard namesColumn(lines[index], upTo: width), upper.count < Self.mostStackedColumns else {
        return nil
      }
      upper.append(index)
      index += 1
    }
    let hasPlainGroups = key == "ordinal" && gap == 0 && headsRows(upper, over: index)
    if hasPlainGroups { index = upper.removeLast() }
    func role(_ line: Int) -> String? {
      rest[line].map { columnRole(of: ByteSpan(lines[line].content.start, $0.end)) }
        ?? columnRole(at: line)
    }
    var names = 0
    for line in upper where role(line) != nil { names += 1 }
    guard upper.count > 2, index < lines.count else { return nil }
    let lower =
      hasPlainGroups
      ? nil : lowerNames(from: index, under: upper.count, gap: gap, isProgramme: key != "ordinal")
    let first = lower?.next ?? index
    let columns = lower?.names.count ?? upper.count
    let isKnown =
      names * 2 > upper.count
      || key == "ordinal"
        && ((names > 1 || lower != nil) && figureRows(from: first, columns: columns)
          || names > 1 && regularRows(from: first, columns: columns)
          || gap == 0 && evenRows(from: first, columns: columns))
    guard isKnown else { return nil }
    func name(_ line: Int) -> TableDraft.Cell {
      rest[line].map { [lines[line].content, $0] } ?? [lines[line].content]
    }
    var rows = [TableDraft.Row(cells: upper.map(name))]
    var roles: [String?] = []
    for line in upper.dropFirst() { roles.append(role(line)) }
    if let lower {
      var spread: [TableDraft.Cell] = []
      var uppers = upper.makeIterator()
      roles = []
      for (place, line) in lower.names.enumerated() {
        let begins = line == nil || place == 0 || lower.starts.contains(place)
        let above = begins ? uppers.next() : nil
        spread.append(above.map(name) ?? [])
        if place == 0 { continue }
        roles.append((line ?? above).flatMap(role))
      }
      rows = [
        TableDraft.Row(cells: spread),
        TableDraft.Row(cells: lower.names.map { $0.map { [lines[$0].content] } ?? [] }),
      ]
      index = lower.next
    } else if let parents = partedNames(roles, above: index) {
      // "Phân công | Thời gian" over "Chủ trì | Phối hợp", which stand behind all names above them.
      let above = upper.dropLast(2 * parents.count)
      var columns = above.map { Int?($0) }
      for parent in parents.reversed() { columns.insert(nil, at: parent + 1) }
      var below = [Int?](repeating: nil, count: columns.count)
      for (count, parent) in parents.enumerated() {
        let place = parent + count
        below[place] = upper[above.count + 2 * count]
        below[place + 1] = upper[above.count + 2 * count + 1]
      }
      rows = [columns, below].map { row in
        TableDraft.Row(cells: row.map { $0.map(name) ?? [] })
      }
      roles = zip(columns, below).dropFirst().map { ($1 ?? $0).flatMap(role) }
    }
    if let next = columnNumbers(from: index, count: roles.count + 1) {
      rows.append(TableDraft.Row(cells: (index..<next).map { [lines[$0].content] }))
      index = next
    }
    // "Ngày" / "Thời gian": the day spans several rows, and no time opens one alone.
    if key == "time", roles.first == "time", gap == 0 { return nil }
    return StackedHead(
      rows: rows, isProgramme: key == "time" || key != "ordinal" && !countsStages(from: index),
      roles: roles, next: index, gap: gap,
      tail: index == lower?.next ? lower?.tail ?? 0 : 0, pages: pages,
      hasPlainGroups: hasPlainGroups)
  }

  /// Whether a line is the name of a column of a programme: one that is known, or a short one over
  /// one that is ("Thời gian" / "Hình thức" / "Nội dung").
  private mutating func namesProgramme(_ index: Int, behind count: Int) -> Bool {
    if columnRole(at: index) != nil { return count < 2 || !isTime(index) }
    let line = lines[index]
    guard line.width <= Self.widestFirstName, !line.startsLower, !begins(bullet: line.content),
      !isTime(index),
      index + 1 < lines.count, lines[index + 1].blanksBefore == line.blanksBefore,
      !isGroupLine(index, isProgramme: true)
    else { return false }
    return namesColumn(line) && columnRole(at: index + 1) != nil && !isTime(index + 1)
  }

  /// Whether a line right over the first row opens the groups of rows.
  ///
  /// "I. Về trồng rừng"
  private mutating func opensGroups(_ index: Int) -> Bool {
    guard index + 1 < lines.count, rowOrdinal(on: index + 1)?.opens == true,
      let marker = marker(tokens(lines[index].content)), marker.style != 0, marker.value == 1
    else { return false }
    return marker.family == .roman || marker.family == .upper
  }

  /// The places of the columns that the last names part in two, which are those of the first row
  /// `first` too; `nil` when none is.
  private func partedNames(_ roles: [String?], above first: Int) -> [Int]? {
    for count in [2, 1] {
      guard let parents = partedNames(roles, pairs: count) else { continue }
      // Times may as well stand side by side, each under a name of its own.
      let isSure =
        !roles.suffix(2 * count).contains("time") || cells(ofRowAt: first) <= roles.count - count
      if isSure { return parents }
    }
    return nil
  }

  /// The places of the columns that the last names part in two, one for each pair of them: "Phân công"
  /// for "Chủ trì" and "Phối hợp", "Thời gian" for "Bắt đầu" and "Hoàn thành"; `nil` when none is.
  func partedNames(_ roles: [String?]) -> [Int]? {
    partedNames(roles, pairs: 2) ?? partedNames(roles, pairs: 1)
  }

  private func partedNames(_ roles: [String?], pairs count: Int) -> [Int]? {
    guard roles.count > 2 * count + 1 else { return nil }
    let above = roles.dropLast(2 * count)
    let lower = Array(roles.suffix(2 * count))
    var parents: [Int] = []
    for pair in 0..<count {
      let kinds = [lower[2 * pair], lower[2 * pair + 1]]
      let first = parents.last.map { $0 + 1 } ?? 0
      guard kinds == ["lead", "support"] || kinds == ["time", "time"],
        let parent = above[first...].firstIndex(of: kinds[0])
      else { return nil }
      parents.append(parent)
    }
    return parents.map { $0 + 1 }
  }

  /// The second row of a head: `nil` for a column whose name stands in the first row alone; where
  /// the cells of the first row begin that span columns, and the line after it.
  private mutating func lowerNames(
    from start: Int, under upper: Int, gap: Int, isProgramme: Bool
  ) -> (names: [Int?], starts: Set<Int>, tail: Int, next: Int)? {
    var names: [Int?] = []
    var index = start
    while index < lines.count, rowOrdinal(on: index) == nil, namesColumn(lines[index]),
      !isProgramme || !isTime(index),
      columnRole(at: index) != nil || !lines[index].capitals
    {
      names += emptyCells(before: index, gap: gap)
      names.append(index)
      index += 1
      guard names.count < Self.mostStackedColumns else { return nil }
    }
    guard index > start, index < lines.count, names[0] == nil else { return nil }
    let named = names.count { $0 != nil }
    // Empty lines before the first row may be cells of the head or a row of their own.
    for tail in (0...emptyCells(before: index, gap: gap).count).reversed() {
      let spanning = upper - (names.count - named) - tail
      guard spanning > 0, named % spanning == 0, named > spanning else { continue }
      names += [Int?](repeating: nil, count: tail)
      var starts: Set<Int> = []
      for (count, place) in names.indices.filter({ names[$0] != nil }).enumerated()
      where count % (named / spanning) == 0 {
        starts.insert(place)
      }
      return (names, starts, tail, index)
    }
    return nil
  }

  /// The line after "(1)", "(2)", "(3)", which number the columns; `nil` when they do not.
  private func columnNumbers(from start: Int, count: Int) -> Int? {
    guard start + count <= lines.count else { return nil }
    for place in 0..<count {
      guard let ordinal = rowOrdinal(on: start + place), ordinal.kind == .number,
        ordinal.values == [place + 1]
      else { return nil }
    }
    return start + count
  }

  /// What the column is that a line names; `nil` when it names none.
  mutating func columnRole(at index: Int) -> String? {
    let line = lines[index]
    guard line.width <= Self.widestStackedName, line.tabs == 0, !line.pipe, line.table == 0,
      let match = lineMatch(.column, tokens(line.content))
    else { return nil }
    return value("column", of: match)
  }

  /// What the column is that a line names which may open a head: that of the days of a week is told
  /// from others.
  mutating func openingRole(at index: Int) -> String? {
    let line = lines[index]
    guard line.width <= Self.widestStackedName, line.tabs == 0, !line.pipe, line.table == 0,
      let match = lineMatch(.column, tokens(line.content))
    else { return nil }
    return value("of", of: match) == "weekday" ? "weekday" : value("column", of: match)
  }

  /// What the column is that the lines under a span name together.
  mutating func columnRole(of span: ByteSpan) -> String? {
    guard span.count <= 4 * Self.widestStackedName, let match = lineMatch(.column, tokens(span))
    else { return nil }
    return value("column", of: match)
  }

  /// Whether a line goes on with the name of a column that begins at line `first`: in small letters
  /// or a bracket where nothing parts the names ("Nội dung" / "công việc"), else with no blank line
  /// before it.
  private mutating func isRestOfName(_ index: Int, of first: Int, gap: Int) -> Bool {
    let line = lines[index]
    guard line.blanksBefore == 0, namesColumn(line), rowOrdinal(on: index) == nil else {
      return false
    }
    return gap > 0
      ? index - first <= 3
      : (line.startsLower || bytes[line.content.start] == UInt8(ascii: "("))
        && index == first + 1 && (columnRole(at: first) != nil || columnRole(at: index) == nil)
  }
}
