/// Finds the columns of a page without a head among the runs of its columns that hardly a line
/// writes into, by where the columns of another page lie.
///
/// A column may hold nothing on a page: then the gutters on both sides of it lie in one run, and it
/// keeps its place there.
struct GutterMatch {
  /// The gutters of the page; `nil` where one lies in no run.
  private(set) var gutters: [ColumnGrid.Gutter]?

  /// What it costs that a gutter does not end where its run does.
  private static let insideCost = 3

  /// Where a gutter lies: its run, and whether it ends where that does.
  private struct Place {
    var run: Int
    var isAtEnd: Bool
  }

  /// What it costs that a gutter lies in a place, and where the one before it lies then.
  private struct Step {
    var cost = GutterRuns.never
    var back: Place?

    /// Takes what it costs to come from a place, if that is less.
    mutating func take(_ step: Step?, _ place: Place) {
      guard let step, step.cost < cost else { return }
      self = Step(cost: step.cost, back: place)
    }
  }

  /// Finds `known` gutters among runs, set off together by `reach` columns at most.
  init(_ found: GutterRuns, to known: [ColumnGrid.Gutter], within reach: Int) {
    let runs = found.runs
    guard !known.isEmpty, !runs.isEmpty else { return }
    let wide = runs.filter(\.isWide)
    if wide.count == known.count {
      gutters = wide.map { ColumnGrid.Gutter(start: $0.start, end: $0.end) }
      return
    }
    var least = GutterRuns.never
    for shift in (-reach...reach).sorted(by: { abs($0) < abs($1) }) where abs(shift) < least {
      let ends = known.map { $0.end + shift }
      let (places, cost) = GutterMatch.places(of: ends, in: runs)
      guard cost + abs(shift) < least else { continue }
      least = cost + abs(shift)
      gutters = GutterMatch.gutters(at: places, ends, in: runs)
    }
  }

  /// The places of gutters that should lie at `ends`, and how far they miss that together.
  private static func places(of ends: [Int], in runs: [GutterRuns.Run])
    -> (places: [Place], cost: Int)
  {
    var steps: [[(inside: Step, atEnd: Step)]] = []
    for end in ends {
      var row: [(inside: Step, atEnd: Step)] = []
      // The cheapest place of the gutter before in the runs before.
      var before = Step(cost: steps.isEmpty ? 0 : GutterRuns.never)
      for (index, run) in runs.enumerated() {
        let above = steps.last.map { $0[index] }
        var here = before
        here.take(above?.inside, Place(run: index, isAtEnd: false))
        var (inside, atEnd) = (Step(), Step())
        if here.cost < GutterRuns.never {
          let cost = here.cost + run.cost
          if run.start < end, end < run.end {
            inside = Step(cost: cost + insideCost, back: here.back)
          }
          if run.end < GutterRuns.never {
            atEnd = Step(cost: cost + abs(run.end - end), back: here.back)
          }
        }
        row.append((inside, atEnd))
        if before.cost < GutterRuns.never { before.cost += run.skipCost }
        before.take(above?.inside, Place(run: index, isAtEnd: false))
        before.take(above?.atEnd, Place(run: index, isAtEnd: true))
      }
      steps.append(row)
    }
    return cheapest(steps, runs)
  }

  /// The cheapest way through the steps.
  private static func cheapest(
    _ steps: [[(inside: Step, atEnd: Step)]], _ runs: [GutterRuns.Run]
  ) -> (places: [Place], cost: Int) {
    var last = Step()
    for (index, step) in (steps.last ?? []).enumerated() {
      if last.cost < GutterRuns.never { last.cost += runs[index].skipCost }
      last.take(step.inside, Place(run: index, isAtEnd: false))
      last.take(step.atEnd, Place(run: index, isAtEnd: true))
    }
    var place = last.back
    var places: [Place] = []
    for row in steps.reversed() {
      guard let found = place else { break }
      places.append(found)
      place = found.isAtEnd ? row[found.run].atEnd.back : row[found.run].inside.back
    }
    return (places.reversed(), last.cost)
  }

  /// The gutters at places; what lies in one run follows each other there.
  private static func gutters(at places: [Place], _ ends: [Int], in runs: [GutterRuns.Run])
    -> [ColumnGrid.Gutter]
  {
    var gutters: [ColumnGrid.Gutter] = []
    for (place, end) in zip(places, ends) {
      let run = runs[place.run]
      let start = max(run.start, gutters.last?.end ?? 0)
      gutters.append(ColumnGrid.Gutter(start: start, end: place.isAtEnd ? run.end : end))
    }
    return gutters
  }
}
