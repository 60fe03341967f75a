/// Finds what recognised pages have at their edges and is no text: lines that come again on page after
/// page, whatever recognition made of their letters, with the pictures beside them, and specks.
enum PageEdges {
  /// The parts of a page that are edges, and those in which a speck may stand where a number would.
  private static let edges = (top: 0.055, bottom: 0.92)
  private static let margins = (top: 0.12, bottom: 0.88)
  /// How many pages before and behind a page are looked at, and how many of them have its line.
  private static let near = 3
  private static let least = 2
  /// How far lines that come again stand from one height, in points.
  private static let reach = 6.0
  /// Words that recognition is less sure of, in percent, may be specks.
  private static let unsure = 45.0

  /// Sets the role of what stands at the edges of pages.
  static func mark(_ pages: inout [PlacedPage]) {
    let rows = pages.map { page in
      page.isRecognized
        ? WordRow.rows(
          of: page.words.filter {
            $0.role == .text && isOutside($0.centre, page, edges)
          }) : []
    }
    for index in pages.indices where pages[index].isRecognized {
      let page = pages[index]
      let beside = rows[max(0, index - near)..<min(rows.count, index + near + 1)]
      let others = beside.indices.filter { $0 != index }.map { rows[$0] }
      let repeated = rows[index].filter { row in
        others.count { $0.contains { isAlike($0, row) } } >= least
      }
      let top = repeated.filter { $0.centre < page.height / 2 }.map(\.bottom).max() ?? 0
      let bottom = repeated.filter { $0.centre > page.height / 2 }.map(\.top).min() ?? page.height
      for word in page.words.indices where page.words[word].role == .text {
        let centre = page.words[word].centre
        if centre < top || centre > bottom { pages[index].words[word].role = .edge }
      }
      markSpecks(&pages[index])
    }
  }

  /// Marks rows in the margins of which recognition is sure of no word, if they are short.
  private static func markSpecks(_ page: inout PlacedPage) {
    let outer = page.words.filter { $0.role == .text && isOutside($0.centre, page, margins) }
    for row in WordRow.rows(of: outer)
    where row.words.allSatisfy({ $0.confidence < unsure })
      && row.words.reduce(0, { $0 + $1.text.count }) <= 6
    {
      for index in page.words.indices where row.words.contains(page.words[index]) {
        page.words[index].role = .edge
      }
    }
  }

  private static func isOutside(
    _ centre: Double, _ page: PlacedPage, _ places: (top: Double, bottom: Double)
  ) -> Bool {
    centre < places.top * page.height || centre > places.bottom * page.height
  }

  /// Whether two rows stand at one height and have half of their words in common; the number of a
  /// page alone is no such row.
  private static func isAlike(_ row: WordRow, _ other: WordRow) -> Bool {
    guard abs(row.centre - other.centre) < reach,
      row.words.reduce(0, { $0 + $1.text.count(where: \.isLetter) }) >= 6
    else { return false }
    let texts = Set(other.words.map(\.text))
    let same = row.words.count { texts.contains($0.text) }
    return 2 * same >= max(row.words.count, other.words.count)
  }
}
