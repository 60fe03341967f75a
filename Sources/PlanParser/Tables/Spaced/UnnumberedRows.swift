import PlanModel

/// Rows that nothing numbers, cut where they cost least: all cells of a row have one middle, or all
/// begin on its first line.
extension RowCutter {
  /// What an empty cell costs, in a column that others write into.
  private static var empty: Int { 5 }

  /// What it costs that the lines from `start` to `end` are a row.
  private func row(_ start: Int, _ end: Int) -> Int {
    var cost = 0
    let (top, bottom) = (lines[start].number, lines[end].number)
    for column in rights.indices where rights[column] > 0 {
      let first = after[column][start]
      guard first <= end else {
        cost += Self.empty
        continue
      }
      let last = before[column][end]
      cost += begin(first, column) + joins[column][last] - joins[column][first]
      switch alignment {
      case .middle, .raised:
        let off = abs(lines[first].number + lines[last].number - top - bottom)
        cost += max(0, off - 1) * Self.line / 2
      case .top:
        cost += (lines[first].number - top) * Self.line
      }
    }
    return cost
  }

  /// What known rows cost.
  func cost(of starts: [Int]) -> Int {
    starts.indices.reduce(0) { sum, index in
      sum + row(starts[index], (index + 1 < starts.count ? starts[index + 1] : lines.count) - 1)
    }
  }

  /// The first lines of the rows that cost least, and what they cost.
  func leastRows() -> (starts: [Int], cost: Int) {
    // For each line what the rows up to it cost, and where the last of them begins.
    var best: [(cost: Int, start: Int)] = []
    for end in lines.indices {
      var least = (cost: Int.max, start: end)
      for start in stride(from: end, through: max(0, end - Self.reach), by: -1) {
        let cost = (start > 0 ? best[start - 1].cost : 0) + row(start, end)
        if cost < least.cost { least = (cost, start) }
      }
      best.append(least)
    }
    var starts: [Int] = []
    var end = lines.count - 1
    while end >= 0 {
      starts.append(best[end].start)
      end = best[end].start - 1
    }
    return (starts.reversed(), best.last?.cost ?? 0)
  }
}

extension PlanReader {
  /// How much less rows cost at least that are taken for those that are known, where they part these
  /// and elsewhere.
  private static var parting: Int { 9 }
  private static var gain: Int { 25 }

  /// The first lines of rows without numbers: those that are known, unless others cost far less.
  mutating func balancedRows(in lines: [CellLine], _ known: [Int]) -> [Int] {
    guard lines.count > 2, known.first == 0 else { return known }
    let lines = notingAnew(lines)
    let rights = rights(of: lines)
    let cutters = [RowCutter.Alignment.middle, .top].map {
      RowCutter(lines, rights: rights, alignment: $0)
    }
    func cost(of starts: [Int]) -> Int { cutters.map { $0.cost(of: starts) }.min() ?? 0 }
    guard let least = cutters.map({ $0.leastRows() }).min(by: { $0.cost < $1.cost }) else {
      return known
    }
    let parted = Set(known).union(least.starts).sorted()
    let best = cost(of: parted) + Self.parting < cost(of: known) ? parted : known
    return least.cost + Self.gain < cost(of: best) ? least.starts : best
  }

  /// The lines with what says what the piece above it says, or opens a time.
  private mutating func notingAnew(_ lines: [CellLine]) -> [CellLine] {
    var lines = lines
    for column in lines[0].cells.indices {
      var last: CellLine.Piece?
      for index in lines.indices {
        guard let piece = lines[index].cells[column] else { continue }
        if let last, !piece.lower {
          let same = bytes[piece.span.start..<piece.span.end]
            .elementsEqual(bytes[last.span.start..<last.span.end])
          lines[index].cells[column]?.isAnew = same
        }
        last = piece
      }
    }
    for index in openedTimes(in: lines).dropFirst() { lines[index].cells[0]?.isAnew = true }
    return lines
  }
}
