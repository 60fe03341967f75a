import PlanText

/// Tells which words of a row stand in which column where the cells follow each other, each broken
/// over lines: what costs least.
///
/// A cell ends most often with a line, and the next begins with a capital. A cell of one line may
/// share it with the next cell. A line within a cell goes on in small letters, or had no room for
/// the first word of the next.
struct WrappedCells {
  /// The words that stand in one column.
  struct Cell {
    var column: Int
    var words: Range<Int>
  }

  /// Costs, in tenths.
  private static let small = 20
  private static let shared = 22
  private static let grouped = 8
  private static let inner = 30
  private static let open = 18
  private static let known = 10
  /// What more it costs that a row is parted which heads others.
  private static let heading = 20
  private static let capital = 6
  private static let room = 10
  private static let full = 4
  private static let wide = 20
  /// What it costs that a word begins a cell behind the name of a body on its line.
  private static let behindBody = 10
  /// What it costs that a cell shares its first line and is broken where the cells of rows have one
  /// middle.
  private static let uneven = 25
  /// What it costs that the last line of a broken cell is the first of the next.
  private static let lower = 20
  /// What it costs in a column of bodies that the name of one ends within a cell before a capital.
  private static let two = 8
  /// What words are worth that are a cell elsewhere.
  private static let again = 18
  /// How much wider or narrower letters may be than they are taken for.
  private static let error = 25
  /// How many lines tell how wide a column is, and how many of a hundred may disagree.
  private static let fewest = 5
  private static let disagreeing = 40

  /// What each column but that of the ordinals holds.
  let roles: [String?]
  private var widths: [Int?]
  private var least: [Int?]
  /// The words that several cells of each column begin with.
  private var firsts: [Set<[UInt8]>]
  /// How many cells of each column hold a figure and nothing else.
  private var figures: [Int]
  /// The cells of each column that have their lines to themselves.
  private var whole: [Set<UInt64>]
  /// Whether the cells of rows have one middle.
  private let isCentred: Bool

  init(roles: [String?], centred: Bool) {
    self.roles = roles
    isCentred = centred
    whole = Array(repeating: [], count: roles.count)
    widths = Array(repeating: nil, count: roles.count)
    least = widths
    firsts = Array(repeating: [], count: roles.count)
    figures = Array(repeating: 0, count: roles.count)
  }

  // MARK: What cells tell

  /// Takes note of how wide columns are and what their cells begin with.
  mutating func learn(from cells: [[Cell]], of rows: [WrappedRow]) {
    var evidence = [ColumnWidth.Evidence](repeating: ColumnWidth.Evidence(), count: roles.count)
    var counts = [[[UInt8]: Int]](repeating: [:], count: roles.count)
    figures = Array(repeating: 0, count: roles.count)
    whole = Array(repeating: [], count: roles.count)
    for (row, cells) in zip(rows, cells) {
      for cell in cells {
        if row.role == .plain, row.isAlone(cell.words), row.isText(cell.words) {
          whole[cell.column].insert(row.digest(of: cell.words))
        }
        if row.role == .plain, row.figures(cell.words) == 1 { figures[cell.column] += 1 }
        counts[cell.column][row.text(of: cell.words.lowerBound), default: 0] += 1
        var start = cell.words.lowerBound
        for word in cell.words.dropFirst() where row.words[word].opens {
          let width = row.width(of: start..<word)
          evidence[cell.column].lines.append(width)
          if row.words[word].isLower {
            evidence[cell.column].wraps.append(width + LetterWidth.blank + row.words[word].width)
          }
          start = word
        }
        evidence[cell.column].lines.append(row.width(of: start..<cell.words.upperBound))
      }
    }
    for column in roles.indices {
      let width = ColumnWidth(
        evidence[column], fewest: WrappedCells.fewest, disagreeing: WrappedCells.disagreeing)
      widths[column] = width?.value
      least[column] = width?.least
      firsts[column] = Set(
        counts[column].filter { word, count in
          count > 1 && counts.allSatisfy { ($0[word] ?? 0) <= count }
        }.keys)
    }
  }

  // MARK: Reading

  /// The cells of a row.
  func cells(of row: WrappedRow) -> [Cell] {
    let places = row.places
    guard places.count > 1 else { return [] }
    // best[p][c]: what the words up to place p cost when those before it stand in column c.
    var best = [[Int]](
      repeating: [Int](repeating: Int.max / 4, count: roles.count), count: places.count)
    var back = [[(place: Int, column: Int)]](
      repeating: [(place: Int, column: Int)](repeating: (0, 0), count: roles.count),
      count: places.count)
    for from in places.indices.dropLast() {
      for column in roles.indices {
        guard let (before, cost) = before(from, column, best, row) else { continue }
        var whole = cost + beginning(places[from], column, row)
        var start = places[from]
        var breaks = 0
        for to in (from + 1)..<places.count {
          let between = places[to - 1]
          if between > places[from], row.words[between].opens {
            whole += excess(row.width(of: start..<between), column)
            whole += joining(start..<between, between, column, row)
            start = between
            breaks += 1
          }
          let end = places[to]
          // Half a line lower than the middle may be the line of the next cell.
          let isShared = end < row.tokens.count && !row.words[end].opens
          if isShared, breaks > 0, !(isCentred && breaks == 1) { continue }
          let own =
            whole + excess(row.width(of: start..<end), column)
            + worth(places[from]..<end, column, row)
            + (breaks > 0 && isShared ? WrappedCells.lower : 0)
            + (breaks > 1 ? evenness(places[from], row) : 0)
            - known(places[from]..<end, column, row)
          if own < best[to][column] {
            best[to][column] = own
            back[to][column] = (from, before)
          }
        }
      }
    }
    return path(best, back, row)
  }

  private func path(
    _ best: [[Int]], _ back: [[(place: Int, column: Int)]], _ row: WrappedRow
  ) -> [Cell] {
    let places = row.places
    var place = places.count - 1
    var column =
      roles.indices.min {
        best[place][$0] + left($0 + 1..<roles.count, row)
          < best[place][$1] + left($1 + 1..<roles.count, row)
      } ?? 0
    var cells: [Cell] = []
    while place > 0 {
      let (from, before) = back[place][column]
      cells.append(Cell(column: column, words: places[from]..<places[place]))
      (place, column) = (from, before)
    }
    return cells.reversed()
  }

  /// The column of the cell before one that begins at a place, and what all before it costs.
  private func before(
    _ place: Int, _ column: Int, _ best: [[Int]], _ row: WrappedRow
  ) -> (column: Int, cost: Int)? {
    if place == 0 { return (0, left(0..<column, row)) }
    var found: (column: Int, cost: Int)?
    for before in 0..<column where best[place][before] < Int.max / 8 {
      let cost = best[place][before] + left(before + 1..<column, row)
      if found.map({ cost < $0.cost }) ?? true { found = (before, cost) }
    }
    return found
  }

  /// What columns cost that are left empty.
  private func left(_ columns: Range<Int>, _ row: WrappedRow) -> Int {
    // What goes on behind the end of a page, or is added up, may want any.
    if row.role == .goesOn || row.role == .total { return columns.count }
    return columns.reduce(0) { cost, column in
      switch roles[column] {
      case "text": cost + (column == 0 ? 60 : 8)
      case "lead", "time", "body": cost + 8
      case "support": cost + 2
      case "output", "unit": cost + 5
      default: cost + (column + 1 == roles.count ? 0 : 2)
      }
    }
  }

  /// What it costs that a word begins a cell.
  private func beginning(_ word: Int, _ column: Int, _ row: WrappedRow) -> Int {
    guard word > 0 else { return 0 }
    var cost = 0
    if !row.words[word].opens {
      cost =
        row.isParted(before: word)
        ? WrappedCells.grouped
        : row.partsBodies(before: word) ? WrappedCells.behindBody : WrappedCells.shared
    }
    if row.words[word].isLower { cost += row.role == .goesOn ? 2 : WrappedCells.small }
    if row.role == .heads { cost += WrappedCells.heading }
    if row.inner.contains(word) { cost += WrappedCells.inner }
    if [0x2C, 0x28, 0x2F].contains(row.mark(before: word)) { cost += WrappedCells.open }
    if !row.words[word].opens, firsts[column].contains(row.text(of: word)) {
      cost -= WrappedCells.known
    }
    return cost
  }

  /// What it costs that a broken cell begins with a word: where cells have one middle, those that share
  /// a line have no other.
  private func evenness(_ word: Int, _ row: WrappedRow) -> Int {
    guard isCentred, row.role == .plain else { return 0 }
    let isShared = word == 0 ? row.isBesideNumber : !row.words[word].opens
    return isShared ? WrappedCells.uneven : 0
  }

  /// What some words are worth that are a cell of the column elsewhere.
  private func known(_ range: Range<Int>, _ column: Int, _ row: WrappedRow) -> Int {
    guard !whole[column].isEmpty, !row.words[range.lowerBound].isLower,
      !row.isAlone(range), whole[column].contains(row.digest(of: range))
    else { return 0 }
    let first = range.lowerBound
    var worth = WrappedCells.again
    if first > 0, !row.words[first].opens, !row.isParted(before: first) {
      worth += WrappedCells.shared - WrappedCells.grouped
    }
    if row.inner.contains(first) { worth += WrappedCells.inner }
    return worth
  }

  /// What it costs that a line goes on in the next, within a cell.
  private func joining(_ line: Range<Int>, _ next: Int, _ column: Int, _ row: WrappedRow) -> Int {
    let word = row.words[next]
    var cost = 0
    if !word.isLower {
      switch row.mark(before: next) {
      case 0x2C, 0x28, 0x2F: cost = 1
      case 0x3A, 0x3B, 0x2E: cost = word.isMark ? 1 : 4
      default: cost = word.isMark || word.isNumber ? 3 : WrappedCells.capital
      }
    }
    guard let least = least[column], let most = widths[column] else { return cost }
    let whole = row.width(of: line) + LetterWidth.blank + word.width
    if whole + WrappedCells.error < least {
      cost += WrappedCells.room
    } else if whole > most + WrappedCells.error, !word.isLower, !word.isMark {
      cost -= WrappedCells.full
    }
    return cost
  }

  /// What it costs that a line is wider than its column.
  private func excess(_ width: Int, _ column: Int) -> Int {
    guard let most = widths[column] else { return 0 }
    let over = width - most - WrappedCells.error
    return over > 0 ? WrappedCells.wide + over / 8 : 0
  }

  /// What it costs that some words stand in a column, as its name tells what it holds.
  private func worth(_ range: Range<Int>, _ column: Int, _ row: WrappedRow) -> Int {
    let first = range.lowerBound
    let time = row.times[first].map { $0 >= range.upperBound ? 2 : 1 } ?? 0
    let isText = row.isText(range)
    let isFigure = row.figures(range) == 1 && time == 0
    // Sums stand under the last figures.
    let sum = row.role == .total && isFigure ? (figures[column] > 0 ? -3 * column : 30) : 0
    switch roles[column] {
    case "time", "start": return time == 2 ? -30 : time == 1 ? -12 : row.endsInTime(range) ? 2 : 20
    case "lead", "support", "body", "person":
      if time == 2 { return 30 }
      if row.bodies.contains(first) {
        let two = row.holdsTwoBodies(range) ? WrappedCells.two : 0
        return two + (row.endsBody(before: range.upperBound) ? -16 : -14)
      }
      if row.isShort(first) || firsts[column].contains(row.text(of: first)) { return -8 }
      return isText ? 8 : 20
    case "text": return time == 2 ? 30 : isText ? 0 : 10
    case "unit":
      if row.units[first] == range.upperBound { return -20 }
      let holdsNumber = row.numbers(in: range) > 0 && !row.words[first].isNumber
      return row.figures(range) ?? 0 > 0 || holdsNumber ? 10 : 0
    case "output":
      // "Đơn vị tính | Kết quả": figures are told.
      if column > 0, roles[column - 1] == "unit", row.opensWithFigure(range) { return -14 }
      return time == 2 ? 25 : row.bodies.contains(first) ? 4 : 0
    case "period": return sum + (isFigure ? -14 : isText ? 10 : 4)
    default: return sum + (time == 2 ? 12 : isFigure ? -14 : isText ? 4 : 8)
    }
  }
}
