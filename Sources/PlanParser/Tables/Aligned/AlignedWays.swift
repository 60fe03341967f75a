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

  /// What a cell may cost to begin where it does, to be weighed beside others.
  private static let dear = 100

  /// The cheapest ways to read the line, at most so many.
  ///
  /// Cells that begin where it is dearer than `dear` are not weighed.
  func ways(_ most: Int, dear: Int = dear) -> [(cells: [Cell], cost: Int)] {
    let count = columns.starts.count
    guard !words.isEmpty, words.count <= AlignedLine.longest, count > 0 else { return [] }
    // The ways from each word on that begins the cell of each column, word by word.
    var tails = [[Tail]](repeating: [], count: count * words.count)
    for first in words.indices.reversed() {
      for column in 0..<count {
        let begin = beginning(first, column)
        if begin > dear, first > 0 { continue }
        tails[first * count + column] = self.tails(
          from: first, in: column, begin, tails, most, dear: dear)
      }
    }
    var found: [(cells: [Cell], cost: Int)] = []
    for column in 0..<count {
      for tail in tails[column] { found.append((cells(of: tail, in: column, tails), tail.cost)) }
    }
    found.sort { $0.cost < $1.cost }
    return Array(found.prefix(most))
  }

  /// The cheapest ways to read the words from one on that begins the cell of a column.
  private func tails(
    from first: Int, in column: Int, _ begin: Int, _ tails: [[Tail]], _ most: Int, dear: Int
  ) -> [Tail] {
    let count = columns.starts.count
    var found: [Tail] = []
    for end in (first + 1)...words.count {
      let own = begin + cost(of: first..<end, in: column)
      if end == words.count {
        AlignedLine.keep(Tail(cost: own, end: end, column: 0, rank: 0), in: &found, most)
        continue
      }
      if own > 2 * dear { continue }
      for other in (column + 1)..<max(count, column + 1)
      where !tails[end * count + other].isEmpty {
        let whole = own + seam(first..<end, column, other)
        for (rank, tail) in tails[end * count + other].enumerated() {
          let cost = whole + tail.cost
          let isKept = AlignedLine.keep(
            Tail(cost: cost, end: end, column: other, rank: rank), in: &found, most)
          if !isKept { break }
        }
      }
    }
    return found
  }

  /// Takes a way among the cheapest, behind those that cost the same; false when it is too dear.
  @discardableResult
  private static func keep(_ tail: Tail, in tails: inout [Tail], _ most: Int) -> Bool {
    if tails.count == most {
      guard let last = tails.last, tail.cost < last.cost else { return false }
      tails.removeLast()
    }
    var place = tails.count
    while place > 0, tail.cost < tails[place - 1].cost { place -= 1 }
    tails.insert(tail, at: place)
    return true
  }

  private func cells(of tail: Tail, in column: Int, _ tails: [[Tail]]) -> [Cell] {
    var cells = [Cell(column: column, words: 0..<tail.end)]
    var next = tail
    while next.end < words.count {
      let (word, place) = (next.end, next.column)
      next = tails[word * columns.starts.count + place][next.rank]
      cells.append(Cell(column: place, words: word..<next.end))
    }
    return cells
  }
}
