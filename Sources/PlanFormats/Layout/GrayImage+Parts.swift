extension GrayImage {
  /// Whether the edges of letters are shaded, as those of a scan in two shades are not: half dark
  /// points are more than dark ones.
  var hasShades: Bool {
    var dark = 0
    var half = 0
    for y in stride(from: 0, to: height, by: 3) {
      for x in 0..<width {
        switch shade(x, y) {
        case ..<64: dark += 1
        case ..<192: half += 1
        default: break
        }
      }
    }
    return half > dark
  }

  /// A part of the image.
  func part(_ columns: Range<Int>, _ rows: Range<Int>) -> GrayImage {
    var points: [UInt8] = []
    points.reserveCapacity(columns.count * rows.count)
    for y in rows { for x in columns { points.append(shade(x, y)) } }
    return GrayImage(width: columns.count, height: rows.count, points: points)
  }

  /// The image without some of its columns.
  func without(_ columns: Range<Int>) -> GrayImage {
    var points: [UInt8] = []
    points.reserveCapacity((width - columns.count) * height)
    for y in 0..<height {
      for x in 0..<width where !columns.contains(x) { points.append(shade(x, y)) }
    }
    return GrayImage(width: width - columns.count, height: height, points: points)
  }

  /// The image with the edges of its letters made soft: each point is mixed with those next to it.
  var softened: GrayImage {
    guard width > 4, height > 4 else { return self }
    var level = [UInt8](repeating: 255, count: width * height)
    for y in 0..<height {
      for x in 2..<width - 2 {
        let sum =
          Int(shade(x - 2, y)) + 4 * Int(shade(x - 1, y)) + 6 * Int(shade(x, y))
          + 4 * Int(shade(x + 1, y)) + Int(shade(x + 2, y))
        level[y * width + x] = UInt8(sum >> 4)
      }
    }
    var soft = level
    for y in 2..<height - 2 {
      for at in y * width..<(y + 1) * width {
        let sum =
          Int(level[at - 2 * width]) + 4 * Int(level[at - width]) + 6 * Int(level[at])
          + 4 * Int(level[at + width]) + Int(level[at + 2 * width])
        soft[at] = UInt8(sum >> 4)
      }
    }
    return GrayImage(width: width, height: height, points: soft)
  }
}
