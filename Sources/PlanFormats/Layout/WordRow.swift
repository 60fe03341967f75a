/// Words that stand on one line across a page or a column, from left to right.
struct WordRow: Sendable {
  private(set) var words: [PlacedWord]
  private(set) var left: Double
  private(set) var right: Double
  private(set) var top: Double
  private(set) var bottom: Double

  /// A row of words, of which there is at least one.
  init?(_ words: [PlacedWord]) {
    guard let first = words.first else { return nil }
    self.words = words.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    (left, right, top, bottom) = (first.left, first.right, first.top, first.bottom)
    for word in words {
      left = min(left, word.left)
      right = max(right, word.right)
      top = min(top, word.top)
      bottom = max(bottom, word.bottom)
    }
  }

  var middle: Double { (left + right) / 2 }
  var centre: Double { (top + bottom) / 2 }

  /// The median height of its words, which is near the size of its letters.
  var em: Double {
    let heights = words.map(\.height).sorted()
    return heights[heights.count / 2]
  }

  /// The blank between each two words.
  var gaps: [(left: Double, right: Double)] {
    var gaps: [(left: Double, right: Double)] = []
    var reached = left
    for (index, word) in words.enumerated() {
      if index > 0 { gaps.append((reached, max(reached, word.left))) }
      reached = max(reached, word.right)
    }
    return gaps
  }

  /// The gaps that are too wide to stand between two words of a sentence.
  var wideGaps: [(left: Double, right: Double)] {
    let gaps = gaps
    var widths = gaps.map { $0.right - $0.left }.sorted()
    if widths.count >= 3 { widths.removeLast() }
    // A line that is spread to the margin has wide gaps everywhere.
    let usual = gaps.count >= 3 ? widths[widths.count / 2] : 0
    return gaps.filter { $0.right - $0.left >= max(0.9 * em, 2 * usual) }
  }

  /// The part of the row that is left or right of a place.
  func part(leftOf place: Double) -> WordRow? { WordRow(words.filter { $0.middle < place }) }
  func part(rightOf place: Double) -> WordRow? { WordRow(words.filter { $0.middle >= place }) }

  /// Puts words into rows, from the top down.
  static func rows(of words: [PlacedWord]) -> [WordRow] {
    struct Open {
      var words: [PlacedWord]
      var centre: Double
      var height: Double
    }
    let heights = words.map(\.height).sorted()
    guard !heights.isEmpty else { return [] }
    let usual = heights[heights.count / 2]
    var open: [Open] = []
    for word in words.sorted(by: { ($0.centre, $0.left) < ($1.centre, $1.left) }) {
      var best: (index: Int, distance: Double)?
      for index in open.indices.suffix(4) {
        let distance = abs(open[index].centre - word.centre)
        let near = 0.45 * min(max(word.height, 0.6 * usual), open[index].height)
        if distance <= near, distance < best?.distance ?? .infinity { best = (index, distance) }
      }
      if let best {
        let count = Double(open[best.index].words.count)
        open[best.index].words.append(word)
        open[best.index].centre = (open[best.index].centre * count + word.centre) / (count + 1)
        open[best.index].height = max(open[best.index].height, word.height)
      } else {
        open.append(Open(words: [word], centre: word.centre, height: max(word.height, 0.6 * usual)))
      }
    }
    return open.sorted { $0.centre < $1.centre }.compactMap { WordRow($0.words) }
  }
}
