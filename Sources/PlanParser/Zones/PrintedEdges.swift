import PlanModel
import PlanText

/// Lines that every page prints first or last: the head and the foot of a page that a word processor
/// sets.
extension PlanReader {
  /// How many lines each page prints at one edge at most.
  private static let mostPrintedLines = 3
  /// How many characters and letters such a line has.
  private static let (printedWidth, printedLetters) = (6...120, 4)

  /// An edge of the pages.
  private enum Edge {
    case top
    case bottom
  }

  /// Takes the lines that stand first, or last, on the pages that form feeds tell, and are equal but
  /// for their digits.
  mutating func takePrintedEdges() {
    guard lines.dropFirst().contains(where: { $0.pageBefore }) else { return }
    for edge in [Edge.top, .bottom] {
      for _ in 0..<Self.mostPrintedLines {
        let found = printed(at: edge)
        guard !found.isEmpty else { break }
        take { index, _, _ in
          found.contains(index) ? edge == .top ? .runningHeader : .runningFooter : nil
        }
      }
    }
  }

  /// The lines that the pages print first or last, numbers of pages aside.
  private mutating func printed(at edge: Edge) -> Set<Int> {
    let places = edgeLines(at: edge)
    let pages = places.count
    guard pages > 1 else { return [] }
    var groups: [String: [(page: Int, line: Int)]] = [:]
    for (page, index) in places.enumerated() {
      guard let index, mayBePrintedAtEdge(lines[index]) else { continue }
      groups[withoutDigits(lines[index].content), default: []].append((page, index))
    }
    var found: Set<Int> = []
    for group in groups.values where group.count > 1 {
      // No page begins or ends in the same cell as all others do, the first of them too.
      let isOnAll = group.count == pages
      let isOnMost = group.count > 2 && group.count * 4 >= pages * 3
      guard isOnAll || isOnMost, case let line = lines[group[0].line] else { continue }
      let isOnFirst = group[0].page == 0
      if !isOnFirst, edge == .bottom || line.spaced { continue }
      if !isOnFirst || line.capitals, beginsBlocks(group.map(\.line), at: edge) { continue }
      found.formUnion(group.map(\.line))
    }
    return found
  }

  /// The first or the last line of each page that is no number of the page; `nil` for a page that has
  /// nothing else.
  private mutating func edgeLines(at edge: Edge) -> [Int?] {
    let starts = lines.indices.filter { $0 == 0 || lines[$0].pageBefore }
    return starts.indices.map { page in
      let end = page + 1 < starts.count ? starts[page + 1] : lines.count
      let range = starts[page]..<end
      let near = edge == .top ? Array(range.prefix(2)) : range.suffix(2).reversed()
      return near.first { !isPageNumber(lines[$0]) && !isStandingNumber(lines[$0]) }
    }
  }

  /// Whether a line is the number of a page in any form.
  private mutating func isStandingNumber(_ line: Line) -> Bool {
    line.width <= 16 && furniture(of: line)?.kind == .pageNumber
  }

  /// Whether a line at an edge may be printed on every page: it has words and opens no unit.
  private mutating func mayBePrintedAtEdge(_ line: Line) -> Bool {
    guard Self.printedWidth.contains(line.width), line.tabs == 0, !line.pipe, !line.bare,
      line.table == 0, line.ending == .open, !line.startsLower
    else { return false }
    let words = tokens(line.content)
    guard letters(of: line) >= Self.printedLetters else { return false }
    return lineMatch(.column, words) == nil && lineMatch(.appendix, words) == nil
      && marker(words).map { $0.style == 0 && $0.family == .number } ?? true
  }

  /// About how many letters a line has.
  private func letters(of line: Line) -> Int {
    bytes[line.content.start..<line.content.end].count { $0 >= 0x41 && $0 != 0x5F }
  }

  /// Whether the lines next to those at an edge are the same on all pages as well: the names of
  /// columns come again so, and the heads of forms that one file holds.
  private func beginsBlocks(_ group: [Int], at edge: Edge) -> Bool {
    let step = edge == .top ? 1 : -1
    guard let first = neighbour(of: group[0], step) else { return false }
    return group.dropFirst().allSatisfy { neighbour(of: $0, step) == first }
  }

  /// The text of the line next to one, digits and numbers of pages apart.
  private func neighbour(of index: Int, _ step: Int) -> String? {
    [index + step, index + 2 * step].first {
      lines.indices.contains($0) && !isPageNumber(lines[$0])
    }.map { withoutDigits(lines[$0].content) }
  }
}
