/// A table whose cells have drawn borders.
struct RuledGrid: Equatable, Sendable {
  /// The places of the borders across, from the top down; one more than there are rows.
  var rows: [Double]
  /// The places of the upright borders, from left to right; one more than there are columns.
  var columns: [Double]
  /// For each row and column, row by row, the cell that a merged cell begins in.
  var first: [Int]

  var top: Double { rows.first ?? 0 }
  var bottom: Double { rows.last ?? 0 }
  var left: Double { columns.first ?? 0 }
  var right: Double { columns.last ?? 0 }
  var columnCount: Int { columns.count - 1 }
  var rowCount: Int { rows.count - 1 }

  /// Whether a word stands in it.
  func contains(_ word: PlacedWord) -> Bool {
    word.centre > top && word.centre < bottom && word.middle > left && word.middle < right
  }

  /// The number of the cell that a word stands in; of a merged cell, that of its beginning.
  func cell(of word: PlacedWord) -> Int {
    let row = max(0, min(rowCount - 1, (rows.firstIndex { $0 > word.centre } ?? 1) - 1))
    let column = max(0, min(columnCount - 1, (columns.firstIndex { $0 > word.middle } ?? 1) - 1))
    return first[row * columnCount + column]
  }

  /// Whether the cell at a place of the grid goes on from the row above.
  func isBelow(row: Int, column: Int) -> Bool {
    let cell = first[row * columnCount + column]
    return cell / columnCount < row && cell % columnCount == column
  }

  /// Whether the cell that begins at a place of the grid goes on in the row below.
  func reachesDown(row: Int, column: Int) -> Bool {
    row + 1 < rowCount && first[(row + 1) * columnCount + column] == row * columnCount + column
  }

  /// Some of its rows as a table of their own, in the columns that have a border there; `nil` when a
  /// cell reaches over their edge.
  func part(_ range: Range<Int>) -> RuledGrid? {
    let width = columnCount
    let cells = first[range.lowerBound * width..<range.upperBound * width]
    guard cells.allSatisfy({ $0 >= range.lowerBound * width }),
      first[(range.upperBound * width)...].allSatisfy({ $0 >= range.upperBound * width })
    else { return nil }
    let kept = (0..<width).filter { column in
      column == 0
        || range.contains { first[$0 * width + column] != first[$0 * width + column - 1] }
    }
    var own: [Int] = []
    for row in range {
      for column in kept {
        let cell = first[row * width + column]
        guard let place = kept.firstIndex(of: cell % width) else { return nil }
        own.append((cell / width - range.lowerBound) * kept.count + place)
      }
    }
    return RuledGrid(
      rows: Array(rows[range.lowerBound...range.upperBound]),
      columns: kept.map { columns[$0] } + [right], first: own)
  }

  /// The borders on which the cell ends that begins at a place of the grid: an upright one and one
  /// across.
  func end(row: Int, column: Int) -> (column: Int, row: Int) {
    let cell = first[row * columnCount + column]
    var (last, low) = (column + 1, row + 1)
    while last < columnCount, first[row * columnCount + last] == cell { last += 1 }
    while low < rowCount, first[low * columnCount + column] == cell { low += 1 }
    return (last, low)
  }

  /// How wide the cell is that holds a place of the grid.
  func width(row: Int, column: Int) -> Double {
    let cells = first[row * columnCount..<(row + 1) * columnCount]
    let cell = cells[cells.startIndex + column]
    let end = cells[(cells.startIndex + column)...].prefix { $0 == cell }.count + column
    return columns[end] - columns[column]
  }

  /// The words of each cell as rows; a merged cell has them where it begins.
  func cells(of words: [PlacedWord]) -> [[[WordRow]]] {
    var cells = [[PlacedWord]](repeating: [], count: rowCount * columnCount)
    for word in words { cells[cell(of: word)].append(word) }
    let set = cells.map(WordRow.rows)
    return (0..<rowCount).map { row in Array(set[row * columnCount..<(row + 1) * columnCount]) }
  }
}
