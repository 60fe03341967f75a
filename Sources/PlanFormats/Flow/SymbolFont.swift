/// The marks of fonts whose letters are pictures (Symbol, Wingdings) as characters.
enum SymbolFont {
  /// Whether a font is one of them.
  static func isOne(_ font: String) -> Bool {
    let font = font.lowercased()
    return font == "symbol" || font.hasPrefix("wingdings") || font == "webdings"
  }

  /// The character for a code of a font; the code is in the private use area or is its last byte.
  ///
  /// - Returns: The character, or `nil` when the font is none of these or the mark is not known.
  static func character(_ code: UInt32, font: String) -> Unicode.Scalar? {
    let byte = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code
    let font = font.lowercased()
    if font == "symbol" { return symbol[byte].flatMap(Unicode.Scalar.init) }
    if font.hasPrefix("wingdings") { return wingdings[byte].flatMap(Unicode.Scalar.init) }
    return nil
  }

  /// A text with the marks of such fonts as what they usually show, where it does not say the font.
  ///
  /// Several in a row are letters of a font that tells them wrongly, and stay.
  static func plain(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0xEF) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    func isPrivate(_ place: Int) -> Bool {
      place >= 0 && place + 2 < bytes.count && bytes[place] == 0xEF
        && (0x80...0x83).contains(bytes[place + 1])
    }
    while index < bytes.count {
      guard isPrivate(index), !isPrivate(index + 3), !isPrivate(index - 3) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let code = UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
      if let scalar = usual[code].flatMap(Unicode.Scalar.init) {
        result += String(Character(scalar)).utf8
      } else {
        result += bytes[index..<(index + 3)]
      }
      index += 3
    }
    return result
  }

  /// What the codes that lists use most show, in whichever of the fonts.
  private static let usual: [UInt32: UInt32] = [
    0x2D: 0x2D, 0x2B: 0x2B, 0x2A: 0x2A, 0x6C: 0x25CF, 0x6E: 0x25A0, 0x6F: 0x25A1, 0x71: 0x25A1,
    0x75: 0x25C6, 0x76: 0x2756, 0x77: 0x25C6, 0xA3: 0x2264, 0xA7: 0x25AA, 0xA8: 0x25A1,
    0xB0: 0xB0, 0xB1: 0xB1, 0xB3: 0x2265, 0xB4: 0xD7, 0xB7: 0x2022, 0xD8: 0x27A2, 0xDC: 0x27A4,
    0xE0: 0x2192, 0xE8: 0x2794, 0xF0: 0x21E8, 0xFC: 0x2713, 0xFE: 0x2611,
  ]

  /// A bullet of a list as a plain mark: those of the private use area by what they look like.
  static func bullet(_ text: String, font: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      let isPrivate = scalar.value >= 0xF000 && scalar.value <= 0xF0FF
      if isPrivate || (isOne(font) && scalar.value < 0x100) {
        // Where the font is not named, the codes that lists use most are Symbol's and Wingdings'.
        let found =
          character(scalar.value, font: font) ?? character(scalar.value, font: "symbol")
          ?? character(scalar.value, font: "wingdings")
        plain.unicodeScalars.append(found ?? "\u{2022}")
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }

  private static let symbol: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [
      0xA3: 0x2264, 0xA5: 0x221E, 0xA7: 0x2663, 0xA8: 0x2666, 0xAB: 0x2194, 0xAC: 0x2190,
      0xAD: 0x2191, 0xAE: 0x2192, 0xAF: 0x2193, 0xB0: 0x00B0, 0xB1: 0x00B1, 0xB2: 0x2033,
      0xB3: 0x2265, 0xB4: 0x00D7, 0xB7: 0x2022, 0xB8: 0x00F7, 0xB9: 0x2260, 0xBA: 0x2261,
      0xBB: 0x2248, 0xBC: 0x2026, 0xD6: 0x221A, 0xD7: 0x22C5, 0xDB: 0x21D4, 0xDE: 0x21D2,
      0xE5: 0x2211, 0x57: 0x03A9, 0x2D: 0x2D,
    ]
    // Digits and marks that stand where ASCII has them.
    for code in [0x20, 0x21, 0x23, 0x25, 0x26, 0x28, 0x29, 0x2B, 0x2C, 0x2E, 0x2F] as [UInt32] {
      table[code] = code
    }
    for code in 0x30...0x3F as ClosedRange<UInt32> { table[code] = code }
    for (letter, greek) in zip("abgdezhqiklmnxoprstufcyw".unicodeScalars, greekOrder) {
      table[letter.value] = greek
    }
    return table
  }()

  /// Small Greek letters in the order of the Latin letters that Symbol has them under.
  private static let greekOrder: [UInt32] = [
    0x3B1, 0x3B2, 0x3B3, 0x3B4, 0x3B5, 0x3B6, 0x3B7, 0x3B8, 0x3B9, 0x3BA, 0x3BB, 0x3BC, 0x3BD,
    0x3BE, 0x3BF, 0x3C0, 0x3C1, 0x3C3, 0x3C4, 0x3C5, 0x3C6, 0x3C7, 0x3C8, 0x3C9,
  ]

  private static let wingdings: [UInt32: UInt32] = [
    0x22: 0x2702, 0x28: 0x260E, 0x2A: 0x2709, 0x2D: 0x2D, 0x4A: 0x263A, 0x6C: 0x25CF, 0x6E: 0x25A0,
    0x6F: 0x25A1, 0x71: 0x25A1, 0x73: 0x25C6, 0x74: 0x25C6, 0x75: 0x25C6, 0x76: 0x2756,
    0x77: 0x25C6, 0x9F: 0x2022, 0xA0: 0x25AA, 0xA1: 0x25CB, 0xA7: 0x25AA, 0xA8: 0x25A1,
    0xD8: 0x27A2, 0xDC: 0x27A4, 0xDF: 0x2190, 0xE0: 0x2192, 0xE8: 0x2794, 0xF0: 0x21E8,
    0xFB: 0x2717, 0xFC: 0x2713, 0xFD: 0x2612, 0xFE: 0x2611,
  ]
}
