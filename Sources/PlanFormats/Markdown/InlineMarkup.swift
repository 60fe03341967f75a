import PlanText

/// Tags and entities of HTML inside of lines of text: "<u>Có 03 kho</u>", "Phòng VH&amp;TT".
///
/// Tags set letters and say nothing, but for a raised number, which calls a note; entities are their
/// characters.
enum InlineMarkup {
  /// The tags that set letters.
  private static let faces: Set<String> = [
    "b", "center", "del", "em", "i", "ins", "s", "small", "span", "strong", "sub", "sup", "u",
  ]
  /// The entities that texts are written with.
  private static let entities: [(name: StaticString, character: StaticString)] = [
    ("&nbsp;", " "), ("&#160;", " "), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"),
    ("&quot;", "\""), ("&#34;", "\""), ("&#39;", "'"), ("&apos;", "'"), ("&ndash;", "–"),
    ("&mdash;", "—"), ("&ldquo;", "“"), ("&rdquo;", "”"), ("&hellip;", "…"),
  ]
  private static let raised = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  /// Whether a text is written with such tags or entities: one that is opened is closed on its line.
  static func isUsed(in bytes: [UInt8]) -> Bool {
    (holdsEntity(bytes) || holdsTags(bytes)) && String(validating: bytes, as: UTF8.self) != nil
  }

  private static func holdsEntity(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while let sign = bytes.firstPlace(of: UInt8(ascii: "&"), in: index..<bytes.count) {
      if entity(bytes, sign, bytes.count) != nil { return true }
      index = sign + 1
    }
    return false
  }

  /// Whether tags set letters or break lines, in a text that is no page.
  private static func holdsTags(_ bytes: [UInt8]) -> Bool {
    let tags = MarkupTag.tags(in: bytes, bytes.indices)
    guard !tags.contains(where: \.belongsToPage) else { return false }
    var lines = BarredLines(bytes)
    if tags.contains(where: { $0.name == "br" && !lines.hasBar(at: $0.range.lowerBound) }) {
      return true
    }
    return zip(tags, tags.dropFirst()).contains { open, close in
      !open.ends && close.ends && open.name == close.name && faces.contains(open.name)
    }
  }

  /// Reads a text that is written so.
  static func open(_ bytes: [UInt8]) throws(FormatError) -> OpenedDocument {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    append(bytes, bytes.indices, breaksLines: false, to: &text)
    do {
      return OpenedDocument(text: try CanonicalText(decoding: text), format: .markdown)
    } catch {
      throw .text(error)
    }
  }

  /// Appends text, its tags taken out and its entities as their characters.
  ///
  /// A tag that breaks a line does so, but for one in a row of a table that bars draw, where it stays
  /// unless all break lines.
  static func append(
    _ bytes: [UInt8], _ range: Range<Int>, breaksLines: Bool = true, to text: inout [UInt8]
  ) {
    var start = range.lowerBound
    var isRaised = false
    var lines = BarredLines(bytes)
    for tag in MarkupTag.tags(in: bytes, range) {
      if tag.name == "br", !breaksLines, lines.hasBar(at: tag.range.lowerBound) { continue }
      appendText(bytes, start..<tag.range.lowerBound, isRaised, to: &text)
      isRaised = tag.name == "sup" && !tag.ends
      if tag.name == "br", breaksLines || !lines.ends(at: tag.range.upperBound) {
        // A line feed behind a carriage return would be one line end with it.
        text.append(text.last == 0x0D ? 0x0D : 0x0A)
      }
      start = tag.range.upperBound
    }
    appendText(bytes, start..<range.upperBound, false, to: &text)
  }

  private static func appendText(
    _ bytes: [UInt8], _ range: Range<Int>, _ isRaised: Bool, to text: inout [UInt8]
  ) {
    if isRaised, !range.isEmpty, range.count < 4,
      bytes[range].allSatisfy({ (0x30...0x39).contains($0) })
    {
      for digit in bytes[range] { text += raised[Int(digit) - 0x30].utf8 }
      return
    }
    var start = range.lowerBound
    while let sign = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "&")) {
      text += bytes[start..<sign]
      if let entity = entity(bytes, sign, range.upperBound) {
        text += entity.character
        start = entity.end
      } else {
        text.append(bytes[sign])
        start = sign + 1
      }
    }
    text += bytes[start..<range.upperBound]
  }

  /// The entity that begins at an offset.
  private static func entity(_ bytes: [UInt8], _ start: Int, _ end: Int)
    -> (character: [UInt8], end: Int)?
  {
    for (name, character) in entities {
      let next = start + name.utf8CodeUnitCount
      guard next <= end else { continue }
      if bytes[start..<next].elementsEqual(name.description.utf8) {
        return (Array(character.description.utf8), next)
      }
    }
    return nil
  }
}
