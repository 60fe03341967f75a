import PlanModel
import PlanText

/// The columns of a table that are successive months, quarters or years, in which crosses say when
/// the work of a row is done.
struct TimeGrid {
  /// A column: its place, its name and its first and last day, month or year.
  struct Column {
    var place: Int
    var name: String
    var start: PartialDate
    var end: PartialDate
    /// Its first month, counted from the first of all.
    var number: Int
    /// How many months it has.
    var months: Int
  }

  /// The columns, in order.
  var columns: [Column] = []

  /// The time from the first crossed column of a row to the last; `nil` without a cross.
  ///
  /// Columns between which a blank one stands are several times, which have no value.
  func time(_ row: TableRow) -> TimeExpression? {
    let crossed = columns.filter { $0.place < row.cells.count && !row.cells[$0.place].isEmpty }
    guard let first = crossed.first, let last = crossed.last else { return nil }
    var time = TimeExpression(text: crossed.map(\.name).joined(separator: ", "))
    if last.place - first.place < crossed.count, let start = first.start.edtf,
      let end = last.end.edtf
    {
      time.value = start == end ? start : start + "/" + end
    }
    return time
  }
}

extension PlanReader {
  /// How many columns are asked, how few make a grid, and how long a cross may be, in bytes.
  private static var mostColumns: Int { 64 }
  private static var fewestColumns: Int { 2 }
  private static var longestCross: Int { 4 }

  /// The longest run of columns that name successive times and hold nothing but crosses; none of
  /// columns between which another stands.
  mutating func timeGrid(_ table: Table, year: Int?) -> TimeGrid {
    var best = TimeGrid()
    var run = TimeGrid()
    for (place, name) in table.columns.prefix(Self.mostColumns).enumerated() {
      guard let column = gridColumn(name, place, year: year) else {
        run = TimeGrid()
        continue
      }
      if let last = run.columns.last,
        last.number + last.months != column.number
      {
        run = TimeGrid()
      }
      run.columns.append(column)
      if run.columns.count > best.columns.count { best = run }
    }
    guard best.columns.count >= Self.fewestColumns, holdsCrosses(best, table) else {
      return TimeGrid()
    }
    return best
  }

  /// Whether the cells of a grid are crosses or blank, and one is a cross.
  private func holdsCrosses(_ grid: TimeGrid, _ table: Table) -> Bool {
    var found = false
    for row in table.rows where !row.group {
      for column in grid.columns where column.place < row.cells.count {
        let cell = row.cells[column.place]
        if cell.isEmpty { continue }
        guard isCross(cell) else { return false }
        found = true
      }
    }
    return found
  }

  /// Whether a cell is one mark, or the letter that is written for one.
  private func isCross(_ cell: String) -> Bool {
    guard cell.utf8.count <= Self.longestCross, let scalar = cell.unicodeScalars.first,
      cell.unicodeScalars.count == 1
    else { return false }
    switch scalar {
    case "x", "X", "v", "V": return true
    default:
      return !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
        && scalar != "-" && scalar != "–" && scalar != "/" && scalar != "?"
    }
  }

  /// What the name of a column says of a month, a quarter or a year.
  private mutating func gridColumn(
    _ name: String, _ place: Int, year: Int?
  ) -> TimeGrid.Column? {
    guard !name.isEmpty, name.utf8.count < 60 else { return nil }
    var name = name
    var told = gridMatch(name)
    var yearAbove: Int?
    if told == nil, let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) {
      // "Thời gian thực hiện: Quý I", "Năm 2027: Quý I"
      yearAbove = gridYear(name[..<colon])
      name = String(name[name.utf8.index(after: colon)...].drop { $0 == " " })
      told = gridMatch(name)
    }
    guard let (match, tokens, printed) = told else { return nil }
    func number(_ part: String) -> Int? {
      capture(part, of: match, tokens).flatMap { Int(text(of: tokens[$0.lowerBound], in: printed)) }
    }
    let own = number("year")
    if let own, !PartialDate.years.contains(own) { return nil }
    let year = own ?? yearAbove ?? year
    if let half = (1...2).first(where: { capture("h\($0)", of: match, tokens) != nil }) {
      return TimeGrid.Column(
        place: place, name: name, start: PartialDate(year: year, month: half * 6 - 5),
        end: PartialDate(year: year, month: half * 6), number: (year ?? 0) * 12 + half * 6 - 5,
        months: 6)
    }
    let quarter = (1...4).first { capture("q\($0)", of: match, tokens) != nil }
    if let quarter {
      return TimeGrid.Column(
        place: place, name: name, start: PartialDate(year: year, month: quarter * 3 - 2),
        end: PartialDate(year: year, month: quarter * 3),
        number: (year ?? 0) * 12 + quarter * 3 - 2, months: 3)
    }
    if let month = number("month") {
      guard (1...12).contains(month) else { return nil }
      let date = PartialDate(year: year, month: month)
      return TimeGrid.Column(
        place: place, name: name, start: date, end: date, number: (year ?? 0) * 12 + month,
        months: 1)
    }
    guard let own else { return nil }
    let last = number("last") ?? own
    guard PartialDate.years.contains(last), last >= own else { return nil }
    return TimeGrid.Column(
      place: place, name: name, start: PartialDate(year: own), end: PartialDate(year: last),
      number: own * 12 + 1, months: (last - own + 1) * 12)
  }

  /// The year that the name above several columns is: "Năm 2027", "Thời gian: 2027".
  private mutating func gridYear(_ name: Substring) -> Int? {
    let last = String((name.split(separator: ":").last ?? "").drop { $0 == " " })
    guard let (match, tokens, printed) = gridMatch(last),
      let range = capture("year", of: match, tokens),
      let year = Int(text(of: tokens[range.lowerBound], in: printed)),
      PartialDate.years.contains(year)
    else { return nil }
    return year
  }

  private mutating func gridMatch(_ name: String) -> (RuleMatch, [Token], [UInt8])? {
    let printed = Array(name.utf8)
    let tokens = tokens(of: printed)
    guard let match = lineMatches(of: name).first(where: { meaning($0) == .gridColumn })
    else { return nil }
    return (match, tokens, printed)
  }

  private func text(of token: Token, in printed: [UInt8]) -> String {
    String(decoding: printed[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }
}
