/// The letters of a syllable as numbers, by which words are looked up: case does not count.
package struct SyllableKey: Sendable {
  /// Of the letters without their marks.
  private var plain: UInt64 = 0
  /// Of the letters with their marks and the tone.
  private var whole: UInt64 = 0

  /// `nil` when the bytes from `start` to `end` are no syllable: none, many, or with something else
  /// than letters in them.
  package init?(_ bytes: [UInt8], from start: Int, to end: Int) {
    var (plain, whole, count) = (UInt64(0), UInt64(0), 0)
    unsafe ScalarReader.read(bytes, end: end) { read in
      var index = start
      while index < end, count <= MarkedLetter.mostOfSyllable {
        let (entry, length) = unsafe read(index)
        guard entry.is(.letter) else {
          count = 0
          return
        }
        plain = plain &* Self.factor &+ UInt64(MarkedLetter.base(of: entry.folded))
        whole = whole &* Self.factor &+ UInt64(entry.folded << 3 | entry.tone)
        index += length
        count += 1
      }
    }
    guard count > 0, count <= MarkedLetter.mostOfSyllable else { return nil }
    (self.plain, self.whole) = (plain, whole)
  }

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes, from: 0, to: bytes.count)
  }

  /// The key of a word of two syllables by its letters without marks.
  static func plain(_ first: SyllableKey, _ second: SyllableKey) -> UInt64 {
    (first.plain &* factor &+ 0x20) &* factor ^ second.plain
  }

  /// The key of a word of two syllables as it is written.
  static func whole(_ first: SyllableKey, _ second: SyllableKey) -> UInt64 {
    (first.whole &* factor &+ 0x20) &* factor ^ second.whole
  }

  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
}
