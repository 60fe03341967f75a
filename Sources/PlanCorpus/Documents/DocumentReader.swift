import PlanFormats
package import PlanModel
package import PlanParser
package import PlanText

/// Reads files as plans with one grammar.
package struct DocumentReader: Sendable {
  /// A document's text beside what is known of its file.
  package typealias Document = (text: CanonicalText, source: Source)

  /// The path that stands for the standard input.
  package static let standardInput = "-"

  private let grammar: Grammar
  private let trace: Bool

  /// A reader; with `trace` every node and fact names the rule that made it.
  package init(grammar: Grammar, trace: Bool = false) {
    self.grammar = grammar
    self.trace = trace
  }

  /// The plan of the document at `path`, and the text that its spans count in.
  package func read(_ path: String) throws(CorpusError) -> (plan: Plan, text: CanonicalText) {
    let (text, source) = try Self.document(at: path)
    return (grammar.parse(text, source: source, trace: trace), text)
  }

  /// The plan of bytes that came under a name, and the text that its spans count in.
  package func read(
    _ bytes: [UInt8], name: String
  ) throws(CorpusError) -> (plan: Plan, text: CanonicalText) {
    let (text, source) = try Self.document(bytes, name: name)
    return (grammar.parse(text, source: source, trace: trace), text)
  }

  /// The canonical text of the file at `path`; "-" is the standard input.
  package static func document(at path: String) throws(CorpusError) -> Document {
    if path == standardInput {
      return try document(FileSystem.readStandardInput(), name: "standard input")
    }
    return try document(FileSystem.read(path), name: path)
  }

  /// The canonical text of bytes that came under a name.
  package static func document(
    _ bytes: [UInt8], name path: String
  ) throws(CorpusError) -> Document {
    let size = bytes.count
    let digest = sha256Hex(bytes)
    do {
      let document = try OpenedDocument(bytes)
      let source = Source(
        name: Path.name(path), mediaType: mediaType(document.format, path),
        encoding: document.text.encoding, bytes: size, sha256: digest, pages: document.pages,
        producer: document.producer)
      return (document.text, source)
    } catch {
      throw .unreadable(path: path, cause: error)
    }
  }

  /// The media type; only a file's name tells markdown from plain text.
  private static func mediaType(_ format: DocumentFormat, _ path: String) -> String {
    let isMarkdown = ["md", "markdown"].contains(Path.fileExtension(path))
    return format == .text && isMarkdown ? "text/markdown" : format.mediaType
  }
}
