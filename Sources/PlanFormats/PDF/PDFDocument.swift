import PlanText

/// Reads PDF files with Poppler, page by page; pages without text are recognised.
enum PDFDocument {
  /// Poppler's programs.
  static let pdftotext = Program(name: "pdftotext", package: "poppler-utils")
  static let pdftoppm = Program(name: "pdftoppm", package: "poppler-utils")

  /// The most pages that are read.
  static let pageLimit = 3000

  /// Whether bytes are a PDF file: they begin with its mark, perhaps after blanks.
  static func isSigned(_ bytes: [UInt8]) -> Bool {
    let blanks: Set<UInt8> = [0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xEF, 0xBB, 0xBF]
    return bytes.prefix(1024).drop(while: blanks.contains).starts(with: Array("%PDF-".utf8))
  }

  /// How many bytes at the end of a file are missing, if its beginning tells how long it is
  /// (ISO 32000-1, F.3.3): a reader might show its first pages as if they were all.
  static func missing(_ bytes: [UInt8]) -> Int {
    let words = bytes.prefix(1024).split {
      $0 <= 0x20 || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "[")
    }.map { String(decoding: $0, as: UTF8.self) }
    guard words.contains("/Linearized"), let place = words.firstIndex(of: "/L"),
      place + 1 < words.count, let length = Int(words[place + 1])
    else { return 0 }
    return max(0, length - bytes.count)
  }

  /// The text of a PDF file.
  static func open(_ bytes: [UInt8]) throws(FormatError) -> OpenedDocument {
    let missing = missing(bytes)
    guard missing == 0 else { throw .damaged(.pdf, what: "\(missing) bytes are missing") }
    let text = try pdftotext.path(for: .pdf)
    let folder = try TemporaryFolder(for: .pdf)
    let file = try folder.write(MendedFonts.mend(bytes) ?? bytes, as: "document.pdf", of: .pdf)
    let printed = ProgramRun.printed(
      by: [
        ProgramRun(program: text, arguments: ["-bbox", "-l", String(pageLimit + 1), file, "-"])
      ], in: folder)
    let boxes: WordBoxes
    switch printed[0] {
    case .success(let told): boxes = WordBoxes(told)
    case .failure(.stopped(_, let words)) where words.contains("Incorrect password"):
      throw .locked(.pdf)
    case .failure(.stopped(let status, let words)):
      throw .damaged(.pdf, what: ProgramFailure.stopped(status: status, words: words).brief)
    case .failure(let failure): throw failure.told(of: pdftotext, .pdf)
    }
    var pages = boxes.pages
    guard !pages.isEmpty else { throw .damaged(.pdf, what: "it has no pages") }
    guard pages.count <= pageLimit else {
      throw .tooLarge(.pdf, what: "more than \(pageLimit) pages")
    }
    for index in pages.indices {
      pages[index].turnUpright()
    }
    SlantedText.take(from: &pages, of: file, by: text, in: folder)
    OverlaidText.take(from: &pages)
    PageNotes.mark(&pages)
    var drawn = PDFPages(bytes)
    LayerBars.take(from: &pages, &drawn)
    var touching = pages.map(\.words)
    for index in pages.indices { pages[index].words = TouchingWords.join(touching[index]) }
    PDFRulings.add(to: &pages, of: &drawn, as: file, in: folder)
    for index in pages.indices where !pages[index].grids.isEmpty {
      touching[index] += SlantedText.giveBack(to: &pages[index])
      pages[index].words = TouchingWords.join(touching[index], between: pages[index].grids)
    }
    for index in pages.indices { SignatureMarks.take(from: &pages[index]) }
    let foreign = TextLayer.foreign(pages, &drawn)
    try PageScans.recognize(&pages, replacing: foreign, of: file, in: folder) {
      drawn?.isTold($0) ?? false
    }
    do {
      let text = try CanonicalText(LaidOutText.lines(pages), encoding: "UTF-8")
      return OpenedDocument(
        text: text, format: .pdf, pages: pages.count, producer: boxes.producer)
    } catch {
      throw .text(error)
    }
  }
}
