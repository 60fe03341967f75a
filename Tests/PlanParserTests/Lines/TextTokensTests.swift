import PlanModel
import PlanText
import Testing

@testable import PlanParser

@Suite struct TextTokensTests {
  private static let pieces = [
    "Ủy ban", "nhân dân", "xã", "KẾ HOẠCH", "số 12-ĐA/TU", "85,08%", "I.", "–", "“", "…", "\t", " ",
    "\u{A0}", "\u{200B}", "\u{AD}", "\n", "😀", "\u{301}", "Ð", "計", "**", "１２", "\u{FEFF}",
  ]

  /// Wherever a span begins and ends, inside words and characters too, its tokens are those that
  /// cutting it alone gives.
  @Test(arguments: UInt64(0)..<40)
  func tokensUnderASpanAreThoseOfTheSpanAlone(_ seed: UInt64) throws {
    var random = MatcherReferenceTests.Sequence(state: seed)
    let text = (0..<60).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
    let bytes = Array(text.utf8)
    let grammar = try Grammar(files: [])
    let tokenizer = Tokenizer(vocabulary: Vocabulary())
    var words = WordCache()
    var known = TextTokens()
    for _ in 0..<400 {
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, start + Int.random(in: 0...60, using: &random))
      let span = ByteSpan(start, end)
      var expected: [Token] = []
      tokenizer.tokenize(bytes, span, into: &expected)
      var found: [Token] = []
      known.append(under: span, of: bytes, to: &found, grammar, tokenizer, &words)
      #expect(found == expected, "\(start)..<\(end) of \(text.debugDescription)")
    }
  }
}
