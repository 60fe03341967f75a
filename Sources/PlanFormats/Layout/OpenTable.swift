/// A table with borders that may go on with the next page.
struct OpenTable {
  private var grid: RuledGrid
  /// The number of the page that it was last seen on.
  private(set) var page = 0
  /// The line of its last row.
  private(set) var line: Int?
  private var first: [[String]] = []
  private var last: [CellText]?
  private var repeated = 0
  /// How many of its rows begin with text, and how many with a blank cell of their own.
  private var labelled = 0
  private var blank = 0

  private static let near = 6.0

  init(_ grid: RuledGrid) { self.grid = grid }

  /// A table in the columns of this one, if it has them or some of them: cells that reach over a
  /// border on all of its rows are merged.
  func align(_ other: RuledGrid) -> RuledGrid? {
    let shift = other.left - grid.left
    var places: [Int] = []
    for border in other.columns {
      guard let place = grid.columns.firstIndex(where: { abs(border - $0 - shift) < Self.near })
      else { return nil }
      places.append(place)
    }
    guard places.first == 0, places.last == grid.columnCount,
      zip(places, places.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    guard places.count < grid.columns.count else { return other }
    let width = grid.columnCount
    var cells: [Int] = []
    for row in 0..<other.rowCount {
      var column = 0
      for place in 0..<width {
        if place == places[column + 1] { column += 1 }
        let begin = other.first[row * other.columnCount + column]
        cells.append(
          begin / other.columnCount * width + places[begin % other.columnCount])
      }
    }
    let columns = grid.columns.map { $0 + shift }
    return RuledGrid(rows: other.rows, columns: columns, first: cells)
  }

  /// The two tables that touch each other as one: the rows at the top of the next page in the columns
  /// of this table, and those below, which are in others; `nil` when there are none.
  func parted(_ other: RuledGrid, page: Int) -> (rest: RuledGrid, next: RuledGrid)? {
    guard self.page + 1 == page, other.rowCount > 1, align(other) == nil else { return nil }
    for row in 1..<other.rowCount {
      guard let top = other.part(0..<row) else { continue }
      guard top.columnCount == grid.columnCount, align(top) != nil else { return nil }
      if let next = other.part(row..<other.rowCount), next.columnCount < other.columnCount {
        return (top, next)
      }
    }
    return nil
  }

  /// Goes on with the part of the table on a page.
  mutating func begin(_ grid: RuledGrid, page: Int) {
    if page != self.page { repeated = 0 }
    (self.grid, self.page) = (grid, page)
  }

  /// Whether a row at the top of a page says what the first rows of the table say, one by one;
  /// recognition may read a word in another way.
  mutating func isRepeated(_ texts: [String], isRecognized: Bool) -> Bool {
    guard repeated < first.count,
      first[repeated] == texts || isRecognized && Self.areNear(first[repeated], texts)
    else { return false }
    repeated += 1
    return true
  }

  /// Whether rows have as many words in each cell, and most of them are the same.
  private static func areNear(_ row: [String], _ other: [String]) -> Bool {
    guard row.count == other.count else { return false }
    var words = 0
    var same = 0
    for (cell, text) in zip(row, other) {
      let (left, right) = (cell.split(separator: " "), text.split(separator: " "))
      guard left.count == right.count else { return false }
      words += left.count
      same += zip(left, right).count { $0 == $1 }
    }
    return words >= 3 && same * 4 >= words * 3
  }

  /// The last row with the rest of it, if a row at the top of a page is that: the page broke a row
  /// when the first cell is blank, and no other row of the table has a blank one of its own, when
  /// its first text goes on with a sentence, or when it ends a time or a bracket that the row before
  /// began.
  mutating func completed(by rest: [CellText], _ row: Int) -> [CellText]? {
    guard let last, last.count == rest.count else { return nil }
    if opensAnew(last, rest) { return nil }
    let isRest = !spans(row) && isOnlyRest(last, rest)
    guard isRest || isWhole && !isMerged(row) else { return nil }
    let isBlank =
      rest[0].text.isEmpty && rest.contains { !$0.text.isEmpty } && labelled >= 2
      && blank * 4 <= labelled
    let endsTime =
      LineBegin.endsRange(rest[0].text) && last[0].text.last?.isNumber == true
      && rest.dropFirst().allSatisfy { $0.text.isEmpty || LineBegin.beginsSmall($0.text) }
    let endsBracket = zip(last, rest).contains { LineBegin.closes($1.text, bracketOf: $0.text) }
    guard isRest || isBlank || endsTime || endsBracket || goesOn(last, rest) else { return nil }
    // Each cell goes on with text that it has.
    guard zip(last, rest).allSatisfy({ !$0.text.isEmpty || $1.text.isEmpty }) else { return nil }
    var whole = last
    for index in whole.indices { whole[index].append(rest[index]) }
    self.last = whole
    return whole
  }

  /// Whether all that a row says goes on with the row before, whatever is merged: small letters behind
  /// what did not end, numbers behind words ("Tháng" and "01/2027").
  private func isOnlyRest(_ last: [CellText], _ rest: [CellText]) -> Bool {
    func isText(_ above: String, _ text: String) -> Bool {
      text.count > 1 && LineBegin.beginsSmall(text) && !LineBegin.beginsSmall(above)
        && !LineBegin.endsSentence(above)
    }
    func isNumber(_ above: String, _ text: String) -> Bool {
      text.first?.isNumber == true && above.first?.isLetter == true && above.last?.isLetter == true
    }
    let filled = zip(last, rest).map { ($0.text, $1.text) }.filter { !$1.isEmpty }
    return filled.allSatisfy { !$0.isEmpty && (isText($0, $1) || isNumber($0, $1)) }
      && filled.contains { isText($0, $1) || $1.contains("/") }
  }

  /// Whether a row has a code of its own where the row before has one: "A1.3" below "A1.2".
  private func opensAnew(_ last: [CellText], _ rest: [CellText]) -> Bool {
    func isCode(_ text: String) -> Bool {
      text.utf8.count <= 8 && text.first?.isLetter == true && text.last?.isNumber == true
        && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." }
    }
    return zip(last, rest).contains {
      isCode($0.text) && isCode($1.text) && $0.text.first == $1.text.first
        || Self.isAmount($0.text) && Self.isAmount($1.text)
        || Self.isSpan($0.text) && Self.isSpan($1.text)
    }
  }

  /// Whether a text is a whole span of hours or days, and nothing more: "07h30 - 08h00".
  private static func isSpan(_ text: String) -> Bool {
    guard text.utf8.count <= 32 else { return false }
    let ends = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
    return ends.count == 2
      && ends.allSatisfy { end in
        end.contains(where: \.isNumber)
          && end.allSatisfy { $0.isNumber || " :/.hg".contains($0) }
      }
  }

  /// Whether a text is a whole number, with a sign or in percent: no cell goes on with another.
  private static func isAmount(_ text: String) -> Bool {
    guard let last = text.last, last.isNumber || last == "%" else { return false }
    var digits = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9": digits += 1
      case ".", ",": if digits == 0 { return false }
      case " ", "%", "≥", "≤", ">", "<": break
      default: return false
      }
    }
    return digits > 0
  }

  /// Whether the first text of a row begins with a small letter in a cell whose text above it began
  /// with a capital and did not end.
  private func goesOn(_ last: [CellText], _ rest: [CellText]) -> Bool {
    guard let cell = rest.firstIndex(where: { !$0.text.isEmpty }) else { return false }
    let (above, text) = (last[cell].text, rest[cell].text)
    // A letter alone is a number: "a".
    return text.count > 1 && LineBegin.beginsSmall(text) && !above.isEmpty
      && !LineBegin.beginsSmall(above) && !LineBegin.endsSentence(above)
  }

  /// Whether a row in which nothing stands is a rest of the row before, which has text.
  func isBlankRest(_ texts: [String]) -> Bool {
    texts.allSatisfy(\.isEmpty) && last?.contains { !$0.text.isEmpty } == true
  }

  /// Takes note of a row.
  mutating func add(_ cells: [CellText], _ row: Int, line: Int) {
    let texts = cells.map(\.text)
    if first.count < 4 { first.append(texts) }
    self.line = line
    last = cells
    isWhole = !isMerged(row)
    guard isWhole else { return }
    if texts.first?.isEmpty == false {
      labelled += 1
    } else if texts.count(where: { !$0.isEmpty }) > 1 {
      blank += 1
    }
  }

  /// Whether the last row had its first cell for itself, and no cell over two columns.
  private var isWhole = true

  /// Whether cells of a row are merged: the first with those above or below, or two beside each other.
  private func isMerged(_ row: Int) -> Bool {
    let width = grid.columnCount
    let cells = grid.first[row * width..<(row + 1) * width]
    if cells.first != row * width { return true }
    if row + 1 < grid.rowCount, grid.first[(row + 1) * width] == row * width { return true }
    return spans(row)
  }

  /// Whether two cells of a row beside each other are merged.
  private func spans(_ row: Int) -> Bool {
    let width = grid.columnCount
    return Set(grid.first[row * width..<(row + 1) * width]).count < width
  }
}
