/// Recognises the text of pages that are images, with Tesseract.
enum PageScans {
  static let tesseract = Program(
    name: "tesseract", package: "tesseract-ocr tesseract-ocr-vie")

  /// The most pages that are recognised.
  static let pageLimit = 300
  static let resolution = 300.0
  /// The longest page that may be of its size, in points: A3 with room around it.
  private static let longest = 1300.0
  /// A page with fewer words may be an image with a few words set on it, such as a signer's.
  private static let least = 12
  private static let side = 2

  /// Replaces the words of pages that have next to none by what recognition reads there.
  ///
  /// - Parameters:
  ///   - pages: The pages, with their words.
  ///   - foreign: The places of pages whose words are not what is printed.
  ///   - file: Where the document stands for programs.
  ///   - folder: What programs work in.
  ///   - isTold: Whether a page with few words has nothing to recognise.
  static func recognize(
    _ pages: inout [PlacedPage], replacing foreign: Set<Int> = [], of file: String,
    in folder: borrowing TemporaryFolder, unless isTold: (PlacedPage) -> Bool
  ) throws(FormatError) {
    let isBroken = TextLayer.isBroken(pages)
    for index in foreign { pages[index].layer = .unreadable }
    let wanted = pages.indices.filter {
      guard hasSize(pages[$0]) else { return false }
      if isBroken || foreign.contains($0) { return true }
      return pages[$0].words.count < least && !isTold(pages[$0])
    }
    guard !wanted.isEmpty else { return }
    let isScan = !isBroken && foreign.isEmpty && wanted.count == pages.count
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
      for offset in batch.indices {
        guard isScan, case .failure(let failure) = painted[offset] else { continue }
        throw failure.told(of: PDFDocument.pdftoppm, .pdf)
      }
      let scans = batch.compactMap { prepare($0, pages[$0], in: folder) }
      let read = ProgramRun.printed(by: scans.map { $0.run(program, in: folder) }, in: folder)
      var readings: [ScanReading] = []
      for (result, scan) in zip(read, scans) {
        switch result {
        case .success(let table):
          var reading = scan
          if reading.setUpright(table, program, in: folder) { readings.append(reading) }
        case .failure(.late): continue
        case .failure(let failure):
          guard isScan else { continue }
          throw told(failure)
        }
      }
      ScanReading.readLines(&readings, program, in: folder)
      for reading in readings {
        take(reading.completed(program, in: folder), for: reading.index, &pages)
      }
      for scan in scans { scan.removeFile(in: folder) }
    }
  }

  /// Whether a page is so large that something can stand on it.
  private static func hasSize(_ page: PlacedPage) -> Bool { min(page.width, page.height) >= 1 }

  /// What a person is told when recognition fails: mostly that its language is missing.
  private static func told(_ failure: ProgramFailure) -> FormatError {
    if case .stopped(_, let words) = failure, words.contains("language") {
      return .missing(.pdf, program: "tesseract for Vietnamese", package: "tesseract-ocr-vie")
    }
    return failure.told(of: tesseract, .pdf)
  }

  /// How large the paper of a page is beside the page: a scanner that does not tell its resolution
  /// makes a page of a point per dot, and a photograph is one of any size.
  static func paper(_ page: PlacedPage) -> Double {
    let long = max(page.width, page.height)
    return page.words.count >= least || long <= longest ? 1 : 842 / long
  }

  /// The run that paints a page as an image.
  private static func paint(
    _ index: Int, _ page: PlacedPage, _ painter: String, _ file: String
  ) -> ProgramRun {
    // A poster with words is painted coarser.
    let inches = max(1, page.width * page.height / (72 * 72))
    let resolution = min(resolution * paper(page), (28e6 / inches).squareRoot())
    return ProgramRun(
      program: painter,
      arguments: [
        "-r", String(max(1, Int(resolution))), "-f", String(index + 1), "-l", String(index + 1),
        "-singlefile", file, "page-\(index)",
      ])
  }

  /// Prepares the painted image of a page, and writes what is recognised.
  private static func prepare(
    _ index: Int, _ page: PlacedPage, in folder: borrowing TemporaryFolder
  ) -> ScanReading? {
    let painted = "page-\(index).ppm"
    defer { folder.remove(painted) }
    var offset = 0
    guard let bytes = folder.read(painted, limit: 1 << 27),
      let image = GrayImage(bytes, at: &offset)
    else { return nil }
    // The image lies as the page does.
    let isAcross = page.turn == .up || page.turn == .down
    let width = (isAcross ? page.height : page.width) * paper(page)
    return ScanReading(
      index, PreparedScan(image, scale: width / Double(image.width)), in: folder)
  }

  /// Sets a page that was recognised in points of its image as one of A4.
  static func setOnPage(_ page: inout PlacedPage) {
    let scale = (page.width > page.height ? 842 : 595) / max(1, page.width)
    (page.width, page.height) = (page.width * scale, page.height * scale)
    for index in page.words.indices {
      page.words[index].left *= scale
      page.words[index].right *= scale
      page.words[index].top *= scale
      page.words[index].bottom *= scale
    }
    page = page.mended
    page.turnUpright()
    page.words = RecognizedLines.even(RecognizedWords.straighten(page.words))
    page.isRecognized = true
  }

  private static func take(
    _ recognized: PlacedPage, for index: Int, _ pages: inout [PlacedPage]
  ) {
    var recognized = recognized
    recognized.number = pages[index].number
    if pages[index].layer == .unreadable {
      guard recognized.words.count >= least else { return }
      recognized.layer = .replaced
      recognized.isRecognized = true
      pages[index] = recognized
      return
    }
    if pages[index].words.count >= least {
      pages[index].words = RecognizedWords.complete(pages[index].words, by: recognized.words)
      return
    }
    guard recognized.words.count > 2 * pages[index].words.count else { return }
    recognized.isRecognized = true
    pages[index] = recognized
  }
}
