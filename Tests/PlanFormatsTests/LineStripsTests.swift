import Testing

@testable import PlanFormats

/// Lines of a scanned page that are read once more, each by itself.
@Suite struct LineStripsTests {
  private func words(_ texts: [(String, Double)], line: Int = 1, top: Double = 100) -> [PlacedWord]
  {
    var left = 80.0
    return texts.map { text, confidence in
      let width = 6 * Double(text.count)
      defer { left += width + 4 }
      var word = PlacedWord(left: left, top: top, right: left + width, bottom: top + 14, text: text)
      (word.line, word.confidence) = (line, confidence)
      return word
    }
  }

  private func surest(_ line: [(String, Double)], _ other: [(String, Double)]) -> [String] {
    LineStrips.surest(words(line), words(other)).map(\.text)
  }

  @Test func theSurerReadingOfEachWordCounts() {
    #expect(
      surest([("Nuôi", 96), ("ôc", 81), ("hưong", 70)], [("Nuôi", 91), ("ốc", 93), ("hương", 92)])
        == ["Nuôi", "ốc", "hương"])
    #expect(surest([("ốc", 93), ("hương", 92)], [("ôc", 90), ("hưong", 60)]) == ["ốc", "hương"])
    // A word that was passed over or added does not count.
    #expect(surest([("Nuôi", 60), ("ốc", 93)], [("Nuôi", 91)]) == ["Nuôi", "ốc"])
    #expect(surest([("Nuôi", 91)], [("Nuôi", 92), ("ốc", 96)]) == ["Nuôi"])
  }

  @Test func whatOneReadingPartsIsComparedAsAWhole() {
    var apart = words([("lồng", 94), ("bè", 95)])
    var together = words([("lồngbè", 70)])
    (together[0].left, together[0].right) = (apart[0].left, apart[1].right)
    #expect(LineStrips.surest(together, apart).map(\.text) == ["lồng", "bè"])
    #expect(LineStrips.surest(apart, together).map(\.text) == ["lồng", "bè"])
    together[0].confidence = 97
    #expect(LineStrips.surest(apart, together).map(\.text) == ["lồng", "bè"])
    (apart[0].confidence, apart[1].confidence) = (80, 95)
    #expect(LineStrips.surest(apart, together).map(\.text) == ["lồngbè"])
    apart[0].line = 7
    #expect(LineStrips.surest(apart, together).map(\.line) == [7])
  }

  @Test func aNumberBecomesNoLetterAndASpeckNoWord() {
    #expect(surest([("1", 40)], [("I", 60)]) == ["1"])
    #expect(surest([("I", 40)], [("1", 60)]) == ["1"])
    #expect(surest([("12", 40)], [("72", 60)]) == ["72"])
    #expect(surest([("_", 0)], [("cá", 60)]) == ["_"])
    #expect(surest([("cá", 0)], [("_", 60)]) == ["cá"])
    // A dash is flat.
    var speck = words([("_", 0)])
    var dash = words([("-", 90)])
    #expect(LineStrips.surest(speck, dash).map(\.text) == ["_"])
    (dash[0].left, dash[0].right, dash[0].bottom) = (81, 85, dash[0].top + 2)
    speck[0].bottom = speck[0].top + 4
    #expect(LineStrips.surest(speck, dash).map(\.text) == ["-"])
  }

  @Test func marksChangeOnlyWhereAReadingIsPlainlySurer() {
    #expect(surest([("bè;", 93)], [("bè:", 96)]) == ["bè;"])
    #expect(surest([("bè:", 80)], [("bè;", 96)]) == ["bè;"])
    #expect(surest([("3.", 60)], [("3", 96)]) == ["3."])
    #expect(surest([("be;", 93)], [("bè;", 96)]) == ["bè;"])
    var (dash, other) = (words([("-", 60)]), words([("—", 90)]))
    (dash[0].bottom, other[0].bottom) = (dash[0].top + 2, other[0].top + 2)
    #expect(LineStrips.surest(dash, other).map(\.text) == ["-"])
  }

  /// A scan of two lines of strokes.
  private func scan(shade: UInt8) -> PreparedScan {
    let (width, height) = (800, 600)
    var points = [UInt8](repeating: 250, count: width * height)
    for y in [204, 304].flatMap({ $0..<$0 + 20 }) {
      for x in 160..<600 where x % 8 < 4 { points[y * width + x] = x % 8 == 0 ? 20 : shade }
    }
    return PreparedScan(GrayImage(width: width, height: height, points: points), scale: 0.5)
  }

  @Test func eachLineIsCutOutWithRoomForMarks() throws {
    var page = PlacedPage(number: 1, width: 400, height: 300)
    page.words =
      words([("Nuôi", 90), ("ôc", 60)], line: 1) + words([("_", 0)], line: 2, top: 130)
      + words([("hưong", 50)], line: 3, top: 150)
    let strips = LineStrips(page, scan(shade: 120))
    #expect(strips.images.count == 2)
    #expect(strips.images[0].height > 2 * 14 + 10)
    #expect((16..<24).contains { strips.images[0].isDark($0, strips.images[0].height / 2) })
    // What is read stands on the image of the line.
    func read(_ text: String, _ left: Double) -> PlacedPage {
      var read = PlacedPage(number: 1, width: 100, height: 24)
      read.words = [PlacedWord(left: left, top: 6, right: left + 12, bottom: 19, text: text)]
      return read
    }
    strips.complete(&page, by: [read("ốc", 31), read("hương", 10)])
    #expect(page.words.map(\.text) == ["Nuôi", "ốc", "_", "hương"])
    #expect(page.words.map(\.line) == [1, 1, 2, 3])
    // A run that stopped early tells nothing.
    strips.complete(&page, by: [read("sò", 31)])
    #expect(page.words.map(\.text) == ["Nuôi", "ốc", "_", "hương"])
  }

  @Test func aScanWithoutShadesIsReadOnceMoreWithSoftEdges() {
    var page = PlacedPage(number: 1, width: 400, height: 300)
    page.words = words([("Nuôi", 90), ("ôc", 60)], line: 1)
    let strips = LineStrips(page, scan(shade: 20))
    #expect(strips.images.count == 2)
    let (sharp, soft) = (strips.images[0], strips.images[1])
    #expect((sharp.width, sharp.height) == (soft.width, soft.height))
    #expect(!sharp.hasShades)
    #expect((0..<soft.width).contains { (64..<192).contains(soft.shade($0, soft.height / 2)) })
    // More lines than a page has are no text.
    page.words = (0..<300).flatMap { words([("cá", 90)], line: $0) }
    #expect(LineStrips(page, scan(shade: 20)).images.isEmpty)
  }

  @Test func aLabelThatHangsBesideItsLineIsRead() throws {
    // A label of 12 points, room of 26, and words.
    var points = [UInt8](repeating: 250, count: 400 * 60)
    for y in 20..<40 {
      for x in 0..<400 where (60..<72).contains(x) || (x >= 98 && x % 12 < 7) {
        points[y * 400 + x] = 20
      }
    }
    let image = GrayImage(width: 400, height: 60, points: points)
    let label = try #require(
      HangingLabel(image, rows: 20..<40, from: 100, height: 20, isSure: true) { _, _ in true })
    #expect((label.start, label.end, label.text) == (60, 72, 100))
    #expect(label.cut(20) > 0 && label.cut(20) < 28)
    // A word of another line stands there.
    let other = HangingLabel(image, rows: 20..<40, from: 100, height: 20, isSure: true) { _, _ in
      false
    }
    #expect(other == nil)
    // A label that was read, and is not sure.
    let own = try #require(
      HangingLabel(image, rows: 20..<40, from: 60, height: 20, isSure: false) { _, _ in false })
    #expect((own.start, own.end, own.text) == (60, 72, 98))
  }

  @Test func aLabelBeforeALineIsTakenAndOtherWordsAreNot() {
    func label(_ text: String, _ confidence: Double = 90, joined: Bool = false) -> String? {
      let first = words([("Nuôi", 95)])[0]
      var read = first
      (read.text, read.confidence, read.left) = (text, confidence, 50)
      if !joined { read.right = 60 }
      return HangingLabel.label(in: read, before: first)?.text
    }
    let labels = ["1.", "II.", "a)", "12", "-", "2.1."]
    #expect(labels.map { label($0) } == labels)
    #expect(["cá", "cá.", ".", "ii", "(1"].map { label($0) } == [nil, nil, nil, nil, nil])
    #expect(label("1.", 20) == nil)
    #expect(label("12", 80) == nil)
    #expect(label("I.Nuôi", joined: true) == "I.")
    #expect(label("I.Muối", joined: true) == nil)
    #expect(surest([(".", 92), ("Nuôi", 95)], [("2.", 80), ("Nuôi", 95)]).last == "Nuôi")
  }
}
