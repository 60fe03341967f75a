import PlanText

/// What recognition passed over: a lone number in a narrow column of a table, a line that stands
/// alone, a name that is stamped in colour; and cells whose lines it mixed with those beside them.
///
/// They are put below each other on a sheet of its own, which is recognised as one block of lines.
struct UnreadCells {
  /// A cell that has ink and words that are not to be trusted, or none.
  private struct Cell {
    /// Its place on the page, in points of the page.
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
    /// The words that were read in it.
    var words: [Int]
    /// What it is, other than a cell.
    var kind = Kind.cell
    /// The rows of the sheet that it has.
    var rows = 0..<0
    /// Its points on the image.
    var columns = 0..<0
  }

  private enum Kind {
    case cell
    /// A line outside of tables.
    case line
    /// A line in coloured ink.
    case stamp
    /// A line in black under a stamp or a hand.
    case covered
  }

  private var cells: [Cell] = []
  /// Words that were made of a stamp or a hand.
  private var stamped: Set<Int> = []
  /// The page in its black ink alone.
  private let black: GrayImage?
  /// The sheet to be recognised; `nil` when there is nothing to read again.
  private(set) var sheet: GrayImage?
  private let scale: Double

  /// The most cells that are read again on a page.
  private static let most = 300
  private static let margin = 14
  /// Words that recognition is less sure of, in percent, are read again.
  private static let unsure = 50.0

  /// Finds the cells of a page.
  init(_ page: PlacedPage, _ scan: PreparedScan) {
    scale = scan.scale
    black = scan.black(page.words)
    for grid in page.grids { find(in: grid, page, scan) }
    let text = scan.text
    find(.line, on: text, page)
    if let colours = scan.colours { find(.stamp, on: colours, page) }
    if let black {
      findCovered(on: black, page)
      stamped = Set(
        page.words.indices.filter {
          Self.isStamped(page.words[$0]) && black.isPale(page.words[$0], beside: scan)
        })
    }
    guard !cells.isEmpty, cells.count <= Self.most else { return }
    draw(text, scan)
  }

  private mutating func find(in grid: RuledGrid, _ page: PlacedPage, _ scan: PreparedScan) {
    var held: [Int: [Int]] = [:]
    for (index, word) in page.words.enumerated() where grid.contains(word) {
      held[grid.cell(of: word), default: []].append(index)
    }
    for row in 0..<grid.rowCount {
      for column in 0..<grid.columnCount {
        let number = row * grid.columnCount + column
        guard grid.first[number] == number else { continue }
        let words = held[number, default: []]
        if !words.isEmpty, !Self.isDoubtful(words.map { page.words[$0] }) { continue }
        // The border is left out.
        let (last, low) = grid.end(row: row, column: column)
        let cell = Cell(
          left: grid.columns[column] + 2, top: grid.rows[row] + 2,
          right: grid.columns[last] - 2, bottom: grid.rows[low] - 2, words: words)
        let ink = scan.ink(cell.left, cell.top, cell.right, cell.bottom)
        // A "1" of small type has six points of ink.
        if Double(ink) * scale * scale >= 2.5 { cells.append(cell) }
      }
    }
  }

  /// Whether recognition was unsure of a word of a cell, or read one place of it twice.
  private static func isDoubtful(_ words: [PlacedWord]) -> Bool {
    if words.contains(where: { $0.confidence < unsure }) { return true }
    // Larger cells than this are paragraphs.
    guard words.count <= 60 else { return false }
    return words.indices.contains { index in
      words[..<index].contains { other in
        let word = words[index]
        let across = min(word.right, other.right) - max(word.left, other.left)
        let down = min(word.bottom, other.bottom) - max(word.top, other.top)
        return across > 0.5 * min(word.right - word.left, other.right - other.left)
          && down > 0.5 * min(word.height, other.height)
      }
    }
  }

  /// Finds lines that no word stands in.
  private mutating func find(_ kind: Kind, on image: GrayImage, _ page: PlacedPage) {
    cells += InkRegions(image, scale: scale, page).regions.map { region in
      Cell(
        left: region.left - 3, top: region.top - 3, right: region.right + 3,
        bottom: region.bottom + 3, words: [], kind: kind)
    }
  }

  /// Whether what was read may be made of a stamp or a hand: no syllable, and nothing sure.
  private static func isStamped(_ word: PlacedWord) -> Bool {
    let letters = word.text.filter(\.isLetter)
    return word.confidence < unsure && !(letters.count > 1 && Syllables.isOne(letters))
  }

  /// Finds lines that a stamp or a hand covers, which keeps recognition from reading them, or from
  /// being sure of what it reads.
  private mutating func findCovered(on black: GrayImage, _ page: PlacedPage) {
    var sure = page
    sure.words.removeAll { $0.confidence < Self.unsure }
    cells += InkRegions(black, scale: scale, sure, tallest: 60).regions.map { region in
      let words = page.words.indices.filter { place in
        let word = page.words[place]
        return word.confidence < Self.unsure && word.middle > region.left
          && word.middle < region.right && word.centre > region.top && word.centre < region.bottom
      }
      return Cell(
        left: region.left - 3, top: region.top - 3, right: region.right + 3,
        bottom: region.bottom + 3, words: words, kind: .covered)
    }
  }

  /// Puts the cells below each other.
  private mutating func draw(_ image: GrayImage, _ scan: PreparedScan) {
    var height = Self.margin
    var width = 0
    for index in cells.indices {
      let cell = cells[index]
      cells[index].columns = scan.points(cell.left, cell.right, image.width)
      let rows = scan.points(cell.top, cell.bottom, image.height)
      cells[index].rows = height..<height + rows.count
      height += rows.count + Self.margin
      width = max(width, cells[index].columns.count)
    }
    guard width > 0, height * (width + 2 * Self.margin) < 40_000_000 else { return }
    width += 2 * Self.margin
    var points = [UInt8](repeating: 255, count: width * height)
    for cell in cells {
      let top = scan.points(cell.top, cell.bottom, image.height).lowerBound
      let image = self.image(of: cell.kind, scan)
      for row in cell.rows {
        for (offset, x) in cell.columns.enumerated() {
          points[row * width + Self.margin + offset] = image.shade(
            x, top + row - cell.rows.lowerBound)
        }
      }
    }
    sheet = GrayImage(width: width, height: height, points: points)
  }

  /// The image that something is read on.
  private func image(of kind: Kind, _ scan: PreparedScan) -> GrayImage {
    switch kind {
    case .cell, .line: scan.text
    case .stamp: scan.colours ?? scan.text
    case .covered: black ?? scan.text
    }
  }

  /// Puts what was recognised on the sheet in the place of what was read on the page.
  func complete(_ page: inout PlacedPage, by words: [PlacedWord]) {
    var dropped = stamped
    var added: [PlacedWord] = []
    for cell in cells {
      let (first, last) = (
        Double(cell.rows.lowerBound) * scale, Double(cell.rows.upperBound) * scale
      )
      let read = words.filter { $0.centre >= first && $0.centre < last }
      var own = cell.words.isEmpty ? read.filter { $0.confidence >= 30 } : read
      let before = cell.words.map { page.words[$0] }
      if cell.kind == .covered {
        // What was read already was covered by nothing.
        let isRead = added.contains {
          $0.middle > cell.left && $0.middle < cell.right && $0.centre > cell.top
            && $0.centre < cell.bottom
        }
        own = isRead ? [] : believedLines(read)
      } else if !isBelieved(own, cell.kind) || !isBetter(own, than: before) {
        continue
      }
      guard !own.isEmpty else { continue }
      dropped.formUnion(cell.words)
      for word in own {
        var word = word
        let (right, down) = (cell.left - Double(Self.margin) * scale, cell.top - first)
        (word.left, word.right) = (word.left + right, word.right + right)
        (word.top, word.bottom) = (word.top + down, word.bottom + down)
        added.append(word)
      }
    }
    page.words = page.words.indices.filter { !dropped.contains($0) }.map { page.words[$0] } + added
  }

  /// The words of those lines that are text: what a stamp leaves of itself stands on others.
  private func believedLines(_ words: [PlacedWord]) -> [PlacedWord] {
    Dictionary(grouping: words, by: \.line).sorted { $0.key < $1.key }.flatMap { _, words in
      let line = words.compactMap(Self.withoutStrokes)
      return !line.isEmpty && isBelieved(line, .covered) ? line : []
    }
  }

  /// A word without the strokes of a stamp or a hand before it; `nil` when there is nothing else.
  private static func withoutStrokes(_ word: PlacedWord) -> PlacedWord? {
    var word = word
    word.text = String(word.text.drop { !$0.isLetter && !$0.isNumber && $0 != "(" })
    return word.text.isEmpty ? nil : word
  }

  /// Whether recognition is surer of the second reading of a cell than of the first, and lost
  /// nothing that it was sure of.
  private func isBetter(_ words: [PlacedWord], than before: [PlacedWord]) -> Bool {
    guard !before.isEmpty else { return true }
    func letters(_ words: [PlacedWord]) -> Int {
      words.reduce(0) { sum, word in
        sum + (word.confidence < Self.unsure ? 0 : word.text.count { $0.isLetter || $0.isNumber })
      }
    }
    func confidence(_ words: [PlacedWord]) -> Double {
      words.reduce(0) { $0 + $1.confidence } / Double(words.count)
    }
    return confidence(words) > confidence(before) && 2 * letters(words) >= letters(before)
  }

  /// Whether what was read on a line that was passed over is text, not a hand or a speck.
  private func isBelieved(_ words: [PlacedWord], _ kind: Kind) -> Bool {
    guard kind != .cell else { return true }
    let sum = words.reduce(0) { $0 + $1.confidence }
    guard sum >= 75 * Double(words.count) else { return false }
    let syllables = words.filter { word in
      let letters = word.text.filter(\.isLetter)
      return letters.count >= 2 && Syllables.isOne(letters)
    }
    if kind != .stamp { return !syllables.isEmpty }
    // Of what is stamped, only a name belongs to the text; names of many peoples have other syllables.
    return (2...5).contains(words.count) && 2 * syllables.count >= words.count
      && words.allSatisfy { word in
        word.text.count >= 2 && word.text.allSatisfy(\.isLetter)
          && word.text.first?.isUppercase == true
          && word.text.dropFirst().allSatisfy(\.isLowercase)
      }
  }
}
