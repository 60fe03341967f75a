import PlanText

/// Markdown whose tables are written as HTML, as programs do that turn documents and scans into
/// markdown: its own tables have no spans and no paragraphs in cells.
///
/// The tables become rows with a TAB between cells, and the head and foot lines; other tags go, and
/// all else stays as it is.
enum MarkdownDocument {
  /// Whether the bytes are such a text: no page, and at least one table between lines of text.
  static func matches(_ bytes: [UInt8]) -> Bool {
    guard bytes.firstPlace(of: UInt8(ascii: "<"), in: bytes.indices) != nil,
      !MarkupTag.isPage(bytes)
    else { return false }
    let pieces = MarkdownPiece.pieces(of: bytes)
    guard pieces.contains(where: { $0.isTable }) else { return false }
    let texts = pieces.filter { !$0.isTable }
    let start = MarkupTag.behindComments(bytes)
    return texts.contains { piece in
      bytes[piece.range].dropFirst(max(0, start - piece.range.lowerBound)).contains { $0 > 0x20 }
    }
      && !texts.contains { MarkupTag.tags(in: bytes, $0.range).contains(where: \.belongsToPage) }
      && String(validating: bytes, as: UTF8.self) != nil
  }

  /// Reads such a text.
  static func open(_ bytes: [UInt8]) throws(FormatError) -> OpenedDocument {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    // The columns of the table that may go on, and what marks the end of a page behind it: it is set
    // behind the whole table.
    var columns: Int?
    var pageEnd: [UInt8] = []
    var styles: [Int: LineStyle] = [:]
    var counter = LineCounter()
    for piece in MarkdownPiece.pieces(of: bytes) {
      guard piece.isTable else {
        if columns != nil, PageBreak.isAll(of: bytes[piece.range]) {
          pageEnd += bytes[piece.range]
        } else {
          columns = nil
          text += pageEnd
          pageEnd = []
          append(bytes, piece.range, to: &text)
        }
        continue
      }
      let reader = HTMLReader()
      reader.columnsBefore = columns
      try reader.scan(Array(bytes[piece.range]))
      if reader.isTooLarge {
        throw .tooLarge(.markdown, what: "more than \(DocumentFlow.limit) lines and cells")
      }
      let lines = reader.finish()
      let rows = lines.bytes
      let own = rows.split(separator: 0x0A).first.map { row in row.count { $0 == 0x09 } + 1 } ?? 0
      if own == columns, !pageEnd.isEmpty {
        while text.last == 0x0A { text.removeLast() }
        text.append(0x0A)
        let blanks = rows.prefix { $0 == 0x0A }.count
        counter.take(lines.styles.dropFirst(blanks), below: text, into: &styles)
        text += rows.dropFirst(blanks)
      } else {
        text += pageEnd
        counter.take(lines.styles[...], below: text, into: &styles)
        text += rows
        pageEnd = []
      }
      columns = own > 1 ? own : nil
    }
    text += pageEnd
    do {
      var canonical = try CanonicalText(decoding: text)
      canonical.rows = styles
      return OpenedDocument(text: canonical, format: .markdown)
    } catch {
      throw .text(error)
    }
  }

  /// Appends text, its tags taken out.
  private static func append(_ bytes: [UInt8], _ range: Range<Int>, to text: inout [UInt8]) {
    InlineMarkup.append(bytes, range, to: &text)
  }
}
