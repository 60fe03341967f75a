import PlanText
import Testing

@testable import PlanFormats

private let hasPoppler = PDFDocument.pdftotext.find() != nil && PDFDocument.pdftoppm.find() != nil
private let hasTesseract = PageScans.tesseract.find() != nil

@Suite struct PDFDocumentTests {
  @Test func aPDFIsKnownByItsMark() {
    #expect(PDFDocument.isSigned(PDFSample(pages: [""]).bytes))
    #expect(PDFDocument.isSigned(Array("\r\n%PDF-1.7".utf8)))
    #expect(!PDFDocument.isSigned(Array("PDF".utf8)))
    #expect(!PDFDocument.isSigned([]))
  }

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func pagesAndTablesAreRead() throws {
    var page = PDFSample.text("A plan of a commune", 230, 780)
    for y in [700, 680, 640] { page += PDFSample.line(80, y, 500, y) }
    for x in [80, 120, 300, 500] { page += PDFSample.line(x, 640, x, 700) }
    page += PDFSample.text("No", 84, 685) + PDFSample.text("Work", 124, 685)
    page += PDFSample.text("Who", 304, 685) + PDFSample.text("1", 84, 665)
    page += PDFSample.text("Plant trees", 124, 665) + PDFSample.text("on the road", 124, 650)
    page += PDFSample.text("All", 304, 665)
    for line in 0..<6 { page += PDFSample.text("one more line of words", 80, 600 - 16 * line) }
    page += PDFSample.text("1", 300, 30)
    let opened = try OpenedDocument(PDFSample(pages: [page, page]).bytes)
    #expect(opened.format == .pdf)
    #expect(opened.pages == 2)
    let lines = String(decoding: opened.text.bytes, as: UTF8.self).split(separator: "\n")
    #expect(lines.first == "A plan of a commune")
    #expect(lines[1...2] == ["No\tWork\tWho", "1\tPlant trees on the road\tAll"])
    #expect(opened.text.styles[1].table == 1)
    #expect(opened.text.styles.count { $0.zone == .pageFooter } == 2)
    #expect(opened.text.styles.last?.page == 2)
  }

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func theLastRowOfATableMayStandAloneOnAPage() throws {
    /// A table from a height down, and its words.
    func table(_ rows: [[String]], from top: Int) -> String {
      var page = ""
      for row in 0...rows.count { page += PDFSample.line(80, top - 40 * row, 500, top - 40 * row) }
      for x in [80, 120, 300, 500] { page += PDFSample.line(x, top - 40 * rows.count, x, top) }
      for (row, cells) in rows.enumerated() {
        for (x, cell) in zip([84, 124, 304], cells) where !cell.isEmpty {
          page += PDFSample.text(cell, x, top - 40 * row - 15)
        }
      }
      return page
    }
    let first = table(
      [["No", "Work", "Day"], ["1", "Sweep", "2/9"], ["2", "Dust", "in"]], from: 180)
    let prose = PDFSample.text("words above the table", 80, 700)
    let second = table([["", "", "June"]], from: 780) + PDFSample.text("The end.", 80, 600)
    let opened = try OpenedDocument(PDFSample(pages: [prose + first, second]).bytes)
    #expect(
      String(decoding: opened.text.bytes, as: UTF8.self).split(separator: "\n") == [
        "words above the table", "No\tWork\tDay", "1\tSweep\t2/9", "2\tDust\tin June",
        "\u{0C}The end.",
      ])
  }

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func damagedFilesAreErrors() {
    let whole = PDFSample(pages: [PDFSample.text("words", 80, 700)]).bytes
    for bytes in [Array(whole.prefix(12)), Array("%PDF-1.4\nwords".utf8)] {
      #expect(throws: FormatError.self) { _ = try OpenedDocument(bytes) }
    }
  }

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func theFileTellsItsProducer() throws {
    let page = PDFSample(pages: [PDFSample.text("words", 80, 700)])
    #expect(try OpenedDocument(page.bytes).producer == nil)
    #expect(try OpenedDocument(page.made(by: "Writer 7 (x)")).producer == "Writer 7 (x)")
  }

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func aFileWithAPasswordIsToldSo() {
    let file = PDFSample(pages: [PDFSample.text("words", 80, 700)]).locked
    #expect(throws: FormatError.locked(.pdf)) { _ = try OpenedDocument(file) }
  }

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func aFileThatWasCutIsDamaged() {
    let page = PDFSample.text("words", 80, 700)
    let whole = PDFSample(pages: Array(repeating: page, count: 20)).bytes
    for tenth in 1..<10 {
      let error = #expect(throws: FormatError.self) {
        _ = try OpenedDocument(Array(whole.prefix(whole.count * tenth / 10)))
      }
      guard case .damaged(.pdf, _) = error else {
        Issue.record("\(tenth): \(String(describing: error))")
        continue
      }
    }
  }

  /// A file made for reading while it arrives tells at its beginning how long it is.
  @Test func aFileThatTellsItsLengthIsCutWhenItIsShorter() {
    func file(_ length: Int) -> [UInt8] {
      Array("%PDF-1.4\n1 0 obj\n<< /Linearized 1 /L \(length) /H [1 2] /N 3 >>\nendobj\n".utf8)
    }
    #expect(PDFDocument.missing(file(10_000)) == 10_000 - file(10_000).count)
    #expect(PDFDocument.missing(file(10)) == 0)
    #expect(PDFDocument.missing(PDFSample(pages: [""]).bytes) == 0)
    #expect(
      throws: FormatError.damaged(.pdf, what: "\(10_000 - file(10_000).count) bytes are missing")
    ) { _ = try OpenedDocument(file(10_000)) }
  }

  @Test(.enabled(if: hasPoppler && hasTesseract, "poppler-utils or tesseract is not installed"))
  func aPageWithoutTextIsRecognised() throws {
    // A drawn rectangle: nothing to read, and no error.
    let opened = try OpenedDocument(PDFSample(pages: ["80 700 200 80 re S\n"]).bytes)
    #expect(opened.pages == 1)
  }

  @Test(.enabled(if: hasPoppler && hasTesseract, "poppler-utils or tesseract is not installed"))
  func aPageWithoutSizeIsBlank() throws {
    let file = PDFSample(pages: ["80 700 200 80 re S\n", ""]).bytes
    for box in ["[0 0 000 000]", "[9 9 009 009]", "[0 0 595 000]"] {
      let sized = String(decoding: file, as: UTF8.self).replacing("[0 0 595 842]", with: box)
      _ = try? OpenedDocument(Array(sized.utf8))
    }
  }

  @Test func officeFilesAreKnownByTheirMarks() {
    #expect(OfficeDocument.format(of: Array("{\\rtf1 x}".utf8)) == .rtf)
    #expect(OfficeDocument.format(of: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .doc)
    #expect(OfficeDocument.format(of: Array("words".utf8)) == nil)
  }

  @Test func anOfficeFileWithoutAHeaderIsDamaged() {
    let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    for junk in [mark, mark + [UInt8](repeating: 0x41, count: 4000)] {
      #expect(throws: FormatError.damaged(.doc, what: "its header is none of a document")) {
        _ = try OpenedDocument(junk)
      }
    }
  }
}
