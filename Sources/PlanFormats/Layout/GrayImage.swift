/// A page as an image of grey points, as `pdftoppm` prints it (PGM, or PPM with its colours).
struct GrayImage {
  let width: Int
  let height: Int
  /// The points row by row, 0 for black.
  private var points: [UInt8]
  /// Points darker than this are ink.
  private let paper: UInt8
  /// The coloured ink of the page alone, as dark as it is coloured; `nil` when there is next to none.
  private var colouredPoints: [UInt8]?

  /// Reads an image, and moves the offset behind it.
  ///
  /// Coloured ink becomes light: what is printed is black, and stamps and pens are not.
  init?(_ bytes: [UInt8], at offset: inout Int) {
    var index = offset
    func skipBlanks() {
      while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
    }
    func number() -> Int? {
      skipBlanks()
      var value = 0
      let first = index
      while index < bytes.count, index - first < 7, (0x30...0x39).contains(bytes[index]) {
        value = value * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      return index > first ? value : nil
    }
    let mark = bytes[min(index, bytes.count)...].prefix(2)
    let isColoured = mark.elementsEqual([0x50, 0x36])
    guard isColoured || mark.elementsEqual([0x50, 0x35]) else { return nil }
    index += 2
    guard let width = number(), let height = number(), number() == 255 else { return nil }
    index += 1
    let size = width * height * (isColoured ? 3 : 1)
    guard width > 0, height > 0, index + size <= bytes.count else { return nil }
    offset = index + size
    let points = bytes[index..<index + size]
    self.init(
      width: width, height: height, points: isColoured ? Self.grey(points) : Array(points))
    if isColoured { colouredPoints = Self.coloured(points) }
  }

  /// The coloured ink of the page alone, in black.
  var coloured: GrayImage? {
    colouredPoints.map { GrayImage(width: width, height: height, points: $0) }
  }

  /// An image out of its points, row by row.
  init(width: Int, height: Int, points: [UInt8]) {
    (self.width, self.height, self.points) = (width, height, points)
    paper = Self.paper(points)
  }

  /// Where ink begins: well below the shade that most points have.
  ///
  /// Thin lines that stand between two rows of points are but half as dark as ink.
  private static func paper(_ points: [UInt8]) -> UInt8 {
    var counts = [Int](repeating: 0, count: 256)
    for index in stride(from: 0, to: points.count, by: 61) { counts[Int(points[index])] += 1 }
    let most = counts.indices.dropFirst(128).max { counts[$0] < counts[$1] } ?? 255
    return UInt8(most * 3 / 4)
  }

  /// The image as a file.
  var file: [UInt8] { Array("P5\n\(width) \(height)\n255\n".utf8) + points }

  /// Whether a point is dark.
  func isDark(_ x: Int, _ y: Int) -> Bool { points[y * width + x] < paper }

  /// The shade of a point, 0 for black.
  func shade(_ x: Int, _ y: Int) -> UInt8 { points[y * width + x] }

  /// Makes a point white.
  mutating func clear(_ x: Int, _ y: Int) { points[y * width + x] = 255 }

  /// The image with its text reading from left to right.
  func turned(_ turn: PageTurn) -> GrayImage {
    guard turn != .none else { return self }
    if turn == .over { return GrayImage(width: width, height: height, points: points.reversed()) }
    var turned: [UInt8] = []
    turned.reserveCapacity(width * height)
    for row in 0..<width {
      let x = turn == .up ? row : width - 1 - row
      for column in 0..<height {
        let y = turn == .up ? height - 1 - column : column
        turned.append(points[y * width + x])
      }
    }
    return GrayImage(width: height, height: width, points: turned)
  }

  /// The image as if lit evenly, for photographs: each point beside the paper near it.
  ///
  /// An image whose paper has one shade stays as it is.
  var evened: GrayImage {
    let side = max(16, width / 32)
    let (columns, rows) = ((width + side - 1) / side, (height + side - 1) / side)
    guard columns > 2, rows > 2 else { return self }
    let paper = papers(side, columns, rows)
    guard let darkest = paper.min(), let lightest = paper.max(), darkest * 20 < lightest * 17 else {
      return self
    }
    var evened = [UInt8](repeating: 255, count: points.count)
    for y in 0..<height {
      // Between the middles of tiles, in 256ths.
      let down = max(0, min((rows - 1) << 8, (y << 8) / side - 128))
      let (top, low) = (min(down >> 8, rows - 2), down - min(down >> 8, rows - 2) << 8)
      for x in 0..<width {
        let along = max(0, min((columns - 1) << 8, (x << 8) / side - 128))
        let left = min(along >> 8, columns - 2)
        let right = along - left << 8
        let at = top * columns + left
        let upper = paper[at] * (256 - right) + paper[at + 1] * right
        let lower = paper[at + columns] * (256 - right) + paper[at + columns + 1] * right
        let near = max(1, (upper * (256 - low) + lower * low) >> 16)
        evened[y * width + x] = UInt8(min(255, Int(points[y * width + x]) * 250 / near))
      }
    }
    return GrayImage(width: width, height: height, points: evened)
  }

  /// The shade of the paper in each tile of an image: that of its lighter points, and of its
  /// neighbours where it is all dark.
  private func papers(_ side: Int, _ columns: Int, _ rows: Int) -> [Int] {
    var own: [Int] = []
    for row in 0..<rows {
      for column in 0..<columns {
        var counts = [Int](repeating: 0, count: 256)
        var count = 0
        for y in stride(from: row * side, to: min(height, (row + 1) * side), by: 2) {
          for x in stride(from: column * side, to: min(width, (column + 1) * side), by: 2) {
            counts[Int(points[y * width + x])] += 1
            count += 1
          }
        }
        var shade = 255
        var lighter = counts[255]
        while shade > 0, lighter * 4 < count {
          shade -= 1
          lighter += counts[shade]
        }
        own.append(shade)
      }
    }
    return own.indices.map { tile in
      let (row, column) = (tile / columns, tile % columns)
      var most = Self.darkestPaper
      for y in max(0, row - 1)...min(rows - 1, row + 1) {
        for x in max(0, column - 1)...min(columns - 1, column + 1) {
          most = max(most, own[y * columns + x])
        }
      }
      return most
    }
  }

  /// What is darker is no paper, however little light there was.
  private static let darkestPaper = 90

  /// The image turned about its middle, so that lines that sink by `slope` to the right are level.
  func levelled(_ slope: Double) -> GrayImage {
    // Places in 65536ths of a point.
    let length = (1 + slope * slope).squareRoot()
    let (sine, cosine) = (Int(65536 * slope / length), Int(65536 / length))
    var levelled = [UInt8](repeating: 255, count: points.count)
    for y in 0..<height {
      let down = y - height / 2
      var fromX = (width / 2) << 16 - (width / 2) * cosine - down * sine
      var fromY = (height / 2) << 16 - (width / 2) * sine + down * cosine
      for x in 0..<width {
        let (left, top) = (fromX >> 16, fromY >> 16)
        if left >= 0, top >= 0, left + 1 < width, top + 1 < height {
          let (right, low) = ((fromX & 0xFFFF) >> 8, (fromY & 0xFFFF) >> 8)
          let at = top * width + left
          let upper = Int(points[at]) * (256 - right) + Int(points[at + 1]) * right
          let lower = Int(points[at + width]) * (256 - right) + Int(points[at + width + 1]) * right
          levelled[y * width + x] = UInt8((upper * (256 - low) + lower * low) >> 16)
        }
        fromX += cosine
        fromY += sine
      }
    }
    return GrayImage(width: width, height: height, points: levelled)
  }

  /// The coloured ink among points: the least light of its parts.
  private static func coloured(_ colours: ArraySlice<UInt8>) -> [UInt8]? {
    var points: [UInt8] = []
    points.reserveCapacity(colours.count / 3)
    var count = 0
    var index = colours.startIndex
    while index + 2 < colours.endIndex {
      let (red, green, blue) = (colours[index], colours[index + 1], colours[index + 2])
      let (most, least) = (max(red, green, blue), min(red, green, blue))
      // The edges of letters are paler than their strokes.
      let isInk = most - least > 60
      points.append(isInk ? least : 255)
      count += most - least > 100 ? 1 : 0
      index += 3
    }
    // The name of a signer has some thousand points.
    return count > 800 ? points : nil
  }

  /// The grey of coloured points; saturated ones are as light as their lightest part.
  private static func grey(_ colours: ArraySlice<UInt8>) -> [UInt8] {
    var points: [UInt8] = []
    points.reserveCapacity(colours.count / 3)
    var index = colours.startIndex
    while index + 2 < colours.endIndex {
      let (red, green, blue) = (colours[index], colours[index + 1], colours[index + 2])
      let most = max(red, green, blue)
      let isInk = most - min(red, green, blue) > 100
      points.append(isInk ? most : UInt8((Int(red) + 2 * Int(green) + Int(blue)) / 4))
      index += 3
    }
    return points
  }
}
