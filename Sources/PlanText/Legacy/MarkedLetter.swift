/// A letter of Vietnamese, its shape and its tone apart: "ế" is "e", "ê" and acute.
struct MarkedLetter: Hashable, Sendable {
  /// The letter without marks; `đ` is one of its own.
  let base: UInt32
  /// The letter without its tone.
  let shape: UInt32
  /// 0 for none; numbered as in `FoldedScalar`.
  let tone: UInt32
  /// The small letter as it is written.
  private let written: UInt32

  /// More letters than these no syllable has.
  static let mostOfSyllable = 9

  /// The letters of a syllable; `nil` when it is empty, long or has something else in it.
  static func letters(of text: String) -> [MarkedLetter]? {
    let scalars = text.unicodeScalars
    guard !scalars.isEmpty, scalars.count <= mostOfSyllable else { return nil }
    var letters: [MarkedLetter] = []
    for scalar in scalars {
      let entry = ScalarFolding.shared.entry(scalar.value)
      guard entry.is(.letter) else { return nil }
      letters.append(
        MarkedLetter(
          base: base(of: entry.folded), shape: entry.folded, tone: entry.tone,
          written: scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value))
    }
    return letters
  }

  /// Whether what was read can be what recognition made of what was printed: a tone lost or taken
  /// for another, and of capitals, whose marks stand high and small, any mark.
  static func isDamage(
    _ read: [MarkedLetter], of printed: [MarkedLetter], capitals: Bool
  ) -> Bool {
    zip(read, printed).allSatisfy { read, printed in
      if read.shape == printed.shape && read.tone == printed.tone { return true }
      if printed.tone == 0 { return capitals && read.tone == 0 && read.shape == read.base }
      // Of two marks of a small letter one is overlooked, or the upper one taken for another; its
      // only mark is not.
      return capitals || read.shape == printed.shape && read.shape != read.base
        || read.shape == read.base && printed.shape != read.base && read.tone == printed.tone
    }
  }

  /// Letters in the case of what was read.
  static func text(_ letters: [MarkedLetter], as read: String) -> String {
    var text = ""
    for (letter, character) in zip(letters, read) {
      guard let scalar = Unicode.Scalar(letter.written) else { continue }
      text += character.isUppercase ? scalar.properties.uppercaseMapping : String(scalar)
    }
    return text
  }

  static func base(of shape: UInt32) -> UInt32 {
    switch shape {
    case 0x103, 0xE2: 0x61
    case 0xEA: 0x65
    case 0xF4, 0x1A1: 0x6F
    case 0x1B0: 0x75
    default: shape
    }
  }
}
