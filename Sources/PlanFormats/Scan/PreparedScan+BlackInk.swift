extension PreparedScan {
  /// The page in its black ink alone, without what is coloured or paler than the print, as stamps
  /// and pens are; `nil` when too few words tell how dark the print is.
  ///
  /// - Parameter words: The words that were read.
  func black(_ words: [PlacedWord]) -> GrayImage? {
    guard let limit = palest(words) else { return nil }
    var points: [UInt8] = []
    points.reserveCapacity(text.width * text.height)
    for y in 0..<text.height {
      for x in 0..<text.width {
        let shade = text.shade(x, y)
        points.append(Int(shade) > limit || colours?.isDark(x, y) == true ? 255 : shade)
      }
    }
    return GrayImage(width: text.width, height: text.height, points: points)
  }

  /// How light the print is at most: somewhat lighter than the strokes of its words inside, where
  /// no paper shines through.
  private func palest(_ words: [PlacedWord]) -> Int? {
    var counts = [Int](repeating: 0, count: 256)
    for word in words where word.confidence > 60 && word.text.count > 1 {
      let columns = points(word.left, word.right, text.width)
      for y in points(word.top, word.bottom, text.height) {
        for x in columns where text.isDark(x, y) { counts[Int(text.shade(x, y))] += 1 }
      }
    }
    let sum = counts.reduce(0, +)
    guard sum > 1000 else { return nil }
    var shade = 0
    var darker = counts[0]
    while darker * 4 < sum {
      shade += 1
      darker += counts[shade]
    }
    return shade + (255 - shade) / 3
  }
}

extension GrayImage {
  /// Whether a word has next to no ink on this image of a page's black ink, and some on the page.
  func isPale(_ word: PlacedWord, beside scan: PreparedScan) -> Bool {
    let columns = scan.points(word.left, word.right, width)
    var (black, ink) = (0, 0)
    for y in scan.points(word.top, word.bottom, height) {
      for x in columns where scan.text.isDark(x, y) {
        ink += 1
        black += isDark(x, y) ? 1 : 0
      }
    }
    return ink > 0 && 8 * black < ink
  }
}
