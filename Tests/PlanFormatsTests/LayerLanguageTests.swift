import Testing

@testable import PlanFormats

/// Whether the words of a page are what it prints.
@Suite struct LayerLanguageTests {
  private func language(_ text: String) -> LayerLanguage {
    let words = String(repeating: text + " ", count: 24).split(separator: " ")
    return LayerLanguage(
      words.map { PlacedWord(left: 0, top: 0, right: 9, bottom: 9, text: String($0)) })
  }

  @Test func vietnameseIsGood() {
    let good = language("Trồng thêm 2.500 cây mắc ca dọc đường xã, đạt 80% (a_b@c.vn)")
    #expect(good.isTold)
    #expect(!good.isUnmarked)
    #expect(!good.isBroken)
  }

  @Test(arguments: [
    "Tr?ng th?m c?y m?c ca d?c ???ng x? tr??c m?a kh?",
    "r_ka=q%ke=_ p=sk]=j qok|kd `=eu= =e`e=kde^ sfq=k^j",
    "\u{F054}\u{F0C8}\u{F04E} \u{F048}\u{F042}\u{F0CC} \u{F04E}\u{F041}\u{F04D}\u{F053}",
    "\u{6D9}QK\u{64A} W\u{633}QJ Y\u{6AA}Q \u{641}KL",
  ])
  func brokenWordsAreTold(_ text: String) { #expect(language(text).isBroken) }

  @Test func wordsWithoutMarksAreTold() {
    let bare = language("Trong them cay mac ca doc duong xa truoc mua kho")
    #expect(bare.isUnmarked)
    #expect(!bare.isBroken)
    #expect(!language("1.250 2.300 45,6 80% 12 35 7.000").isTold)
  }

  @Test func syllablesAreCounted() {
    let count = LayerLanguage.syllables(Array("Trồng cây mac ca, which the (xã) nh?n 25".utf8))
    #expect(count.words == 8)
    #expect(count.marked == 2)
    #expect(count.bare == 2)
  }

  /// A page of a picture and of words that a scanner set behind it.
  private func page(_ text: String, picture: Bool) -> (PlacedPage, [UInt8]) {
    let words = String(repeating: text + " ", count: 12).split(separator: " ").enumerated()
    var page = PlacedPage(number: 1, width: 595, height: 842)
    page.words = words.map { index, word in
      let (left, top) = (Double(60 + index % 8 * 60), Double(60 + index / 8 * 20))
      return PlacedWord(
        left: left, top: top, right: left + 40, bottom: top + 12, text: String(word))
    }
    let bytes = PDFSample(pages: [picture ? "q 595 0 0 842 0 0 cm /P Do Q" : ""]).bytes
    let shown = String(decoding: bytes, as: UTF8.self).replacing(
      "<< /F 3 0 R >>", with: "<< /F 3 0 R >> /XObject << /P 9 0 R >>")
    let image = "\n9 0 obj\n<< /Type /XObject /Subtype /Image /Width 1 /Height 1 >>\nendobj\n"
    return (page, Array((shown + image).utf8))
  }

  @Test(arguments: [
    ("Trong them cay mac ca doc duong xa truoc mua kho", true, true),
    ("Trong them cay mac ca doc duong xa truoc mua kho", false, false),
    ("the people which plant those trees shall water every second morning", true, false),
    ("Tr?ng th?m c?y m?c ca d?c ???ng x? tr??c m?a kh?", false, true),
    ("Ch\u{AD}¬ng tr×nh träng c©y ph©n t¸n x· Nµ Khoai ®Õn n¨m nµy", false, false),
  ])
  func layersAreJudged(_ text: String, _ picture: Bool, _ isForeign: Bool) throws {
    let (page, bytes) = page(text, picture: picture)
    var drawn = PDFPages(bytes)
    #expect(TextLayer.foreign([page], &drawn) == (isForeign ? [0] : []))
  }

  /// What a scanner read of drawn lines is no text, where the page's picture has them.
  @Test(arguments: [
    (true, ["1", "Trồng", "cây", "xã"]), (false, ["1|", "Trồng", "|", "_|cây", "xã"]),
  ])
  func barsOfScansAreTaken(_ picture: Bool, _ expected: [String]) {
    var (page, bytes) = page("1| Trồng | _|cây xã", picture: picture)
    var drawn = PDFPages(bytes)
    var pages = [page]
    LayerBars.take(from: &pages, &drawn)
    #expect(pages[0].words.prefix(expected.count).map(\.text) == expected)
    page.words = LayerBars.withoutBars(page.words)
    #expect(page.words[0].right == 80)
    #expect(page.words[2].left > 220)
  }
}
