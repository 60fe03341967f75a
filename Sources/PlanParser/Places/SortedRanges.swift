/// Ranges of tokens in the order of their starts, to be asked without reading them all.
struct SortedRanges {
  /// The ranges.
  private(set) var ranges: [Range<Int>] = []

  /// Adds a range that does not begin before the last.
  mutating func append(_ range: Range<Int>) { ranges.gather(range) }

  /// The ranges that begin within another.
  func starting(in range: Range<Int>) -> ArraySlice<Range<Int>> {
    let first = index(of: range.lowerBound)
    return ranges[first..<max(first, index(of: range.upperBound))]
  }

  /// The first range that lies within another.
  func first(within range: Range<Int>) -> Range<Int>? {
    starting(in: range).first { $0.upperBound <= range.upperBound }
  }

  /// The last range that begins at or before a token and holds it.
  func holding(_ token: Int) -> Range<Int>? {
    let next = index(of: token + 1)
    guard next > 0, ranges[next - 1].contains(token) else { return nil }
    return ranges[next - 1]
  }

  /// The place of the first range that begins at or behind a token.
  private func index(of start: Int) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].lowerBound < start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
