/// Signers side by side in three columns or more, of which the first may be the recipients.
///
/// What stands below each other is centred on one place in each column, from a title in capitals down
/// to a name; no row crosses the blanks between.
struct SignerColumns {
  /// How many rows they are.
  private(set) var count = 0
  /// The rows of each column, from left to right.
  private(set) var columns: [[WordRow]] = []

  /// The most rows looked at, and the fewest and most columns.
  private static let mostRows = 40
  private static let columnCounts = 3...5
  /// How much room there is above a name at most, and between recipients, in heights of a line.
  private static let room = 8.0
  private static let pitch = 2.0
  /// How many words a name has at most, with the titles before it.
  private static let nameWords = 2...7

  /// The columns that begin with row `start`, if there are some.
  init?(in rows: [WordRow], from start: Int) {
    let em = rows[start].em
    var gutters = rows[start].wideGaps
    guard Self.columnCounts.contains(gutters.count + 1) else { return nil }
    var stacks = gutters.indices.map { _ in CentredStack(nil) } + [CentredStack(nil)]
    var bottoms = [Double](repeating: rows[start].bottom, count: stacks.count)
    columns = stacks.map { _ in [] }
    for row in rows[start...].prefix(Self.mostRows) {
      guard let common = ColumnFinder.common(gutters, row) else { break }
      let cells = ColumnFinder.cells(row, common)
      let fits = cells.indices.allSatisfy { column in
        guard let cell = cells[column], !columns[column].isEmpty else { return true }
        let stack = stacks[column]
        if stack.isCentred(em), !stack.holds(cell, em) { return false }
        let isLoose = columns[column].count == 1 || stack.sharesMiddle(em)
        return cell.top - bottoms[column] < (isLoose ? Self.room : Self.pitch) * em
      }
      guard fits else { break }
      gutters = common
      for (column, cell) in cells.enumerated() {
        guard let cell else { continue }
        columns[column].append(cell)
        stacks[column].add(cell)
        bottoms[column] = cell.bottom
      }
      count += 1
    }
    let signed = columns.indices.filter { Self.signs(columns[$0], stacks[$0], em) }
    guard signed.count >= 2,
      signed.count == columns.count || signed == Array(columns.indices.dropFirst())
    else { return nil }
  }

  /// Whether a column is a title in capitals above a person's name, centred below each other.
  private static func signs(_ rows: [WordRow], _ stack: CentredStack, _ em: Double) -> Bool {
    guard rows.count >= 2, stack.sharesMiddle(em), let last = rows.last else { return false }
    let title = PageLine.text(rows[0])
    return LineBegin.isCapital(title) && !title.contains(where: \.isNumber)
      && nameWords.contains(last.words.count) && LineBegin.hasSmallLetters(PageLine.text(last))
      && last.words.allSatisfy { word in
        word.text.allSatisfy { $0.isLetter || $0 == "." || $0 == "," }
      }
      && last.words.suffix(2).allSatisfy { $0.text.first?.isUppercase == true }
  }
}
