/// Lines below each other of which each may be centred, as those of a signature are.
struct CentredStack {
  /// Where the first of them begins from the left.
  private(set) var left = Double.infinity
  private var mostLeft = -Double.infinity
  private var leastMiddle = Double.infinity
  private var mostMiddle = -Double.infinity
  private var count = 0

  init(_ row: WordRow?) { add(row) }

  /// Adds a line, if there is one.
  mutating func add(_ row: WordRow?) {
    guard let row else { return }
    left = min(left, row.left)
    mostLeft = max(mostLeft, row.left)
    leastMiddle = min(leastMiddle, row.middle)
    mostMiddle = max(mostMiddle, row.middle)
    count += 1
  }

  /// Whether there are several lines, which share their middle.
  func sharesMiddle(_ em: Double) -> Bool { count >= 2 && mostMiddle - leastMiddle < em }

  /// Whether there are several lines, which share their middle and begin at several places.
  func isCentred(_ em: Double) -> Bool { sharesMiddle(em) && mostLeft - left > 0.25 * em }

  /// Whether a line has the middle of the others.
  func holds(_ row: WordRow, _ em: Double) -> Bool {
    abs(row.middle - (leastMiddle + mostMiddle) / 2) < em
  }
}
