public import PlanText

/// A document's text beside what its format tells.
public struct OpenedDocument: Sendable {
  /// The text, with the style of each line where the format has styles.
  public var text: CanonicalText
  /// The format.
  public var format: DocumentFormat
  /// The number of pages, when the format has pages.
  public var pages: Int?
  /// The program that the file says it was made by; `nil` when it says none.
  public var producer: String?

  /// An opened document from its parts.
  public init(
    text: CanonicalText, format: DocumentFormat, pages: Int? = nil, producer: String? = nil
  ) {
    self.text = text
    self.format = format
    self.pages = pages
    self.producer = producer
  }

  /// What a file says of its producer on one line of a bounded length; `nil` when it says nothing.
  static func producer(_ name: String) -> String? {
    let words = name.split { $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.value < 0x20 } }
    let line = String(words.joined(separator: " ").prefix(200))
    return line.isEmpty ? nil : line
  }

  /// Takes the text out of a document of any format.
  public init(_ bytes: [UInt8]) throws(FormatError) {
    if PDFDocument.isSigned(bytes) {
      self = try PDFDocument.open(bytes)
      return
    }
    if let format = ImageDocument.format(of: bytes) {
      self = try ImageDocument.open(bytes, as: format)
      return
    }
    if let format = OfficeDocument.format(of: bytes) {
      self = try OfficeDocument.open(bytes, as: format)
      return
    }
    if FlatPackage.isSigned(bytes) {
      self = try FlatPackage.open(bytes)
      return
    }
    if OpenTextDocument.isFlat(bytes) {
      self = try OpenTextDocument.open(flat: bytes)
      return
    }
    switch DocumentSignature.packed(bytes) {
    case .docx:
      self = try WordDocument.open(bytes)
      return
    case .odt:
      self = try OpenTextDocument.open(bytes)
      return
    default: break
    }
    if !HTMLSignature.matches(bytes), let wide = WideText(bytes) {
      try self.init(markup: wide.bytes)
      text = text.wasWide(wide)
      return
    }
    try self.init(markup: bytes)
  }

  /// Takes the text out of a document of lines, whose markup may be that of markdown or a page.
  private init(markup bytes: [UInt8]) throws(FormatError) {
    let bytes = HardBreaks.removed(from: FormulaText.plain(FrontMatter.removed(from: bytes)))
    if MarkdownDocument.matches(bytes) {
      self = try MarkdownDocument.open(bytes)
      return
    }
    if HTMLSignature.matches(bytes) {
      self = try HTMLDocument.open(bytes)
      return
    }
    if MHTMLDocument.isSigned(bytes) {
      self = try MHTMLDocument.open(bytes)
      return
    }
    if let ruled = try RuledTextDocument.open(bytes) {
      self = ruled
      return
    }
    let plain = EscapedText.plain(bytes)
    if InlineMarkup.isUsed(in: plain) {
      self = try InlineMarkup.open(plain)
      return
    }
    do {
      self.init(text: try CanonicalText(decoding: plain), format: .text)
    } catch {
      throw .text(error)
    }
  }
}
