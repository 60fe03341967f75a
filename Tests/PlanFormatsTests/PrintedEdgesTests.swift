import Testing

@testable import PlanFormats

/// What programs print in the margins of pages.
@Suite struct PrintedEdgesTests {
  private func line(_ text: String, _ top: Double, left: Double = 85) -> [PlacedWord] {
    var left = left
    return text.split(separator: " ").map { word in
      let width = 6 * Double(word.count)
      defer { left += width + 4 }
      return PlacedWord(
        left: left, top: top, right: left + width, bottom: top + 14, text: String(word))
    }
  }

  /// The text of a page from its upper margin on.
  private func text(_ first: String = "Trồng cây chắn sóng ở bến") -> [PlacedWord] {
    line(first, 57) + line("và dọn các bến đò ven vịnh", 75) + line("trong mùa cạn.", 93)
  }

  private func edges(_ pages: [[PlacedWord]]) -> [[String]] {
    var placed = pages.enumerated().map { index, words in
      PlacedPage(number: index + 1, width: 595, height: 842, words: words)
    }
    PrintedEdges.mark(&placed)
    return placed.map { page in page.words.filter { $0.role == .edge }.map(\.text) }
  }

  @Test func aLineThatComesAgainAtOnePlaceIsNoText() {
    let head = line("XÃ VỊNH BẠC", 28)
    #expect(
      edges([head + text(), head + text()]) == [["XÃ", "VỊNH", "BẠC"], ["XÃ", "VỊNH", "BẠC"]])
    // Single lines, with a little room below the head.
    let low = line("XÃ VỊNH BẠC", 38.5)
    #expect(edges([low + text(), low + text()]).map(\.count) == [3, 3])
    let foot = { (page: Int) in self.line("Kế hoạch trồng cây \(page)", 798) }
    #expect(edges([text() + foot(1), text() + foot(2)]).map(\.count) == [5, 5])
    // Two lines, the number of the page below.
    let two = { (page: Int) in head + self.line("\(page)", 43, left: 300) }
    #expect(edges([two(1) + text(), two(2) + text()]).map(\.count) == [3, 3])
  }

  @Test func aWordBesideTheNumberOfThePageIsNoText() {
    let named = { (page: Int) in self.line("Trang \(page)", 28, left: 280) + self.text() }
    #expect(edges([named(1), named(2)]) == [["Trang", "1"], ["Trang", "2"]])
    #expect(edges([text(), line("2 | Trang", 28) + text()]) == [[], ["2", "|", "Trang"]])
  }

  @Test func oneLineAboveWhereTheTextOfOtherPagesBeginsIsNoText() {
    #expect(edges([text(), line("Kế hoạch trồng cây", 28) + text()]).map(\.count) == [0, 4])
  }

  @Test func whatStandsWhereTextStandsIsText() {
    // Heads of two appendices, each where the text of pages begins.
    #expect(edges([text(), text("PHỤ LỤC 1"), text("PHỤ LỤC 2")]) == [[], [], []])
    // A line right above others.
    let head = line("XÃ VỊNH BẠC", 40)
    #expect(edges([head + text(), head + text()]) == [[], []])
    #expect(edges([text()]) == [[]])
    #expect(edges([line("XÃ VỊNH BẠC", 28) + text()]) == [[]])
  }
}
