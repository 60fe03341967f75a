/// A line of JSON that asks for a plan: `{"id": …, "text": …}` or `{"id": …, "path": …}`.
package struct StreamRequest: Equatable, Sendable {
  /// Where the document is.
  package enum Body: Equatable, Sendable {
    case text(String)
    case path(String)
  }

  /// What the asker calls the document.
  package var id: String?
  /// The id as JSON, for the answer.
  package var spelledID: String
  /// The name that the plan gives its source, when one is told.
  package var name: String?
  package var body: Body

  /// The most bytes of a line whose text may have so many: JSON may spell a byte as six.
  package static func lineLimit(text: Int) -> Int { text * 6 + 4_096 }

  /// The request of a line.
  package init(_ line: [UInt8]) throws(ExportError) {
    var reader = JSONReader(line)
    let document = try reader.document()
    guard case .record(let fields) = document.content else {
      throw document.expected("an object with \"text\" or \"path\"")
    }
    func field(_ name: String) -> Field? { fields.last { $0.name == name }?.value }

    switch field("id")?.content {
    case .text(let text):
      id = text
      spelledID = StreamAnswer.spelled(text)
    case .number(let spelling):
      id = spelling
      spelledID = spelling
    case nil, .null:
      id = nil
      spelledID = "null"
    default:
      throw document.expected("a text or a number as \"id\"")
    }
    name = try field("name").map { field throws(ExportError) in try field.text() }
    switch (field("text"), field("path")) {
    case (let text?, nil): body = .text(try text.text())
    case (nil, let path?): body = .path(try path.text())
    default: throw document.expected("either \"text\" or \"path\"")
    }
  }

  /// The id that a line tells though the rest of it is wrong, as JSON; "null" without one.
  package static func id(of line: [UInt8]) -> String {
    var reader = JSONReader(line)
    guard case .record(let fields)? = try? reader.document().content else { return "null" }
    switch fields.last(where: { $0.name == "id" })?.value.content {
    case .text(let text)?: return StreamAnswer.spelled(text)
    case .number(let spelling)?: return spelling
    default: return "null"
    }
  }
}
