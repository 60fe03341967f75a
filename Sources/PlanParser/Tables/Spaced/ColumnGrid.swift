import PlanModel

/// Where the columns of a table lie on one page.
///
/// Only blanks hold the columns apart: between two names of the head lies a run of columns that
/// no line, or the fewest lines, write into.
struct ColumnGrid {
  /// A run of columns that parts two columns of the table.
  struct Gutter: Equatable {
    var start: Int
    var end: Int
    /// The column that what follows begins in.
    var left: Int { end }
  }

  /// The gutters from left to right: one less than the columns of the table.
  var gutters: [Gutter]

  /// A grid of known gutters.
  init(gutters: [Gutter]) { self.gutters = gutters }

  /// Where gutters may lie, from the names of a head.
  static func ranges(of head: SpacedHead) -> [Gutter] {
    zip(head.columns, head.columns.dropFirst()).map { left, right in
      Gutter(start: left.end, end: max(right.start, left.end + 1))
    }
  }

  /// How far columns may be set off from one page to the next.
  private static let reach = 12

  /// The widest line that is looked at.
  private static let width = 512

  /// The grid of the lines of one page, whose gutters lie in `ranges`.
  init(_ lines: [[Fragment]], in ranges: [Gutter]) {
    self.init(ColumnGrid.counts(lines), in: ranges, lines)
  }

  /// The grid of the lines of a page without head, which are set like those of another page.
  init(_ lines: [[Fragment]], like grid: ColumnGrid) {
    let counts = ColumnGrid.counts(lines)
    let ranges = grid.gutters.map {
      Gutter(start: max(0, $0.start - ColumnGrid.reach), end: $0.end + ColumnGrid.reach)
    }
    self.init(counts, in: ranges)
    let runs = GutterRuns(counts, lines: lines.count)
    if let found = GutterMatch(runs, to: grid.gutters, within: ColumnGrid.reach).gutters {
      gutters = found
    }
  }

  /// How many lines write into each column.
  private static func counts(_ lines: [[Fragment]]) -> [Int] {
    var counts = [Int](repeating: 0, count: width)
    for fragment in lines.joined() where fragment.start < width {
      for column in fragment.start..<min(fragment.end, width) { counts[column] += 1 }
    }
    return counts
  }

  private init(_ counts: [Int], in ranges: [Gutter], _ lines: [[Fragment]] = []) {
    let last = counts.lastIndex { $0 > 0 } ?? 0
    gutters = []
    var from = 0
    for range in ranges {
      let start = min(max(range.start, from), last)
      let end = min(max(range.end, start + 1), last + 1)
      let costs = ColumnGrid.parting(lines, from: from, to: end, counts)
      let gutter = ColumnGrid.best(costs, start, max(end, start + 1))
      gutters.append(gutter)
      from = gutter.end
    }
  }

  /// How many lines speak against a gutter in each column: those that write into it, and those of
  /// which two runs of words would stand to the left of it, in one cell.
  private static func parting(
    _ lines: [[Fragment]], from: Int, to end: Int, _ counts: [Int]
  ) -> [Int] {
    var costs = counts
    for line in lines {
      let begun = line.filter { $0.start >= from && $0.start < end }
      guard begun.count > 1, begun[1].start < costs.count else { continue }
      for column in begun[1].start..<min(end, costs.count) { costs[column] += 1 }
    }
    return costs
  }

  /// The widest run of the fewest marks from `start` to `end`, of equal ones the last.
  private static func best(_ counts: [Int], _ start: Int, _ end: Int) -> Gutter {
    var best = Gutter(start: start, end: start + 1)
    var least = Int.max
    var column = start
    while column < min(end, counts.count) {
      let count = counts[column]
      var stop = column
      while stop < min(end, counts.count), counts[stop] == count { stop += 1 }
      if count < least || (count == least && stop - column >= best.end - best.start) {
        least = count
        best = Gutter(start: column, end: stop)
      }
      column = stop
    }
    return best
  }

  /// The column of the table that a column of the page belongs to.
  func column(of place: Int) -> Int {
    var column = 0
    while column < gutters.count, place >= gutters[column].end { column += 1 }
    return column
  }

  /// The columns of the table from the first to the last that a fragment writes into.
  func columns(of fragment: Fragment) -> ClosedRange<Int> {
    var first = column(of: fragment.start)
    // What begins shortly before the end of a gutter and goes on behind it was set off to the left.
    if first < gutters.count, fragment.end > gutters[first].end {
      let left = first > 0 ? gutters[first - 1].end : 0
      let start = gutters[first].start
      if fragment.start >= start - 4, (fragment.start - left) * 2 > start - left { first += 1 }
    }
    let last = column(of: max(fragment.start, fragment.end - 1))
    return first...max(first, last)
  }
}
