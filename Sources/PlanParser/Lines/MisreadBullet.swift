import PlanModel

/// A mark at the beginning of a line that recognition may have made of a bullet.
struct MisreadBullet {
  /// How sure it is by itself.
  enum Kind {
    /// A dash with specks: "-_", "~-", "- -".
    case dashed
    /// A mark that nobody writes there: "©", "¬", "«_".
    case mark
    /// A mark that may be one of the page: ":", "'".
    case speck
    /// A mark that tells who holds the rights: "©".
    case rights
    /// A quotation mark that a blank follows and nothing closes.
    case quote
  }

  /// How sure it is.
  private(set) var kind: Kind
  /// Where all of it stands.
  private(set) var span: ByteSpan
  /// The mark that stands for the bullet.
  private(set) var label: ByteSpan
  /// Where the text begins.
  private(set) var text: Int
  /// Whether a round bullet looks like it rather than a dash.
  private(set) var isRound = false

  /// How many signs it has at most.
  private static let longest = 3

  /// What opens the line under `content`; `nil` for a bullet as it is printed and for text.
  init?(_ bytes: [UInt8], _ content: ByteSpan) {
    var offset = content.start
    var signs: [(scalar: UInt32, span: ByteSpan)] = []
    while offset < content.end, signs.count < Self.longest {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      let isScrap = Self.isLetter(scalar) && Self.isMarked(bytes, offset, length, content.end)
      guard Self.isMark(scalar) || isScrap else { break }
      signs.append((scalar, ByteSpan(offset, offset + length)))
      offset = Blank.trimStart(bytes, from: offset + length, to: content.end)
    }
    guard let last = signs.last, let first = signs.first, offset > last.span.end,
      offset < content.end
    else { return nil }
    let (next, _) = Scalars.decode(bytes, at: offset)
    let isNumber = next >= 0x31 && next <= 0x39 || next == 0x30
    guard LetterCase(next) == .upper || isNumber else { return nil }
    span = ByteSpan(content.start, last.span.end)
    text = offset
    let scalars = signs.map(\.scalar)
    if let dash = signs.first(where: { MarkerReader.bulletKind($0.scalar) == BulletOrder.dash }) {
      guard signs.count > 1 else { return nil }
      (kind, label) = (.dashed, dash.span)
    } else if scalars.contains(where: { Self.isOdd($0) }) {
      // "~ Báo cáo" and "_ Báo cáo" are read as they are; "~ 100 hộ" is about as many.
      guard signs.count > 1 || ![0x7E, 0x5F].contains(first.scalar),
        !isNumber || ![0x7E, 0x3D].contains(last.scalar),
        // "ˆ| Trong đó": the edge of a cell.
        last.scalar != 0x7C
      else { return nil }
      let mark = signs.first { Self.isOdd($0.scalar) } ?? first
      (kind, label) = (mark.scalar == 0xA9 || mark.scalar == 0xAE ? .rights : .mark, mark.span)
      isRound = Self.isRound(mark.scalar)
    } else {
      // Dots alone are bullets only where the document has such.
      guard signs.count == 1, !isNumber, first.scalar != 0x2E else { return nil }
      if Self.isQuote(first.scalar) {
        guard !bytes[offset..<content.end].contains(UInt8(ascii: "\"")),
          !bytes[offset..<content.end].contains(0x9D)
        else { return nil }
        (kind, label) = (.quote, first.span)
      } else {
        (kind, label) = (.speck, first.span)
      }
    }
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    isOdd(scalar) || isSpeck(scalar) || isQuote(scalar)
      || MarkerReader.bulletKind(scalar) == BulletOrder.dash
  }

  /// Signs that open no line, such as ~ or ¬.
  private static func isOdd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x7E, 0x5F, 0x3D, 0xAC, 0x5E, 0x2C6, 0x2DC: true
    default: isRound(scalar)
    }
  }

  private static func isRound(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA9, 0xAE, 0x40, 0xAB, 0xBB, 0x201E, 0xA2: true
    default: false
    }
  }

  /// Quotation marks.
  private static func isQuote(_ scalar: UInt32) -> Bool {
    scalar == 0x22 || scalar == 0x201C || scalar == 0x201D
  }

  /// Signs that stand in texts, too, such as a colon.
  private static func isSpeck(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2E, 0x3A, 0x27, 0x60, 0x2018, 0x2019, 0x7C: true
    default: false
    }
  }

  /// Letters that recognition makes of a part of a mark: s, x, e, o, c.
  private static func isLetter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x73, 0x78, 0x65, 0x6F, 0x63: true
    default: false
    }
  }

  /// Whether an odd mark is glued to the letter at `offset`, and nothing but a blank follows: "s© ".
  private static func isMarked(
    _ bytes: [UInt8], _ offset: Int, _ length: Int, _ end: Int
  ) -> Bool {
    let next = offset + length
    guard next < end else { return false }
    let (scalar, size) = Scalars.decode(bytes, at: next)
    return isOdd(scalar) && next + size < end && bytes[next + size] == 0x20
  }
}
