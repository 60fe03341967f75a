/// What recognition read, without what it made of specks and lines, and set straight.
enum RecognizedWords {
  /// The words without what it made of specks and lines.
  static func clean(_ words: [PlacedWord]) -> [PlacedWord] {
    words.indices.compactMap { index in
      var word = words[index]
      // The border of a cell is read as part of the word beside it.
      let bars: (Character) -> Bool = { "|_[]{}".contains($0) }
      var trimmed = word.text.drop(while: bars)
      while let last = trimmed.last, bars(last) { trimmed.removeLast() }
      guard !trimmed.isEmpty else { return nil }
      word.text = RecognizedSpelling.plain(String(trimmed))
      let isSpeck = !word.text.contains { $0.isLetter || $0.isNumber }
      // A bullet is no more than a dash.
      let isBullet =
        ["-", "+", "–"].contains(word.text) && index + 1 < words.count
        && words[index + 1].line == word.line && (index == 0 || words[index - 1].line != word.line)
      return isSpeck && !isBullet && word.confidence <= 30 ? nil : word
    }
  }

  /// The words as they would stand on a page that was not scanned askew.
  static func straighten(_ words: [PlacedWord]) -> [PlacedWord] {
    let slope = slope(of: words)
    guard abs(slope) > 0.0005 else { return words }
    return words.map { word in
      var word = word
      let shift = slope * word.middle
      word.top -= shift
      word.bottom -= shift
      return word
    }
  }

  /// Completes the words of a text layer that lost letters by what is seen on the page: a word
  /// that has more letters than its text, or that has no text at all.
  static func complete(_ words: [PlacedWord], by seen: [PlacedWord]) -> [PlacedWord] {
    var isKept = [Bool](repeating: true, count: words.count)
    var added: [PlacedWord] = []
    let order = words.indices.sorted { words[$0].top < words[$1].top }
    let tallest = words.map(\.height).max() ?? 0
    for word in seen where word.confidence >= 75 {
      let letters = letterCount(word.text)
      guard letters > 0 else { continue }
      var low = 0
      var high = order.count
      while low < high {
        let middle = (low + high) / 2
        if words[order[middle]].top < word.top - tallest { low = middle + 1 } else { high = middle }
      }
      let under = order[low...].prefix { words[$0].top <= word.bottom }.filter { index in
        let other = words[index]
        let shared = min(other.right, word.right) - max(other.left, word.left)
        return abs(other.centre - word.centre) < 0.5 * max(other.height, word.height)
          && shared > 0.4 * min(other.right - other.left, word.right - word.left)
      }
      let known = under.reduce(0) { $0 + letterCount(words[$1].text) }
      // Two words with a blank between them may be read as one; they lose nothing.
      guard letters > known, under.allSatisfy({ isKept[$0] }) else { continue }
      var word = word
      if let first = under.first {
        // It stands as its neighbours do.
        (word.top, word.bottom) = (words[first].top, words[first].bottom)
      }
      for index in under { isKept[index] = false }
      added.append(word)
    }
    return zip(words, isKept).filter(\.1).map(\.0) + added
  }

  private static func letterCount(_ text: String) -> Int {
    text.count { $0.isLetter || $0.isNumber }
  }

  /// By how much lines sink from left to right: the median over lines of some length.
  private static func slope(of words: [PlacedWord]) -> Double {
    var lines: [Int: [PlacedWord]] = [:]
    for word in words where word.text.count > 1 { lines[word.line, default: []].append(word) }
    var slopes: [Double] = []
    for line in lines.values where line.count >= 6 {
      let sorted = line.sorted { $0.left < $1.left }
      let half = sorted.count / 2
      func mean(_ part: ArraySlice<PlacedWord>, _ value: (PlacedWord) -> Double) -> Double {
        part.map(value).reduce(0, +) / Double(part.count)
      }
      // The foot of a word is steadier than its head, which marks raise.
      let run = mean(sorted[half...], \.middle) - mean(sorted[..<half], \.middle)
      let rise = mean(sorted[half...], \.bottom) - mean(sorted[..<half], \.bottom)
      if run > 50 { slopes.append(rise / run) }
    }
    slopes.sort()
    guard slopes.count >= 3 else { return 0 }
    let median = slopes[slopes.count / 2]
    return abs(median) < 0.1 ? median : 0
  }
}
