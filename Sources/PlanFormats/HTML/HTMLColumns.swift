/// The columns of a table that cells of rows above still reach into.
struct HTMLColumns {
  /// How many more rows each column is covered for.
  private var covered: [Int] = []
  private var column = 0

  /// Begins a row.
  mutating func beginRow() { column = 0 }

  /// Goes on to where the next cell stands.
  ///
  /// - Returns: How many columns before it are covered from above.
  mutating func skip() -> Int {
    var count = 0
    while column < covered.count, covered[column] > 0 {
      covered[column] -= 1
      column += 1
      count += 1
    }
    return count
  }

  /// Takes a cell over some columns and rows.
  mutating func take(columns: Int, rows: Int) {
    let end = min(column + columns, FlowTable.columnLimit)
    while covered.count < end { covered.append(0) }
    for index in min(column, end)..<end { covered[index] = rows - 1 }
    column += columns
  }
}
