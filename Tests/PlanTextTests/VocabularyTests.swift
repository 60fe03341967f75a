import Testing

@testable import PlanText

@Suite struct VocabularyTests {
  @Test func wordsAreFoundByTheirLetters() {
    var vocabulary = Vocabulary()
    let keys = ["quyết", "quyệt", "đinh", "quyế"].map { vocabulary.key(adding: $0) }
    let word = Array("QUYÉT".utf8)
    #expect(vocabulary.keys(withLettersOf: word, from: 0, to: word.count) == Array(keys[..<2]))
    let other = Array("DINH".utf8)
    #expect(vocabulary.keys(withLettersOf: other, from: 0, to: other.count) == [keys[2]])
    #expect(vocabulary.keys(withLettersOf: other, from: 0, to: 2).isEmpty)
  }

  @Test func keysCountFromOneAndComeBack() {
    var vocabulary = Vocabulary()
    #expect(vocabulary.count == 0)
    #expect(vocabulary.key(adding: "Hoà") == 1)
    #expect(vocabulary.key(adding: "/") == 2)
    #expect(vocabulary.key(adding: "HÒA") == 1)
    #expect(vocabulary.count == 2)
    #expect(vocabulary.key(of: "hòa".utf8) == 1)
    #expect(vocabulary.key(of: "hoa".utf8) == Vocabulary.unknown)
    #expect(vocabulary.spelling(of: 1) == "Hoà")
    #expect(vocabulary.spelling(of: 2) == "/")
    #expect(vocabulary.spelling(of: 0) == "")
    #expect(vocabulary.spelling(of: 99) == "")
    #expect(vocabulary.key(adding: "") == Vocabulary.unknown)
    #expect(vocabulary.key(of: "".utf8) == Vocabulary.unknown)
  }

  @Test(arguments: [
    ("hoà", "hòa"), ("uỷ", "ủy"), ("thuỷ", "thủy"), ("HOÀ", "hòa"), ("Uỷ", "ỦY"), ("toàn", "tòan"),
    ("quý", "qúy"), ("khoẻ", "khỏe"), ("Đảng", "ĐẢNG"), ("Ðảng", "Đảng"), ("Ɖảng", "đảng"),
    ("người", "NGƯỜI"), ("Nguyễn", "NGUYỄN"), ("ÜBER", "über"), ("ПЛАН", "план"), ("ΠΛΑΝ", "πλαν"),
    ("ＫＨ", "kh"), ("１２", "12"), ("to\u{AD}àn", "toàn"), ("–", "-"), ("“", "\""),
  ])
  func oneWord(_ one: String, _ other: String) {
    #expect(foldedKey(one.utf8) == foldedKey(other.utf8))
  }

  @Test(arguments: [
    ("hoa", "hòa"), ("hoá", "hòa"), ("tô", "to"), ("tơ", "tô"), ("tư", "tu"), ("tăn", "tân"),
    ("đi", "di"), ("kì", "kỳ"), ("hòá", "hóà"), ("ma1", "má"), ("…", "."), ("ñ", "n"),
  ])
  func twoWords(_ one: String, _ other: String) {
    #expect(foldedKey(one.utf8) != foldedKey(other.utf8))
  }

  @Test func writesTheToneOnceAtTheEnd() {
    #expect(foldedKey("Thủy".utf8) == Array("thuy".utf8) + [3])
    #expect(foldedKey("ĐỘC".utf8) == Array("đôc".utf8) + [5])
  }

  @Test func everyToneOfEveryVowelIsTakenOff() {
    let vowels = "aăâeêioôơuưy".unicodeScalars
    for (tone, mark) in ["\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"].enumerated() {
      for vowel in vowels {
        let letter = (String(vowel) + mark).unicodeScalars
        let composed = nfc(String(letter))
        #expect(composed.unicodeScalars.count == 1)
        #expect(foldedKey(composed.utf8) == Array(String(vowel).utf8) + [UInt8(tone + 1)])
        #expect(foldedKey(composed.uppercased().utf8) == foldedKey(composed.utf8))
      }
    }
  }

  @Test func manyWordsStayApart() {
    var vocabulary = Vocabulary()
    var tokens: [Token] = []
    for number in 0..<5000 { #expect(vocabulary.key(adding: "\(number)") == number + 1) }
    for number in 0..<5000 {
      let word = Self.letters(number)
      #expect(vocabulary.key(adding: word) == number + 5001)
    }
    let tokenizer = Tokenizer(vocabulary: vocabulary)
    for number in 0..<5000 {
      tokens.removeAll(keepingCapacity: true)
      let text = "\(number) \(Self.letters(number).uppercased())"
      tokenizer.tokenize(Array(text.utf8), into: &tokens)
      #expect(tokens.map { Int($0.key) } == [number + 1, number + 5001])
    }
  }

  private static func letters(_ number: Int) -> String {
    String(String(number).unicodeScalars.map { Character(Unicode.Scalar($0.value + 65) ?? $0) })
  }

  @Test func onlyWordsOfLessThan64LettersAreKnown() {
    var vocabulary = Vocabulary()
    var tokens: [Token] = []
    for length in [62, 63, 64, 65, 128, 100_000] {
      let word = String(repeating: "ă", count: length)
      let key = vocabulary.key(adding: word)
      #expect(vocabulary.key(of: word.utf8) == key)
      tokens.removeAll()
      Tokenizer(vocabulary: vocabulary).tokenize(Array(word.utf8), into: &tokens)
      #expect(tokens.map(\.key) == [length < 64 ? key : Vocabulary.unknown])
    }
  }
}
