import PlanModel
import TestSupport
import Testing

@testable import PlanText

@Suite struct RandomTextTests {
  private static let pieces = [
    "Ủy ban", "nhân dân", "xã", "KẾ HOẠCH", "Đề án", "số 12-ĐA/TU", "thuỷ lợi", "hòa", "2.300 con",
    "85,08%", "I.", "iv)", "–", "“", "”", "…", "\t", " ", "\u{A0}", "\u{200B}", "\u{AD}", "\r\n",
    "\n", "\r", "\u{C}", "😀", "\u{301}", "Ð", "план", "漢字", "**", "|", "\u{F0B7}", "º", "１２",
    "\u{FEFF}", "ﬁ", "\u{1}", "\u{2028}",
  ]

  private func mixed(_ random: inout SeededRandom, _ count: Int) -> String {
    (0..<count).map { _ in random.pick(Self.pieces) }.joined()
  }

  private func tokens(_ text: CanonicalText, _ vocabulary: Vocabulary = Vocabulary()) -> [Token] {
    var tokens: [Token] = []
    Tokenizer(vocabulary: vocabulary)
      .tokenize(text, ByteSpan(0, text.bytes.count), into: &tokens)
    return tokens
  }

  /// Every character that is not blank lies under one token, blank ones under none but a word's own.
  private func checkCoverage(_ text: CanonicalText) {
    var offset = 0
    for token in tokens(text) {
      #expect(Int(token.start) >= offset && token.end > token.start)
      let between = text.string(ByteSpan(offset, Int(token.start))).unicodeScalars
      #expect(between.allSatisfy(CanonicalText.isBlank))
      let space = between.contains { $0.properties.isWhitespace }
      #expect(token.shape.contains(.spaced) == (space || offset == 0))
      let word = text.string(ByteSpan(Int(token.start), Int(token.end))).unicodeScalars
      #expect(!word.contains { $0.properties.isWhitespace })
      #expect(word.first.map(CanonicalText.isBlank) == false)
      #expect(word.last.map(CanonicalText.isBlank) == false)
      if token.kind == .mark { #expect(word.count == 1) }
      offset = Int(token.end)
    }
    let rest = text.string(ByteSpan(offset, text.bytes.count)).unicodeScalars
    #expect(rest.allSatisfy(CanonicalText.isBlank))
  }

  @Test func randomBytesAreRefusedOrRead() {
    var random = SeededRandom(seed: 7)
    var read = 0
    for round in 0..<5000 {
      var raw = (0..<Int(random.next() % 40)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      // Three in four rounds have bytes that meet in well-formed text more often.
      if round % 4 != 0 {
        let common: [UInt8] = [0x20, 0x41, 0x65, 0xCC, 0x81, 0xE1, 0xBA, 0xBF, 0x0D, 0x0A, 0xA3]
        raw = raw.map { $0 < 0xF8 ? random.pick(common) : $0 }
      }
      guard let text = try? CanonicalText(decoding: raw) else { continue }
      read += 1
      let string = String(validating: text.bytes, as: UTF8.self)
      #expect(string.map { Composition.compose(Array($0.utf8)) } == text.bytes)
      #expect(string.map { nfd($0) }.map { Composition.compose(Array($0.utf8)) } == text.bytes)
      #expect(!text.bytes.contains(0x0D) && !text.bytes.contains(0))
      checkCoverage(text)
    }
    #expect(read > 100)
  }

  @Test(arguments: 0..<20)
  func tokensCoverMixedText(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    checkCoverage(try CanonicalText(decoding: Array(mixed(&random, 500).utf8)))
  }

  @Test(arguments: 0..<20)
  func everySpellingOfATextHasTheSameTokens(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var vocabulary = Vocabulary()
    for word in ["ủy", "hoà", "kế", "12", "-", "…", "дом", "thủy", "đ", nfd("số")] {
      _ = vocabulary.key(adding: word)
    }
    let raw = "I" + String(mixed(&random, 300).unicodeScalars.filter { $0 != "\r" })
    let expected = tokens(try CanonicalText(decoding: Array(raw.utf8)), vocabulary)
    #expect(expected.contains { $0.key != Vocabulary.unknown })
    let spellings = [
      Array(nfd(raw).utf8), Array(raw.replacing("\n", with: "\r\n").utf8),
      [0xEF, 0xBB, 0xBF] + Array(raw.utf8), utf16("\u{FEFF}" + raw, bigEndian: true),
      utf16("\u{FEFF}" + raw, bigEndian: false),
    ]
    for spelling in spellings {
      #expect(tokens(try CanonicalText(decoding: spelling), vocabulary) == expected)
    }
  }

  @Test(arguments: 0..<10)
  func theTokenizersKeysAreThoseOfTheFoldedWord(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let text = try CanonicalText(decoding: Array(mixed(&random, 400).utf8))
    var vocabulary = Vocabulary()
    let found = tokens(text)
    for token in found {
      _ = vocabulary.key(adding: text.string(ByteSpan(Int(token.start), Int(token.end))))
    }
    for (token, known) in zip(found, tokens(text, vocabulary)) {
      let bytes = text.bytes[Int(token.start)..<Int(token.end)]
      if foldedKey(bytes).count >= 64 { continue }
      #expect(known.key == vocabulary.key(of: bytes) && known.key != Vocabulary.unknown)
      #expect(foldedKey(bytes) == foldedKey(vocabulary.spelling(of: known.key).utf8))
    }
  }

  @Test func sameWordComparesUnknownWords() throws {
    let text = try CanonicalText(decoding: Array("Thuỷ THỦY thuy thủ to\u{AD}àn toàn".utf8))
    let words = tokens(text)
    #expect(sameWord(text, words[0], words[1]))
    #expect(!sameWord(text, words[1], words[2]))
    #expect(!sameWord(text, words[1], words[3]))
    #expect(sameWord(text, words[4], words[5]))
    var vocabulary = Vocabulary()
    _ = vocabulary.key(adding: "thủy")
    let known = tokens(text, vocabulary)
    #expect(sameWord(text, known[0], known[1]))
    #expect(!sameWord(text, known[0], known[2]))
  }
}
