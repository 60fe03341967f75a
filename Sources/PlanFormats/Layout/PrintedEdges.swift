/// Finds what programs print in the margins of pages and is no text: lines that come again at one place,
/// and lines with the number of their page.
///
/// It is known before the text is set, so that no paragraph and no table goes on with it.
enum PrintedEdges {
  /// How far from the edge of its page such a line stands at most, and how far from it lines are
  /// looked at, in points.
  private static let margin = 62.0
  private static let reach = 120.0
  /// How far lines that come again stand from one height, in points.
  private static let near = 2.0
  /// How many such lines an edge of a page has at most, and how many words a line.
  private static let most = 3
  private static let mostWords = 40
  /// How many pages before and behind a page are looked at.
  private static let window = 4

  /// The rows near one edge of a page, from the edge on.
  private struct Edge {
    var rows: [WordRow]
    /// How many of them are told to be no text.
    var told = 0
    /// The first row that may be text.
    var next: WordRow? { told < rows.count ? rows[told] : nil }
  }

  /// Sets the role of what stands at the edges of pages that were not recognised.
  static func mark(_ pages: inout [PlacedPage]) {
    guard pages.count > 1 else { return }
    for isTop in [true, false] {
      var edges = pages.map { edge($0, isTop: isTop) }
      for _ in 0..<most {
        let found = pages.indices.filter { isPrinted($0, pages, edges, isTop: isTop) }
        if found.isEmpty { break }
        for index in found {
          if let row = edges[index].next { setRole(of: row, on: &pages[index]) }
          edges[index].told += 1
          passNumber(&edges[index], pages[index])
        }
      }
    }
  }

  private static func edge(_ page: PlacedPage, isTop: Bool) -> Edge {
    guard !page.isRecognized else { return Edge(rows: []) }
    let rows = WordRow.rows(
      of: page.words.filter {
        $0.role == .text && (isTop ? $0.centre < reach : $0.centre > page.height - reach)
      })
    var edge = Edge(rows: isTop ? rows : rows.reversed())
    passNumber(&edge, page)
    return edge
  }

  /// Passes over the number of the page, which is known by itself.
  private static func passNumber(_ edge: inout Edge, _ page: PlacedPage) {
    while let row = edge.next, PageFurniture.isPageNumber(row, page) { edge.told += 1 }
  }

  private static func setRole(of row: WordRow, on page: inout PlacedPage) {
    for index in page.words.indices
    where page.words[index].role == .text && row.words.contains(page.words[index]) {
      page.words[index].role = .edge
    }
  }

  // MARK: Evidence

  /// Whether the outermost line of a page stands in its margin: no other page has text there, and it
  /// comes again, or names its page, or the text below it begins where that of other pages does.
  private static func isPrinted(
    _ index: Int, _ pages: [PlacedPage], _ edges: [Edge], isTop: Bool
  ) -> Bool {
    let page = pages[index]
    guard let row = edges[index].next, row.words.count <= mostWords,
      (isTop ? row.centre : page.height - row.centre) < margin,
      row.words.contains(where: { $0.text.contains(where: \.isLetter) }),
      !page.grids.contains(where: { grid in row.words.contains { grid.contains($0) } })
    else { return false }
    let beside = (max(0, index - window)...min(pages.count - 1, index + window)).filter {
      $0 != index && pages[$0].width == page.width && pages[$0].height == page.height
        && !pages[$0].isRecognized
    }
    guard !beside.isEmpty else { return false }
    var repeats = false
    for other in beside {
      guard let own = edges[other].next else { continue }
      if abs(own.centre - row.centre) < near, key(own) == key(row) {
        repeats = true
      } else if isTop ? own.top < row.bottom - 1 : own.bottom > row.top + 1 {
        return false
      }
    }
    if names(row, page: page.number) { return true }
    let behind =
      edges[index].told + 1 < edges[index].rows.count
      ? edges[index].rows[edges[index].told + 1] : nil
    if repeats {
      return behind.map { isApart(row, $0, page, by: 1.3) } ?? true
    }
    // One page alone has it, as where the first page is another.
    guard isTop, let behind, isApart(row, behind, page) else { return false }
    return beside.contains { other in
      edges[other].next.map { abs($0.top - behind.top) < near } ?? false
    }
  }

  /// Whether more room is between a line and the text than between lines of text, or the number of
  /// the page.
  private static func isApart(
    _ row: WordRow, _ text: WordRow, _ page: PlacedPage, by ratio: Double = 1.35
  ) -> Bool {
    PageFurniture.isPageNumber(text, page)
      || abs(text.centre - row.centre) > ratio * max(row.em, text.em)
  }

  /// Whether a line tells the number of its page: a word beside it, or words a wide gap away.
  private static func names(_ row: WordRow, page: Int) -> Bool {
    let number = { (word: PlacedWord) in
      word.text.first?.isNumber == true && Int(word.text.prefix { $0.isNumber }) == page
        && word.text.allSatisfy { $0.isNumber || $0 == "/" }
    }
    let named = row.words.filter { $0.text.contains(where: \.isLetter) }
    if row.words.count <= 4, named.count == 1 {
      return row.words.contains(where: number) && named[0].text.first?.isLetter == true
    }
    guard let last = row.words.last, number(last), let gap = row.gaps.last else { return false }
    return gap.right - gap.left > 1.5 * row.em
  }

  /// The words of a line with all numbers alike.
  private static func key(_ row: WordRow) -> String {
    String(row.words.map(\.text).joined().filter { !$0.isNumber })
  }
}
