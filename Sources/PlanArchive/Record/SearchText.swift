import PlanText

/// The words of the full-text index and of questions put to it.
enum SearchText {
  /// The bytes of a text with đ and Đ as d: the index folds every other letter itself.
  static func indexed(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8)
    guard bytes.contains(where: { $0 == 0xC4 }) else { return bytes }
    var end = 0
    var index = 0
    while index < bytes.count {
      let isLetter =
        bytes[index] == 0xC4 && index + 1 < bytes.count
        && (bytes[index + 1] == 0x90 || bytes[index + 1] == 0x91)
      bytes[end] = isLetter ? UInt8(ascii: "d") : bytes[index]
      index += isLetter ? 2 : 1
      end += 1
    }
    bytes.removeLast(bytes.count - end)
    return bytes
  }

  /// The words of a text that have marks, each with its marks as digits behind it, which the index
  /// does not fold: "phòng" is "phong1".
  static func marked(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for word in words(text) where word.utf8.contains(where: { $0 >= 0x80 }) {
      let code = Phrase(word).code
      guard !code.isEmpty else { continue }
      if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
      bytes += code
    }
    return bytes
  }

  /// The words of a text, as the index cuts them.
  static func words(_ text: String) -> [Substring] {
    text.split { character in
      !character.isLetter && !character.isNumber
    }
  }

  /// Whether words stand in a text one after the other: a word that was typed with marks must have
  /// just these ("phòng"), one without ("phong") any.
  static func contains(_ text: String, phrase: [Phrase]) -> Bool {
    guard phrase.contains(where: \.isMarked) else { return true }
    let found = words(text).map { Phrase($0) }
    guard found.count >= phrase.count else { return false }
    return (0...(found.count - phrase.count)).contains { start in
      zip(phrase, found[start...]).allSatisfy { wanted, there in
        wanted.isMarked ? wanted.key == there.key : wanted.bare == there.bare
      }
    }
  }

  /// One word of a phrase that is looked for.
  struct Phrase: Sendable {
    /// The word with case folded and the tone mark at one place: "hoà" is "hòa".
    let key: [UInt8]
    /// The word without any marks.
    let bare: [UInt8]

    /// Whether it has marks.
    var isMarked: Bool { key != bare }
    /// The word as `marked` tells it; empty when nothing but a barred letter marks it, which the
    /// index takes for a plain one.
    let code: [UInt8]

    init(_ word: some StringProtocol) {
      key = foldedKey(word.utf8)
      var bare: [UInt8] = []
      var marks: [UInt8] = []
      for scalar in String(decoding: key, as: UTF8.self).unicodeScalars {
        // Tones are told as 1...5 behind the letters.
        if scalar.value < 6 {
          marks.append(UInt8(ascii: "0") + UInt8(scalar.value))
          continue
        }
        bare.append(contentsOf: String(Self.plain(scalar)).utf8)
        if let mark = Self.mark(scalar) { marks.append(mark) }
      }
      self.bare = bare
      code = marks.isEmpty ? [] : bare + marks
    }

    /// The digit of a circumflex, a horn or a breve.
    private static func mark(_ scalar: Unicode.Scalar) -> UInt8? {
      switch scalar.value {
      case 0xE2, 0xEA, 0xF4: UInt8(ascii: "6")
      case 0x1A1, 0x1B0: UInt8(ascii: "7")
      case 0x103: UInt8(ascii: "8")
      default: nil
      }
    }

    /// The letter without breve, circumflex, horn or stroke.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
      switch scalar.value {
      case 0xE2, 0x103: "a"
      case 0xEA: "e"
      case 0xF4, 0x1A1: "o"
      case 0x1B0: "u"
      case 0x111: "d"
      default: scalar
      }
    }
  }
}
