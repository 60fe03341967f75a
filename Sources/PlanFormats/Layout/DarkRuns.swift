/// The long dark runs of points of an image along both axes: drawn lines, and the edges of dark areas.
struct DarkRuns {
  /// A dark run of points along one axis.
  struct Run {
    var place: Int
    var start: Int
    var end: Int
  }

  /// Runs from left to right, from the top down.
  private(set) var across: [Run] = []
  /// Runs from the top down, from left to right.
  private(set) var upright: [Run] = []
  /// How many light points within a run are passed over.
  let gap: Int

  /// Finds the runs of an image.
  ///
  /// - Parameters:
  ///   - image: The page.
  ///   - scale: Points of the page per point of the image.
  init(_ image: GrayImage, scale: Double) {
    self.init(
      image, gap: max(1, Int(0.8 / scale)),
      shortest: (across: Int(18 / scale), upright: Int(13 / scale)))
  }

  /// Finds the runs of an image of at least a length, in points of the image.
  init(_ image: GrayImage, gap: Int, shortest: (across: Int, upright: Int)) {
    self.gap = gap
    var begins = [Int](repeating: -1, count: image.width)
    var lasts = [Int](repeating: -1, count: image.width)
    for y in 0..<image.height {
      var begin = -1
      var last = -1
      for x in 0..<image.width where image.isDark(x, y) {
        if begin < 0 || x - last > gap + 1 {
          if begin >= 0, last - begin >= shortest.across {
            across.append(Run(place: y, start: begin, end: last))
          }
          begin = x
        }
        last = x
        if begins[x] < 0 || y - lasts[x] > gap + 1 {
          if begins[x] >= 0, lasts[x] - begins[x] >= shortest.upright {
            upright.append(Run(place: x, start: begins[x], end: lasts[x]))
          }
          begins[x] = y
        }
        lasts[x] = y
      }
      if begin >= 0, last - begin >= shortest.across {
        across.append(Run(place: y, start: begin, end: last))
      }
    }
    for x in 0..<image.width where begins[x] >= 0 && lasts[x] - begins[x] >= shortest.upright {
      upright.append(Run(place: x, start: begins[x], end: lasts[x]))
    }
    upright.sort { ($0.place, $0.start) < ($1.place, $1.start) }
  }
}
