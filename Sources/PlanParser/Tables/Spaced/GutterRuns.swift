/// The runs of columns of a page that no line writes into, or hardly one.
struct GutterRuns {
  /// Columns that as many lines write into.
  struct Run {
    var start: Int
    var end: Int
    /// What it costs to part columns of a table there.
    var cost: Int

    /// Whether it is wide and no line writes into it: such blanks seldom stand in a column.
    var isWide: Bool { cost == 0 && end - start > 1 && end < never }
    /// What it costs to part no columns there.
    var skipCost: Int { isWide ? 8 : 0 }
  }

  /// The runs from left to right; the last is open, behind all text.
  private(set) var runs: [Run] = []

  /// Where an open run ends.
  static let never = Int.max / 4
  /// What it costs that lines write over a gutter, and what each does.
  private static let (writtenCost, lineCost) = (4, 2)
  /// Of how many lines one may write over a gutter.
  private static let linesToOne = 8

  /// The runs of a page of which `counts` tells how many of its lines write into each column.
  init(_ counts: [Int], lines: Int) {
    let most = lines / GutterRuns.linesToOne
    guard let first = counts.firstIndex(where: { $0 > 0 }),
      let last = counts.lastIndex(where: { $0 > 0 })
    else { return }
    var column = first
    while column <= last {
      let count = counts[column]
      var stop = column
      while stop <= last, counts[stop] == count { stop += 1 }
      if count <= most {
        let cost = count == 0 ? 0 : GutterRuns.writtenCost + GutterRuns.lineCost * count
        runs.append(Run(start: column, end: stop, cost: cost))
      }
      column = stop
    }
    runs.append(Run(start: last + 1, end: GutterRuns.never, cost: 0))
  }
}
