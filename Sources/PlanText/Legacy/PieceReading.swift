/// What a piece of text is in an encoding: how well it reads, and as what.
struct PieceReading: Sendable {
  /// How well a piece reads; the raw value is what it costs to read it so.
  enum Quality: UInt8, Sendable {
    /// Syllables only, or nothing that an encoding changes.
    case good = 0
    /// Letters that Vietnamese has, in a word that it has not.
    case foreign = 3
    /// Characters that the encoding does not have.
    case bad = 4
  }

  var quality: Quality
  /// The scalars as the encoding has them.
  var scalars: [UInt32]
}

/// Reads pieces: runs of letters and of characters that may be letters in some encoding.
struct PieceReader: Sendable {
  private let tables = EncodingTables.shared
  private let syllables = Syllables.shared

  /// Whether a character belongs to a piece.
  static func isPart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A: true
    case 0..<0x09, 0x0E..<0x20: true
    case 0..<0x80: false
    // Spaces that no encoding has a letter at.
    case 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: false
    default: true
    }
  }

  /// Whether a character is none that Vietnamese text in Unicode is written with.
  static func isSuspicious(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0xBF: suspicious.c2 >> UInt64(scalar & 0x3F) & 1 == 1
    case 0xC0...0xFF: suspicious.c3 >> UInt64(scalar & 0x3F) & 1 == 1
    // ƒ, Œ, œ, Š, š, Ž, ž, Ÿ: places in fonts.
    case 0x152, 0x153, 0x160, 0x161, 0x178, 0x17D, 0x17E, 0x192: true
    case 0xF020...0xF0FF: true
    default: false
    }
  }

  /// The suspicious characters U+0080–U+00BF and U+00C0–U+00FF, one bit each.
  ///
  /// Not among them: spaces, § ° · « » and the like, which stand in good text, and the letters
  /// that Vietnamese has. Ð stands for Đ in much good text.
  static let suspicious: (c2: UInt64, c3: UInt64) = {
    var c2: UInt64 = 0xFFFF_FFFF
    for scalar in [0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA8, 0xA9, 0xAA, 0xAC, 0xAD, 0xAE, 0xAF]
      + [0xB4, 0xB5, 0xB6, 0xB8, 0xB9, 0xBA, 0xBC, 0xBD, 0xBE, 0xBF]
    {
      c2 |= 1 << UInt64(scalar & 0x3F)
    }
    var c3 = UInt64.max
    for scalar in [0xC0, 0xC1, 0xC2, 0xC3, 0xC8, 0xC9, 0xCA, 0xCC, 0xCD, 0xD0, 0xD2, 0xD3, 0xD4]
      + [0xD5, 0xD7, 0xD9, 0xDA, 0xDD]
    {
      c3 &= ~(1 << UInt64(scalar & 0x3F))
      // Small letters stand 32 places above; ð and ÷ are another matter.
      if scalar != 0xD0, scalar != 0xD7 { c3 &= ~(1 << UInt64((scalar + 0x20) & 0x3F)) }
    }
    return (c2, c3)
  }()

  /// What a piece is as Unicode.
  func asUnicode(_ piece: [UInt32]) -> PieceReading {
    var quality = readLetters(piece)
    if quality == .good, hasCapitalInside(piece) { quality = .foreign }
    let isAlone = piece.count == 1
    // A mark that touches a letter ("Q§") is a letter of a font.
    if !isAlone, piece.contains(where: { Self.isSuspicious($0) || (0xA1...0xBF).contains($0) }) {
      quality = max(quality, .foreign)
    }
    return PieceReading(quality: quality, scalars: piece)
  }

  /// What a piece is in an encoding.
  func read(_ piece: [UInt32], as encoding: LegacyEncoding) -> PieceReading {
    guard let table = tables.table(encoding) else { return asMisreadUTF8(piece) }
    var result: [UInt32] = []
    result.reserveCapacity(piece.count)
    var isBad = false
    var index = 0
    while index < piece.count {
      let scalar = piece[index]
      index += 1
      guard let byte = tables.byte(scalar) else {
        // "ư" is in no font of the old kind; a dash or a quote may be.
        if ScalarFolding.shared.entry(scalar).is(.letter) { isBad = true }
        result.append(scalar)
        continue
      }
      if !table.pairs.isEmpty, index < piece.count, let next = tables.byte(piece[index]),
        let letter = table.pairs[UInt16(byte) << 8 | UInt16(next)]
      {
        result.append(letter)
        index += 1
      } else if table.singles[Int(byte)] != 0 {
        result.append(table.singles[Int(byte)])
      } else {
        if scalar > 0xA0, scalar < 0x100 { isBad = true }
        result.append(scalar)
      }
    }
    return PieceReading(quality: isBad ? .bad : readLetters(result), scalars: result)
  }

  /// What a piece is when its characters are bytes of UTF-8.
  private func asMisreadUTF8(_ piece: [UInt32]) -> PieceReading {
    guard piece.contains(where: { $0 >= 0x80 }) else {
      return PieceReading(quality: .good, scalars: piece)
    }
    var bytes: [UInt8] = []
    for scalar in piece {
      guard scalar < 0xF000, let byte = tables.byte(scalar) else {
        return PieceReading(quality: .bad, scalars: piece)
      }
      bytes.append(byte)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return PieceReading(quality: .bad, scalars: piece)
    }
    let scalars = text.unicodeScalars.map(\.value)
    guard !scalars.contains(where: { $0 >= 0x7F && $0 < 0xA0 }) else {
      return PieceReading(quality: .bad, scalars: piece)
    }
    return PieceReading(quality: readLetters(scalars), scalars: scalars)
  }

  /// Whether each run of letters with one beyond ASCII is a syllable.
  private func readLetters(_ scalars: [UInt32]) -> PieceReading.Quality {
    var index = 0
    while index < scalars.count {
      var end = index
      var isPlain = true
      while end < scalars.count {
        let entry = ScalarFolding.shared.entry(scalars[end])
        guard entry.is(.letter) || entry.is(.combining) else { break }
        if scalars[end] >= 0x80 { isPlain = false }
        end += 1
      }
      if !isPlain, !syllables.contains(scalars.span.extracting(index..<end)) { return .foreign }
      index = end + 1
    }
    return .good
  }

  /// Whether a piece is surely one of Unicode: a word that reads well, or one with a letter that
  /// stands for no byte.
  func isUnicodeWord(_ unicode: PieceReading) -> Bool {
    guard isConvertible(unicode.scalars) else { return true }
    return unicode.quality == .good
      && unicode.scalars.contains {
        $0 >= 0x80 && ScalarFolding.shared.entry($0).is(.letter)
      }
  }

  /// Whether all letters may stand for bytes.
  func isConvertible(_ piece: [UInt32]) -> Bool {
    piece.allSatisfy {
      tables.byte($0) != nil || !ScalarFolding.shared.entry($0).is(.letter)
    }
  }

  /// Whether a capital beyond ASCII follows a small letter: "thÓ".
  private func hasCapitalInside(_ scalars: [UInt32]) -> Bool {
    var wasSmall = false
    for scalar in scalars {
      let entry = ScalarFolding.shared.entry(scalar)
      if wasSmall, scalar >= 0x80, entry.isIn(FoldedScalar.upper), !entry.is(.combining) {
        return true
      }
      wasSmall = entry.isIn(FoldedScalar.lower) && !entry.is(.combining)
    }
    return false
  }
}

private func max(
  _ one: PieceReading.Quality, _ other: PieceReading.Quality
) -> PieceReading.Quality {
  one.rawValue >= other.rawValue ? one : other
}
