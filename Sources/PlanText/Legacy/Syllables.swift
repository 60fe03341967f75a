/// Which spellings are syllables of Vietnamese: onset, rime and tone.
package struct Syllables: Sendable {
  static let shared = Syllables()

  /// The letters that syllables are written with get the numbers 1...31, five bits each.
  private static let letters: [UInt32] =
    Array("abcdeghiklmnopqrstuvxy".unicodeScalars).map(\.value)
    + [0x103, 0xE2, 0x111, 0xEA, 0xF4, 0x1A1, 0x1B0]

  /// The number of each letter below U+0200.
  private let numbers: [UInt8]
  /// Whether each onset stands before front vowels, and before others.
  private let onsets: [UInt64: (front: Bool, back: Bool)]
  /// Whether a stop closes each rime.
  private let rimes: [UInt64: Bool]
  private let frontVowels: [UInt64]

  /// Reads `encodings/syllables.list`.
  private init() {
    var numbers = [UInt8](repeating: 0, count: 0x200)
    for (index, letter) in Self.letters.enumerated() { numbers[Int(letter)] = UInt8(index + 1) }
    self.numbers = numbers
    func spelling(_ word: [UInt8]) -> UInt64 {
      String(decoding: word, as: UTF8.self).unicodeScalars.reduce(0) { sum, scalar in
        sum << 5 | UInt64(scalar.value < 0x200 ? numbers[Int(scalar.value)] : 0)
      }
    }
    var sets: [String: [[UInt8]]] = [:]
    for line in EncodingFile("syllables.list").lines {
      guard let name = line.first else { continue }
      sets[String(decoding: name, as: UTF8.self), default: []] += line.dropFirst()
    }
    let front = Set(sets["front", default: []].map(spelling))
    let back = Set(sets["back", default: []].map(spelling))
    var onsets: [UInt64: (front: Bool, back: Bool)] = [:]
    for onset in sets["onsets", default: []].map(spelling) {
      onsets[onset] = (!back.contains(onset), !front.contains(onset))
    }
    self.onsets = onsets
    let stops = sets["stops", default: []]
    var rimes: [UInt64: Bool] = [:]
    for rime in sets["rimes", default: []] {
      let isStopped = stops.contains { rime.ends(with: $0) }
      rimes[spelling(rime)] = isStopped || rimes[spelling(rime)] == true
    }
    self.rimes = rimes
    frontVowels = [0x65, 0xEA, 0x69, 0x79].map { UInt64(numbers[$0]) }
  }

  /// Whether scalars are one syllable, composed or with one combining tone mark.
  func contains(_ word: Span<UInt32>) -> Bool {
    guard word.count <= 9 else { return false }
    var spelling: UInt64 = 0
    var length = 0
    var tone: UInt32 = 0
    for index in word.indices {
      let scalar = word[index]
      let entry = ScalarFolding.shared.entry(scalar)
      var added = entry.tone
      if entry.is(.combining) {
        added = Self.tone(ofMark: scalar)
        guard added != 0 else { return false }
      } else {
        guard entry.folded < 0x200 else { return false }
        let number = numbers[Int(entry.folded)]
        guard number != 0 else { return false }
        spelling = spelling << 5 | UInt64(number)
        length += 1
      }
      if added != 0 {
        guard tone == 0 else { return false }
        tone = added
      }
    }
    return isSyllable(spelling, length, tone)
  }

  private func isSyllable(_ spelling: UInt64, _ length: Int, _ tone: UInt32) -> Bool {
    for onsetLength in stride(from: min(3, length - 1), through: 0, by: -1) {
      let shift = UInt64(5 * (length - onsetLength))
      let onset = spelling >> shift
      let rime = spelling & (1 << shift - 1)
      let stands = onsetLength == 0 ? (true, true) : onsets[onset]
      guard let (front, back) = stands, let isStopped = rimes[rime] else { continue }
      // 2 is sắc, 5 nặng.
      if isStopped, tone != 2, tone != 5 { continue }
      if frontVowels.contains(rime >> (shift - 5)) ? front : back { return true }
    }
    return false
  }

  /// The tone of a combining mark, numbered as in `FoldedScalar`.
  private static func tone(ofMark scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x300: 1
    case 0x301: 2
    case 0x309: 3
    case 0x303: 4
    case 0x323: 5
    default: 0
    }
  }
}

extension Array where Element: Equatable {
  fileprivate func ends(with end: [Element]) -> Bool { suffix(end.count).elementsEqual(end) }
}

extension Syllables {
  /// Whether a word is a syllable, whatever its case.
  package static func isOne(_ word: String) -> Bool {
    let scalars = word.unicodeScalars.map(\.value)
    return shared.contains(scalars.span)
  }
}
