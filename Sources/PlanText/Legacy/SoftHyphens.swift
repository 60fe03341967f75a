/// Puts back the letter that TCVN3 has at the place of the soft hyphen, where a program dropped it.
///
/// "Tr­íc" reads "Trước"; without its soft hyphen it is "Tríc", which is no syllable. The letter is
/// put back only where a single place makes a syllable of a word that is none.
struct SoftHyphens {
  /// The letter at the place of the soft hyphen.
  private static let letter: UInt32 = 0x1B0

  private let syllables = Syllables.shared

  /// Whether a text has none, so that they are lost when it is long enough to need some.
  static func areMissing(_ text: [UInt8]) -> Bool {
    var last: UInt8 = 0
    for byte in text {
      if byte == 0xAD, last == 0xC2 { return false }
      last = byte
    }
    return true
  }

  /// The word with its letter, when there is one place for it.
  func mend(_ word: [UInt32]) -> [UInt32]? {
    guard (2...7).contains(word.count), !syllables.contains(word.span) else { return nil }
    // "TH" may be an abbreviation; "th" is none.
    guard word.contains(where: { ScalarFolding.shared.entry($0).isIn(FoldedScalar.lower) }) else {
      return nil
    }
    var found: [UInt32]?
    for place in 0...word.count {
      var mended = word
      mended.insert(Self.letter, at: place)
      guard syllables.contains(mended.span) else { continue }
      guard found == nil else { return nil }
      found = mended
    }
    return found
  }
}
