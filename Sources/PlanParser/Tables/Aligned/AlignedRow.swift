/// Tells which words of the lines of a row stand in which column, all lines together.
///
/// The row begins on its first line: what stands below goes on with cells that began there. A line
/// of a cell is full: the first word of the next had no room on it.
struct AlignedRow {
  /// How many ways to read a line are weighed, and of one with so many words that no table has it.
  private static let ways = 12
  private static let fewWays = 2
  private static let many = 36
  /// Costs, in tenths.
  private static let unbegun = 24
  private static let early = 10
  private static let anew = 3
  private static let shifted = 3

  /// A way to read a line, and the best way to read those before it.
  private struct Way {
    var cells: [AlignedLine.Cell]
    var cost: Int
    var back: Int
  }

  private let words: [[AlignedWord]]
  private let columns: AlignedColumns

  /// A row of lines.
  init(_ words: [[AlignedWord]], in columns: AlignedColumns) {
    self.words = words
    self.columns = columns
  }

  /// The cells of each line; `opens` tells whether the row begins on the first.
  func cells(opens: Bool, lower: Set<Int>) -> [[AlignedLine.Cell]] {
    var steps: [[Way]] = []
    for index in words.indices {
      var beside = AlignedNeighbours()
      beside.place = index > 0 ? .goesOn : opens ? .opens : .unknown
      beside.lower = lower
      beside.isLoose = true
      let line = AlignedLine(words[index], in: columns, beside: beside)
      let most = words[index].count > AlignedRow.many ? AlignedRow.fewWays : AlignedRow.ways
      var ways = line.ways(most).map { Way(cells: $0.cells, cost: $0.cost, back: 0) }
      if let above = steps.last {
        for way in ways.indices {
          let costs = above.map { $0.cost + seam($0.cells, ways[way].cells, index) }
          let best = costs.indices.min { costs[$0] < costs[$1] } ?? 0
          ways[way].cost += costs.isEmpty ? 0 : costs[best]
          ways[way].back = best
        }
      }
      steps.append(ways)
    }
    var found: [[AlignedLine.Cell]] = []
    var way = AlignedRow.cheapest(steps.last ?? [])
    for step in steps.reversed() {
      guard way < step.count else {
        found.append([])
        continue
      }
      found.append(step[way].cells)
      way = step[way].back
    }
    return found.reversed()
  }

  private static func cheapest(_ ways: [Way]) -> Int {
    ways.indices.min { ways[$0].cost < ways[$1].cost } ?? 0
  }

  /// What it costs that two lines stand below each other.
  private func seam(_ upper: [AlignedLine.Cell], _ lower: [AlignedLine.Cell], _ index: Int) -> Int {
    var cost = 0
    for cell in lower {
      guard let above = upper.first(where: { $0.column == cell.column }) else {
        cost += AlignedRow.unbegun
        continue
      }
      let word = words[index][cell.words.lowerBound]
      if !word.isLower { cost += AlignedRow.anew }
      let shift = abs(word.start - words[index - 1][above.words.lowerBound].start)
      cost += AlignedRow.shifted * min(max(0, shift - 1), 8)
      guard let most = columns.least[cell.column] else { continue }
      let width = words[index - 1][above.words].reduce(-LetterWidth.blank) {
        $0 + $1.width + LetterWidth.blank
      }
      let free = most - AlignedLine.error - width - LetterWidth.blank - word.width
      if free > 0, word.isLower { cost += AlignedRow.early + min(free / 20, 20) }
    }
    return cost
  }
}
