/// A plan (kế hoạch): everything that one document says, in document order.
///
/// The order and the names of the properties are those of the format `kehoach-plan/1`.
public struct Plan: Equatable, Sendable {
  /// The name of the format that this model has.
  public static let format = "kehoach-plan/1"

  /// The file that was read.
  public var source: Source
  /// The program and grammar that read it.
  public var generator: Generator
  /// The head of the document (thể thức văn bản).
  public var header: Header
  /// Legal basis and lead-in (căn cứ ban hành), up to the first heading.
  public var preamble: [Node]
  /// The outline of the plan.
  public var body: [Node]
  /// The paragraphs that end the plan ("Trên đây là Kế hoạch …").
  public var closing: [Node]
  /// One entry per signer, in document order.
  public var signatures: [Signature]
  /// Where the document goes (nơi nhận).
  public var recipients: [Recipient]
  /// The appendices (phụ lục).
  public var appendices: [Appendix]
  /// The footnotes (chú thích).
  public var footnotes: [Footnote]
  /// What stands on the page and is no part of the plan's text.
  public var furniture: [Furniture]
  /// One entry per document that the plan refers to.
  public var references: [Reference]
  /// The quantities that the plan sets out to reach.
  public var targets: [Target]
  /// The work the plan hands out, unit by unit.
  public var tasks: [PlanTask]
  /// Who is charged with what.
  public var assignments: [Assignment]
  /// Where the money comes from.
  public var funding: [Funding]
  /// Who reports to whom, and when.
  public var reports: [Report]
  /// Places of the plan that it names itself.
  public var links: [Link]
  /// What a person should look at.
  public var diagnostics: [Diagnostic]

  /// A plan with everything empty but its origin.
  public init(source: Source, generator: Generator) {
    self.source = source
    self.generator = generator
    header = Header()
    preamble = []
    body = []
    closing = []
    signatures = []
    recipients = []
    appendices = []
    footnotes = []
    furniture = []
    references = []
    targets = []
    tasks = []
    assignments = []
    funding = []
    reports = []
    links = []
    diagnostics = []
  }
}

/// The file that a plan was read from.
public struct Source: Equatable, Sendable {
  /// The file's name without its folder.
  public var name: String
  /// The media type, as in RFC 2046.
  public var mediaType: String
  /// The encoding the bytes were in, by its IANA name.
  public var encoding: String
  /// The size of the file in bytes.
  public var bytes: Int
  /// The SHA-256 digest of the file, in lower-case hexadecimal digits.
  public var sha256: String
  /// The number of pages, when the format has pages.
  public var pages: Int?
  /// The program that the file says it was made by; `nil` when it says none.
  public var producer: String?

  /// A source from its parts.
  public init(
    name: String, mediaType: String, encoding: String, bytes: Int, sha256: String,
    pages: Int? = nil, producer: String? = nil
  ) {
    self.name = name
    self.mediaType = mediaType
    self.encoding = encoding
    self.bytes = bytes
    self.sha256 = sha256
    self.pages = pages
    self.producer = producer
  }
}

/// The program and grammar that made a plan.
public struct Generator: Equatable, Sendable {
  /// The program's name.
  public var name: String
  /// The program's version.
  public var version: String
  /// The grammar's name and digest: `vi/1 sha256:…`.
  public var grammar: String

  /// A generator from its parts.
  public init(name: String, version: String, grammar: String) {
    self.name = name
    self.version = version
    self.grammar = grammar
  }
}
