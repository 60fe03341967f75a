import PlanModel
import Testing

@testable import PlanText

@Suite struct TokenizerTests {
  private func tokens(_ text: String, _ words: [String] = []) -> ([Token], Vocabulary) {
    var vocabulary = Vocabulary()
    for word in words { _ = vocabulary.key(adding: word) }
    var tokens: [Token] = []
    Tokenizer(vocabulary: vocabulary).tokenize(Array(text.utf8), into: &tokens)
    return (tokens, vocabulary)
  }

  private func written(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return tokens(text).0.map {
      String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
    }
  }

  @Test func cutsSyllablesNumbersAndMarks() {
    #expect(
      written("Số: 12/KH-UBND, ngày 07/4/2026")
        == [
          "Số", ":", "12", "/", "KH", "-", "UBND", ",", "ngày", "07", "/", "4", "/", "2026",
        ])
    #expect(written("90m3/s") == ["90", "m", "3", "/", "s"])
    #expect(written("từ 85,08% trở lên…") == ["từ", "85", ",", "08", "%", "trở", "lên", "…"])
    #expect(written("30ºC") == ["30", "º", "C"])
  }

  @Test func saysWhereSpaceStands() {
    let spaced = tokens("- a\u{A0}b.c").0.map { $0.shape.contains(.spaced) }
    #expect(spaced == [true, true, true, false, false])
  }

  @Test(arguments: [
    " ", "\t", "\n", "\u{C}", "\u{A0}", "\u{2000}", "\u{200A}", "\u{202F}", "\u{3000}", "\u{2028}",
    "\u{85}", "\u{1680}",
  ])
  func everyWhiteSpaceIsSpace(_ space: String) {
    let (found, _) = tokens("a\(space)b")
    #expect(found.count == 2)
    #expect(found.last?.shape.contains(.spaced) == true)
  }

  @Test func allOtherCharactersAreNoSpace() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if ScalarFolding.fold(value).is(.space) != scalar.properties.isWhitespace {
        Issue.record("U+\(String(value, radix: 16, uppercase: true))")
      }
    }
  }

  @Test(arguments: [
    "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{200E}",
  ])
  func zeroWidthMarksAreSkipped(_ mark: String) {
    let (found, vocabulary) = tokens("\(mark)to\(mark)àn\(mark) 1\(mark)2\(mark)", ["toàn", "12"])
    #expect(found.map(\.key) == [1, 2])
    #expect(found.map { Int($0.start) } == [mark.utf8.count, 3 * mark.utf8.count + 6])
    #expect(found.map { $0.shape.contains(.spaced) } == [true, true])
    #expect(vocabulary.count == 2)
    #expect(written("a\(mark)").first == "a")
  }

  @Test func marksAreUnified() {
    for dash in "-‐‑‒–—−﹣－" { #expect(tokens(String(dash), ["-"]).0.map(\.key) == [1]) }
    for quote in "\"“”„«»" { #expect(tokens(String(quote), ["\""]).0.map(\.key) == [1]) }
    for quote in "'‘’" { #expect(tokens(String(quote), ["'"]).0.map(\.key) == [1]) }
    #expect(tokens("……", ["."]).0.map(\.key) == [0, 0])
    #expect(tokens("：（１２）", [":", "(", "12", ")"]).0.map(\.key) == [1, 2, 3, 4])
    #expect(tokens("•", ["•"]).0.map(\.key) == [1])
    #expect(tokens("ＫＨ", ["kh"]).0.map(\.key) == [1])
  }

  @Test func shapes() {
    func shape(_ word: String) -> Token.Shape? { tokens(word).0.first?.shape }
    #expect(shape("UBND") == [.spaced, .upper, .capitalized])
    #expect(shape("Thái") == [.spaced, .capitalized])
    #expect(shape("thái") == .spaced)
    #expect(shape("tHÁI") == .spaced)
    #expect(shape("Đ") == [.spaced, .upper, .capitalized, .single])
    #expect(shape("ỦY") == [.spaced, .upper, .capitalized])
    #expect(shape("a") == [.spaced, .single])
    #expect(shape("12") == .spaced)
  }

  @Test(arguments: ["I", "II", "IV", "IX", "xii", "XIV", "XL", "XCIX", "MMMDCCCLXXXVIII", "c", "D"])
  func romanNumerals(_ word: String) {
    #expect(tokens(word).0.first?.shape.contains(.roman) == true)
  }

  @Test(arguments: [
    "IIII", "VX", "IVI", "Iv", "iV", "ì", "Í", "VIV", "IIV", "XVIX", "MMMM", "ILL", "civil",
    "MMMDCCCLXXXVIIII", "İ", "mi\u{304}",
  ])
  func noRomanNumerals(_ word: String) {
    #expect(tokens(word).0.first?.shape.contains(.roman) == false)
  }

  @Test func rangesHoldWholeCharactersOnly() {
    let bytes = Array("Đề án".utf8)
    for start in -1...bytes.count + 1 {
      for end in start...bytes.count + 2 {
        var found: [Token] = []
        Tokenizer(vocabulary: Vocabulary()).tokenize(bytes, .init(start, end), into: &found)
        for token in found {
          let part = bytes[Int(token.start)..<Int(token.end)]
          #expect(String(validating: part, as: UTF8.self) != nil)
          #expect(token.start >= start && token.end <= end && token.kind == .syllable)
        }
        #expect(found.first.map { $0.shape.contains(.spaced) } != false)
      }
    }
  }

  @Test func appendsToWhatIsThere() {
    var found = tokens("một hai").0
    Tokenizer(vocabulary: Vocabulary()).tokenize(Array("ba".utf8), into: &found)
    #expect(found.count == 3)
  }
}
