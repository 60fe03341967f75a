import PlanText

/// Reads image files: pages that were scanned or photographed, one to a file, or many in a TIFF.
enum ImageDocument {
  /// The most points of an image that are read.
  private static let pointLimit = 200_000_000
  /// The least points that a page is wide: letters of fewer cannot be read.
  private static let leastSide = 500

  /// The format of an image file; `nil` for another file.
  static func format(of bytes: [UInt8]) -> DocumentFormat? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if bytes.starts(with: [0x49, 0x49, 0x2A, 0x00]) || bytes.starts(with: [0x4D, 0x4D, 0x00, 0x2A])
    {
      return .tiff
    }
    return nil
  }

  /// The text of an image.
  static func open(_ bytes: [UInt8], as format: DocumentFormat) throws(FormatError)
    -> OpenedDocument
  {
    let program = try PageScans.tesseract.path(for: format)
    if format != .tiff, PDFDocument.pdftoppm.find() != nil, let image = ImageFile(bytes) {
      guard image.width * image.height <= pointLimit else {
        throw .tooLarge(format, what: "more than \(pointLimit / 1_000_000) million points")
      }
      return try open([image], as: format)
    }
    return try recognize(bytes, as: format, program)
  }

  /// Recognises the pages of a document that consists of pictures; `nil` when none is as large as a
  /// page.
  static func open(pictures: [[UInt8]], as format: DocumentFormat) throws(FormatError)
    -> OpenedDocument?
  {
    let images = pictures.compactMap(ImageFile.init).filter {
      min($0.width, $0.height) >= leastSide && $0.width * $0.height <= pointLimit
    }
    return images.isEmpty ? nil : try open(images, as: format)
  }

  /// Recognises images as the pages of one document.
  private static func open(_ images: [ImageFile], as format: DocumentFormat) throws(FormatError)
    -> OpenedDocument
  {
    do {
      var opened = try PDFDocument.open(ImageFile.pages(images))
      opened.format = format
      return opened
    } catch {
      throw error.told(of: format)
    }
  }

  /// Recognises an image as it stands.
  private static func recognize(
    _ bytes: [UInt8], as format: DocumentFormat, _ program: String
  ) throws(FormatError) -> OpenedDocument {
    let folder = try TemporaryFolder(for: format)
    let file = try folder.write(bytes, as: "document.image", of: format)
    let run = ProgramRun(
      program: program, arguments: [file, "-", "-l", "vie", "--psm", "3", "tsv"],
      limits: .init(seconds: 300))
    switch ProgramRun.printed(by: [run], in: folder)[0] {
    case .success(let table):
      var pages = WordTable.pages(table)
      for index in pages.indices { PageScans.setOnPage(&pages[index]) }
      do {
        let text = try CanonicalText(LaidOutText.lines(pages), encoding: "UTF-8")
        return OpenedDocument(text: text, format: format, pages: pages.count)
      } catch {
        throw .text(error)
      }
    case .failure(.stopped(let status, let words)):
      throw .damaged(format, what: ProgramFailure.stopped(status: status, words: words).brief)
    case .failure(let failure): throw failure.told(of: PageScans.tesseract, format)
    }
  }
}
