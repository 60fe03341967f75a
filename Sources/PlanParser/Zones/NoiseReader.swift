import PlanModel
import PlanText

/// Lines that recognition made of rulings, stamps and pictures.
extension PlanReader {
  /// Whether a line holds marks that no plan is written with, and not one plausible word.
  func isNoise(_ line: Line, _ tokens: [Token]) -> Bool {
    guard line.width < 120, !line.pipe || line.width < 40 else { return false }
    var odd = false
    for token in tokens {
      switch token.kind {
      case .mark: odd = odd || isOdd(markers.scalar(token))
      case .syllable: if isPlausible(token) { return false }
      case .number: continue
      }
    }
    return odd && tokens.contains { $0.kind == .syllable }
  }

  /// Bars, brackets, braces, carets: what the edges of a table become.
  private func isOdd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x5B...0x5E, 0x5F, 0x7B...0x7E, 0xAC, 0xA6, 0x2014, 0x2C6, 0x2DC, 0x25A0: true
    default: false
    }
  }

  /// Whether a word could be Vietnamese: a vowel, at most seven letters, no run of four
  /// consonants, no letter that the alphabet lacks, capitals only at its beginning or throughout.
  func isPlausible(_ token: Token) -> Bool {
    var letters = 0
    var consonants = 0
    var vowels = 0
    var upper = 0
    var offset = Int(token.start)
    while offset < Int(token.end) {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      offset += length
      letters += 1
      if LetterCase(scalar) == .upper { upper += 1 }
      let lower = scalar < 0x80 ? scalar | 0x20 : scalar
      switch lower {
      case 0x66, 0x6A, 0x77, 0x7A, 0x191: return false  // f, j, w, z, Ƒ
      case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79:
        vowels += 1
        consonants = 0
      case 0x80... where lower != 0x111 && lower != 0x110:
        vowels += 1
        consonants = 0
      default:
        consonants += 1
        if consonants > 3 { return false }
      }
    }
    let cased = upper == 0 || upper == letters || (upper == 1 && token.shape.contains(.capitalized))
    return letters > 1 && letters <= 7 && vowels > 0 && cased
  }
}
