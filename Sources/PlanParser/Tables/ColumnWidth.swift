/// How wide the text of a column is printed at most, told by how its lines are broken.
///
/// A line is no wider than its column, and with the first word of the line that goes on with it
/// it would have been. Where one blank alone holds it apart from the next cell, it fills its
/// column. Widths are those of `LetterWidth`.
struct ColumnWidth {
  /// What the lines of a column tell.
  struct Evidence {
    /// How wide lines are that stand apart from the next cell.
    var lines: [Int] = []
    /// How wide lines would be with the first word of the line that goes on with them.
    var wraps: [Int] = []
    /// How wide lines would be that one blank holds apart from the next cell: one width for each
    /// blank that they may be cut at.
    var crossings: [[Int]] = []
    /// Between which widths a column may be, one of several ranges for each line.
    var choices: [[(low: Int, high: Int)]] = []
  }

  /// How many steps wider than its widest line a column is taken for at most.
  private static let slack = 18
  /// Widths are told in such steps, up to such a number of them.
  private static let step = 10
  private static let steps = 900
  /// How much letters may be wider or narrower than they are taken for.
  private static let error = 20
  /// How much narrower than its column a line may be that almost reaches the next cell.
  private static let room = 130

  /// The width that most of the evidence agrees with.
  let value: Int
  /// The least width that it agrees with.
  let least: Int

  /// The width of a column; `nil` where the evidence is little or more of it disagrees than so many
  /// of a hundred.
  init?(_ evidence: Evidence, fewest: Int, disagreeing limit: Int = 33) {
    let choices =
      evidence.choices
      + evidence.crossings.map { $0.map { ($0 - ColumnWidth.error, $0 + ColumnWidth.room) } }
    let count = evidence.lines.count + evidence.wraps.count + choices.count
    guard count >= fewest else { return nil }
    // Each entry is the change of the number of those that disagree from one step to the next.
    var changes = [Int](repeating: 0, count: ColumnWidth.steps + 2)
    func disagree(_ from: Int, _ to: Int) {
      let from = ColumnWidth.bucket(from)
      let to = ColumnWidth.bucket(to)
      guard from < to else { return }
      changes[from] += 1
      changes[to] -= 1
    }
    let widest = ColumnWidth.step * (ColumnWidth.steps + 1)
    for line in evidence.lines { disagree(0, line - ColumnWidth.error) }
    for wrap in evidence.wraps { disagree(wrap + ColumnWidth.error, widest) }
    for choice in choices {
      var from = 0
      for range in choice.sorted(by: { $0.low < $1.low }) {
        disagree(from, range.low)
        from = max(from, range.high)
      }
      disagree(from, widest)
    }
    var best = (disagreeing: Int.max, first: 0, last: 0)
    var disagreeing = 0
    for index in 0...ColumnWidth.steps {
      disagreeing += changes[index]
      if disagreeing < best.disagreeing { best = (disagreeing, index, index) }
      if disagreeing == best.disagreeing, best.last == index - 1 { best.last = index }
    }
    guard best.disagreeing * 100 <= count * limit else { return nil }
    // Without a line that goes on, nothing tells how much wider the column is.
    let open = min(best.last, best.first + ColumnWidth.slack)
    least = best.first * ColumnWidth.step
    value = (best.first + open) / 2 * ColumnWidth.step
  }

  private static func bucket(_ width: Int) -> Int {
    min(steps + 1, max(0, (width + step - 1) / step))
  }

  /// Whether a line of some width stays in the column.
  func holds(_ width: Int) -> Bool { width <= value + ColumnWidth.error }
}
