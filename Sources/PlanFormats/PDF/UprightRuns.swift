/// Text that runs up or down a page whose lines run across: a mark in its margin.
enum UprightRuns {
  /// How many letters a word has at least that tells by its form that it stands upright.
  private static let least = 4
  /// How much higher than wide it is at least.
  private static let slimness = 1.5
  /// How near the sides of words of one run lie, in points.
  private static let near = 0.05

  /// Whether a page has such words.
  static func mayStand(on page: PlacedPage) -> Bool { page.words.contains(where: isUpright) }

  /// Whether a word is so much higher than wide that it stands upright.
  static func isUpright(_ word: PlacedWord) -> Bool {
    word.height > slimness * (word.right - word.left) && word.text.count >= least
  }

  /// Takes such text out of the words of a page.
  ///
  /// - Parameters:
  ///   - page: The page, with its words.
  ///   - words: The words in the order in which the file shows them.
  static func take(from page: inout PlacedPage, inOrder words: [PlacedWord]) {
    guard words.contains(where: isUpright) else { return }
    var run: [PlacedWord] = []
    for word in words {
      if let last = run.last, !goesOn(last, word) {
        take(run, from: &page)
        run = []
      }
      run.append(word)
    }
    take(run, from: &page)
  }

  /// Whether a word stands above or below another, with the same sides.
  private static func goesOn(_ word: PlacedWord, _ next: PlacedWord) -> Bool {
    let gap = max(next.top - word.bottom, word.top - next.bottom)
    let size = word.right - word.left
    return abs(word.left - next.left) < near && abs(word.right - next.right) < near
      && gap > -0.2 * size && gap < 2 * size
  }

  private static func take(_ run: [PlacedWord], from page: inout PlacedPage) {
    guard run.contains(where: isUpright), let first = run.first else { return }
    let top = run.map(\.top).min() ?? first.top
    let bottom = run.map(\.bottom).max() ?? first.bottom
    page.words.removeAll { word in
      abs(word.left - first.left) < near && abs(word.right - first.right) < near
        && word.centre > top && word.centre < bottom
    }
    page.asides.append(PageAside(words: run))
  }
}
