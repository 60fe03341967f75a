/// What a token is.
public enum TokenKind: Sendable {
  /// A run of letters: a Vietnamese syllable, a word, an abbreviation.
  case syllable
  /// A run of ASCII digits (full-width digits count as digits).
  case number
  /// One character that is neither letter, digit nor white space.
  case mark

  /// Its number among the kinds.
  public var number: UInt32 {
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
///
/// It is public since the compiler looks into public functions of another module and into no
/// others: its kind and shape are asked of every token, many times.
public struct Token: Sendable, Equatable {
  /// The byte offset of its first byte in the canonical text.
  public var start: Int32
  /// The byte offset after its last byte.
  public var end: Int32
  /// What rules see of it in one number: bits 0–4 its shape, 5–6 its kind, 7–31 its key.
  public private(set) var symbol: UInt32

  /// The vocabulary's key for it.
  public var key: UInt32 {
    get { symbol >> 7 }
    set { symbol = newValue << 7 | symbol & 0x7F }
  }

  /// Whether a rule names it.
  public var isKnown: Bool { key != 0 }

  /// What it is.
  public var kind: TokenKind {
    switch symbol >> 5 & 3 {
    case 0: .syllable
    case 1: .number
    default: .mark
    }
  }

  /// Shape bits.
  public var shape: Shape {
    get { Shape(rawValue: UInt8(truncatingIfNeeded: symbol & 31)) }
    set { symbol = symbol & ~31 | UInt32(newValue.rawValue & 31) }
  }

  /// How the token is written.
  public struct Shape: OptionSet, Sendable {
    /// The bits.
    public var rawValue: UInt8
    /// A shape of some bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Whether it has all bits of another.
    public func contains(_ other: Shape) -> Bool { rawValue & other.rawValue == other.rawValue }
    /// White space (or the line's start) stands before it.
    public static var spaced: Shape { Shape(rawValue: 1) }
    /// A syllable whose letters are all capitals ("UBND", "A").
    public static var upper: Shape { Shape(rawValue: 2) }
    /// A syllable that begins with a capital ("Thái", "UBND").
    public static var capitalized: Shape { Shape(rawValue: 4) }
    /// A syllable that is a well-formed Roman numeral in one case (I, IV, xii).
    public static var roman: Shape { Shape(rawValue: 8) }
    /// A syllable of one letter.
    public static var single: Shape { Shape(rawValue: 16) }
  }

  /// A token of a key, kind and shape.
  public init(start: Int, end: Int, key: UInt32, kind: TokenKind, shape: Shape) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    symbol = key << 7 | kind.number << 5 | UInt32(shape.rawValue & 31)
  }

  /// A token of what rules see of it, with further bits of its shape.
  init(start: Int, end: Int, symbol: UInt32, _ shape: Shape) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.symbol = symbol | UInt32(shape.rawValue & 31)
  }
}
