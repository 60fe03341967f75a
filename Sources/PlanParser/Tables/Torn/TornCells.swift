/// Which words of a torn line stand in which column: the way that costs least.
///
/// A border that is left parts two cells; where none is, a name of a body or a time begins a cell
/// of a column that holds such, and a capital is worth little. What a line below goes on with is
/// guessed from what the cells above lack.
struct TornCells {
  /// What each column but that of the ordinals holds.
  let roles: [TornHead.Role]
  /// Where each column begins, in a text that keeps the blanks between them.
  var places: [Int]?
  /// How wide each column is at least, where that is known.
  var widths: [Int]?

  /// What the lines of a row above a line hold.
  struct Above {
    var isFilled: [Bool]
    /// Whether a cell cannot end as it does.
    var isOpen: [Bool]
    /// How wide the last piece of each cell is.
    var width: [Int]
  }

  /// Whether a word may go on with a cell: it had no room beside the last piece.
  func mayGoOn(_ width: Int, _ column: Int, _ above: Above) -> Bool {
    guard let widths, above.isFilled[column] else { return above.isFilled[column] }
    return above.isOpen[column] || above.width[column] + 1 + width > widths[column] - 2
  }

  private static let never = 100_000

  /// The words of each column; `above` is `nil` for the first line of a row.
  func cut(_ line: TornLine, below above: Above?) -> [Range<Int>] {
    guard places != nil, above != nil, !line.isPlaced, let first = line.words.first else {
      return cut(line, below: above, shift: 0).cells
    }
    // A line that goes on has lost the blanks before it: the distances between its pieces tell where
    // it begins.
    var best: (cost: Int, cells: [Range<Int>])?
    for column in roles.indices {
      let found = cut(
        line, below: above, shift: (places?[column] ?? 0) - first.column, from: column)
      if best.map({ found.cost < $0.cost }) ?? true { best = found }
    }
    return best?.cells ?? []
  }

  private func cut(_ line: TornLine, below above: Above?, shift: Int, from first: Int? = nil)
    -> (cost: Int, cells: [Range<Int>])
  {
    let count = line.words.count
    let columns = roles.count
    guard count <= 60 else {
      return (0, [0..<count] + roles.dropFirst().map { _ in count..<count })
    }
    let inner = sums(of: line, above == nil)
    var best = [[Int]](
      repeating: Array(repeating: Self.never, count: count + 1), count: columns + 1)
    var back = [[Int]](repeating: Array(repeating: 0, count: count + 1), count: columns + 1)
    best[0][0] = 0
    for column in 0..<columns {
      for start in 0...count where best[column][start] < Self.never {
        let before = best[column][start]
        let empty = before + (above == nil ? emptyCost(column) : 0)
        if empty < best[column + 1][start] {
          best[column + 1][start] = empty
          back[column + 1][start] = start
        }
        guard start < count, start > 0 || first == nil || first == column else { continue }
        var opening =
          above.map { furtherCost(line.words[start], start, column, $0) }
          ?? firstCost(line.words[start], start, column)
        if let places { opening += min(24, abs(line.words[start].column + shift - places[column])) }
        opening += above == nil ? fitCost(line.words[start], column) : 0
        for end in (start + 1)...count {
          let isLong = above == nil && isNarrow(column) && end - start > 3
          let cost =
            before + opening + (isLong ? 12 : 0) + inner.borders[end] - inner.borders[start + 1]
            + (roles[column] == .body ? inner.names[end] - inner.names[start + 1] : 0)
          if cost < best[column + 1][end] {
            best[column + 1][end] = cost
            back[column + 1][end] = start
          }
        }
      }
    }
    var cells = [Range<Int>](repeating: 0..<0, count: columns)
    var end = count
    for column in (0..<columns).reversed() {
      let start = back[column + 1][end]
      cells[column] = start..<end
      end = start
    }
    return (best[columns][count], cells)
  }

  /// What the borders, and the names that begin, cost up to each word where one cell holds them.
  private func sums(of line: TornLine, _ isFirst: Bool) -> (borders: [Int], names: [Int]) {
    var borders = [0]
    var names = [0]
    for (index, word) in line.words.enumerated() {
      borders.append(borders[index] + (word.bar ? 40 : word.gap ? 20 : 0))
      let isListed = index > 0 && line.words[index - 1].isOpen
      let opens = isFirst && (word.opensBody || word.opensTime) && !isListed && !word.isInner
      names.append(names[index] + (opens ? word.opensGroup ? 14 : 10 : 0))
    }
    return (borders, names)
  }

  func isNarrow(_ column: Int) -> Bool {
    roles[column] == .unit || roles[column] == .figure
  }

  func emptyCost(_ column: Int) -> Int {
    if roles[column] == .text, column == 0 { return 60 }
    return column + 1 == roles.count && roles[column] == .other ? 10 : 25
  }

  /// What it costs that a cell of a column opens on the first line of a row.
  func opening(of word: TornLine.Word, _ index: Int, _ column: Int) -> Int {
    firstCost(word, index, column) + fitCost(word, column)
  }

  /// What it costs that a cell begins with a word of the first line of a row.
  private func firstCost(_ word: TornLine.Word, _ index: Int, _ column: Int) -> Int {
    if index == 0 { return column == 0 ? 0 : 60 }
    if word.bar { return 0 }
    if word.gap { return 2 }
    if word.isInner { return 40 }
    switch roles[column] {
    case .body: return word.opensGroup ? 1 : word.opensBody ? 4 : word.isUpper ? 14 : 45
    case .time: return word.opensTime ? 3 : word.isNumber ? 8 : word.isUpper ? 14 : 30
    case .unit: return word.isSign ? 3 : word.isNumber ? 20 : 10
    case .figure: return word.isNumber ? 2 : word.isSign ? 3 : 40
    case .text: return word.isUpper ? 12 : 50
    case .other: return word.isNumber ? 6 : word.isUpper ? 10 : 40
    }
  }

  /// What it costs that a cell of a column begins so.
  private func fitCost(_ word: TornLine.Word, _ column: Int) -> Int {
    switch roles[column] {
    case .body: word.opensBody ? 0 : word.isUpper ? 8 : 25
    case .time: word.opensTime ? 0 : word.isNumber ? 5 : word.isUpper ? 10 : 25
    case .figure: word.isNumber || word.isSign ? 0 : 20
    case .text, .unit, .other: 0
    }
  }

  /// What it costs that a cell goes on with a word of a further line.
  private func furtherCost(
    _ word: TornLine.Word, _ index: Int, _ column: Int, _ above: Above
  ) -> Int {
    let (isFilled, isOpen) = (above.isFilled[column], above.isOpen[column])
    let fits = isFilled && !mayGoOn(word.right - word.column, column, above) ? 25 : 0
    if index == 0 {
      if column > 0 { return fits + (!isFilled ? 30 : isOpen ? 4 : 10) }
      // "Trước ngày" / "30/6/2026"
      let goesOn =
        word.isNumber && roles.indices.contains { roles[$0] == .time && above.isOpen[$0] }
      return fits + (goesOn ? 12 : 0)
    }
    if word.bar { return isFilled ? 0 : 12 }
    if word.gap { return isFilled ? 2 : 12 }
    guard isFilled, !word.isInner else { return 60 }
    return fits + unseenCost(word, column, isOpen)
  }

  /// What it costs that a cell goes on with a word that no border stands before.
  private func unseenCost(_ word: TornLine.Word, _ column: Int, _ isOpen: Bool) -> Int {
    switch roles[column] {
    case .body: return word.isUpper ? (isOpen ? 6 : 18) : isOpen ? 25 : 50
    case .time:
      return word.isNumber || word.opensTime ? (isOpen ? 3 : 15) : isOpen ? 20 : 50
    case .text, .unit, .figure, .other: return word.isUpper || word.isNumber ? 20 : 50
    }
  }
}
