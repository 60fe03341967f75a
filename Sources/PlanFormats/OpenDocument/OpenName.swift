/// The names of elements and attributes of OpenDocument that the reader asks for.
enum OpenName: String, CaseIterable {
  // Text.
  case text, p, h, span, s, tab, list, note, a, section
  case lineBreak = "line-break"
  case softPageBreak = "soft-page-break"
  case listItem = "list-item"
  case listHeader = "list-header"
  case noteCitation = "note-citation"
  case noteBody = "note-body"
  case trackedChanges = "tracked-changes"
  case number
  case pageNumber = "page-number"
  case pageCount = "page-count"
  case generator
  case documentStatistic = "document-statistic"
  case rubyText = "ruby-text"
  case hiddenText = "hidden-text"
  case hiddenParagraph = "hidden-paragraph"
  case sequenceDeclarations = "sequence-decls"
  case userFields = "user-field-decls"
  case variables = "variable-decls"
  case annotation
  case title, desc, binaryData = "binary-data"
  // Boxes and tables.
  case textBox = "text-box"
  case customShape = "custom-shape"
  case object
  case table
  case tableRow = "table-row"
  case tableCell = "table-cell"
  case coveredCell = "covered-table-cell"
  case columnsSpanned = "number-columns-spanned"
  case columnsRepeated = "number-columns-repeated"
  case rowsRepeated = "number-rows-repeated"
  // Styles.
  case style, family, name, display, border
  case defaultStyle = "default-style"
  case parentStyleName = "parent-style-name"
  case styleName = "style-name"
  case masterPageName = "master-page-name"
  case outlineLevel = "outline-level"
  case defaultOutlineLevel = "default-outline-level"
  case automaticStyles = "automatic-styles"
  case paragraphProperties = "paragraph-properties"
  case textProperties = "text-properties"
  case cellProperties = "table-cell-properties"
  case textAlign = "text-align"
  case breakBefore = "break-before"
  case breakAfter = "break-after"
  case fontWeight = "font-weight"
  case fontStyle = "font-style"
  case fontSize = "font-size"
  case fontName = "font-name"
  case fontFamily = "font-family"
  case textTransform = "text-transform"
  case borderTop = "border-top"
  case borderBottom = "border-bottom"
  case borderLeft = "border-left"
  case borderRight = "border-right"
  case masterPage = "master-page"
  case header, footer
  case headerLeft = "header-left"
  case headerFirst = "header-first"
  case footerLeft = "footer-left"
  case footerFirst = "footer-first"
  // Lists.
  case listStyle = "list-style"
  case outlineStyle = "outline-style"
  case levelNumber = "list-level-style-number"
  case levelBullet = "list-level-style-bullet"
  case levelImage = "list-level-style-image"
  case outlineLevelStyle = "outline-level-style"
  case labelAlignment = "list-level-label-alignment"
  case labelFollowedBy = "label-followed-by"
  case level
  case numFormat = "num-format"
  case numPrefix = "num-prefix"
  case numSuffix = "num-suffix"
  case numListFormat = "num-list-format"
  case letterSync = "num-letter-sync"
  case displayLevels = "display-levels"
  case startValue = "start-value"
  case bulletChar = "bullet-char"
  case continueNumbering = "continue-numbering"
  case continueList = "continue-list"
  case id, c

  /// All names by their numbers.
  static let all = Array(allCases)

  /// The numbers of namespaces.
  enum Space: Int {
    case office, text, table, style, fo, draw, svg, xml, loext, meta
  }

  /// The namespaces and names as numbers.
  static let vocabulary = XMLVocabulary(
    spaces: [
      "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
      "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
      "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
      "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
      "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
      "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
      "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
      "http://www.w3.org/XML/1998/namespace",
      "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
      "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    ], names: OpenName.self)

  /// The number of the name.
  ///
  /// Cases without values are numbered by the compiler in the order in which they are declared.
  var index: Int { Int(unsafe unsafeBitCast(self, to: UInt8.self)) }
}

extension XMLAttributes {
  /// The value of an attribute in a namespace of OpenDocument.
  func value(_ space: OpenName.Space, _ name: OpenName) -> String? {
    value(name.index, in: space.rawValue...space.rawValue)
  }
}
