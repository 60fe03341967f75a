import PlanText

/// The ways in which the words of a whole row may stand in its columns, with what each costs.
///
/// A cell goes on below only where its next word had no room beside it, and none is wider than its
/// column: that tells where the lines of a cell begin even where no border is left.
struct TornWays {
  /// What words, and what of them is known, each line of the row holds.
  struct Line {
    var words: [TornLine.Word]
    /// How wide each word is printed.
    var widths: [Int]
    /// Whether no cell ends with a word: "và", "Trước ngày".
    var isOpen: [Bool]
    /// Whether a year ends with it.
    var isYear: [Bool]
    /// What each word is told by among those that stand next to each other.
    var keys: [UInt64?]
  }

  /// One way, up to a word.
  private struct Way {
    var columns: [UInt8] = []
    var cost = 0
    var column = -1
    /// How many words the present piece has.
    var length = 0
    var width: [Int]
    var isStarted: [Bool]
    var isEnded: [Bool]
    var isUsed: [Bool]
    var isOpen: [Bool]
    var isYear: [Bool]
    /// The last word of each column.
    var last: [UInt64?]
  }

  let cells: TornCells
  /// How wide each column is at least; 0 where nothing tells.
  let widths: [Int]
  /// Which words stand together in the text.
  let pairs: WordPairs

  private static let mostWays = 48
  /// How likely a cell is to be that is told.
  private static let leastShare = 0.5
  /// The same for those who do a thing.
  private static let leastBodyShare = 0.65

  /// The best cut of each line, and which columns are sure; `nil` for a row that is too long.
  func cut(_ lines: [Line]) -> (cuts: [[Range<Int>]], sure: [Bool])? {
    let count = cells.roles.count
    guard count < 15, lines.reduce(0, { $0 + $1.words.count }) <= 300 else { return nil }
    let none = Array(repeating: false, count: count)
    var ways = [
      Way(
        width: Array(repeating: 0, count: count), isStarted: none, isEnded: none, isUsed: none,
        isOpen: none, isYear: none, last: Array(repeating: nil, count: count))
    ]
    for (place, line) in lines.enumerated() where !line.words.isEmpty {
      for index in line.words.indices {
        var next: [Way] = []
        for way in ways { extend(way, line, index, isFirst: place == 0, into: &next) }
        next.sort { $0.cost < $1.cost }
        ways = Array(next.prefix(Self.mostWays))
      }
      for index in ways.indices { endLine(&ways[index], isFirst: place == 0) }
      ways.sort { $0.cost < $1.cost }
    }
    for index in ways.indices {
      for column in 0..<count where ways[index].isOpen[column] && !ways[index].isEnded[column] {
        ways[index].cost += 12
      }
    }
    ways.sort { $0.cost < $1.cost }
    guard let best = ways.first else { return nil }
    return (
      ranges(of: best, lines),
      (0..<count).map {
        share(of: $0, best, ways)
          >= (cells.roles[$0] == .body ? Self.leastBodyShare : Self.leastShare)
      }
    )
  }

  private func extend(
    _ way: Way, _ line: Line, _ index: Int, isFirst: Bool, into next: inout [Way]
  ) {
    let word = line.words[index]
    if index > 0 {
      var same = way
      let column = way.column
      same.cost += word.bar ? 40 : word.gap ? 20 : 0
      let isListed = line.words[index - 1].isOpen
      let opens = isFirst && (word.opensBody || word.opensTime) && !isListed && !word.isInner
      if cells.roles[column] == .body, opens { same.cost += word.opensGroup ? 14 : 10 }
      if isFirst, cells.isNarrow(column), way.length == 3 { same.cost += 12 }
      // "vực. | TN&MT."
      if !isFirst, line.words[index - 1].isStop { same.cost += 10 }
      let before = overflow(same.width[column], column)
      same.width[column] += LetterWidth.blank + line.widths[index]
      same.cost += overflow(same.width[column], column) - before
      same.length += 1
      add(line, index, column, &same)
      next.append(same)
    }
    for column in (index == 0 ? 0 : way.column + 1)..<max(cells.roles.count, way.column + 1) {
      var other = way
      other.cost +=
        isFirst
        ? cells.opening(of: word, index, column)
        : further(way, line, index, column)
      if isFirst {
        for skipped in (way.column + 1)..<column { other.cost += cells.emptyCost(skipped) }
      }
      other.column = column
      other.length = 1
      other.width[column] = line.widths[index]
      other.cost += overflow(other.width[column], column)
      other.isStarted[column] = true
      add(line, index, column, &other)
      next.append(other)
    }
  }

  private func add(_ line: Line, _ index: Int, _ column: Int, _ way: inout Way) {
    way.columns.append(UInt8(column))
    way.isUsed[column] = true
    way.isOpen[column] = line.isOpen[index]
    way.isYear[column] = line.isYear[index]
    way.last[column] = line.keys[index]
  }

  /// What it costs that a piece is wider than its column is known to be.
  private func overflow(_ width: Int, _ column: Int) -> Int {
    guard widths[column] > 0, width > widths[column] else { return 0 }
    return min(40, (width - widths[column]) * 70 / widths[column])
  }

  /// What it costs that a cell goes on with a word of a further line.
  private func further(_ way: Way, _ line: Line, _ index: Int, _ column: Int) -> Int {
    let word = line.words[index]
    var cost = 0
    if !way.isStarted[column] {
      cost += 30
    } else if way.isEnded[column] {
      cost += 50
    } else if widths[column] > 0 {
      let room = widths[column] - way.width[column] - LetterWidth.blank - line.widths[index]
      cost += max(0, min(40, (room * 100 / widths[column] - 3) * 3 / 2))
    }
    if let last = way.last[column], let key = line.keys[index] {
      cost -= min(2, pairs.count(last, key)) * 6
    }
    if way.isYear[column], cells.roles[column] == .time { cost += 20 }
    if index > 0 {
      if word.bar { return cost }
      if word.gap { return cost + 2 }
      // Words that stand together elsewhere too are parted seldom.
      if let before = line.keys[index - 1], let key = line.keys[index] {
        cost += min(2, pairs.count(before, key) - 1) * 5
      }
      cost += word.isUpper ? 5 : 8
      if word.isInner { cost += 6 }
    } else if column > 0 {
      cost += 5
    }
    switch cells.roles[column] {
    case .time: cost += word.isNumber || word.opensTime ? 0 : way.isOpen[column] ? 4 : 12
    case .figure, .unit: cost += word.isNumber ? 0 : 20
    case .body: cost += word.isNumber ? 12 : 0
    case .text, .other: break
    }
    return cost
  }

  private func endLine(_ way: inout Way, isFirst: Bool) {
    for column in cells.roles.indices {
      if isFirst, column > way.column { way.cost += cells.emptyCost(column) }
      if way.isStarted[column], !way.isUsed[column], !way.isEnded[column] {
        way.isEnded[column] = true
        if way.isOpen[column] { way.cost += 12 }
      }
      way.isUsed[column] = false
    }
    way.column = -1
    way.length = 0
  }

  /// How likely a column holds what the best way gives it.
  private func share(of column: Int, _ best: Way, _ ways: [Way]) -> Double {
    var (all, same) = (0.0, 0.0)
    for way in ways {
      let weight = likelihood(way.cost - best.cost)
      all += weight
      let isSame = way.columns.indices.allSatisfy {
        (way.columns[$0] == UInt8(column)) == (best.columns[$0] == UInt8(column))
      }
      if isSame { same += weight }
    }
    return same / all
  }

  /// e to the power of the cost that a way has above the best one's.
  private func likelihood(_ cost: Int) -> Double {
    var weight = 1.0
    for _ in 0..<min(cost, 60) { weight *= 0.82 }
    return weight
  }

  private func ranges(of way: Way, _ lines: [Line]) -> [[Range<Int>]] {
    var start = 0
    return lines.map { line in
      let own = way.columns[start..<(start + line.words.count)]
      start += line.words.count
      return cells.roles.indices.map { column in
        guard let first = own.firstIndex(of: UInt8(column)) else { return 0..<0 }
        let last = own.lastIndex(of: UInt8(column)) ?? first
        return (first - own.startIndex)..<(last - own.startIndex + 1)
      }
    }
  }
}
