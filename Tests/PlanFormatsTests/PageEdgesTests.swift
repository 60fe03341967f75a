import Testing

@testable import PlanFormats

/// What recognised pages have at their edges and is no text.
@Suite struct PageEdgesTests {
  private func line(_ text: String, _ top: Double, confidence: Double = 90) -> [PlacedWord] {
    var left = 85.0
    return text.split(separator: " ").map { word in
      let width = 6 * Double(word.count)
      defer { left += width + 4 }
      var placed = PlacedWord(
        left: left, top: top, right: left + width, bottom: top + 12, text: String(word))
      placed.confidence = confidence
      return placed
    }
  }

  private func edges(_ pages: [[PlacedWord]], isRecognized: Bool = true) -> [[String]] {
    var placed = pages.enumerated().map { index, words in
      var page = PlacedPage(number: index + 1, width: 595, height: 842, words: words)
      page.isRecognized = isRecognized
      return page
    }
    PageEdges.mark(&placed)
    return placed.map { page in page.words.filter { $0.role == .edge }.map(\.text) }
  }

  @Test func linesThatComeAgainAreNoTextHoweverTheyWereRead() {
    let text = line("Trồng cây chắn sóng ở ba thôn ven vịnh", 300)
    let feet = [
      "Nhà in Vịnh Bạc - Đặt in: 0900 111 222", "Nhà in Vịnh Bac - Đặt in: 0900 Il1 222",
      "Nha in Vịnh Bạc - Đặt ín: 0900 111 222",
    ]
    // A picture beside them is read in another way on each page.
    let pages = zip(feet, ["H", "Ị l", "1"]).map { text + line($0, 785) + line($1, 803) }
    let found = edges(pages)
    #expect(found.map(\.count) == [11, 12, 11])
    #expect(edges(pages, isRecognized: false) == [[], [], []])
    // Two pages may end with the same words.
    #expect(edges(Array(pages.prefix(2))) == [[], []])
    // Other words, and other heights.
    #expect(
      edges([pages[0], text + line("Hai xe chở cây giống đến bến", 785), pages[2]])
        == [[], [], []])
    #expect(edges([pages[0], text + line(feet[1], 700), pages[2]]) == [[], [], []])
    // Forms have one head, further down.
    let form = line("ĐƠN VỊ: THÔN Phụ lục", 60)
    #expect(edges([form + text, form + text, form + text]) == [[], [], []])
  }

  @Test func specksInTheMarginsAreNoText() {
    let text = line("Trồng cây chắn sóng ở ba thôn ven vịnh", 300)
    #expect(edges([line("w Ằ", 45, confidence: 20) + text]) == [["w", "Ằ"]])
    #expect(edges([line("w Ằ", 45) + text]) == [[]])
    #expect(edges([text + line("K,", 320, confidence: 0)]) == [[]])
    // What is longer may be a head that was printed badly.
    #expect(edges([line("UBND XÃ VỊNH", 45, confidence: 20) + text]) == [[]])
  }
}
