import PlanText

/// An ODT file (OpenDocument, ISO/IEC 26300) as lines.
enum OpenTextDocument {
  /// Takes the text out of the bytes of an ODT file.
  static func open(_ bytes: [UInt8]) throws(FormatError) -> OpenedDocument {
    let parts = try PackedParts(bytes, format: .odt) {
      ["content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"].contains($0)
    }
    if let manifest = parts.part("META-INF/manifest.xml"),
      String(decoding: manifest, as: UTF8.self).contains("encryption-data")
    {
      throw .damaged(.odt, what: "it is locked with a password")
    }
    guard let content = parts.part("content.xml") else {
      throw .damaged(.odt, what: "the part content.xml is missing")
    }
    let outside = OpenPart()
    if let part = parts.part("styles.xml") { try outside.read(part, name: "styles.xml") }
    let story = OpenPart(outside.common)
    try story.read(content, name: "content.xml")
    return try document(story, outside, OpenSummary(parts.part("meta.xml")))
  }

  /// Whether a file is all parts of an ODT file in one XML file, told by its first element.
  static func isFlat(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1 << 13)
    return ByteText.contains(head, "<?xml") && ByteText.contains(head, "<office:document ")
      && ByteText.contains(head, "application/vnd.oasis.opendocument.text")
  }

  /// Takes the text out of such a file.
  static func open(flat bytes: [UInt8]) throws(FormatError) -> OpenedDocument {
    let outside = OpenPart()
    try outside.read(bytes, name: "the file")
    let story = OpenPart(outside.common)
    try story.read(bytes, name: "the file")
    return try document(story, outside, OpenSummary(nil))
  }

  /// Sets the text of a document and what stands around it.
  private static func document(
    _ story: OpenPart, _ outside: OpenPart, _ summary: OpenSummary
  ) throws(FormatError) -> OpenedDocument {
    var lines = StyledLines()
    margins(of: outside, header: true, into: &lines)
    story.flow.finish(.body, into: &lines)
    for note in story.notes {
      var flow = note.flow
      flow.label("[\(note.label)]")
      flow.finish(.footnote, into: &lines)
    }
    margins(of: outside, header: false, into: &lines)
    // A count that the text belies is older than the text.
    let pages = summary.pages.flatMap { $0 > story.softBreaks ? $0 : nil }
    do {
      return OpenedDocument(
        text: try CanonicalText(lines, encoding: "UTF-8"), format: .odt, pages: pages,
        producer: summary.producer)
    } catch {
      throw .text(error)
    }
  }

  /// Adds the lines of headers or footers, each text once.
  private static func margins(of part: OpenPart, header: Bool, into lines: inout StyledLines) {
    var texts: Set<[[UInt8]]> = []
    for margin in part.margins where margin.isHeader == header {
      guard texts.insert(margin.flow.lines.map(\.bytes)).inserted else { continue }
      var flow = margin.flow
      flow.finish(header ? .pageHeader : .pageFooter, into: &lines)
    }
  }
}
