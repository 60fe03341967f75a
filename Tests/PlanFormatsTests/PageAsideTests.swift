import PlanText
import Testing

@testable import PlanFormats

private let hasPoppler = PDFDocument.pdftotext.find() != nil && PDFDocument.pdftoppm.find() != nil

/// Text on a page that belongs to none of its lines.
@Suite struct PageAsideTests {
  /// The words that set a text at a place and an angle, of which the sine and the cosine are told.
  private func text(
    _ text: String, _ x: Int, _ y: Int, sine: Double = 0, cosine: Double = 1, size: Int = 12
  ) -> String {
    "BT /F \(size) Tf \(cosine) \(sine) \(-sine) \(cosine) \(x) \(y) Tm (\(text)) Tj ET\n"
  }

  private let prose = (0..<20).map {
    PDFSample.text("one more line of many plain words that fill the page", 80, 700 - 20 * $0)
  }.joined()

  private func lines(_ page: String, _ zone: LineStyle.Zone) throws -> [String] {
    let text = try OpenedDocument(PDFSample(pages: [page]).bytes).text
    return zip(text.lines, text.styles).filter { $0.1.zone == zone }.map { text.string($0.0) }
  }

  @Test(
    .enabled(if: hasPoppler, "poppler-utils is not installed"),
    arguments: [(0.5, 0.866), (0.7071, 0.7071), (0.866, 0.5), (1, 0), (-0.7071, 0.7071)])
  func textAtAnAngleIsTakenWhole(_ sine: Double, _ cosine: Double) throws {
    let mark = text(
      "DRAFT COPY", 180, sine < 0 ? 600 : 400, sine: sine, cosine: cosine, size: 40)
    #expect(try lines(prose + mark, .aside) == ["DRAFT COPY"])
    #expect(try lines(prose + mark, .body) == lines(prose, .body))
    // Behind the text.
    #expect(try lines(mark + prose, .body) == lines(prose, .body))
  }

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func marksInTheMarginAreToldInTheirOrder() throws {
    let mark =
      text("Signed on 17 March", 20, 300, sine: 1, cosine: 0, size: 8)
      + text("Copied from there", 575, 600, sine: -1, cosine: 0, size: 8)
    #expect(try lines(prose + mark, .aside) == ["Signed on 17 March", "Copied from there"])
    #expect(try lines(prose + mark, .body) == lines(prose, .body))
  }

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func aLineOverOrUnderOthersIsTakenWhole() throws {
    let under = text("CERTIFIED COPY", 90, 555, size: 26)
    let over = text("printed in white", 100, 622, size: 8)
    let page = prose + under + over
    #expect(try lines(page, .aside).sorted() == ["CERTIFIED COPY", "printed in white"])
    #expect(try lines(page, .body) == lines(prose, .body))
  }

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func whatIsFilledInOverDotsIsText() throws {
    let page = prose + text("No. ........ of the list", 80, 740) + text("215", 104, 741, size: 9)
    #expect(try lines(page, .aside).isEmpty)
  }

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func linesOfASignatureAreAStamp() throws {
    let mark =
      text("Ann Miller", 380, 200, size: 8) + text("ann@sonha.gov.vn", 380, 191, size: 8)
      + text("2031.03.17 15:10:02 +07:00", 380, 182, size: 8)
    let page = prose + mark + text("Ann Miller", 390, 160)
    #expect(
      try lines(page, .stamp) == ["Ann Miller", "ann@sonha.gov.vn", "2031.03.17 15:10:02 +07:00"])
    #expect(try lines(page, .body).last?.hasSuffix("Ann Miller") == true)
  }

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func theNameBesideASignatureBelongsToIt() throws {
    let mark =
      text("Ann", 340, 205, size: 16) + text("Miller", 340, 187, size: 16)
      + text("Signed by Ann Miller", 400, 210, size: 8) + text("on behalf", 400, 201, size: 8)
      + text("15:10:02", 400, 192, size: 8)
    let page = prose + mark + text("Ann Miller", 404, 206)
    #expect(
      try lines(page, .stamp) == ["Signed by Ann Miller", "on behalf", "15:10:02", "Ann", "Miller"])
    #expect(try lines(page, .body).last?.hasSuffix("Ann Miller") == true)
  }

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func aMarkIsToldWhereNothingStandsAsWell() throws {
    let mark = text("FOR US ALONE", 90, 555, size: 26) + text("FOR US ALONE", 90, 200, size: 26)
    #expect(try lines(prose + mark, .aside) == ["FOR US ALONE", "FOR US ALONE"])
  }

  @Test func headsOfNarrowColumnsStayInTheirTables() {
    let word = PlacedWord(left: 100, top: 100, right: 112, bottom: 150, text: "Number")
    var page = PlacedPage(number: 1, width: 595, height: 842)
    page.asides = [PageAside(words: [word])]
    #expect(SlantedText.giveBack(to: &page).isEmpty)
    page.grids = [RuledGrid(rows: [90, 160, 180], columns: [90, 120, 300], first: [0, 1, 2, 3])]
    #expect(SlantedText.giveBack(to: &page) == [word])
    #expect(page.asides.isEmpty)
  }
}
