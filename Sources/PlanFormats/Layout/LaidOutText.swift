import PlanText

/// Makes the canonical text of pages of words.
enum LaidOutText {
  /// The lines of the pages with what is known of each.
  static func lines(_ pages: [PlacedPage]) -> StyledLines {
    var pages = pages
    PageEdges.mark(&pages)
    PrintedEdges.mark(&pages)
    var layout = PageLayout()
    for page in pages { layout.add(page, isFirst: page.number == 1) }
    var lines = layout.lines
    PageFurniture.mark(&lines, pages: pages)
    IndentedLines.mend(&lines)
    var styled = StyledLines()
    var page = 1
    var joined = ParagraphJoiner.join(lines)
    let recognized = Set(pages.lazy.filter(\.isRecognized).map(\.number))
    if !recognized.isEmpty {
      RecognizedBeginnings.mend(&joined) { recognized.contains($0.page) }
      RecognizedOrdinals.mend(&joined) { recognized.contains($0.page) }
    }
    if pages.contains(where: { $0.isRecognized || $0.layer != .good }) {
      styled.recognition = RecognitionReport.recognition(of: pages, joined)
    }
    var textPage = 1
    for line in joined {
      if line.style.zone == .body {
        if line.page > textPage, line.style.table == 0, LineBegin.isTitle(line.text),
          !LineBegin.hasMarker(line.text)
        {
          // What a title at the top of a page opens has nothing to do with the page before.
          var blank = LineStyle()
          blank.page = line.page
          styled.append("", blank, beginsPage: line.page > page)
          page = max(page, line.page)
        }
        textPage = max(textPage, line.page)
      }
      styled.append(
        SymbolFont.plain(Array(line.text.utf8)), line.style, beginsPage: line.page > page)
      page = max(page, line.page)
    }
    return styled
  }
}
