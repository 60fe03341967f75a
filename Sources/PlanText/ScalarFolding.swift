/// The tables that fold a scalar: one entry for each that Vietnamese text is likely to hold.
///
/// Entries 0...0x7FF are indexed by the scalar; the pages of 64 behind them hold what three bytes
/// spell most often. Any other scalar is worked out when it is met, by the same function.
struct ScalarFolding: Sendable {
  static let shared = ScalarFolding()

  /// The entries of 0...0x7FF, then the pages.
  let entries: [FoldedScalar]
  /// For each 64 scalars of the first plane, where their page begins in `entries`, by 64; or 0.
  let pages: [UInt8]

  init() {
    var entries = (UInt32(0)..<0x800).map(Self.fold)
    var pages = [UInt8](repeating: 0, count: 1024)
    // Vietnamese letters; dashes and quotes; the minus sign; shapes used as bullets;
    // ideographic space; full-width letters, digits and marks.
    for block in [0x1E00..<0x1F00, 0x2000..<0x2080, 0x2200..<0x2240, 0x2580..<0x2600] as [Range]
      + [0x3000..<0x3040, 0xFE40..<0xFE80, 0xFF00..<0xFF80]
    {
      for page in stride(from: block.lowerBound, to: block.upperBound, by: 64) {
        pages[page / 64] = UInt8(entries.count / 64)
        entries += (UInt32(page)..<UInt32(page + 64)).map(Self.fold)
      }
    }
    self.entries = entries
    self.pages = pages
  }

  /// Works out the entry of one scalar.
  static func fold(_ value: UInt32) -> FoldedScalar {
    guard let scalar = Unicode.Scalar(value) else { return .invalid }
    if let special = special(value) { return special }
    let category = scalar.properties.generalCategory
    switch category {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator:
      return FoldedScalar(.space, folded: 0x20)
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      return letter(scalar, category)
    case .nonspacingMark, .enclosingMark, .spacingMark:
      return FoldedScalar(
        .combining, folded: value, shape: FoldedScalar.upper | FoldedScalar.lower)
    default:
      return FoldedScalar(.mark, folded: value)
    }
  }

  /// The entry of a letter: lower case, with its tone taken off.
  private static func letter(
    _ scalar: Unicode.Scalar, _ category: Unicode.GeneralCategory
  ) -> FoldedScalar {
    var folded = scalar.value
    if category != .lowercaseLetter, category != .otherLetter {
      let mapped = scalar.properties.lowercaseMapping.unicodeScalars
      // One letter that maps to two (Turkish I with a dot) stays as it is.
      if mapped.count == 1 { folded = mapped.first?.value ?? folded }
    }
    // Ð (eth) and Ɖ (African d) stand for the Vietnamese letter in many documents.
    if folded == 0xF0 || folded == 0x256 { folded = 0x111 }
    // "dƣới": the letter that old fonts have in the place of "ư".
    if folded == 0x1A3 { folded = 0x1B0 }
    let (base, tone) = toneless(folded)
    var shape = category == .uppercaseLetter ? FoldedScalar.upper : FoldedScalar.lower
    if base < 0x80, tone == 0, romanLetters.contains(UInt8(base)) { shape |= FoldedScalar.roman }
    return FoldedScalar(.letter, folded: base, tone: tone, shape: shape)
  }

  /// Entries that no property of Unicode tells.
  private static func special(_ value: UInt32) -> FoldedScalar? {
    switch value {
    case 0x09...0x0D, 0x85: FoldedScalar(.space, folded: 0x20)
    case 0x30...0x39: FoldedScalar(.digit, folded: value)
    // Soft hyphen, zero-width space and joiners, writing direction, byte order mark.
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF:
      FoldedScalar(.skipped, folded: 0)
    // "30ºC": ordinal signs are letters to Unicode alone.
    case 0xAA, 0xBA: FoldedScalar(.mark, folded: value)
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: FoldedScalar(.mark, folded: 0x2D)
    case 0xAB, 0xBB, 0x201C...0x201F: FoldedScalar(.mark, folded: 0x22)
    case 0x2018...0x201B: FoldedScalar(.mark, folded: 0x27)
    // "05/3⁄2026": strokes of fractions and divisions.
    case 0x2044, 0x2215: FoldedScalar(.mark, folded: 0x2F)
    // Full-width forms stand 0xFEE0 above their ASCII.
    case 0xFF01...0xFF5E: fold(value - 0xFEE0)
    default: nil
    }
  }

  /// The letter without its tone, and the tone.
  private static func toneless(_ letter: UInt32) -> (base: UInt32, tone: UInt32) {
    // No other block has Vietnamese vowels.
    guard (0xE0...0x169).contains(letter) || (0x1EA0...0x1EFF).contains(letter) else {
      return (letter, 0)
    }
    for (base, toned) in tonedVowels {
      if let tone = toned.firstIndex(of: letter) { return (base, UInt32(tone) + 1) }
    }
    return (letter, 0)
  }

  /// The letter of the Latin alphabet under a folded letter of the Vietnamese one: a for "ă" and "â".
  static func letter(of folded: UInt32) -> UInt32 {
    switch folded {
    case 0x103, 0xE2: 0x61
    case 0xEA: 0x65
    case 0xF4, 0x1A1: 0x6F
    case 0x1B0: 0x75
    case 0x111: 0x64
    default: folded
    }
  }

  private static let romanLetters = Array("ivxlcdm".utf8)

  /// Each vowel with its five tones: grave, acute, hook, tilde, dot below.
  private static let tonedVowels: [(base: UInt32, toned: [UInt32])] = [
    (0x61, [0xE0, 0xE1, 0x1EA3, 0xE3, 0x1EA1]),
    (0x103, [0x1EB1, 0x1EAF, 0x1EB3, 0x1EB5, 0x1EB7]),
    (0xE2, [0x1EA7, 0x1EA5, 0x1EA9, 0x1EAB, 0x1EAD]),
    (0x65, [0xE8, 0xE9, 0x1EBB, 0x1EBD, 0x1EB9]),
    (0xEA, [0x1EC1, 0x1EBF, 0x1EC3, 0x1EC5, 0x1EC7]),
    (0x69, [0xEC, 0xED, 0x1EC9, 0x129, 0x1ECB]),
    (0x6F, [0xF2, 0xF3, 0x1ECF, 0xF5, 0x1ECD]),
    (0xF4, [0x1ED3, 0x1ED1, 0x1ED5, 0x1ED7, 0x1ED9]),
    (0x1A1, [0x1EDD, 0x1EDB, 0x1EDF, 0x1EE1, 0x1EE3]),
    (0x75, [0xF9, 0xFA, 0x1EE7, 0x169, 0x1EE5]),
    (0x1B0, [0x1EEB, 0x1EE9, 0x1EED, 0x1EEF, 0x1EF1]),
    (0x79, [0x1EF3, 0xFD, 0x1EF7, 0x1EF9, 0x1EF5]),
  ]
}
