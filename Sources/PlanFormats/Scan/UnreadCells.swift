/// Cells of tables that recognition passed over: a lone number in a narrow column.
///
/// They are put below each other on a sheet of its own, which is recognised as one block of lines.
struct UnreadCells {
  /// A cell that has ink and no words to trust.
  private struct Cell {
    /// Its place on the page, in points of the page.
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
    /// The words that were read in it.
    var words: [Int]
    /// The rows of the sheet that it has.
    var rows = 0..<0
    /// Its points on the image.
    var columns = 0..<0
  }

  private var cells: [Cell] = []
  /// The sheet to be recognised; `nil` when there is nothing to read again.
  private(set) var sheet: GrayImage?
  private let scale: Double

  /// The most cells that are read again on a page.
  private static let most = 300
  private static let margin = 14

  /// Finds the cells of a page.
  init(_ page: PlacedPage, _ scan: PreparedScan) {
    scale = scan.scale
    for grid in page.grids { find(in: grid, page, scan) }
    guard !cells.isEmpty, cells.count <= Self.most else { return }
    draw(scan.text, scan)
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
        if words.contains(where: { page.words[$0].confidence >= 50 }) { continue }
        // Its own corner of a merged cell will do; the border is left out.
        let cell = Cell(
          left: grid.columns[column] + 2, top: grid.rows[row] + 2,
          right: grid.columns[column + 1] - 2, bottom: grid.rows[row + 1] - 2, words: words)
        let ink = scan.ink(cell.left, cell.top, cell.right, cell.bottom)
        // A "1" of small type has six points of ink.
        if Double(ink) * scale * scale >= 2.5 { cells.append(cell) }
      }
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
      for row in cell.rows {
        for (offset, x) in cell.columns.enumerated() {
          points[row * width + Self.margin + offset] = image.shade(
            x, top + row - cell.rows.lowerBound)
        }
      }
    }
    sheet = GrayImage(width: width, height: height, points: points)
  }

  /// Puts what was recognised on the sheet in the place of what was read on the page.
  func complete(_ page: inout PlacedPage, by words: [PlacedWord]) {
    var dropped: Set<Int> = []
    var added: [PlacedWord] = []
    for cell in cells {
      let (first, last) = (
        Double(cell.rows.lowerBound) * scale, Double(cell.rows.upperBound) * scale
      )
      let own = words.filter { $0.centre >= first && $0.centre < last && $0.confidence >= 30 }
      guard !own.isEmpty else { continue }
      let before = cell.words.map { page.words[$0].confidence }.max() ?? 0
      guard own.contains(where: { $0.confidence > before }) else { continue }
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
}
