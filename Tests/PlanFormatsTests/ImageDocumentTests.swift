import PlanText
import TestSupport
import Testing

@testable import PlanFormats

private let isInstalled =
  PDFDocument.pdftoppm.find() != nil && PDFDocument.pdftotext.find() != nil
  && PageScans.tesseract.find() != nil

/// Image files as documents.
@Suite struct ImageDocumentTests {
  @Test func imagesAreKnownByTheirMarks() {
    #expect(ImageDocument.format(of: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]) == .png)
    #expect(ImageDocument.format(of: [0xFF, 0xD8, 0xFF, 0xE0]) == .jpeg)
    #expect(ImageDocument.format(of: [0x49, 0x49, 0x2A, 0x00]) == .tiff)
    #expect(ImageDocument.format(of: Array("PNG".utf8)) == nil)
  }

  /// The head of a PNG file and a chunk of points.
  private func png(kind: UInt8, points: [UInt8] = [1, 2, 3]) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 1, 0, 0, 0, 2, 0, 8, kind, 0, 0, 0, 0, 0, 0, 0]
      + [0, 0, 0, UInt8(points.count)] + Array("IDAT".utf8) + points + [0, 0, 0, 0]
  }

  @Test func theHeadOfAnImageIsRead() throws {
    let grey = try #require(ImageFile(png(kind: 0)))
    #expect((grey.width, grey.height) == (256, 512))
    #expect(grey.points == [1, 2, 3])
    #expect(PDFDocument.isSigned(ImageFile.pages([grey])))
    // Points that are partly transparent.
    #expect(ImageFile(png(kind: 6)) == nil)
    let photograph = try #require(
      ImageFile([0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0xFF, 0xC0, 0, 11, 8, 1, 0, 2, 0, 3, 1, 2, 3]))
    #expect((photograph.width, photograph.height) == (512, 256))
  }

  @Test func damagedHeadsAreNone() {
    let whole = png(kind: 2)
    for count in 0..<whole.count { _ = ImageFile(Array(whole.prefix(count))) }
    #expect(ImageFile(Array(whole.prefix(30))) == nil)
    #expect(ImageFile([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xC0]) == nil)
  }

  @Test(.enabled(if: isInstalled, "poppler-utils or tesseract is not installed"))
  func aDamagedImageIsAnError() {
    #expect(throws: FormatError.self) {
      _ = try OpenedDocument([0x49, 0x49, 0x2A, 0x00, 8, 0, 0, 0, 1])
    }
  }

  @Test func smallPicturesAreNoPages() throws {
    #expect(try ImageDocument.open(pictures: [png(kind: 0), [1, 2, 3]], as: .docx) == nil)
  }

  @Test(.enabled(if: isInstalled, "poppler-utils or tesseract is not installed"))
  func pagesThatWereScannedIntoAWordFileAreRead() throws {
    let folder = try TemporaryFolder(for: .pdf)
    func picture(_ text: String) throws -> [UInt8] {
      let file = try folder.write(
        PDFSample(pages: [PDFSample.text(text, 80, 700)]).bytes, as: "\(text.count).pdf", of: .pdf)
      let run = ProgramRun(
        program: try PDFDocument.pdftoppm.path(for: .pdf),
        arguments: ["-r", "150", "-gray", "-png", "-singlefile", file])
      return try ProgramRun.printed(by: [run], in: folder)[0].get()
    }
    let (first, second) = (try picture("KHO SACH"), try picture("TRANG SAU"))
    func file(_ paragraph: String) -> [UInt8] {
      let body =
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        + "<w:body>\(WordSample.paragraph(paragraph))</w:body></w:document>"
      return PackedSample.zip([
        ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", Array(body.utf8)),
        ("word/media/image10.png", second), ("word/media/image2.png", first),
      ])
    }
    let opened = try OpenedDocument(file(""))
    #expect(opened.format == .docx)
    #expect(opened.pages == 2)
    #expect(opened.text.lines.map { opened.text.string($0) }.contains { $0.contains("KHO") })
    // What was set on a page of words says nothing more.
    let words = "Xa mo lop day nghe cho cac ho ngheo cua ba thon trong nam"
    #expect(
      try OpenedDocument(file(words)).text.lines.count == 1)
  }
}
