import Testing

@testable import PlanFormats

/// What is done to the image of a page before it is recognised.
@Suite struct PreparedScanTests {
  private let width = 800
  private let height = 1000

  private func image(_ isInk: (Int, Int) -> Bool) -> GrayImage {
    var points = [UInt8](repeating: 250, count: width * height)
    for y in 0..<height { for x in 0..<width where isInk(x, y) { points[y * width + x] = 20 } }
    return GrayImage(width: width, height: height, points: points)
  }

  /// Words of strokes on lines that sink by a slope.
  private func text(_ slope: Double) -> (Int, Int) -> Bool {
    { x, y in
      let row = Double(y) - slope * Double(x)
      return row > 100 && row < 900 && row.truncatingRemainder(dividingBy: 40) < 12
        && x > 60 && x < 740
        && (Double(x) + slope * Double(y)).truncatingRemainder(dividingBy: 7) < 3
    }
  }

  @Test func theSlopeOfLinesIsFound() {
    for slope in [-0.02, 0, 0.008, 0.03] {
      #expect(abs(SkewFinder.slope(of: image(text(slope))) - slope) < 0.001)
    }
    #expect(SkewFinder.slope(of: image { _, _ in false }) == 0)
    let askew = PreparedScan(image(text(0.02)), scale: 0.5).page
    #expect(abs(SkewFinder.slope(of: askew)) < 0.001)
  }

  @Test func specksAndLinesGoAndLettersStay() {
    // A line across, a speck, a dot as large as that of a letter.
    let scan = PreparedScan(
      image { x, y in
        y == 200 && x > 100 && x < 600 || (300...301).contains(x) && (300...301).contains(y)
          || (400...405).contains(x) && (400...405).contains(y)
      }, scale: 0.25)
    #expect(scan.page.isDark(300, 200))
    #expect(!scan.text.isDark(300, 200))
    #expect(!scan.page.isDark(300, 300))
    #expect(scan.text.isDark(402, 402))
  }

  @Test func colouredInkIsLight() throws {
    var offset = 0
    let image = try #require(
      GrayImage(Array("P6\n2 1\n255\n".utf8) + [220, 40, 50, 30, 32, 35], at: &offset))
    #expect(offset == 17)
    #expect(image.shade(0, 0) == 220)
    #expect(image.shade(1, 0) < 40)
  }

  @Test func cellsWithInkAndNoWordsAreReadAgain() throws {
    // A table of two cells; only the right one was read.
    let page = image { x, y in
      (y == 100 || y == 160) && x >= 100 && x <= 500
        || (x == 100 || x == 180 || x == 500) && y >= 100 && y <= 160
        || (138...141).contains(x) && (120...140).contains(y)
    }
    let scan = PreparedScan(page, scale: 0.5)
    var placed = PlacedPage(number: 1, width: 400, height: 500)
    placed.grids = [RuledGrid(rows: [50, 80], columns: [50, 90, 250], first: [0, 1])]
    placed.words = [PlacedWord(left: 95, top: 58, right: 140, bottom: 70, text: "cây")]
    let cells = UnreadCells(placed, scan)
    let sheet = try #require(cells.sheet)
    let inked = (0..<sheet.height).filter { y in (0..<sheet.width).contains { sheet.isDark($0, y) }
    }
    let (top, bottom) = (Double(inked.min() ?? 0) / 2, Double(inked.max() ?? 0) / 2)
    cells.complete(
      &placed, by: [PlacedWord(left: 24, top: top, right: 28, bottom: bottom, text: "1")])
    let added = try #require(placed.words.last)
    #expect(added.text == "1")
    #expect(placed.grids[0].cell(of: added) == 0)
  }
}
