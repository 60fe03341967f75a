import PlanModel

/// Texts over all columns that take several lines, their number beside the middle of them: as many
/// lines stand above it as below.
extension PlanReader {
  /// A line of such a text.
  struct TallGroupLine {
    var cells: [(column: Int, fragment: Fragment)]
    /// Whether it goes on with the line above it.
    var goesOn: Bool
  }

  /// How many lines stand above the number at most.
  private static var above: Int { 4 }

  /// The lines of a page that are such texts, by their places.
  func tallGroups(in placed: PlacedPage) -> [Int: TallGroupLine] {
    guard placed.hasOrdinals else { return [:] }
    var found: [Int: TallGroupLine] = [:]
    for index in placed.page.rows.indices {
      guard let label = placed.page.rows[index].fragments.first, isOrdinal(label.span),
        label.start < placed.grid.gutters[0].end,
        let half = half(of: index, label, placed)
      else { continue }
      for place in index - half...index + half {
        var cells = placed.page.rows[place].fragments.map { (column: 1, fragment: $0) }
        if place == index { cells[0].column = 0 }
        found[place] = TallGroupLine(cells: cells, goesOn: place > index - half)
      }
    }
    return found
  }

  /// How many lines of a text over all columns stand above its number, and below.
  private func half(of index: Int, _ label: Fragment, _ placed: PlacedPage) -> Int? {
    let rows = placed.page.rows
    let own = rows[index].fragments.dropFirst()
    guard own.count < 2, !rows[index].gap else { return nil }
    if let own = own.first, !crosses(own, placed) { return nil }
    for half in 1...Self.above {
      guard index - half >= 0, index + half < rows.count, !rows[index + half].gap else {
        return nil
      }
      let (top, bottom) = (rows[index - half].fragments, rows[index + half].fragments)
      guard top.count == 1, bottom.count == 1, crosses(top[0], placed),
        abs(top[0].start - bottom[0].start) <= 1, top[0].start > label.end,
        own.first.map({ abs(top[0].start - $0.start) <= 1 }) ?? true,
        !opensLine(bottom[0])
      else { return nil }
      if !isLower(top[0]), isEnd(bottom[0], at: index + half, placed) { return half }
      if rows[index - half].gap || !crosses(bottom[0], placed) { return nil }
    }
    return nil
  }

  /// Whether a text ends such a group: what follows is set otherwise, or begins like a new text.
  private func isEnd(_ last: Fragment, at index: Int, _ placed: PlacedPage) -> Bool {
    let rows = placed.page.rows
    guard index + 1 < rows.count, !rows[index + 1].gap else { return true }
    if rows[index + 1].fragments.count > 1 || !crosses(last, placed) { return true }
    return !isLower(rows[index + 1].fragments[0])
  }

  /// Whether a text begins like one of its own, with a number or a bullet.
  private func opensLine(_ text: Fragment) -> Bool {
    let first = (firstWord(of: text)?.word ?? text).span
    return isOrdinal(first) && !isLower(text)
  }

  /// Whether a text runs over two columns at least behind that of the numbers.
  private func crosses(_ text: Fragment, _ placed: PlacedPage) -> Bool {
    let columns = placed.grid.columns(of: text)
    return columns.lowerBound <= 1 && columns.upperBound > 2
      || columns.lowerBound <= 1 && columns.upperBound == placed.grid.gutters.count
  }
}
