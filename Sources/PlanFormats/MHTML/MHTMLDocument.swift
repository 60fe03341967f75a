import PlanText

/// Web pages in one file with their pictures (RFC 2557), as browsers save them and word processors
/// write them, often under the name of a DOC file.
enum MHTMLDocument {
  /// How much of a file is looked at.
  private static let sample = 1 << 14

  /// Whether bytes are a message that holds a page.
  static func isSigned(_ bytes: [UInt8]) -> Bool {
    guard let head = message(bytes.prefix(sample)), head.isMessage else { return false }
    return head.type == "text/html" || head.type.hasPrefix("multipart/")
  }

  /// The text of the page.
  static func open(_ bytes: [UInt8]) throws(FormatError) -> OpenedDocument {
    guard let page = message(bytes[...])?.page() else {
      throw .damaged(.mhtml, what: "it holds no page")
    }
    guard page.isEnded else { throw .damaged(.mhtml, what: "it ends within the page") }
    do {
      var opened = try HTMLDocument.open(page.body, charset: page.charset)
      opened.format = .mhtml
      return opened
    } catch {
      throw error.told(of: .mhtml)
    }
  }

  /// The message that begins bytes, behind blanks and a mark of order.
  private static func message(_ bytes: ArraySlice<UInt8>) -> MIMEPart? {
    let start = bytes.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    return MIMEPart(start, isEnded: true)
  }
}
