/// What a token is.
///
/// What is asked of every token in other modules (of it, its kind and its shape) is inlinable.
package enum TokenKind: UInt8, Sendable {
  /// A run of letters: a Vietnamese syllable, a word, an abbreviation.
  case syllable
  /// A run of ASCII digits (full-width digits count as digits).
  case number
  /// One character that is neither letter, digit nor white space.
  case mark

  @inlinable package static func == (left: TokenKind, right: TokenKind) -> Bool {
    left.number == right.number
  }

  /// Its raw value.
  @inlinable package var number: UInt8 {
    switch self {
    case .syllable: 0
    case .number: 1
    case .mark: 2
    }
  }
}

/// A token of the canonical text: what it is, where it stands, and the key that rules match.
///
/// There are no tokens for white space: `spaced` says that some stands before the token.
/// Zero-width marks and soft hyphens are skipped as if they were not there.
package struct Token: Sendable, Equatable {
  /// The byte offset of its first byte in the canonical text.
  @usableFromInline package var start: Int32
  /// The byte offset after its last byte.
  @usableFromInline package var end: Int32
  /// The vocabulary's key for it; `Vocabulary.unknown` when no rule names it.
  @usableFromInline package var key: UInt32
  /// What it is.
  @usableFromInline package var kind: TokenKind
  /// Shape bits.
  @usableFromInline package var shape: Shape

  /// How the token is written.
  package struct Shape: OptionSet, Sendable {
    @usableFromInline package var rawValue: UInt8
    @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Whether it has all bits of another.
    @inlinable package func contains(_ other: Shape) -> Bool {
      rawValue & other.rawValue == other.rawValue
    }
    /// White space (or the line's start) stands before it.
    @inlinable package static var spaced: Shape { Shape(rawValue: 1) }
    /// A syllable whose letters are all capitals ("UBND", "A").
    @inlinable package static var upper: Shape { Shape(rawValue: 2) }
    /// A syllable that begins with a capital ("Thái", "UBND").
    @inlinable package static var capitalized: Shape { Shape(rawValue: 4) }
    /// A syllable that is a well-formed Roman numeral in one case (I, IV, xii).
    @inlinable package static var roman: Shape { Shape(rawValue: 8) }
    /// A syllable of one letter.
    @inlinable package static var single: Shape { Shape(rawValue: 16) }
  }

  @inlinable package static func == (left: Token, right: Token) -> Bool {
    left.start == right.start && left.end == right.end && left.key == right.key
      && left.kind == right.kind && left.shape.rawValue == right.shape.rawValue
  }

  package init(start: Int, end: Int, key: UInt32, kind: TokenKind, shape: Shape) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.key = key
    self.kind = kind
    self.shape = shape
  }
}
