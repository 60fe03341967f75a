/// How far the lines of one paragraph stand from each other on a page.
enum LinePitch {
  /// The fewest lines that tell it.
  private static let least = 2

  /// The median distance between neighbours of which the second surely goes on with the first.
  static func pitches(
    _ lines: [PageLine], goesOn: (PageLine, PageLine) -> Bool
  ) -> [Int: Double] {
    var pitches: [Int: [Double]] = [:]
    for (above, line) in zip(lines, lines.dropFirst())
    where above.page == line.page && line.bottom > above.bottom && goesOn(above, line) {
      pitches[line.page, default: []].append(line.bottom - above.bottom)
    }
    return pitches.compactMapValues { $0.count < least ? nil : $0.sorted()[$0.count / 2] }
  }
}
