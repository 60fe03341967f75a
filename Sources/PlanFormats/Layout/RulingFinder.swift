/// Finds the lines that are drawn on the image of a page, and the tables that they make.
enum RulingFinder {
  /// A straight line along one axis, in points: `place` across it, `start` to `end` along it.
  struct Ruling {
    var place: Double
    var start: Double
    var end: Double
  }

  private static let mostRulings = 4000
  private static let reach = 3.5

  /// The tables on an image.
  ///
  /// - Parameters:
  ///   - image: The page.
  ///   - scale: Points of the page per point of the image.
  ///   - words: The words of the page, as far as they are known.
  ///   - least: How many cells a table has at least.
  static func grids(
    _ image: GrayImage, scale: Double, words: [PlacedWord] = [], least: Int = 3
  ) -> [RuledGrid] {
    let runs = DarkRuns(image, scale: scale)
    return grids(
      rulings(runs.across, gap: runs.gap, scale: scale),
      rulings(runs.upright, gap: runs.gap, scale: scale), words: words, least: least)
  }

  /// The tables that lines make: `rows` run across, `columns` upright.
  static func grids(
    _ rows: [Ruling], _ columns: [Ruling], words: [PlacedWord], least: Int
  ) -> [RuledGrid] {
    let columns = LetterStrokes(words).without(columns)
    guard rows.count >= 2, columns.count >= 1 else { return [] }
    guard rows.count <= mostRulings, columns.count <= mostRulings else { return [] }
    return components(rows, columns).compactMap { grid($0.rows, $0.columns, atLeast: least) }
  }

  /// Puts runs beside each other together as one line, or as the two edges of a dark area.
  private static func rulings(_ runs: [DarkRuns.Run], gap: Int, scale: Double) -> [Ruling] {
    struct Band {
      var first: Int
      var last: Int
      var start: Int
      var end: Int
      var area: Int
      var moment: Int
    }
    var done: [Band] = []
    var open: [Band] = []
    for run in runs {
      if open.count > 4 * mostRulings || done.count > 4 * mostRulings { return [] }
      done += open.filter { run.place - $0.last > gap }
      open.removeAll { run.place - $0.last > gap }
      let length = run.end - run.start + 1
      let touched = open.firstIndex {
        run.start <= $0.end + gap + 1 && run.end >= $0.start - gap - 1
      }
      if let touched {
        open[touched].last = run.place
        open[touched].start = min(open[touched].start, run.start)
        open[touched].end = max(open[touched].end, run.end)
        open[touched].area += length
        open[touched].moment += length * run.place
      } else {
        open.append(
          Band(
            first: run.place, last: run.place, start: run.start, end: run.end, area: length,
            moment: length * run.place))
      }
    }
    done += open
    return done.flatMap { band -> [Ruling] in
      let start = Double(band.start) * scale
      let end = Double(band.end + 1) * scale
      let thickness = Double(band.area) / Double(band.end - band.start + 1) * scale
      let places =
        thickness < 4
        ? [(Double(band.moment) / Double(band.area) + 0.5) * scale]
        : [Double(band.first) * scale, Double(band.last + 1) * scale]
      return thickness < 80 ? places.map { Ruling(place: $0, start: start, end: end) } : []
    }
  }

  /// The lines that cross or touch each other, directly or through others.
  private static func components(
    _ rows: [Ruling], _ columns: [Ruling]
  ) -> [(rows: [Ruling], columns: [Ruling])] {
    var sets = DisjointSets(rows.count + columns.count)
    for (index, row) in rows.enumerated() {
      for (other, column) in columns.enumerated()
      where column.place >= row.start - reach && column.place <= row.end + reach
        && row.place >= column.start - reach && row.place <= column.end + reach
      {
        sets.join(index, rows.count + other)
      }
    }
    var found: [Int: (rows: [Ruling], columns: [Ruling])] = [:]
    for (index, row) in rows.enumerated() {
      found[sets.root(index), default: ([], [])].rows.append(row)
    }
    for (index, column) in columns.enumerated() {
      found[sets.root(rows.count + index), default: ([], [])].columns.append(column)
    }
    return found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The table that lines make; `nil` when they make none of two columns.
  private static func grid(
    _ rows: [Ruling], _ columns: [Ruling], atLeast count: Int
  ) -> RuledGrid? {
    let columns = columns.filter { isBorder($0, rows, columns) }
    guard rows.count >= 2, !columns.isEmpty else { return nil }
    var ys = clusters(rows.map(\.place))
    var xs = clusters(columns.map(\.place))
    widen(&xs, to: rows)
    widen(&ys, to: columns)
    guard xs.count >= 3, ys.count >= 2, xs.count < 200, ys.count < 2000 else { return nil }
    let width = xs.count - 1
    let height = ys.count - 1
    func isDrawn(_ rulings: [Ruling], _ place: Double, _ start: Double, _ end: Double) -> Bool {
      var covered = 0.0
      for ruling in rulings where abs(ruling.place - place) < reach + 1 {
        covered += max(0, min(end, ruling.end) - max(start, ruling.start))
      }
      return covered >= 0.5 * (end - start)
    }
    var sets = DisjointSets(width * height)
    for row in 0..<height {
      for column in 0..<width {
        let cell = row * width + column
        if column + 1 < width, !isDrawn(columns, xs[column + 1], ys[row], ys[row + 1]) {
          sets.join(cell, cell + 1)
        }
        if row + 1 < height, !isDrawn(rows, ys[row + 1], xs[column], xs[column + 1]) {
          sets.join(cell, cell + width)
        }
      }
    }
    var first: [Int] = []
    var least: [Int: Int] = [:]
    for cell in 0..<width * height {
      let root = sets.root(cell)
      let begin = least[root] ?? cell
      least[root] = begin
      first.append(begin)
    }
    guard least.count >= count else { return nil }
    return RuledGrid(rows: ys, columns: xs, first: first)
  }

  /// Whether an upright line goes from border to border; strokes of letters that touch one do not.
  private static func isBorder(_ column: Ruling, _ rows: [Ruling], _ columns: [Ruling]) -> Bool {
    if column.end - column.start > 36 { return true }
    func isNear(_ place: Double, _ other: Double) -> Bool { abs(place - other) < reach + 1 }
    let isClosed = [column.start, column.end].allSatisfy { end in
      rows.contains { isNear($0.place, end) }
    }
    if isClosed { return true }
    // The end of a page cuts a row: all borders end there, those at both ends of a line across too.
    let cut = columns.filter { isNear($0.start, column.start) && isNear($0.end, column.end) }
    guard cut.count > 2, let left = cut.map(\.place).min(), let right = cut.map(\.place).max()
    else { return false }
    return rows.contains { isNear($0.start, left) && isNear($0.end, right) }
  }

  /// Places that are near each other as one.
  private static func clusters(_ places: [Double]) -> [Double] {
    var clusters: [[Double]] = []
    for place in places.sorted() {
      // No letter stands between borders that are nearer.
      if let last = clusters.last?.last, place - last < reach + 1 {
        clusters[clusters.count - 1].append(place)
      } else {
        clusters.append([place])
      }
    }
    return clusters.map { $0.reduce(0, +) / Double($0.count) }
  }

  /// Adds the edges of a table whose outer borders are not drawn.
  private static func widen(_ places: inout [Double], to rulings: [Ruling]) {
    guard let first = places.first, let last = places.last else { return }
    let start = rulings.map(\.start).min() ?? first
    let end = rulings.map(\.end).max() ?? last
    if first - start > 8 { places.insert(start, at: 0) }
    if end - last > 8 { places.append(end) }
  }
}
