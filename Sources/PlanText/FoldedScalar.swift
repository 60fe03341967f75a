/// What the tokenizer knows of one scalar, packed into a word: its class, folded form and tone.
struct FoldedScalar: Sendable, Equatable {
  var rawValue: UInt32

  /// What a scalar does to the token it meets.
  enum Class: UInt32 {
    /// White space of any kind: ends a token, and the next one is `spaced`.
    case space = 0
    /// Zero-width marks and soft hyphens: as if they were not there.
    case skipped = 1
    case letter = 2
    case digit = 3
    case mark = 4
    /// A combining mark: belongs to the syllable before it, else it is a mark.
    case combining = 5
  }

  // Bits 0-20 the folded scalar, 21-23 the tone, 24-26 the class, 27-29 flags.
  static let scalarMask: UInt32 = 0x1F_FFFF
  static let upperFlag: UInt32 = 1 << 27
  static let romanFlag: UInt32 = 1 << 28

  /// What an invalid byte is read as.
  static let invalid = FoldedScalar(.mark, folded: 0xFFFD)

  init(_ kind: Class, folded: UInt32, tone: UInt32 = 0, upper: Bool = false, roman: Bool = false) {
    rawValue =
      (folded & Self.scalarMask) | (tone & 7) << 21 | kind.rawValue << 24
      | (upper ? Self.upperFlag : 0) | (roman ? Self.romanFlag : 0)
  }

  /// The class; an unknown number cannot arise, since only `init` above makes one.
  @inline(__always) var classRaw: UInt32 { (rawValue >> 24) & 7 }
  /// The scalar without case and tone.
  @inline(__always) var folded: UInt32 { rawValue & Self.scalarMask }
  /// 0 none, 1 grave (huyền), 2 acute (sắc), 3 hook (hỏi), 4 tilde (ngã), 5 dot below (nặng).
  @inline(__always) var tone: UInt32 { (rawValue >> 21) & 7 }

  @inline(__always) func `is`(_ kind: Class) -> Bool { classRaw == kind.rawValue }
}
