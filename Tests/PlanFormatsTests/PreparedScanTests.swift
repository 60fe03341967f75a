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

  @Test func aPhotographIsLitEvenly() {
    let isInk = text(0)
    func lit(_ light: (Int, Int) -> Int) -> GrayImage {
      GrayImage(
        width: width, height: height,
        points: (0..<width * height).map { index in
          let (x, y) = (index % width, index / width)
          return UInt8(light(x, y) * (isInk(x, y) ? 20 : 100) / 100)
        })
    }
    let even = lit { _, _ in 240 }
    #expect(even.evened.file == even.file)
    // From light to dusk, and a table beside the paper.
    let evened = lit { x, y in x < 40 ? 30 : 250 - y / 7 }.evened
    for y in stride(from: 60, to: height - 60, by: 37) {
      for x in stride(from: 120, to: width - 60, by: 23) {
        #expect(isInk(x, y) ? evened.shade(x, y) < 90 : evened.shade(x, y) > 200)
      }
    }
  }

  @Test func textThatIsNoVietnameseMayStandUpsideDown() {
    func words(_ text: String) -> [PlacedWord] {
      text.split(separator: " ").map {
        PlacedWord(left: 0, top: 0, right: 9, bottom: 9, text: String($0))
      }
    }
    #expect(!UpsideDown.isLikely(words("Ủy ban nhân dân xã giao Phòng Kinh tế chủ trì thực hiện")))
    #expect(UpsideDown.isLikely(words("NẸIH ÒNHd ưệu ueq uệp ugp BỤ oet6 ượưd 9ượn[ Sựw")))
    #expect(!UpsideDown.isLikely(words("NẸIH ÒNHd 12 34")))
  }

  @Test func aPageOfAPointPerDotIsReadAsPaper() {
    func paper(_ width: Double, _ height: Double, words: Int = 0) -> Double {
      let word = PlacedWord(left: 0, top: 0, right: 9, bottom: 9, text: "xã")
      return PageScans.paper(
        PlacedPage(
          number: 1, width: width, height: height,
          words: Array(repeating: word, count: words)))
    }
    #expect(paper(595, 842) == 1)
    #expect(paper(1191, 842) == 1)
    #expect(paper(1654, 2339) == 842 / 2339.0)
    #expect(paper(4000, 3000) == 842 / 4000.0)
    // Its words tell where they stand.
    #expect(paper(1654, 2339, words: 40) == 1)
  }

  @Test func theSlopeOfLinesIsFound() {
    for slope in [-0.08, -0.02, 0, 0.008, 0.03] {
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

  @Test func aCellWhoseLinesWereMixedIsReadAgain() {
    let page = image { x, y in (200...400).contains(x) && (220...230).contains(y) && x % 8 < 3 }
    func word(_ text: String, _ left: Double, _ top: Double, _ confidence: Double) -> PlacedWord {
      var word = PlacedWord(left: left, top: top, right: left + 20, bottom: top + 8, text: text)
      word.confidence = confidence
      return word
    }
    func read(_ before: [PlacedWord], again: [PlacedWord]) -> [String] {
      var placed = PlacedPage(number: 1, width: 400, height: 500)
      placed.grids = [RuledGrid(rows: [80, 110, 140], columns: [90, 250], first: [0, 0])]
      placed.words = before
      let cells = UnreadCells(placed, PreparedScan(page, scale: 0.5))
      if cells.sheet != nil { cells.complete(&placed, by: again) }
      return placed.words.map(\.text)
    }
    let again = [word("Kê", 10, 30, 95), word("bàn", 40, 30, 96)]
    // A word that recognition is unsure of, and a place read twice.
    #expect(
      read([word("Kê", 100, 108, 95), word("hn", 130, 108, 12)], again: again) == ["Kê", "bàn"])
    let twice = [word("Kê", 100, 108, 90), word("bàn", 130, 108, 90), word("ban", 131, 110, 90)]
    #expect(read(twice, again: again) == ["Kê", "bàn"])
    let sure = [word("Kê", 100, 108, 90), word("bàn", 130, 108, 90)]
    #expect(read(sure, again: []) == ["Kê", "bàn"])
    // Less than before, and no surer.
    #expect(read(twice, again: [word("K", 10, 30, 99)]) == ["Kê", "bàn", "ban"])
    #expect(read(twice, again: [word("Kê", 10, 30, 60), word("bàn", 40, 30, 60)]).count == 3)
  }

  @Test func linesThatRecognitionPassedOverAreFound() {
    // Two lines of strokes, of which one was read; a large drawing.
    let page = image { x, y in
      (300...320).contains(y) && (200...300).contains(x) && x % 8 < 3
        || (500...520).contains(y) && (200...300).contains(x) && x % 8 < 3
        || (600...800).contains(y) && (400...402).contains(x)
    }
    var placed = PlacedPage(number: 1, width: 400, height: 500)
    placed.words = [PlacedWord(left: 100, top: 150, right: 150, bottom: 160, text: "làng")]
    let regions = InkRegions(page, scale: 0.5, placed).regions
    #expect(regions.count == 1)
    #expect(regions.first.map { $0.top > 240 && $0.bottom < 270 } == true)
  }

  @Test func blackInkStandsAloneUnderAStamp() throws {
    // Black strokes, and grey ones of a stamp around them.
    var points = [UInt8](repeating: 250, count: width * height)
    for y in 0..<height {
      for x in 0..<width where x % 8 < 3 {
        if (300...320).contains(y), (200...300).contains(x) { points[y * width + x] = 20 }
        if (500...520).contains(y), (200...300).contains(x) { points[y * width + x] = 20 }
        if (495...530).contains(y), (310...420).contains(x) { points[y * width + x] = 120 }
      }
    }
    let scan = PreparedScan(GrayImage(width: width, height: height, points: points), scale: 0.5)
    #expect(scan.black([]) == nil)
    let read = PlacedWord(left: 100, top: 150, right: 150, bottom: 160, text: "làng")
    let black = try #require(scan.black([read]))
    #expect([201, 321].map { black.isDark($0, 510) } == [true, false])
    var noise = PlacedWord(left: 160, top: 250, right: 200, bottom: 290, text: "VV/")
    let isPale = black.isPale(noise, beside: scan)
    #expect(isPale)
    (noise.left, noise.right) = (100, 150)
    let isBlack = !black.isPale(noise, beside: scan)
    #expect(isBlack)
    var page = PlacedPage(number: 1, width: 400, height: 500)
    page.words = [read]
    let regions = InkRegions(black, scale: 0.5, page, tallest: 60).regions
    #expect(regions.map { $0.top > 240 && $0.bottom < 270 && $0.right < 160 } == [true])
  }

  @Test func colouredInkIsAPageOfItsOwn() throws {
    let red = [UInt8](arrayLiteral: 220, 40, 50)
    let points = (0..<2000).flatMap { $0 < 1000 ? red : [30, 32, 35] }
    var offset = 0
    let image = try #require(GrayImage(Array("P6\n50 40\n255\n".utf8) + points, at: &offset))
    let coloured = try #require(image.coloured)
    #expect(coloured.shade(0, 0) == 40)
    #expect(coloured.shade(0, 39) == 255)
    var other = 0
    let black = try #require(
      GrayImage(Array("P6\n1 1\n255\n".utf8) + [30, 32, 35], at: &other))
    #expect(black.coloured == nil)
  }

  @Test func stampedNamesAreTextAndOtherStampsAreNot() throws {
    // A line of coloured strokes.
    var points: [UInt8] = []
    for y in 0..<400 {
      for x in 0..<600 {
        let isInk = (200...220).contains(y) && (200...400).contains(x) && x % 8 < 3
        points += isInk ? [220, 40, 50] : [250, 250, 250]
      }
    }
    var offset = 0
    let image = try #require(GrayImage(Array("P6\n600 400\n255\n".utf8) + points, at: &offset))
    let page = PlacedPage(number: 1, width: 300, height: 200)
    let cells = UnreadCells(page, PreparedScan(image, scale: 0.5))
    #expect(cells.sheet != nil)
    func added(_ texts: [String], confidence: Double = 90) -> [String] {
      var page = page
      var left = 20.0
      let words = texts.map { text in
        defer { left += 25 }
        var word = PlacedWord(left: left, top: 9, right: left + 20, bottom: 19, text: text)
        word.confidence = confidence
        return word
      }
      cells.complete(&page, by: words)
      return page.words.map(\.text)
    }
    #expect(added(["Lò", "Văn", "Khuyn"]) == ["Lò", "Văn", "Khuyn"])
    #expect(added(["SỞ", "Y", "TẾ"]) == [])
    #expect(added(["Lò", "Văn", "Khuyn"], confidence: 40) == [])
    #expect(added(["đến", "ngày"]) == [])
  }
}
