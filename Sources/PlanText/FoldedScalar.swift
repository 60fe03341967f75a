/// What the tokenizer knows of one scalar, packed into a word: its class, folded form and tone.
struct FoldedScalar: Sendable, Equatable {
  // Bits 0-20 the folded scalar, 21-23 the tone, 24-28 the class, 29-31 how it is written.
  let rawValue: UInt32

  /// What a scalar does to the token it meets: one bit each, and no bit for white space.
  enum Class: UInt32 {
    /// White space of any kind: ends a token, and the next one is `spaced`.
    case space = 0
    /// Zero-width marks and soft hyphens: as if they were not there.
    case skipped = 0x100_0000
    case letter = 0x200_0000
    case digit = 0x400_0000
    case mark = 0x800_0000
    /// A combining mark: belongs to the syllable before it, else it is a mark.
    case combining = 0x1000_0000

    /// The bits of all classes.
    static let all: UInt32 = 0x1F00_0000
  }

  static let scalarMask: UInt32 = 0x1F_FFFF
  /// A capital; combining marks count as both, so that they do not make a word of mixed case.
  static let upper: UInt32 = 1 << 29
  /// A letter that is no capital.
  static let lower: UInt32 = 1 << 30
  /// A letter of Roman numerals.
  static let roman: UInt32 = 1 << 31

  /// What an invalid byte is read as.
  static let invalid = FoldedScalar(.mark, folded: 0xFFFD)

  init(_ kind: Class, folded: UInt32, tone: UInt32 = 0, shape: UInt32 = 0) {
    rawValue = (folded & Self.scalarMask) | (tone & 7) << 21 | kind.rawValue | shape
  }

  /// The scalar without case and tone.
  @inline(__always) var folded: UInt32 { rawValue & Self.scalarMask }
  /// 0 none, 1 grave (huyền), 2 acute (sắc), 3 hook (hỏi), 4 tilde (ngã), 5 dot below (nặng).
  @inline(__always) var tone: UInt32 { (rawValue >> 21) & 7 }

  @inline(__always) var hasTone: Bool { rawValue & 0xE0_0000 != 0 }

  /// Whether it has one of the bits: classes or flags.
  @inline(__always) func isIn(_ bits: UInt32) -> Bool { rawValue & bits != 0 }

  @inline(__always) func `is`(_ kind: Class) -> Bool {
    rawValue & Class.all == kind.rawValue
  }
}
