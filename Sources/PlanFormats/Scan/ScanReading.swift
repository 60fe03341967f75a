/// The reading of one scanned page: as a whole, line by line, and what was passed over.
struct ScanReading {
  /// The place of the page in its document.
  let index: Int
  private var scan: PreparedScan
  /// The page, with its words as they were read.
  private var page = PlacedPage(number: 1, width: 0, height: 0)

  /// Writes what is to be recognised of a page; `nil` when it cannot be written.
  init?(_ index: Int, _ scan: PreparedScan, in folder: borrowing TemporaryFolder) {
    (self.index, self.scan) = (index, scan)
    guard write(scan.text, in: folder) else { return nil }
  }

  /// The run that recognises the page.
  func run(_ program: String, in folder: borrowing TemporaryFolder) -> ProgramRun {
    Self.reader(program, "\(folder.path)/\(file)", layout: "3")
  }

  /// Takes what was read first, and reads the page anew when it stands upright or upside down;
  /// `false` when there is nothing to read.
  mutating func setUpright(
    _ table: [UInt8], _ program: String, in folder: borrowing TemporaryFolder
  ) -> Bool {
    guard let first = WordTable.pages(table, scale: scan.scale).first else { return false }
    page = first
    let turn = PageTurn(page.mended)
    if turn != .none {
      scan.turn(turn)
      guard let upright = read(scan.text, program, layout: "3", in: folder) else { return false }
      page = upright
      page.turn = turn
    }
    if UpsideDown.isLikely(page.mended.words) {
      scan.turnOver()
      if let upright = read(scan.text, program, layout: "3", in: folder),
        !UpsideDown.isLikely(upright.mended.words)
      {
        page.words = upright.words
      } else {
        scan.turnOver()
      }
    }
    return true
  }

  /// Reads the lines of pages side by side, each line by itself.
  static func readLines(
    _ readings: inout [ScanReading], _ program: String, in folder: borrowing TemporaryFolder
  ) {
    let strips = readings.map { LineStrips($0.page, $0.scan) }
    let lists = zip(readings, strips).map { $0.list($1, in: folder) }
    let runs = lists.compactMap { list in
      list.map { reader(program, "\(folder.path)/\($0)", layout: "7") }
    }
    var read = ProgramRun.printed(by: runs, in: folder)[...]
    for place in readings.indices {
      if lists[place] != nil, case .success(let table) = read.popFirst() {
        strips[place].complete(
          &readings[place].page, by: WordTable.pages(table, scale: readings[place].scan.scale))
      }
      readings[place].removeList(strips[place], in: folder)
    }
  }

  /// The page as it was read, straight, with the tables drawn on it and what was passed over.
  func completed(_ program: String, in folder: borrowing TemporaryFolder) -> PlacedPage {
    var page = page.mended
    page.words = RecognizedLines.even(RecognizedWords.straighten(page.words))
    page.grids = scan.grids(page.words)
    let cells = UnreadCells(page, scan)
    if let sheet = cells.sheet, let read = read(sheet, program, layout: "6", in: folder) {
      cells.complete(&page, by: read.mended.words)
    }
    return page
  }

  /// Removes what was recognised.
  func removeFile(in folder: borrowing TemporaryFolder) { folder.remove(file) }

  private var file: String { "page-\(index).pgm" }
  private var listFile: String { "page-\(index).list" }
  private func lineFile(_ line: Int) -> String { "line-\(index)-\(line).pgm" }

  /// Writes the lines of the page, and the file that lists them; `nil` when there are none.
  private func list(_ strips: LineStrips, in folder: borrowing TemporaryFolder) -> String? {
    guard !strips.images.isEmpty else { return nil }
    var names = ""
    for (line, image) in strips.images.enumerated() {
      guard
        let path = try? folder.write(image.file, as: lineFile(line), of: .pdf)
      else { return nil }
      names += path + "\n"
    }
    return (try? folder.write(Array(names.utf8), as: listFile, of: .pdf)) == nil ? nil : listFile
  }

  private func removeList(_ strips: LineStrips, in folder: borrowing TemporaryFolder) {
    for line in strips.images.indices { folder.remove(lineFile(line)) }
    folder.remove(listFile)
  }

  private func write(_ image: GrayImage, in folder: borrowing TemporaryFolder) -> Bool {
    folder.remove(file)
    return (try? folder.write(image.file, as: file, of: .pdf)) != nil
  }

  /// What is read on an image; `layout` is how Tesseract parts it.
  private func read(
    _ image: GrayImage, _ program: String, layout: String, in folder: borrowing TemporaryFolder
  ) -> PlacedPage? {
    guard write(image, in: folder),
      case .success(let table) = ProgramRun.printed(
        by: [Self.reader(program, "\(folder.path)/\(file)", layout: layout)], in: folder)[0]
    else { return nil }
    return WordTable.pages(table, scale: scan.scale).first
  }

  private static func reader(_ program: String, _ path: String, layout: String) -> ProgramRun {
    ProgramRun(
      program: program,
      arguments: [
        path, "-", "-l", "vie", "--psm", layout, "--dpi", String(Int(PageScans.resolution)), "tsv",
      ],
      limits: .init(seconds: 90))
  }
}

extension PlacedPage {
  /// The page without what recognition made of specks, and with the blanks and marks that it lost.
  var mended: PlacedPage {
    var page = self
    page.words = RecognizedMarks.mend(RecognizedGaps.mend(RecognizedWords.clean(words)))
    return page
  }
}
