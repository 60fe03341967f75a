/// What a DOCX file says of itself: `docProps/app.xml`.
final class WordSummary: WordScanner {
  /// The number of pages that the program counted when it saved the file.
  private(set) var pages: Int?
  private var digits: [UInt8] = []

  override func text(_ text: XMLText, in name: WordName?) {
    if name == .pages { text.append(to: &digits) }
  }

  override func finish(_ name: WordName) {
    if name == .pages { pages = Int(String(decoding: digits, as: UTF8.self)) }
  }
}
