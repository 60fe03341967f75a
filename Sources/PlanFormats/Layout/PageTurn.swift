/// The way that the text of a page is turned: a wide table may stand upright on a page.
enum PageTurn: Sendable {
  /// It reads from left to right.
  case none
  /// It reads from the bottom up.
  case up
  /// It reads from the top down.
  case down
  /// It stands on its head.
  case over

  /// The way that most words of a page are turned.
  init(_ page: PlacedPage) {
    let long = page.words.filter { $0.text.count >= 3 }
    let upright = long.filter { $0.height > 1.5 * ($0.right - $0.left) }
    guard upright.count >= 3, upright.count * 10 > long.count * 6 else {
      self = Self.standsOnItsHead(page) ? .over : .none
      return
    }
    var rise = 0
    for (word, next) in zip(page.words, page.words.dropFirst()) where word.line == next.line {
      rise += next.centre < word.centre ? 1 : -1
    }
    self = rise >= 0 ? .up : .down
  }

  /// Whether each word of a line stands left of the one before it.
  private static func standsOnItsHead(_ page: PlacedPage) -> Bool {
    guard !page.isRecognized else { return false }
    var forward = 0
    var backward = 0
    for (word, next) in zip(page.words, page.words.dropFirst())
    where abs(word.centre - next.centre) < 0.5 {
      if next.left >= word.right { forward += 1 }
      if next.right <= word.left { backward += 1 }
    }
    return backward >= 8 && backward > 4 * forward
  }
}

extension PlacedPage {
  /// Turns the words so that they read from left to right.
  mutating func turnUpright() { turnBack(PageTurn(self)) }

  /// Turns the words, which are turned in one way, back.
  mutating func turnBack(_ way: PageTurn) {
    turn = way
    guard turn != .none else { return }
    for index in words.indices {
      let word = words[index]
      if turn == .over {
        (words[index].left, words[index].right) = (width - word.right, width - word.left)
        (words[index].top, words[index].bottom) = (height - word.bottom, height - word.top)
        continue
      }
      let (along, across) = (
        turn == .up ? (height - word.bottom, height - word.top) : (word.top, word.bottom),
        turn == .up ? (word.left, word.right) : (width - word.right, width - word.left)
      )
      (words[index].left, words[index].right) = along
      (words[index].top, words[index].bottom) = across
    }
    if turn != .over { swap(&width, &height) }
  }
}
