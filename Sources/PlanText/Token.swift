/// What a token is.
package enum TokenKind: UInt8, Sendable {
  /// A run of letters: a Vietnamese syllable, a word, an abbreviation.
  case syllable
  /// A run of ASCII digits (full-width digits count as digits).
  case number
  /// One character that is neither letter, digit nor white space.
  case mark
}

/// A token of the canonical text: what it is, where it stands, and the key that rules match.
///
/// There are no tokens for white space: `spaced` says that some stands before the token.
/// Zero-width marks and soft hyphens are skipped as if they were not there.
package struct Token: Sendable, Equatable {
  /// The byte offset of its first byte in the canonical text.
  package var start: Int32
  /// The byte offset after its last byte.
  package var end: Int32
  /// The vocabulary's key for it; `Vocabulary.unknown` when no rule names it.
  package var key: UInt32
  /// What it is.
  package var kind: TokenKind
  /// Shape bits.
  package var shape: Shape

  /// How the token is written.
  package struct Shape: OptionSet, Sendable {
    package var rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// White space (or the line's start) stands before it.
    package static let spaced = Shape(rawValue: 1)
    /// A syllable whose letters are all capitals ("UBND", "A").
    package static let upper = Shape(rawValue: 2)
    /// A syllable that begins with a capital ("Thái", "UBND").
    package static let capitalized = Shape(rawValue: 4)
    /// A syllable that is a well-formed Roman numeral in one case (I, IV, xii).
    package static let roman = Shape(rawValue: 8)
    /// A syllable of one letter.
    package static let single = Shape(rawValue: 16)
  }

  package init(start: Int, end: Int, key: UInt32, kind: TokenKind, shape: Shape) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.key = key
    self.kind = kind
    self.shape = shape
  }
}
