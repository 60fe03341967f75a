/// Words met in a grammar's files, by their bytes.
///
/// A grammar says the same few thousand words again and again; a word is cut and folded anew only
/// when another has taken its place.
struct SeenWords {
  /// The bytes of a word, the first eight apart from the others; a word holds no NUL.
  struct Spelling: Equatable {
    private(set) var low: UInt64 = 0
    private(set) var high: UInt64 = 0

    /// The bytes of a stretch; nil if there are none or too many.
    init?(_ word: Range<Int>, in bytes: [UInt8]) {
      guard !word.isEmpty, word.count <= 16 else { return nil }
      let bytes = bytes.span
      for index in word.prefix(8) { low = low &<< 8 | UInt64(bytes[index]) }
      for index in word.dropFirst(8) { high = high &<< 8 | UInt64(bytes[index]) }
    }

    /// The place of no word: none begins with NUL.
    fileprivate init() {}

    fileprivate var place: Int {
      let hash = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
      return Int(truncatingIfNeeded: hash &>> (64 - SeenWords.bits))
    }
  }

  private struct Slot {
    var spelling = Spelling()
    var word = WordList.Word(key: 0, isSyllable: false)
  }

  private static let bits: UInt64 = 12
  private var slots = [Slot](repeating: Slot(), count: 1 << Int(bits))

  /// The word of a spelling, or nil if it was not met or has been replaced.
  subscript(_ spelling: Spelling) -> WordList.Word? {
    get {
      let slot = slots[spelling.place]
      return slot.spelling == spelling ? slot.word : nil
    }
    set {
      if let newValue { slots[spelling.place] = Slot(spelling: spelling, word: newValue) }
    }
  }
}
