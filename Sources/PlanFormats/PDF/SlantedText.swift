/// Takes text that runs at an angle to the lines of a page (watermarks, marks in the margin) out of its
/// words, each run whole.
///
/// Poppler sets the letters of such text among those of the lines that they cross. In the order in
/// which the file shows them they stand together.
enum SlantedText {
  /// What Poppler tells of the same pages in three ways.
  private struct Tellings {
    /// The words without those at an angle.
    var straight: WordBoxes
    /// The words in the order of the file.
    var shown: WordBoxes
    /// Both.
    var shownStraight: WordBoxes
  }

  /// Takes such text out of pages whose words stand upright.
  ///
  /// - Parameters:
  ///   - pages: The pages, with their words.
  ///   - file: Where the document stands for programs.
  ///   - program: Poppler's reader.
  ///   - folder: What programs work in.
  static func take(
    from pages: inout [PlacedPage], of file: String, by program: String,
    in folder: borrowing TemporaryFolder
  ) {
    let wanted = pages.indices.filter {
      SlantedLetters.mayStand(on: pages[$0]) || UprightRuns.mayStand(on: pages[$0])
    }
    guard let first = wanted.first, let last = wanted.last,
      let told = tellings(first...last, file, program, in: folder)
    else { return }
    for index in wanted {
      let place = index - first
      let way = pages[index].turn
      let straight = turned(told.straight.pages[place], way)
      let shown = turned(told.shown.pages[place], way)
      var slanted = without(shown.words, turned(told.shownStraight.pages[place], way).words)
      let lost = lost(slanted, straight.words)
      slanted = without(slanted, lost)
      if !slanted.isEmpty, letters(slanted) <= letters(straight.words) {
        pages[index].words = lost + straight.words
        pages[index].asides += SlantedLetters.runs(slanted)
      }
      UprightRuns.take(from: &pages[index], inOrder: shown.words)
    }
  }

  /// Gives the words of upright runs that stand in tables back to their pages: heads of narrow columns.
  ///
  /// - Returns: Whether there were any.
  static func giveBack(to page: inout PlacedPage) -> [PlacedWord] {
    var words: [PlacedWord] = []
    page.asides.removeAll { aside in
      let isInTable = page.grids.contains { grid in aside.words.allSatisfy(grid.contains) }
      guard isInTable, aside.words.contains(where: UprightRuns.isUpright) else { return false }
      words += aside.words
      return true
    }
    return words
  }

  private static func tellings(
    _ range: ClosedRange<Int>, _ file: String, _ program: String,
    in folder: borrowing TemporaryFolder
  ) -> Tellings? {
    let ways = [["-nodiag"], ["-raw"], ["-raw", "-nodiag"]]
    let printed = ProgramRun.printed(
      by: ways.map { way in
        ProgramRun(
          program: program,
          arguments: way + [
            "-bbox", "-f", String(range.lowerBound + 1), "-l", String(range.upperBound + 1), file,
            "-",
          ])
      }, in: folder)
    let told = printed.compactMap { result -> WordBoxes? in
      guard case .success(let bytes) = result else { return nil }
      let boxes = WordBoxes(bytes)
      return boxes.pages.count == range.count ? boxes : nil
    }
    guard told.count == ways.count else { return nil }
    return Tellings(straight: told[0], shown: told[1], shownStraight: told[2])
  }

  private static func turned(_ page: PlacedPage, _ way: PageTurn) -> PlacedPage {
    var page = page
    page.turnBack(way)
    return page
  }

  /// The words that stand on a line with straight ones: Poppler loses the one behind slanted text.
  private static func lost(_ words: [PlacedWord], _ straight: [PlacedWord]) -> [PlacedWord] {
    words.filter { word in
      straight.contains {
        abs($0.top - word.top) < 0.05 && abs($0.bottom - word.bottom) < 0.05
      } || word.text.count >= 3 && word.right - word.left > 1.5 * word.height
    }
  }

  /// The words that others do not have, in their order.
  private static func without(_ words: [PlacedWord], _ others: [PlacedWord]) -> [PlacedWord] {
    var counts: [Place: Int] = [:]
    for word in others { counts[Place(word), default: 0] += 1 }
    return words.filter { word in
      let place = Place(word)
      guard let count = counts[place], count > 0 else { return true }
      counts[place] = count - 1
      return false
    }
  }

  /// A word where it stands.
  private struct Place: Hashable {
    let text: String
    let left: Int
    let top: Int

    init(_ word: PlacedWord) {
      text = word.text
      left = Int((word.left * 100).rounded())
      top = Int((word.top * 100).rounded())
    }
  }

  private static func letters(_ words: [PlacedWord]) -> Int {
    words.reduce(0) { $0 + $1.text.unicodeScalars.count }
  }
}
