/// The format of a document, told by its bytes and never by its name.
public enum DocumentFormat: String, CaseIterable, Sendable {
  /// Plain text or markdown in any encoding.
  case text = "text"
  /// Markdown whose tables are written as HTML (RFC 7763).
  case markdown = "Markdown"
  /// Office Open XML (ECMA-376), Word's own since 2007.
  case docx = "DOCX"
  /// OpenDocument text (ISO/IEC 26300).
  case odt = "ODT"
  /// Portable Document Format (ISO 32000), with a text layer or without.
  case pdf = "PDF"
  /// A web page.
  case html = "HTML"
  /// A web page in a message, with its pictures (RFC 2557).
  case mhtml = "MHTML"
  /// Rich Text Format.
  case rtf = "RTF"
  /// Word's own format before 2007, in a compound file.
  case doc = "DOC"
  /// An image of a page (ISO/IEC 15948).
  case png = "PNG"
  /// A photograph of a page (ISO/IEC 10918).
  case jpeg = "JPEG"
  /// Images of pages (TIFF 6.0).
  case tiff = "TIFF"

  /// The media type as IANA registers it.
  public var mediaType: String {
    switch self {
    case .text: "text/plain"
    case .markdown: "text/markdown"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .odt: "application/vnd.oasis.opendocument.text"
    case .pdf: "application/pdf"
    case .html: "text/html"
    case .mhtml: "multipart/related"
    case .rtf: "application/rtf"
    case .doc: "application/msword"
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .tiff: "image/tiff"
    }
  }
}
