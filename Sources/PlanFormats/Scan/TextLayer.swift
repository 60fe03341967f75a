/// Judges the text layer of a file: some writers lose the characters of letters on the way.
enum TextLayer {
  /// Whether letters are missing all over: what is left of syllables has no vowel, and single
  /// consonants stand alone.
  ///
  /// Abbreviations have no vowels either, but are seldom so many.
  static func isBroken(_ pages: [PlacedPage]) -> Bool {
    var count = 0
    var toneless = 0
    var alone = 0
    var isUnit = false
    for word in pages.lazy.flatMap(\.words) {
      let scalars = word.text.unicodeScalars
      // "07 h 30", "5 m": a letter behind a number is a unit.
      let stands = isUnit && scalars.count == 1
      isUnit = word.text.last?.isNumber ?? false
      if stands { continue }
      guard scalars.allSatisfy(\.properties.isAlphabetic) else { continue }
      count += 1
      // Every letter of Vietnamese beyond ASCII is a vowel but one.
      let hasVowel = scalars.contains { scalar in
        scalar.isASCII ? vowels.contains(scalar) : scalar.value | 1 != 0x111
      }
      guard !hasVowel else { continue }
      toneless += 1
      if scalars.count == 1 { alone += 1 }
    }
    return count >= 20 && toneless * 20 > count && alone * 100 > count && alone >= 5
  }

  private static let vowels = Set("aeiouyAEIOUY".unicodeScalars)
}
