/// The image of a page made ready for recognition: level, without specks and drawn lines.
struct PreparedScan {
  /// The page, its lines drawn.
  private(set) var page: GrayImage
  /// The page without its drawn lines, which recognition takes for letters or pictures.
  private(set) var text: GrayImage
  /// Points of the page per point of the image.
  let scale: Double
  /// The coloured ink of the page, level; `nil` when there is next to none.
  private(set) var colours: GrayImage?

  /// Prepares an image.
  init(_ painted: GrayImage, scale: Double) {
    self.scale = scale
    let image = painted.evened
    let slope = SkewFinder.slope(of: image)
    page = abs(slope) < 0.0007 ? image : image.levelled(slope)
    text = page
    colours = image.coloured.map { abs(slope) < 0.0007 ? $0 : $0.levelled(slope) }
    clearSpecks()
    clearLines()
  }

  /// The tables whose borders are drawn on it, beside the words that were read.
  func grids(_ words: [PlacedWord]) -> [RuledGrid] {
    RulingFinder.grids(page, scale: scale, words: words)
  }

  /// Sets the text as the page without its drawn lines.
  private mutating func clearLines() {
    text = page
    // Letters of heavy type touch each other for a few words at most.
    let runs = DarkRuns(
      page, gap: 1, shortest: (across: Int(40 / scale), upright: Int(24 / scale)))
    for run in runs.across {
      for x in run.start...run.end {
        for y in max(0, run.place - 1)...min(text.height - 1, run.place + 1) { text.clear(x, y) }
      }
    }
    for run in runs.upright {
      for x in max(0, run.place - 1)...min(text.width - 1, run.place + 1) {
        for y in run.start...run.end { text.clear(x, y) }
      }
    }
  }

  /// How many points of a part of the page are dark.
  func ink(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> Int {
    let (columns, rows) = (points(left, right, page.width), points(top, bottom, page.height))
    return rows.reduce(0) { sum, y in sum + columns.count { page.isDark($0, y) } }
  }

  /// The points between two places on the page.
  func points(_ start: Double, _ end: Double, _ limit: Int) -> Range<Int> {
    let first = max(0, min(limit, Int(start / scale)))
    return first..<max(first, min(limit, Int(end / scale)))
  }

  /// Turns it upside down.
  mutating func turnOver() {
    page = page.turned(.up).turned(.up)
    colours = colours?.turned(.up).turned(.up)
    clearLines()
  }

  /// Turns it so that its text reads from left to right.
  mutating func turn(_ turn: PageTurn) {
    page = page.turned(turn)
    colours = colours?.turned(turn)
    clearLines()
  }

  /// Whether a spot has no ink near it, as the mark of a letter has.
  private func isAlone(_ left: Int, _ top: Int, _ right: Int, _ low: Int) -> Bool {
    let near = Int(2.2 / scale)
    for y in max(0, top - near)...min(page.height - 1, low + near) {
      for x in max(0, left - near)...min(page.width - 1, right + near)
      where page.isDark(x, y) && !(left < x && x < right && top <= y && y < low) {
        return false
      }
    }
    return true
  }

  /// Takes away spots that stand alone and are smaller than the dot of a letter.
  private mutating func clearSpecks() {
    // A dot of small type is half a millimetre wide.
    let size = Int(1.15 / scale)
    guard size >= 2, page.width > 4 * size, page.height > 4 * size else { return }
    for y in 1..<page.height - size - 1 {
      for x in size..<page.width - size - 1 where page.isDark(x, y) {
        guard !page.isDark(x - 1, y), !page.isDark(x, y - 1) else { continue }
        let (left, right, low) = (x - size / 2 - 1, x + size, y + size)
        let isTouched =
          (left...right).contains { page.isDark($0, y - 1) || page.isDark($0, low) }
          || (y...low).contains { page.isDark(left, $0) || page.isDark(right, $0) }
        if isTouched || !isAlone(left, y, right, low) { continue }
        for row in y..<low { for column in left + 1..<right { page.clear(column, row) } }
      }
    }
  }
}
