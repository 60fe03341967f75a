/// The lines that recognition found: a word stands on its line, however low its letters are.
///
/// The box of a dash, or of "y", lies higher or lower than those of the words beside it, and would
/// make a row of its own.
enum RecognizedLines {
  /// The words, each as high as the others of its line.
  static func even(_ words: [PlacedWord]) -> [PlacedWord] {
    var even = words
    var start = 0
    while start < words.count {
      var end = start + 1
      while end < words.count, words[end].line == words[end - 1].line { end += 1 }
      set(&even, start..<end)
      start = end
    }
    return even
  }

  /// Sets the words of a line, part by part: columns side by side may be taken for one line.
  private static func set(_ words: inout [PlacedWord], _ line: Range<Int>) {
    let high = middle(words[line].map(\.height))
    var start = line.lowerBound
    for index in line {
      let next = index + 1
      if next < line.upperBound, words[next].left - words[index].right < 2 * high { continue }
      setPart(&words, start..<next)
      start = next
    }
  }

  private static func setPart(_ words: inout [PlacedWord], _ part: Range<Int>) {
    let letters = words[part].filter { $0.text.contains { $0.isLetter || $0.isNumber } }
    guard !letters.isEmpty else { return }
    // Of two words, the higher one has the letters that go up.
    let tallest = letters.max { $0.height < $1.height }
    let (top, bottom) =
      letters.count < 3
      ? (tallest?.top ?? 0, tallest?.bottom ?? 0)
      : (middle(letters.map(\.top)), middle(letters.map(\.bottom)))
    let reach = 0.35 * (bottom - top)
    for index in part {
      let centre = words[index].centre
      // What is far off is no part of the line.
      guard centre > top - reach, centre < bottom + reach, words[index].height < 2 * (bottom - top)
      else { continue }
      (words[index].top, words[index].bottom) = (top, bottom)
    }
  }

  private static func middle(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }
}
