/// Takes text that lies over or under the lines of a page out of its words: a mark behind the text,
/// words printed white, what signs it electronically over the signer's name.
///
/// Of two lines that share a place the one is no text whose letters differ more in size from those of
/// the page.
enum OverlaidText {
  /// How much the size of letters differs that are no text, in sizes of the text.
  private static let unlike = 0.1
  /// Which part of the lower and of the narrower word both share at least.
  private static let shared = (height: 0.4, width: 0.3)
  /// How near the top and the bottom of words of one line lie, and how wide a blank is in it at most.
  private static let near = 0.05
  private static let blank = 2.5

  /// Takes such lines out of the words of pages, and those that say the same where nothing else
  /// stands.
  static func take(from pages: inout [PlacedPage]) {
    var told: Set<String> = []
    for index in pages.indices {
      take(from: &pages[index])
      told.formUnion(pages[index].asides.lazy.filter(\.isOverlaid).map(\.key))
    }
    guard !told.isEmpty else { return }
    let firsts = Set(told.map { $0.prefix { $0 != " " } })
    for index in pages.indices {
      var page = pages[index]
      let starts = page.words.indices.filter { firsts.contains(Substring(page.words[$0].text)) }
      var taken: Set<Int> = []
      for start in starts {
        let line = line(of: start, page.words)
        let aside = PageAside(words: line.map { page.words[$0] }, isOverlaid: true)
        guard told.contains(aside.key), taken.isDisjoint(with: line) else { continue }
        taken.formUnion(line)
        page.asides.append(aside)
      }
      guard !taken.isEmpty else { continue }
      page.words = page.words.indices.filter { !taken.contains($0) }.map { page.words[$0] }
      pages[index] = page
    }
  }

  /// Takes such lines out of the words of a page.
  private static func take(from page: inout PlacedPage) {
    let heights = page.words.map(\.height).sorted()
    guard heights.count > 8 else { return }
    let usual = heights[heights.count / 2]
    let tallest = heights[heights.count - 1]
    guard heights[0] < (1 - unlike) * usual || tallest > (1 + unlike) * usual else { return }
    let order = page.words.indices.sorted { page.words[$0].top < page.words[$1].top }
    let tops = order.map { page.words[$0].top }
    var taken: Set<Int> = []
    for index in page.words.indices where !taken.contains(index) {
      let word = page.words[index]
      let difference = abs(word.height - usual)
      guard difference > unlike * usual, hasLetters(word) else { continue }
      let hit = order[firstIndex(tops, from: word.top - tallest)...].prefix {
        page.words[$0].top < word.bottom
      }.contains { other in
        let other = page.words[other]
        return abs(other.height - usual) + 0.08 * usual < difference && hasLetters(other)
          && overlaps(word, other)
      }
      guard hit else { continue }
      let line = line(of: index, page.words)
      taken.formUnion(line)
      page.asides.append(PageAside(words: line.map { page.words[$0] }, isOverlaid: true))
    }
    guard !taken.isEmpty else { return }
    page.words = page.words.indices.filter { !taken.contains($0) }.map { page.words[$0] }
  }

  private static func hasLetters(_ word: PlacedWord) -> Bool {
    word.text.count(where: \.isLetter) >= 2
  }

  private static func overlaps(_ word: PlacedWord, _ other: PlacedWord) -> Bool {
    let high = min(word.bottom, other.bottom) - max(word.top, other.top)
    let wide = min(word.right, other.right) - max(word.left, other.left)
    let narrow = min(word.right - word.left, other.right - other.left)
    return high > shared.height * min(word.height, other.height)
      && wide > max(1.5, shared.width * narrow)
  }

  /// The words that stand on one line with a word and are set in its type, from left to right.
  static func line(of index: Int, _ words: [PlacedWord]) -> [Int] {
    let word = words[index]
    let own = words.indices.filter {
      abs(words[$0].top - word.top) < near && abs(words[$0].bottom - word.bottom) < near
    }.sorted { words[$0].left < words[$1].left }
    guard let place = own.firstIndex(of: index) else { return [index] }
    var (first, last) = (place, place)
    func isNear(_ left: Int, _ right: Int) -> Bool {
      words[own[right]].left - words[own[left]].right < blank * word.height
    }
    while first > 0, isNear(first - 1, first) { first -= 1 }
    while last + 1 < own.count, isNear(last, last + 1) { last += 1 }
    return Array(own[first...last])
  }

  /// The first place that is not below a value.
  private static func firstIndex(_ places: [Double], from value: Double) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension PageAside {
  /// What it says, and how large.
  fileprivate var key: String {
    words.map(\.text).joined(separator: " ") + " \(Int((words.first?.height ?? 0).rounded()))"
  }
}
