import Foundation

@testable import PlanText

/// Writes Unicode text in a legacy encoding: the tables the other way round.
struct LegacyEncoder {
  /// The bytes of each scalar, the shortest and first of them.
  private var codes: [UInt32: [UInt8]] = [:]
  private let encoding: LegacyEncoding

  init(_ encoding: LegacyEncoding) {
    self.encoding = encoding
    guard let table = EncodingTables.shared.table(encoding) else { return }
    for (byte, scalar) in table.singles.enumerated() where scalar != 0 {
      codes[scalar] = [UInt8(byte)]
    }
    for (pair, scalar) in table.pairs {
      // A capital has its mark as a capital: "UÛY".
      let isCapital = pair & 0x2000 == 0
      if isCapital == (pair & 0x20 == 0) { codes[scalar] = [UInt8(pair >> 8), UInt8(pair & 0xFF)] }
    }
  }

  /// The bytes of a text; TCVN3 has small letters where it lacks capitals.
  func bytes(_ text: String) -> [UInt8] {
    if encoding == .utf8 { return Array(text.utf8) }
    var result: [UInt8] = []
    for character in text.precomposedStringWithCanonicalMapping {
      for scalar in parts(String(character)) {
        if scalar < 0x80 {
          result.append(UInt8(scalar))
        } else if let code = codes[scalar] {
          result += code
        } else if let code = codes[lower(scalar)] {
          result += code
        } else {
          result.append(EncodingTables.shared.byte(scalar) ?? 0x3F)
        }
      }
    }
    return result
  }

  /// The text as the Western characters of its bytes.
  func western(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        bytes(text).compactMap { Unicode.Scalar(EncodingTables.shared.scalar($0)) }))
  }

  /// The scalars that the encoding writes one after the other.
  private func parts(_ character: String) -> [UInt32] {
    let scalars = character.unicodeScalars.map(\.value)
    guard encoding == .windows1258, let first = scalars.first, first >= 0x80, codes[first] == nil
    else { return scalars }
    // The tone apart from the vowel, whose circumflex or horn stays.
    let all = character.decomposedStringWithCanonicalMapping.unicodeScalars.map(\.value)
    let tones: Set<UInt32> = [0x300, 0x301, 0x303, 0x309, 0x323]
    let vowel = String(
      String.UnicodeScalarView(all.filter { !tones.contains($0) }.compactMap(Unicode.Scalar.init)))
    return vowel.precomposedStringWithCanonicalMapping.unicodeScalars.map(\.value)
      + all.filter(tones.contains)
  }

  private func lower(_ scalar: UInt32) -> UInt32 {
    Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar
  }
}
