/// The keys that the rules of a grammar name, each with a small number.
///
/// It is filled while a grammar is compiled and only read afterwards.
package struct Vocabulary: Sendable {
  /// The key of every token that no rule names.
  package static let unknown: UInt32 = 0

  /// The number of known keys: they are 1...`count`.
  package var count: Int { spellings.count - 1 }

  /// The keys of the ASCII marks, by byte.
  private(set) var asciiKeys = [UInt32](repeating: Self.unknown, count: 128)

  /// Open addressing: the upper half of a slot is that of the hash, the lower half the key.
  private var slots = [UInt64](repeating: 0, count: 256)
  /// The folded scalars of all words, one after the other.
  private var scalars: [UInt32] = []
  /// Where the scalars of a key begin; one more entry than there are keys.
  private var starts: [Int] = [0, 0]
  /// Each word as it was first added.
  private var spellings = [""]
  /// The last word with some letters, by the hash of these, and for each word the one before it
  /// with the same letters, or `unknown`.
  private var lastWithLetters: [UInt64: UInt32] = [:]
  private var beforeWithLetters: [UInt32] = [Self.unknown]
  /// The folded scalars of the word being added.
  private var folded: [UInt32] = []

  /// A vocabulary without words.
  package init() {}

  /// Adds one word, number or mark and returns its key: the one it has or the next.
  ///
  /// No token of 64 letters or more is known, so that such a word is never met.
  package mutating func key(adding word: String) -> UInt32 {
    let bytes = Array(word.utf8)
    // Text is composed before it is cut; what is typed into a rule may not be.
    let composed = Composition.compose(bytes) ?? bytes
    return key(adding: composed, from: 0, to: composed.count)
  }

  /// As `key(adding:)`, for a word that stands in composed text.
  package mutating func key(adding bytes: [UInt8], from start: Int, to end: Int) -> UInt32 {
    foldScalars(bytes, start, end, into: &folded)
    guard !folded.isEmpty else { return Self.unknown }
    var hash = Self.seed
    for value in folded { hash = Self.step(hash, value) }
    let known = key(folded.span, count: folded.count, hash: hash)
    if known != Self.unknown { return known }

    let key = UInt32(spellings.count)
    spellings.append(String(decoding: bytes[start..<end], as: UTF8.self))
    let last = lastWithLetters.updateValue(key, forKey: Self.letterHash(folded))
    beforeWithLetters.append(last ?? Self.unknown)
    scalars += folded
    starts.append(scalars.count)
    if folded.count == 1, folded[0] < 0x80 { asciiKeys[Int(folded[0])] = key }
    if spellings.count * 2 > slots.count { grow() }
    place(hash, key)
    return key
  }

  /// The key of a word, or `unknown`.
  package func key(of bytes: some Sequence<UInt8>) -> UInt32 {
    let raw = Array(bytes)
    let folded = foldedScalars(raw, 0, raw.count)
    var hash = Self.seed
    for value in folded { hash = Self.step(hash, value) }
    return key(folded.span, count: folded.count, hash: hash)
  }

  /// The keys of all words that have the letters of another, whatever marks stand on them: "quyết"
  /// for "quyét".
  package func keys(withLettersOf bytes: [UInt8], from start: Int, to end: Int) -> [UInt32] {
    var keys: [UInt32] = []
    var next = lastWithLetters[Self.letterHash(foldedScalars(bytes, start, end))] ?? Self.unknown
    while next != Self.unknown {
      keys.append(next)
      next = beforeWithLetters[Int(next)]
    }
    return keys.reversed()
  }

  /// The hash of folded scalars, of which those with marks count as the letters under them.
  private static func letterHash(_ folded: [UInt32]) -> UInt64 {
    var hash = seed
    for scalar in folded where scalar > 5 { hash = step(hash, ScalarFolding.letter(of: scalar)) }
    return hash
  }

  /// The word of a key as it was first added, for messages; empty for `unknown`.
  package func spelling(of key: UInt32) -> String {
    key < spellings.count ? spellings[Int(key)] : ""
  }

  // MARK: - Lookup

  /// The hash of no scalars.
  static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash after one more scalar.
  @inline(__always)
  static func step(_ hash: UInt64, _ scalar: UInt32) -> UInt64 {
    (hash ^ UInt64(scalar)) &* 0xD6E8_FEB8_6659_FD93
  }

  /// The key of the first `count` folded scalars, whose hash is `hash`.
  @inline(__always)
  func key(_ folded: Span<UInt32>, count: Int, hash: UInt64) -> UInt32 {
    let mask = slots.count &- 1
    var index = Self.home(hash, mask)
    while true {
      let slot = slots[index]
      if slot == 0 { return Self.unknown }
      // The upper half of a product depends on all scalars, the lower half on their lower bits.
      if (slot ^ hash) >> 32 == 0 {
        let key = Int(truncatingIfNeeded: slot & 0xFFFF_FFFF)
        if matches(key, folded, count) { return UInt32(truncatingIfNeeded: slot) }
      }
      index = (index &+ 1) & mask
    }
  }

  /// Where the search for a hash begins.
  @inline(__always)
  private static func home(_ hash: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
  }

  @inline(__always)
  private func matches(_ key: Int, _ folded: Span<UInt32>, _ count: Int) -> Bool {
    let start = starts[key]
    guard starts[key &+ 1] &- start == count else { return false }
    let known = scalars.span
    for index in 0..<count {
      // Both hold `count` scalars from there on.
      guard unsafe known[unchecked: start &+ index] == folded[unchecked: index] else {
        return false
      }
    }
    return true
  }

  private mutating func place(_ hash: UInt64, _ key: UInt32) {
    let mask = slots.count - 1
    var index = Self.home(hash, mask)
    while slots[index] != 0 { index = (index + 1) & mask }
    slots[index] = (hash & ~0xFFFF_FFFF) | UInt64(key)
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    // The key being added is placed by the caller.
    for key in 1..<spellings.count - 1 {
      var hash = Self.seed
      for value in scalars[starts[key]..<starts[key + 1]] { hash = Self.step(hash, value) }
      place(hash, UInt32(key))
    }
  }
}
