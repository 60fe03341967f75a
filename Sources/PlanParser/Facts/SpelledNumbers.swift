import PlanText

/// Numbers that a bracket says again in words: "02 (hai) học sinh".
extension PlanReader {
  /// How many words a bracket may have that says a number again.
  private static var longestSpelling: Int { 8 }

  /// Takes the brackets away that say the number before them again, so that what is counted stands
  /// behind its number.
  func removeSpelledNumbers(from tokens: inout [Token]) {
    guard let words = grammar.list("spelled-numbers") else { return }
    /// The tokens up to a place, once one bracket was taken away.
    var all: [Token] = []
    var taken = 0
    for place in tokens.indices.dropFirst() where isMark(tokens[place], 0x28) {
      guard tokens[place - 1].kind == .number, let end = spellingEnd(place, tokens, words) else {
        continue
      }
      all += tokens[taken..<place]
      taken = end
    }
    if taken > 0 { tokens = all + tokens[taken...] }
  }

  /// The place behind a bracket in which nothing stands but the number before it in words.
  private func spellingEnd(_ open: Int, _ tokens: [Token], _ words: Grammar.List) -> Int? {
    var end = open + 1
    while end < tokens.count, end - open <= Self.longestSpelling,
      let word = grammar.entry(in: words, tokens, at: end)
    {
      end = word.end
    }
    guard end > open + 1, end < tokens.count, isMark(tokens[end], 0x29) else { return nil }
    // "lớp 6 (năm)" says no number again.
    if end == open + 2, let value = number(open + 1, end, tokens),
      value != number(open - 1, open, tokens)
    {
      return nil
    }
    return end + 1
  }
}
