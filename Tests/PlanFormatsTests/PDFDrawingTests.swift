import Testing

@testable import PlanFormats

/// What the content of a page draws.
@Suite struct PDFDrawingTests {
  private func drawing(_ content: String) -> PDFDrawing? {
    PDFDrawing(Array(content.utf8)) { $0.elementsEqual("/P".utf8) || $0.elementsEqual("P".utf8) }
  }

  @Test func linesAndThinAreasAreDrawnWhereTheirSpaceLies() {
    let drawing = drawing("q 2 0 0 2 10 20 cm 1 w 0 0 m 100 0 l S 5 5 0.5 40 re f Q")
    #expect(
      drawing?.boxes == [
        DrawnBox(left: 9, top: 19, right: 211, bottom: 21),
        DrawnBox(left: 20, top: 30, right: 21, bottom: 110),
      ])
  }

  @Test func aClipHidesWhatLiesBeyondIt() {
    let drawing = drawing("0 w q 0 0 50 50 re W n 10 10 m 90 10 l S 60 60 m 90 60 l S Q")
    #expect(drawing?.boxes == [DrawnBox(left: 10, top: 10, right: 50, bottom: 10)])
  }

  @Test func whatIsLightIsNotSeen() {
    let drawing = drawing("0 w 1 G 0 0 m 50 0 l S 0.9 0.9 1 rg 0 0 60 60 re f 0 G 0 9 m 50 9 l S")
    #expect(drawing?.boxes == [DrawnBox(left: 0, top: 9, right: 50, bottom: 9)])
  }

  @Test func lettersAndListsDrawNothing() {
    let drawing = drawing("BT /F 12 Tf [(a \\) re f) -5 <00>] TJ ET /P <</M 1>> BDC EMC")
    #expect(drawing?.boxes == [])
    #expect(drawing?.hasShapes == false)
  }

  @Test(arguments: ["/G Do", "/S sh", "BI ID EI", "/N scn 0 0 3 40 re f"])
  func whatIsNotUnderstoodIsToldSo(_ content: String) {
    #expect(drawing(content) == nil)
  }

  @Test func aPictureHasAPlace() {
    let drawing = drawing("q 30 0 0 40 5 6 cm /P Do Q")
    #expect(drawing?.pictures == [DrawnBox(left: 5, top: 6, right: 35, bottom: 46)])
  }

  @Test func piecesOfALineAreOneLine() {
    let rulings = DrawnRulings(
      (0..<20).map { index in
        DrawnBox(left: Double(index) * 2, top: 5, right: Double(index) * 2 + 1, bottom: 5.5)
      } + [DrawnBox(left: 0, top: 30, right: 8, bottom: 30)])
    #expect(rulings.rows.map(\.start) == [0])
    #expect(rulings.rows.map(\.end) == [39])
    #expect(rulings.columns.isEmpty)
  }

  @Test func bordersOfARowOfSmallTypeAreLines() {
    let borders = DrawnRulings(
      [20, 34, 40].map { DrawnBox(left: 10, top: $0, right: 10.5, bottom: $0 + 11) }
        + [DrawnBox(left: 60, top: 20, right: 60.5, bottom: 26)])
    #expect(borders.columns.map(\.end) == [31, 51])
    #expect(
      DrawnRulings([DrawnBox(left: 10, top: 20, right: 10.5, bottom: 31)]).columns.count == 1)
  }

  @Test func pagesAreFollowedInTheirOrder() throws {
    let sample = PDFSample(pages: [
      "", PDFSample.line(10, 20, 90, 20), PDFSample.text("Word", 50, 50),
    ])
    var pages = try #require(PDFPages(sample.bytes))
    #expect(pages.pages.count == 3)
    let drawn = pages.drawing(on: PlacedPage(number: 2, width: 595, height: 842))
    #expect(drawn?.boxes == [DrawnBox(left: 9.5, top: 821.5, right: 90.5, bottom: 822.5)])
    let isBlank = pages.isTold(PlacedPage(number: 1, width: 595, height: 842))
    #expect(isBlank)
    let turned = pages.drawing(on: PlacedPage(number: 2, width: 842, height: 595))
    #expect(turned == nil)
    #expect(PDFPages(sample.locked) == nil)
  }

  @Test func textThatIsNotReadIsNotTold() throws {
    let sample = PDFSample(pages: [PDFSample.text(String(repeating: "unread ", count: 9), 9, 9)])
    var pages = try #require(PDFPages(sample.bytes))
    let isTold = pages.isTold(PlacedPage(number: 1, width: 595, height: 842))
    #expect(!isTold)
  }

  @Test func boxesOfWordsAreRead() {
    let boxes = WordBoxes(
      Array(
        """
        <meta name="Producer" content="Press &amp; Co"/>
          <page width="595.303937" height="841.889764">
            <word xMin="-1.004999" yMin="2.500000" xMax="3.456000" yMax="9.999900">A&lt;b</word>
            <word xMin="5" yMin="2.5" xMax="4" yMax="9">x</word>
          </page>
        """.utf8))
    #expect(boxes.producer == "Press & Co")
    #expect(boxes.pages.map(\.width) == [595.3])
    #expect(boxes.pages.first?.words.map(\.text) == ["A<b"])
    #expect(boxes.pages.first?.words.first?.left == -1)
    #expect(boxes.pages.first?.words.first?.right == 3.46)
    #expect(boxes.pages.first?.words.first?.bottom == 10)
  }
}
