extension AlignedLine {
  /// A way to read the words of a line from one on: the end of the first cell, and how the rest is
  /// read.
  private struct Tail {
    var cost: Int
    var end: Int
    /// The column of the next cell, and which of the ways to read it.
    var column: Int
    var rank: Int
  }

  /// What a cell may cost to begin where it does, to be weighed.
  private static let dear = 100

  /// The cheapest ways to read the line, at most so many.
  func ways(_ most: Int) -> [(cells: [Cell], cost: Int)] {
    let count = columns.starts.count
    guard !words.isEmpty, words.count <= AlignedLine.longest, count > 0 else { return [] }
    var tails = [[[Tail]]](
      repeating: [[Tail]](repeating: [], count: count), count: words.count)
    for first in words.indices.reversed() {
      for column in 0..<count {
        let begin = beginning(first, column)
        if begin > AlignedLine.dear, first > 0 { continue }
        tails[first][column] = self.tails(from: first, in: column, begin, tails, most)
      }
    }
    var found: [(cells: [Cell], cost: Int)] = []
    for column in 0..<count {
      for tail in tails[0][column] { found.append((cells(of: tail, in: column, tails), tail.cost)) }
    }
    found.sort { $0.cost < $1.cost }
    return Array(found.prefix(most))
  }

  /// The cheapest ways to read the words from one on that begins the cell of a column.
  private func tails(
    from first: Int, in column: Int, _ begin: Int, _ tails: [[[Tail]]], _ most: Int
  ) -> [Tail] {
    var all: [Tail] = []
    for end in (first + 1)...words.count {
      let own = begin + cost(of: first..<end, in: column)
      if end == words.count {
        all.append(Tail(cost: own, end: end, column: 0, rank: 0))
        continue
      }
      if own > 2 * AlignedLine.dear { continue }
      for other in (column + 1)..<max(columns.starts.count, column + 1)
      where !tails[end][other].isEmpty {
        let whole = own + seam(first..<end, column, other)
        for (rank, tail) in tails[end][other].enumerated() {
          all.append(Tail(cost: whole + tail.cost, end: end, column: other, rank: rank))
        }
      }
    }
    all.sort { $0.cost < $1.cost }
    return Array(all.prefix(most))
  }

  private func cells(of tail: Tail, in column: Int, _ tails: [[[Tail]]]) -> [Cell] {
    var cells = [Cell(column: column, words: 0..<tail.end)]
    var next = tail
    while next.end < words.count {
      let (word, place) = (next.end, next.column)
      next = tails[word][place][next.rank]
      cells.append(Cell(column: place, words: word..<next.end))
    }
    return cells
  }
}
