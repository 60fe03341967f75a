extension PDFPages {
  /// What is drawn on a page, in points from its top left corner; `nil` if its content does not
  /// tell.
  mutating func drawing(on page: PlacedPage) -> PDFDrawing? {
    let index = page.number - 1
    guard page.turn == .none, pages.indices.contains(index), let own = pages[index],
      abs(own.width - page.width) < 1, abs(own.height - page.height) < 1,
      let content = content(own)
    else { return nil }
    let pictures = pictures(own)
    return PDFDrawing(content, isPicture: pictures.contains)?.placed(
      left: own.left, top: own.low + own.height)
  }

  /// Whether a page has nothing to recognise: no picture, no letters that are drawn, and no more
  /// text than its words say.
  mutating func isTold(_ page: PlacedPage) -> Bool {
    guard let drawing = drawing(on: page) else { return false }
    let words = page.words + page.asides.flatMap(\.words)
    let length = words.reduce(0) { $0 + $1.text.unicodeScalars.count + 1 }
    // Codes of letters have two bytes, and blanks are set as letters are.
    return drawing.pictures.isEmpty && !drawing.hasShapes && drawing.shown <= 4 * length + 16
  }
}
