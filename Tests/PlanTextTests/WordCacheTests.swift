import PlanModel
import Testing

@testable import PlanText

/// What the cache of words may never do: answer otherwise than folding does.
struct WordCacheTests {
  /// Pieces of text in which bytes alone do not tell where a word ends.
  static let pieces = [
    "Kế hoạch", "thực hiện", " ", "\u{A0}", "\u{200B}", "e\u{301}", "ﬁ", "×", "÷", "12", "3.1",
    "J02",
    "90m3/s", "–", "“", "”", "…", "Đ", "Ð", "ß", "ǅ", "日本", "🙂", "\t", "\u{AD}", "KH-UBND", "ỦY",
    "abcdefghijklmnopqrstuvwxyz", "ƠƯ", "0", "\u{0}", "ｋ", "１２", "IV", "xii", "’",
  ]

  @Test(arguments: 0..<40)
  func cachedTokensAreTheFoldedOnes(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    var vocabulary = Vocabulary()
    for word in ["kế", "hoạch", "ubnd", "-", "12", "đ"] { _ = vocabulary.key(adding: word) }
    let tokenizer = Tokenizer(vocabulary: vocabulary)
    var cache = WordCache()
    for _ in 0..<50 {
      var text = ""
      for _ in 0..<30 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += Self.pieces[Int(state >> 33) % Self.pieces.count]
      }
      let bytes = Array(text.utf8)
      let start = Int(state >> 40) % max(1, bytes.count / 4)
      let range = ByteSpan(start, bytes.count - start / 2)
      var plain: [Token] = []
      var cached: [Token] = []
      tokenizer.tokenize(bytes, range, into: &plain)
      tokenizer.tokenize(bytes, range, into: &cached, words: &cache)
      #expect(plain == cached, "\(text)")
    }
  }
}
