import PlanModel

/// A value in a document that is being read, with the place where it stands.
package struct Field: Sendable {
  /// What the value is, as its notation tells it.
  package enum Content: Sendable {
    case null
    case flag(Bool)
    /// A number's spelling.
    case number(String)
    case text(String)
    case list([Field])
    case record([(name: String, value: Field)])
    /// An XML element: whether it is a text, a list or a record is for its reader to say.
    case element(Element)
  }

  /// An XML element.
  package struct Element: Sendable {
    var name: String
    var attributes: [(name: String, value: String)] = []
    var children: [Field] = []
    var text = ""
  }

  /// How many records, lists and elements may stand in each other; no outline needs as many, and
  /// no stack is too small for it.
  static let deepestNesting = 512

  package var content: Content
  var place: ExportError.Place

  /// The error that this value is not what is expected here.
  func expected(_ what: String) -> ExportError {
    .field(path: "", problem: "expected " + what, place)
  }
}

extension Field {
  /// The value as a text.
  func text() throws(ExportError) -> String {
    switch content {
    case .text(let text): return text
    case .element(let element) where element.children.isEmpty: return element.text
    default: throw expected("a text")
    }
  }

  /// The value as a whole number.
  func integer() throws(ExportError) -> Int {
    switch content {
    case .number(let spelling), .text(let spelling):
      if let value = Int(spelling), !spelling.hasPrefix("+") { return value }
    default: break
    }
    throw expected("a whole number")
  }

  /// The value as a byte range: `[12, 40]` in JSON, `12 40` in XML.
  func span() throws(ExportError) -> ByteSpan {
    switch content {
    case .list(let ends) where ends.count == 2:
      if case .number = ends[0].content, case .number = ends[1].content,
        let start = try? ends[0].integer(), let end = try? ends[1].integer(),
        let span = Self.span(start, end)
      {
        return span
      }
    case .text(let spelling):
      let ends = spelling.split(separator: " ")
      if ends.count == 2, let start = Int(ends[0]), let end = Int(ends[1]),
        let span = Self.span(start, end)
      {
        return span
      }
    default: break
    }
    throw expected("two whole numbers")
  }

  /// The range of two offsets that a text may have.
  private static func span(_ start: Int, _ end: Int) -> ByteSpan? {
    let span = ByteSpan(start, end)
    return span.start == start && span.end == end ? span : nil
  }

  /// The entries of a list: those of a JSON array, the child elements in XML.
  func entries() throws(ExportError) -> [Field] {
    switch content {
    case .list(let entries): return entries
    case .element(let element): return element.children
    default: throw expected("a list")
    }
  }
}
