import PlanText

/// A DOCX file (Office Open XML, ECMA-376) as lines.
enum WordDocument {
  /// Takes the text out of the bytes of a DOCX file.
  static func open(_ bytes: [UInt8]) throws(FormatError) -> OpenedDocument {
    try open(PackedParts(bytes, format: .docx, wanted: isWanted), in: bytes)
  }

  /// Takes the text out of the parts of a file, on whose pictures pages may stand.
  static func open(
    _ parts: PackedParts, in bytes: [UInt8]
  ) throws(FormatError) -> OpenedDocument {
    let package = try WordRelations(parts.part("_rels/.rels"), of: "")
    let main = package.first("officeDocument") ?? "word/document.xml"
    guard let body = parts.part(main) else {
      throw .damaged(.docx, what: "the part \(main) is missing")
    }
    // A package of another kind: a drawing, a presentation.
    guard ByteText.contains(body.prefix(1 << 13), "wordprocessingml") else {
      throw .text(.binary(.zip, offset: 0))
    }
    let relations = try WordRelations(parts.part(WordRelations.list(of: main)), of: main)
    func part(_ kind: String, else name: String) -> (part: [UInt8]?, name: String) {
      let name = relations.first(kind) ?? name
      return (parts.part(name), name)
    }
    let (stylePart, styleName) = part("styles", else: "word/styles.xml")
    let (numberingPart, numberingName) = part("numbering", else: "word/numbering.xml")
    let numbering = try WordNumbering(numberingPart, name: numberingName)
    let shared = WordStory.Shared(
      styles: try WordStyles(stylePart, name: styleName), numbering: numbering,
      counters: WordCounters(numbering))

    let story = WordStory(shared)
    try story.read(body, name: main)
    var lines = StyledLines()
    try margins(of: story, header: true, relations, parts, into: &lines)
    story.flow.finish(.body, into: &lines)
    let (footnotes, footnoteName) = part("footnotes", else: "word/footnotes.xml")
    try notes(of: story, footnotes, footnoteName, isEndnote: false, into: &lines)
    let (endnotes, endnoteName) = part("endnotes", else: "word/endnotes.xml")
    try notes(of: story, endnotes, endnoteName, isEndnote: true, into: &lines)
    try margins(of: story, header: false, relations, parts, into: &lines)
    if !bytes.isEmpty, hasFewWords(lines.bytes), let scanned = try scannedPages(bytes) {
      return scanned
    }
    do {
      let text = try CanonicalText(lines, encoding: "UTF-8")
      let summary = WordSummary(parts.part("docProps/app.xml"))
      // The count holds when it agrees with the pages that the text shows.
      let pages = summary.pages == story.renderedBreaks + 1 ? summary.pages : nil
      return OpenedDocument(
        text: text, format: .docx, pages: pages, producer: summary.producer)
    } catch {
      throw .text(error)
    }
  }

  /// Whether a text has so few words that the document may be pages that were scanned into it.
  private static func hasFewWords(_ text: [UInt8]) -> Bool {
    text.split(maxSplits: 12) { $0 <= 0x20 }.count <= 12
  }

  /// What stands on the pictures of a file, in the order of their numbers, which is that in which
  /// they were set; `nil` when they are no pages.
  private static func scannedPages(_ bytes: [UInt8]) throws(FormatError) -> OpenedDocument? {
    let parts = try PackedParts(bytes, format: .docx) { $0.hasPrefix("word/media/") }
    func number(_ name: String) -> Int { Int(name.filter(\.isNumber)) ?? .max }
    let names = parts.parts.keys.sorted { (number($0), $0) < (number($1), $1) }
    return try ImageDocument.open(pictures: names.compactMap { parts.parts[$0] }, as: .docx)
  }

  /// Whether a part can say something: pictures, themes and settings do not.
  private static func isWanted(_ name: String) -> Bool {
    let name = name.lowercased()
    guard name.hasSuffix(".xml") || name.hasSuffix(".rels") else { return false }
    let places = name.split(separator: "/")
    return !places.dropLast().contains(where: unwantedFolders.contains)
      && !places.suffix(1).contains(where: unwantedFiles.contains)
  }

  private static let unwantedFolders: Set<Substring> = [
    "theme", "customxml", "glossary", "charts", "diagrams",
  ]
  private static let unwantedFiles: Set<Substring> = [
    "websettings.xml", "fonttable.xml", "styleswitheffects.xml", "core.xml",
    "[content_types].xml", "custom.xml", "comments.xml",
  ]

  // MARK: Parts beside the text

  /// Adds the lines of headers or footers, each text once.
  private static func margins(
    of story: WordStory, header: Bool, _ relations: WordRelations, _ parts: PackedParts,
    into lines: inout StyledLines
  ) throws(FormatError) {
    let hasEvenPages = partsEvenPages(
      parts.part(relations.first("settings") ?? "word/settings.xml"))
    var seen: Set<String> = []
    var texts: Set<[[UInt8]]> = []
    for margin in story.margins
    where margin.isHeader == header && (!margin.isFirst || story.hasFirstPage)
      && (!margin.isEven || hasEvenPages)
    {
      guard let name = relations.targets[margin.relation], seen.insert(name).inserted,
        let part = parts.part(name)
      else { continue }
      let reader = WordStory(story.shared, isMargin: true)
      try reader.read(part, name: name)
      guard texts.insert(reader.flow.lines.map(\.bytes)).inserted else { continue }
      reader.flow.finish(header ? .pageHeader : .pageFooter, into: &lines)
    }
  }

  /// Whether the settings of a file give pages of even numbers headers and footers of their own.
  private static func partsEvenPages(_ settings: [UInt8]?) -> Bool {
    guard let settings = settings?[...],
      let start = ByteText.find("<w:evenAndOddHeaders", in: settings, from: 0)
    else { return settings == nil }
    let element = settings[start...].prefix { $0 != UInt8(ascii: ">") }
    return !["\"0\"", "\"false\"", "\"off\""].contains { ByteText.contains(element, $0) }
  }

  /// Adds the lines of the notes that the text refers to, in its order.
  private static func notes(
    of story: WordStory, _ part: [UInt8]?, _ name: String, isEndnote: Bool,
    into lines: inout StyledLines
  ) throws(FormatError) {
    let notes = story.notes.filter { $0.isEndnote == isEndnote }
    guard !notes.isEmpty, let part else { return }
    let reader = WordStory(story.shared)
    try reader.read(part, name: name)
    for note in notes {
      guard var flow = reader.noteTexts[note.id] else { continue }
      flow.label("[\(note.label)]", inPlaceOf: note.mark)
      flow.finish(.footnote, into: &lines)
    }
  }
}
