import PlanText

/// What an automaton sees of a token: its key, kind and shape in one number.
struct Symbol {
  let rawValue: UInt32

  @inline(__always) init(rawValue: UInt32) { self.rawValue = rawValue }

  @inline(__always) init(_ token: Token) { rawValue = token.symbol }

  @inline(__always) var key: UInt32 { rawValue >> Self.keyShift }
  @inline(__always) var isSpaced: Bool { rawValue & Self.spaced != 0 }
  @inline(__always) var isUpper: Bool { rawValue & Self.upper != 0 }

  static let keyShift: UInt32 = 7
  static let keyMask: UInt32 = ~0 << keyShift
  static let kindMask: UInt32 = 3 << 5
  /// How many values the bits below the key have.
  static let shapes = 128

  static let syllable = TokenKind.syllable.number << 5
  static let number = TokenKind.number.number << 5
  static let mark = TokenKind.mark.number << 5
  static let spaced = UInt32(Token.Shape.spaced.rawValue)
  static let upper = UInt32(Token.Shape.upper.rawValue)
  static let capitalized = UInt32(Token.Shape.capitalized.rawValue)
  static let roman = UInt32(Token.Shape.roman.rawValue)
  static let single = UInt32(Token.Shape.single.rawValue)
}
