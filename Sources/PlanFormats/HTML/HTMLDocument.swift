import PlanText

/// Web pages, and what word processors save as such (HTML 4 and 5).
enum HTMLDocument {
  /// Reads a page.
  ///
  /// - Parameters:
  ///   - bytes: The page.
  ///   - charset: The encoding that whoever sent it named, which counts more than its own word.
  static func open(
    _ bytes: [UInt8], charset: String? = nil
  ) throws(FormatError) -> OpenedDocument {
    let page: DeclaredText
    do {
      page = try DeclaredText(bytes, declared: charset ?? HTMLCharset.declared(bytes))
    } catch {
      throw .text(error)
    }
    let reader = HTMLReader()
    try reader.scan(withoutConditions(page.bytes))
    let lines = reader.finish()
    if reader.isTooLarge {
      throw .tooLarge(.html, what: "more than \(DocumentFlow.limit) lines and cells")
    }
    do throws(TextError) {
      let text = try CanonicalText(lines, encoding: page.encoding, guessed: page.guessed)
      return OpenedDocument(text: text, format: .html)
    } catch {
      throw .text(error)
    }
  }

  /// A page without the marks "<![if …]>" and "<![endif]>" that word processors write: what stands
  /// between them is shown, and libxml2 takes the marks for text.
  private static func withoutConditions(_ page: [UInt8]) -> [UInt8] {
    var result = page
    var index = 0
    while index + 4 < page.count {
      let isMark =
        page[index] == UInt8(ascii: "<") && page[index + 1] == UInt8(ascii: "!")
        && page[index + 2] == UInt8(ascii: "[")
        && (page[index + 3] | 0x20 == UInt8(ascii: "i")
          || page[index + 3] | 0x20 == UInt8(ascii: "e"))
      guard isMark, let end = page[index...].prefix(256).firstIndex(of: UInt8(ascii: ">")),
        page[end - 1] == UInt8(ascii: "]")
      else {
        index += 1
        continue
      }
      // Line ends stay, so that messages count lines right.
      for place in index...end where page[place] != 0x0A { result[place] = 0x20 }
      index = end + 1
    }
    return result
  }
}
