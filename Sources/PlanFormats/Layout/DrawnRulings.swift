/// The lines that the dark areas of a page make, as an image of it would show them.
struct DrawnRulings {
  /// Lines from left to right.
  let rows: [RulingFinder.Ruling]
  /// Upright lines.
  let columns: [RulingFinder.Ruling]

  /// The widest area whose edges part cells.
  private static let widest = 80.0
  /// The shortest lines; shorter ones are strokes of letters and dots.
  private static let shortest = (row: 18.0, column: 8.0)
  /// What may be between two pieces of one line.
  private static let gap = 2.0

  /// The lines of areas.
  init(_ boxes: [DrawnBox]) {
    var rows: [RulingFinder.Ruling] = []
    var columns: [RulingFinder.Ruling] = []
    for box in boxes {
      rows += Self.lines(box.top, box.bottom, from: box.left, to: box.right)
      columns += Self.lines(box.left, box.right, from: box.top, to: box.bottom)
    }
    self.rows = Self.joined(rows, Self.shortest.row)
    self.columns = Self.joined(columns, Self.shortest.column)
  }

  /// The line that an area is, or its two edges, along one axis.
  private static func lines(
    _ low: Double, _ high: Double, from start: Double, to end: Double
  ) -> [RulingFinder.Ruling] {
    let thickness = high - low
    guard thickness < widest else { return [] }
    let places = thickness < 4 ? [(low + high) / 2] : [low, high]
    return places.map { RulingFinder.Ruling(place: $0, start: start, end: end) }
  }

  /// Lines put together out of their pieces, without those that are short.
  private static func joined(
    _ pieces: [RulingFinder.Ruling], _ shortest: Double
  ) -> [RulingFinder.Ruling] {
    var joined: [RulingFinder.Ruling] = []
    let sorted = pieces.sorted { ($0.place, $0.start) < ($1.place, $1.start) }
    var index = 0
    while index < sorted.count {
      let first = sorted[index].place
      let level = sorted[index...].prefix { $0.place - first < 1 }
      index = level.endIndex
      for piece in level.sorted(by: { $0.start < $1.start }) {
        if let last = joined.indices.last, joined[last].place == first,
          piece.start <= joined[last].end + gap
        {
          joined[last].end = max(joined[last].end, piece.end)
        } else {
          joined.append(
            RulingFinder.Ruling(place: first, start: piece.start, end: piece.end))
        }
      }
    }
    return joined.filter { $0.end - $0.start >= shortest }
  }
}
