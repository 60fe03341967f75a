import PlanText

/// Words that a cell breaks because it is narrower than they are: "STT", "Quý III/2026".
enum NarrowCell {
  /// The room that a cell leaves beside its text, with some tolerance, in points.
  private static let padding = 14.0

  /// Whether a row of a cell of some width ends within a word that the next goes on with.
  ///
  /// Such a word stands alone on its row, for it would have begun a row of its own else, and fills
  /// it: no letter more found room.
  static func cuts(_ row: WordRow, before next: WordRow, width: Double) -> Bool {
    guard row.words.count == 1 else { return false }
    let (word, rest) = (row.words[0], next.words[0])
    let letter = (rest.right - rest.left) / Double(max(1, rest.text.count))
    guard row.right - row.left + letter + padding > width else { return false }
    return isOne(word.text, rest.text)
  }

  /// Whether two texts are parts of one: digits of one number, letters of one syllable.
  private static func isOne(_ left: String, _ right: String) -> Bool {
    guard let last = left.last, let first = right.first else { return false }
    if first == "%" { return last.isNumber }
    if first.isNumber {
      if last.isNumber { return true }
      return (last == "." || last == ",") && left.dropLast().last?.isNumber == true
    }
    let head = String(left.reversed().prefix(while: \.isLetter).reversed())
    let tail = String(right.prefix(while: \.isLetter))
    guard !head.isEmpty, !tail.isEmpty else { return false }
    let areSyllables = Syllables.isOne(head) && Syllables.isOne(tail)
    if head.allSatisfy(\.isUppercase), tail.allSatisfy(\.isUppercase) {
      // "S", "T", "T" and "II", "I"
      return tail.count == 1 && head.count < 4 || !areSyllables && Syllables.isOne(head + tail)
    }
    return !areSyllables && Syllables.isOne(head + tail)
  }
}
