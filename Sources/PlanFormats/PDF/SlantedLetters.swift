/// Letters of text that runs at an angle: each has a box of its own, which begins at a corner of the one
/// before it.
enum SlantedLetters {
  /// How near two edges are that touch, in points.
  private static let touch = 0.03
  /// How wide a blank is at least, and how wide the gap between two runs, in sizes of letters.
  private static let blank = 0.12
  private static let apart = 1.5

  /// Whether words of a page look as if such text stood on it.
  static func mayStand(on page: PlacedPage) -> Bool {
    let short = page.words.filter { $0.text.unicodeScalars.count <= 2 }
    guard short.count >= 2 else { return false }
    var tops: [Int: [Int]] = [:]
    var lefts: [Int: [Int]] = [:]
    for (index, word) in short.enumerated() {
      tops[key(word.top), default: []].append(index)
      lefts[key(word.left), default: []].append(index)
    }
    return short.contains { word in
      near(word.bottom, tops).contains { steps(down: word, short[$0]) }
        || near(word.right, lefts).contains { steps(along: word, short[$0]) }
    }
  }

  /// Whether a letter stands askew below another: neither is as high as the other, as in lines they
  /// are.
  private static func steps(down word: PlacedWord, _ next: PlacedWord) -> Bool {
    let shift = abs(word.left - next.left)
    return abs(word.bottom - next.top) < touch && abs(word.height - next.height) > 0.1
      && shift > 0.1 * word.height && word.left < next.right && next.left < word.right
  }

  /// Whether a letter stands askew behind another that is as large: a raised figure is smaller.
  private static func steps(along word: PlacedWord, _ next: PlacedWord) -> Bool {
    let shift = abs(word.top - next.top)
    return abs(word.right - next.left) < touch && abs(word.height - next.height) < 0.05
      && shift > 0.1 * word.height && shift < word.height
  }

  private static func key(_ place: Double) -> Int { Int((place * 10).rounded()) }

  private static func near(_ place: Double, _ places: [Int: [Int]]) -> [Int] {
    let key = key(place)
    return (key - 1...key + 1).flatMap { places[$0] ?? [] }
  }

  /// The runs that letters make, which stand in the order of the file.
  static func runs(_ letters: [PlacedWord]) -> [PageAside] {
    var runs: [PageAside] = []
    var last: PlacedWord?
    for letter in letters {
      defer { last = letter }
      guard let before = last, let run = runs.indices.last,
        let word = runs[run].words.indices.last
      else {
        runs.append(PageAside(words: [letter]))
        continue
      }
      let em = max(before.height, before.right - before.left)
      let gap = gap(before, letter)
      if gap > apart * em || gap < -em {
        runs.append(PageAside(words: [letter]))
      } else if gap > blank * em {
        runs[run].words.append(letter)
      } else {
        runs[run].words[word].text += letter.text
      }
    }
    return runs
  }

  /// How far two boxes stand apart; below zero where they share some of the page.
  private static func gap(_ word: PlacedWord, _ next: PlacedWord) -> Double {
    max(
      max(next.left - word.right, word.left - next.right),
      max(next.top - word.bottom, word.top - next.bottom))
  }
}
