import TestSupport
import Testing

@testable import PlanText

@Suite struct CompositionTests {
  /// Letters, marks and other characters whose normal forms differ in many ways; without those
  /// that Foundation gets wrong, which have cases of their own below.
  private static let scalars: [Unicode.Scalar] = [
    "a", "e", "o", "u", "U", "đ", "ư", "ơ", "ê", "ế", "ộ", "ự", " ", "\n", "-", "\u{300}",
    "\u{301}", "\u{302}", "\u{303}", "\u{306}", "\u{309}", "\u{31B}", "\u{323}", "\u{340}",
    "\u{341}", "\u{343}", "\u{344}", "\u{345}", "\u{374}", "\u{37E}", "\u{387}", "\u{1100}",
    "\u{1161}", "\u{2000}", "\u{2001}", "\u{2126}", "\u{212A}", "\u{212B}",
    "\u{2329}", "\u{F900}", "\u{FB1D}", "\u{FB2C}",
    "\u{5D0}", "\u{5B0}", "\u{939}", "\u{93C}", "\u{958}",
    "\u{B47}", "\u{B3E}", "\u{1E9B}", "\u{1EA0}", "\u{F0B7}", "\u{4E00}", "\u{FF21}", "\u{302A}",
    "\u{3099}", "\u{304B}", "\u{20D0}", "\u{2ADC}",
  ]

  private func composed(_ text: String) throws -> [UInt8] {
    try CanonicalText(decoding: Array(text.utf8)).bytes
  }

  @Test func everyCharacterComposesAsItShould() throws {
    var wrong: [UInt32] = []
    // Tibetan vowels of two parts are left to the reference.
    for value in UInt32(0x20)...0xFFFF where ![0xF73, 0xF75, 0xF81].contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // Where assignments differ between versions of Unicode there is nothing to compare.
      guard scalar.properties.age.map({ $0 <= (15, 0) }) ?? false else { continue }
      let text = "e" + String(scalar) + "\u{301}"
      if Composition.compose(Array(text.utf8)) != Array(nfc(text).utf8) { wrong.append(value) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func settledCharactersStayAndStartAnew() {
    for value in UInt32(0x80)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(scalar).utf8)
      guard Composition.isSettled(bytes.span, 0) else { continue }
      #expect(scalar.properties.canonicalCombiningClass == .notReordered)
      #expect(nfc(String(scalar)).utf8.elementsEqual(bytes))
    }
  }

  @Test(arguments: referenceCompositions.map(\.raw), [0, 300])
  func referenceCharacters(_ raw: String, _ before: Int) throws {
    let expected = try #require(referenceCompositions.first { $0.raw == raw }?.composed)
    // With marks in front, the case is part of a run that is ordered before ICU sees it; these come
    // before all others and Q composes with none.
    let front = "Q" + String(repeating: "\u{334}", count: before)
    let text = front + scalars(raw)
    #expect(Composition.compose(Array(text.utf8)) == Array((front + scalars(expected)).utf8))
  }

  private func scalars(_ hexadecimal: String) -> String {
    var text = String.UnicodeScalarView()
    for part in hexadecimal.split(separator: " ") {
      text.append(UInt32(part, radix: 16).flatMap(Unicode.Scalar.init) ?? "?")
    }
    return String(text)
  }

  @Test(arguments: 0..<20)
  func randomTextIsTheSystemsNfcAndKeepsItsMeaning(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for length in [3, 10, 60, 400, 12_000] {
      var text = String.UnicodeScalarView()
      for _ in 0..<length { text.append(random.pick(Self.scalars)) }
      let raw = String(text)
      let once = try composed(raw)
      #expect(once == Array(nfc(raw).utf8))
      #expect(try composed(nfd(raw)) == once)
      #expect(try CanonicalText(decoding: once).bytes == once)
    }
  }

  @Test func longRunsOfMarksAreOrdered() throws {
    var random = SeededRandom(seed: 1)
    let marks: [Unicode.Scalar] = [
      "\u{301}", "\u{302}", "\u{323}", "\u{31B}", "\u{334}", "\u{345}", "\u{5B0}", "\u{93C}",
      "\u{302A}", "\u{20D0}", "\u{F71}", "\u{F72}", "\u{1D165}", "\u{1D16E}",
    ]
    for length in [255, 256, 257, 258, 3000] {
      let run = (0..<length).map { _ in random.pick(marks) }
      var expected: [UInt8] = []
      // Q composes with none of them: what is left of NFC is their order, stable in each class.
      for combiningClass in UInt8(0)...255 {
        for mark in run where mark.properties.canonicalCombiningClass.rawValue == combiningClass {
          expected += String(mark).utf8
        }
      }
      let text = "Q" + run.map(String.init).joined() + "Viê\u{323}t"
      #expect(try composed(text) == Array("Q".utf8) + expected + Array("Việt".utf8))
    }
  }

  @Test func longRunsOfMarksThatDecompose() throws {
    let text = "\u{F40}" + String(repeating: "\u{F73}", count: 100_000) + "\n"
    let expected =
      "\u{F40}" + String(repeating: "\u{F71}", count: 100_000)
      + String(repeating: "\u{F72}", count: 100_000) + "\n"
    #expect(try composed(text) == Array(expected.utf8))
  }

  @Test func aMillionUnorderedMarksAreRead() throws {
    let pair = "\u{301}\u{323}"
    let text = "o" + String(repeating: pair, count: 500_000)
    let expected = "\u{1ECD}" + String(repeating: "\u{323}", count: 499_999)
    let bytes = try composed(text)
    #expect(bytes.count == 3 + 2 * 999_999)
    #expect(bytes.starts(with: expected.utf8))
  }
}
