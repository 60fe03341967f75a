/// The words met last, by their bytes as written, with the keys and shapes they had.
///
/// A document says most of its syllables many times; a word that is here need not be folded
/// again. The cache forgets freely and never answers wrongly: it compares all bytes.
package struct WordCache: Sendable {
  /// The longest word that is kept, in bytes.
  static let longest = 16
  private static let bits = 12

  /// A word: its bytes, low first, what rules see of it, and its length.
  ///
  /// Length 0 is an empty place.
  struct Entry {
    var low: UInt64
    var high: UInt64
    var symbol: UInt32
    var length: UInt32
  }

  private var entries: [Entry]

  /// An empty cache.
  package init() {
    entries = [Entry](
      repeating: Entry(low: 0, high: 0, symbol: 0, length: 0),
      count: 1 << Self.bits)
  }

  /// Where a word of these bytes stands when it is kept.
  @inline(__always)
  static func place(_ low: UInt64, _ high: UInt64) -> Int {
    let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> UInt64(64 - bits))
  }

  /// The entry at a place.
  @inline(__always)
  func entry(at place: Int) -> Entry { entries[place] }

  /// Keeps a word in the place of the one that was there.
  mutating func keep(_ entry: Entry, at place: Int) { entries[place] = entry }
}
