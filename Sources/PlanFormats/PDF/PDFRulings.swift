/// Finds the drawn borders of tables on pages that may have some.
enum PDFRulings {
  /// Adds the tables with borders to the pages that have text.
  ///
  /// - Parameters:
  ///   - pages: The pages, with their words.
  ///   - drawn: What draws them, as far as that can be read.
  ///   - file: Where the document stands for programs.
  ///   - folder: What programs work in.
  static func add(
    to pages: inout [PlacedPage], of drawn: inout PDFPages?, as file: String,
    in folder: borrowing TemporaryFolder
  ) {
    var wanted = pages.indices.filter { mayHaveTable(pages[$0]) }
    find(on: wanted, &pages, &drawn, file, in: folder)
    // The last rows of a table may stand alone on a page, with words in one cell only.
    let seen = Set(wanted)
    wanted = pages.indices.dropFirst().filter { index in
      !seen.contains(index) && !pages[index].words.isEmpty && endsWithTable(pages[index - 1])
    }
    find(on: wanted, &pages, &drawn, file, in: folder)
    for index in pages.indices {
      let before = index > 0 ? pages[index - 1].grids.last : nil
      pages[index].grids.removeAll { grid in
        // Two cells beside each other are a frame, unless a table goes on with them.
        Set(grid.first).count < 3 && before.flatMap { OpenTable($0).align(grid) } == nil
      }
    }
  }

  /// Finds the tables on some pages: by what draws them, or on images where that does not tell.
  private static func find(
    on wanted: [Int], _ pages: inout [PlacedPage], _ drawn: inout PDFPages?, _ file: String,
    in folder: borrowing TemporaryFolder
  ) {
    var painted: [Int] = []
    for index in wanted {
      if let boxes = boxes(on: pages[index], &drawn) {
        let rulings = DrawnRulings(boxes)
        pages[index].grids = RulingFinder.grids(
          rulings.rows, rulings.columns, words: pages[index].words, least: 2
        ).sorted { $0.top < $1.top }
      } else {
        painted.append(index)
      }
    }
    if !painted.isEmpty { paint(painted, &pages, file, in: folder) }
  }

  /// What is drawn on a page; `nil` if its content does not tell.
  private static func boxes(on page: PlacedPage, _ drawn: inout PDFPages?) -> [DrawnBox]? {
    guard let drawing = drawn?.drawing(on: page) else { return nil }
    // A scan of the page may stand behind its words, and has the borders.
    let isBehind = page.words.contains { word in
      drawing.pictures.contains { $0.holds(word.middle, word.centre) }
    }
    return isBehind ? nil : drawing.boxes
  }

  /// Finds the tables on images of some pages.
  private static func paint(
    _ wanted: [Int], _ pages: inout [PlacedPage], _ file: String,
    in folder: borrowing TemporaryFolder
  ) {
    guard let program = PDFDocument.pdftoppm.find() else { return }
    var runs: [ClosedRange<Int>] = []
    for index in wanted {
      if let last = runs.last, last.upperBound + 1 == index, last.count < 16 {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
    let most = 2
    for start in stride(from: 0, to: runs.count, by: most) {
      let batch = runs[start..<min(start + most, runs.count)]
      let printed = ProgramRun.printed(
        by: batch.map { range in
          ProgramRun(
            program: program,
            arguments: [
              "-gray", "-r", "72", "-aa", "no", "-aaVector", "no",
              "-f", String(range.lowerBound + 1), "-l", String(range.upperBound + 1), file,
            ])
        }, in: folder)
      for (range, result) in zip(batch, printed) {
        guard case .success(let bytes) = result else { continue }
        var offset = 0
        for index in range {
          guard let image = GrayImage(bytes, at: &offset) else { break }
          pages[index].grids = RulingFinder.grids(
            image.turned(pages[index].turn), scale: 1, words: pages[index].words, least: 2
          ).sorted { $0.top < $1.top }
        }
      }
    }
  }

  /// Whether words stand apart as cells do.
  private static func mayHaveTable(_ page: PlacedPage) -> Bool {
    guard page.words.count > 3, isPaintable(page) else { return false }
    var count = 0
    for row in WordRow.rows(of: page.words) {
      count += row.wideGaps.count
      if count >= 2 { return true }
    }
    return false
  }

  /// Whether nothing of the text stands below the last table of a page, and a next one can be drawn.
  private static func endsWithTable(_ page: PlacedPage) -> Bool {
    guard let grid = page.grids.last, isPaintable(page) else { return false }
    return !page.words.contains { $0.top > grid.bottom && $0.bottom < 0.93 * page.height }
  }

  private static func isPaintable(_ page: PlacedPage) -> Bool { page.width * page.height < 4e6 }
}
