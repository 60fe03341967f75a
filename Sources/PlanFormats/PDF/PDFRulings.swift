/// Finds the drawn borders of tables on pages that may have some.
enum PDFRulings {
  /// Adds the tables with borders to the pages that have text.
  static func add(
    to pages: inout [PlacedPage], of file: String, in folder: borrowing TemporaryFolder
  ) {
    guard let program = PDFDocument.pdftoppm.find() else { return }
    let wanted = pages.indices.filter { mayHaveTable(pages[$0]) }
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
          pages[index].grids = RulingFinder.grids(image.turned(pages[index].turn), scale: 1)
        }
      }
    }
  }

  /// Whether words stand apart as cells do.
  private static func mayHaveTable(_ page: PlacedPage) -> Bool {
    guard page.words.count > 3, page.width * page.height < 4e6 else { return false }
    var count = 0
    for row in WordRow.rows(of: page.words) {
      if !row.wideGaps.isEmpty { count += 1 }
      if count >= 2 { return true }
    }
    return false
  }
}
