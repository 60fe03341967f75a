/// Parts of a page that look like a line of text and that no word stands in.
///
/// Recognition passes over a lone line beside others, and over what is stamped in colour.
struct InkRegions {
  /// A part of a page, in points of the page.
  struct Region: Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double
  }

  /// The regions, from the top down.
  private(set) var regions: [Region] = []

  /// The side of the squares that ink is counted in.
  private static let side = 2.0
  /// How many squares without ink part two words of a line.
  private static let blank = 5
  private static let margin = 20.0
  private static let most = 40

  /// Finds the regions of an image beside the words of a page and outside of its tables.
  ///
  /// - Parameters:
  ///   - image: The image.
  ///   - scale: Points of the page per point of the image.
  ///   - page: The page.
  ///   - tallest: How high a region is at most, in points.
  init(_ image: GrayImage, scale: Double, _ page: PlacedPage, tallest: Double = 26) {
    let columns = Int(Double(image.width) * scale / Self.side)
    let rows = Int(Double(image.height) * scale / Self.side)
    guard columns > 0, rows > 0 else { return }
    var ink = [Int](repeating: 0, count: columns * rows)
    for y in 0..<image.height {
      let row = Int(Double(y) * scale / Self.side)
      guard row < rows else { break }
      for x in 0..<image.width where image.isDark(x, y) {
        let column = Int(Double(x) * scale / Self.side)
        if column < columns { ink[row * columns + column] += 1 }
      }
    }
    func clear(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
      let across = max(0, Int(left / Self.side))..<max(0, min(columns, Int(right / Self.side) + 1))
      let down = max(0, Int(top / Self.side))..<max(0, min(rows, Int(bottom / Self.side) + 1))
      for row in down { for column in across { ink[row * columns + column] = 0 } }
    }
    for word in page.words {
      clear(word.left - 3, word.top - 3, word.right + 3, word.bottom + 3)
    }
    for grid in page.grids { clear(grid.left - 3, grid.top - 3, grid.right + 3, grid.bottom + 3) }
    join(ink, columns, rows, point: scale, tallest)
  }

  private mutating func join(
    _ ink: [Int], _ columns: Int, _ rows: Int, point: Double, _ tallest: Double
  ) {
    var sets = DisjointSets(ink.count)
    for row in 0..<rows {
      var last = -1
      for column in 0..<columns where ink[row * columns + column] > 0 {
        let square = row * columns + column
        if last >= 0, column - last <= Self.blank + 1 { sets.join(row * columns + last, square) }
        last = column
        guard row > 0 else { continue }
        for near in max(0, column - 1)...min(columns - 1, column + 1)
        where ink[square - column - columns + near] > 0 {
          sets.join(square - column - columns + near, square)
        }
      }
    }
    var found: [Int: (region: Region, points: Int)] = [:]
    for square in ink.indices where ink[square] > 0 {
      let (left, top) = (
        Double(square % columns) * Self.side, Double(square / columns) * Self.side
      )
      let own = Region(left: left, top: top, right: left + Self.side, bottom: top + Self.side)
      let root = sets.root(square)
      guard let (region, points) = found[root] else {
        found[root] = (own, ink[square])
        continue
      }
      found[root] = (
        Region(
          left: min(region.left, own.left), top: region.top, right: max(region.right, own.right),
          bottom: own.bottom), points + ink[square]
      )
    }
    let (width, height) = (Double(columns) * Self.side, Double(rows) * Self.side)
    let lines = found.values.filter { region, points in
      let (across, down) = (region.right - region.left, region.bottom - region.top)
      let share = Double(points) * point * point / (across * down)
      return down >= 6 && down <= tallest && across >= 14 && across > 1.2 * down
        && share > 0.05 && share < 0.5
        && region.left > Self.margin && region.right < width - Self.margin
        && region.top > Self.margin && region.bottom < height - Self.margin
    }
    guard lines.count <= Self.most else { return }
    regions = lines.map(\.region).sorted { ($0.top, $0.left) < ($1.top, $1.left) }
  }
}
