import Testing

@testable import PlanArchive

/// Words with and without marks.
@Suite struct SearchTextTests {
  private static func phrase(_ text: String) -> [SearchText.Phrase] {
    SearchText.words(text).map { SearchText.Phrase($0) }
  }

  @Test(arguments: [
    ("phòng kinh tế", true), ("phong kinh te", true), ("PHÒNG Kinh tế", true),
    ("phóng kinh tế", false), ("kinh tế xã", true), ("kinh tế huyện", false),
    ("phong kinh tế", true), ("xa hoà", true), ("xã hòa", true), ("đường", true),
    ("duong", true), ("dường", false),
  ])
  func marksThatAreTypedCount(_ words: String, _ isThere: Bool) {
    let text = "Giao Phòng Kinh tế, xã Hoà Bình làm đường."
    // Words without any marks are left to the index.
    let phrase = Self.phrase(words)
    guard phrase.contains(where: \.isMarked) else { return }
    #expect(SearchText.contains(text, phrase: phrase) == isThere)
  }

  @Test func marksAreDigitsBehindTheWord() {
    let marked = SearchText.marked("Giao Phòng Kinh tế, đo đường ở Hoà Bình")
    #expect(
      String(decoding: marked, as: UTF8.self) == "phong1 te62 duong771 o73 hoa1 binh1")
  }

  @Test func theIndexKnowsNoBarredLetter() {
    #expect(String(decoding: SearchText.indexed("Đường đất"), as: UTF8.self) == "dường dất")
    #expect(SearchText.indexed("\u{C4}\u{11F}") == Array("\u{C4}\u{11F}".utf8))
  }
}
