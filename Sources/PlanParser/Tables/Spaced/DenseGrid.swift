/// Finds the columns of a page whose cells one blank holds apart.
///
/// Hardly a column of the page stays blank there. What tells where a column of the table begins is
/// that runs of words begin in one place behind two blanks, and that few lines write over it.
struct DenseGrid {
  /// Where a column may begin: from `low` to `high`, for free from `near` to `far`.
  struct Window {
    var low: Int
    var near: Int
    var far: Int
    var high: Int

    /// Whether the names on both sides leave little room.
    var isNarrow: Bool { far - near <= 3 }

    /// How far a place lies before or behind where it may for free.
    func shift(of place: Int) -> Int { place - min(max(place, near), far) }
  }

  /// The widest line that is looked at.
  private static let width = 512
  /// The widest window that is searched.
  private static let widest = 48
  /// How far columns may be set off from one page to the next.
  private static let reach = 12
  /// What a letter off its window costs, for each line.
  private static let cost = 0.04

  /// How many runs of words begin in a column of the page, and how many lines write before it.
  private var starts = [Int](repeating: 0, count: DenseGrid.width + 8)
  private var written = [Int](repeating: 0, count: DenseGrid.width + 8)
  private let lines: Int
  /// How wide the columns behind each gutter are at least.
  private let least: [Int]
  /// The column of the page after the numbers of the rows.
  private let ordinals: Int

  /// What the lines of a page tell, under a head with `names`; numbers of rows end before
  /// `ordinals`.
  init(_ lines: [[Fragment]], under names: [SpacedHead.Column], after ordinals: Int) {
    self.ordinals = ordinals
    self.lines = lines.count
    least = names.dropFirst().map { $0.end - $0.start - 1 }
    for fragment in lines.joined() where fragment.start < DenseGrid.width {
      starts[fragment.start] += 1
      for column in fragment.start..<min(fragment.end, DenseGrid.width) { written[column] += 1 }
    }
  }

  /// The windows of columns under a head.
  static func windows(under ranges: [ColumnGrid.Gutter]) -> [Window] {
    ranges.map {
      let high = $0.end + 10
      return Window(
        low: max(1, $0.start - 1, high - widest), near: $0.start + 1, far: $0.end, high: high)
    }
  }

  /// The grid with a column in each of the windows of a head.
  func grid(in windows: [Window]) -> ColumnGrid? {
    // The names of a head may stand nearer to each other than the columns, the more to the right.
    search(windows) { gutter, place, before in
      let shift = windows[gutter].shift(of: place)
      guard windows[gutter].isNarrow else { return Double(abs(shift)) }
      let earlier = windows[gutter - 1].shift(of: before)
      return Double(abs(shift - earlier)) + Double(abs(shift)) / 8
    }
  }

  /// The grid of a page without head, whose columns are set off from those of another alike.
  func grid(like grid: ColumnGrid) -> ColumnGrid? {
    let ends = grid.gutters.map(\.end)
    let windows = ends.map {
      Window(
        low: max(1, $0 - DenseGrid.reach), near: max(1, $0 - DenseGrid.reach),
        far: $0 + DenseGrid.reach, high: $0 + DenseGrid.reach)
    }
    return search(windows) { gutter, place, before in
      Double(abs((place - ends[gutter]) - (before - ends[gutter - 1])))
    }
  }

  /// What it is worth that a column begins at a place.
  private func worth(_ place: Int) -> Double {
    guard place > 0, place < DenseGrid.width else { return -.infinity }
    let late = starts[place + 1...place + 4].reduce(0, +)
    return 2 * Double(starts[place]) + Double(late) / 4 - Double(written[place - 1])
  }

  /// The best places, one in each window, from left to right.
  private func search(
    _ windows: [Window], _ shift: (_ gutter: Int, _ place: Int, _ before: Int) -> Double
  ) -> ColumnGrid? {
    var steps: [[(worth: Double, back: Int)]] = []
    for (gutter, window) in windows.enumerated() {
      guard window.low <= window.high, window.high < DenseGrid.width else { return nil }
      var step: [(worth: Double, back: Int)] = []
      for place in window.low...window.high {
        let isOpen = gutter == 0 && place > ordinals
        var best = (worth: isOpen ? 0 : -Double.infinity, back: 0)
        if gutter > 0 {
          let before = windows[gutter - 1]
          for earlier in before.low...before.high
          where earlier + (gutter <= least.count ? max(2, least[gutter - 1]) : 2) <= place {
            let worth =
              steps[gutter - 1][earlier - before.low].worth
              - shift(gutter, place, earlier) * Double(lines) * DenseGrid.cost
            if worth > best.worth { best = (worth, earlier) }
          }
        }
        step.append((best.worth + worth(place), best.back))
      }
      steps.append(step)
    }
    guard let last = steps.indices.last, let window = windows.last,
      var place = (window.low...window.high).max(by: {
        steps[last][$0 - window.low].worth < steps[last][$1 - window.low].worth
      }), steps[last][place - window.low].worth > -.infinity
    else { return nil }
    var gutters: [ColumnGrid.Gutter] = []
    for gutter in windows.indices.reversed() {
      gutters.append(ColumnGrid.Gutter(start: place - 1, end: place))
      place = steps[gutter][place - windows[gutter].low].back
    }
    return ColumnGrid(gutters: gutters.reversed())
  }
}
