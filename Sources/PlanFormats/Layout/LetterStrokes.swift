/// Tells the borders of cells from the strokes of letters: a "h" between two near lines touches
/// both on a coarse image.
struct LetterStrokes {
  /// The words from the left, each as far as its letters reach.
  private let words: [PlacedWord]
  private let widest: Double

  /// The letters of words.
  init(_ words: [PlacedWord]) {
    self.words = words.sorted { $0.left < $1.left }
    widest = words.reduce(0) { max($0, $1.right - $1.left) }
  }

  /// The upright lines without those that stand in words for most of their length.
  ///
  /// A border stands beside words; one that runs through a word that is too long for its cell is
  /// longer than the word is high.
  func without(_ columns: [RulingFinder.Ruling]) -> [RulingFinder.Ruling] {
    guard !words.isEmpty else { return columns }
    return columns.filter { column in
      var low = 0
      var high = words.count
      while low < high {
        let middle = (low + high) / 2
        if words[middle].left < column.place - widest { low = middle + 1 } else { high = middle }
      }
      var covered = 0.0
      for word in words[low...] {
        guard word.left < column.place else { break }
        guard word.left + 0.5 < column.place, word.right - 0.5 > column.place else { continue }
        covered += max(0, min(word.bottom, column.end) - max(word.top, column.start))
      }
      return covered < 0.6 * (column.end - column.start)
    }
  }
}
