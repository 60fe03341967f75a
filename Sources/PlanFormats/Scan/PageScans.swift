/// Recognises the text of pages that are images, with Tesseract.
enum PageScans {
  static let tesseract = Program(
    name: "tesseract", package: "tesseract-ocr tesseract-ocr-vie")

  /// The most pages that are recognised.
  static let pageLimit = 300
  private static let resolution = 300.0
  /// A page with fewer words may be an image with a few words set on it, such as a signer's.
  private static let least = 12
  private static let side = 2

  /// Replaces the words of pages that have next to none by what recognition reads there.
  static func recognize(
    _ pages: inout [PlacedPage], of file: String, in folder: borrowing TemporaryFolder
  ) throws(FormatError) {
    let isBroken = TextLayer.isBroken(pages)
    let wanted = pages.indices.filter { isBroken || pages[$0].words.count < least }
    guard !wanted.isEmpty else { return }
    let isScan = !isBroken && wanted.count == pages.count
    guard let program = tesseract.find(), let painter = PDFDocument.pdftoppm.find() else {
      // A page or two without text between others are blank more often than not.
      guard isScan else { return }
      _ = try tesseract.path(for: .pdf)
      return
    }
    guard wanted.count <= pageLimit else {
      throw .tooLarge(.pdf, what: "more than \(pageLimit) pages to recognise")
    }
    for start in stride(from: 0, to: wanted.count, by: side) {
      let batch = Array(wanted[start..<min(start + side, wanted.count)])
      let painted = ProgramRun.printed(
        by: batch.map { paint($0, pages[$0], painter, file) }, in: folder)
      let read = ProgramRun.printed(
        by: batch.map { index in
          ProgramRun(
            program: program,
            arguments: [
              "\(folder.path)/page-\(index).pgm", "-", "-l", "vie", "--psm", "3",
              "--dpi", String(Int(resolution)), "tsv",
            ],
            limits: .init(seconds: 90))
        }, in: folder)
      for (offset, index) in batch.enumerated() {
        if case .failure(let failure) = painted[offset] {
          guard isScan else { continue }
          throw failure.told(of: PDFDocument.pdftoppm, .pdf)
        }
        switch read[offset] {
        case .success(let table): take(table, for: index, in: folder, &pages)
        case .failure(.late): continue
        case .failure(let failure):
          guard isScan else { continue }
          throw told(failure)
        }
      }
    }
  }

  /// What a person is told when recognition fails: mostly that its language is missing.
  private static func told(_ failure: ProgramFailure) -> FormatError {
    if case .stopped(_, let words) = failure, words.contains("language") {
      return .missing(.pdf, program: "tesseract for Vietnamese", package: "tesseract-ocr-vie")
    }
    return failure.told(of: tesseract, .pdf)
  }

  /// The run that paints a page as a grey image.
  private static func paint(
    _ index: Int, _ page: PlacedPage, _ painter: String, _ file: String
  ) -> ProgramRun {
    // A poster is painted coarser.
    let inches = max(1, page.width * page.height / (72 * 72))
    let resolution = min(self.resolution, (40e6 / inches).squareRoot())
    return ProgramRun(
      program: painter,
      arguments: [
        "-gray", "-r", String(Int(resolution)), "-f", String(index + 1), "-l", String(index + 1),
        "-singlefile", file, "page-\(index)",
      ])
  }

  private static func take(
    _ table: [UInt8], for index: Int, in folder: borrowing TemporaryFolder,
    _ pages: inout [PlacedPage]
  ) {
    defer { folder.remove("page-\(index).pgm") }
    var offset = 0
    guard let bytes = folder.read("page-\(index).pgm", limit: 1 << 27),
      let image = GrayImage(bytes, at: &offset)
    else { return }
    let width = pages[index].turn == .none ? pages[index].width : pages[index].height
    let scale = width / Double(image.width)
    guard var recognized = WordTable.pages(table, scale: scale).first else { return }
    recognized.number = pages[index].number
    recognized.words = RecognizedWords.clean(recognized.words)
    recognized.turnUpright()
    recognized.words = RecognizedWords.straighten(recognized.words)
    if pages[index].words.count >= least {
      pages[index].words = RecognizedWords.complete(pages[index].words, by: recognized.words)
      return
    }
    guard recognized.words.count > 2 * pages[index].words.count else { return }
    recognized.isRecognized = true
    recognized.grids = RulingFinder.grids(image.turned(recognized.turn), scale: scale)
    pages[index] = recognized
  }
}
