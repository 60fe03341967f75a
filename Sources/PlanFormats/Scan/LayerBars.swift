/// Takes the bars out of the text layer of a scan: what recognition made of the drawn lines of tables,
/// which the picture of the page has itself.
enum LayerBars {
  /// Takes bars out of the words of pages that lie on their picture.
  ///
  /// - Parameters:
  ///   - pages: The pages, with their words.
  ///   - drawn: What draws them, as far as that can be read.
  static func take(from pages: inout [PlacedPage], _ drawn: inout PDFPages?) {
    for index in pages.indices
    where pages[index].words.contains(where: { $0.text.utf8.contains(bar) })
      && TextLayer.isPicture(pages[index], &drawn)
    {
      pages[index].words = withoutBars(pages[index].words)
    }
  }

  private static let bar = UInt8(ascii: "|")

  /// Words without those that are bars, and without bars at the edges of the others, each narrower by
  /// as much.
  static func withoutBars(_ words: [PlacedWord]) -> [PlacedWord] {
    words.compactMap { given in
      guard given.text.utf8.contains(bar) else { return given }
      let letters = Array(given.text)
      // "_|Ban": the line below a cell beside the one before it.
      guard let first = letters.firstIndex(where: { $0 != "|" && $0 != "_" }),
        let last = letters.lastIndex(where: { $0 != "|" && $0 != "_" })
      else { return nil }
      // "|1" holds a narrow letter and a wide one; what they share of its width is near enough.
      let width = (given.right - given.left) / Double(letters.count)
      var word = given
      word.text = String(letters[first...last])
      word.left += width * Double(first)
      word.right -= width * Double(letters.count - 1 - last)
      return word
    }
  }
}
