/// The styles of a DOCX file, each with all it inherits.
struct WordStyles {
  /// A style as the file has it.
  struct Style {
    var type = "paragraph"
    var basedOn: String?
    var paragraph = WordParagraphProperties()
    var run = WordRunProperties()
    var borders = WordBorders()
    /// Whether a part of a table style (the first row, a band) draws lines between cells.
    var partsAreRuled = false
  }

  /// How many styles may be based on one another.
  private static let deepest = 32

  /// The styles by their ids.
  var styles: [String: Style] = [:]
  /// The id of the paragraph style of paragraphs that name none.
  var standard: String?
  /// What holds for all paragraphs.
  var paragraph = WordParagraphProperties()
  /// What holds for all letters.
  var run = WordRunProperties()
  private var resolved: [String: Style] = [:]

  /// The styles of a part; of a file without one, none.
  init(_ part: [UInt8]?, name: String) throws(FormatError) {
    guard let part else { return }
    let reader = WordStyleReader()
    try reader.read(part, name: name)
    self = reader.styles
  }

  /// No styles.
  init() {}

  /// A style with all that it inherits; where styles are based on one another in a circle, what is
  /// met first.
  mutating func style(_ id: String?) -> Style {
    guard let id = id ?? standard else { return Style() }
    if let known = resolved[id] { return known }
    var chain: [Style] = []
    var next: String? = id
    while let current = next, chain.count < WordStyles.deepest, let style = styles[current] {
      chain.append(style)
      next = style.basedOn
    }
    var whole = Style()
    for style in chain.reversed() {
      whole.paragraph = whole.paragraph.overridden(by: style.paragraph)
      whole.run = whole.run.overridden(by: style.run)
      whole.borders = whole.borders.overridden(by: style.borders)
      whole.partsAreRuled = whole.partsAreRuled || style.partsAreRuled
    }
    resolved[id] = whole
    return whole
  }
}

/// Reads `styles.xml`.
private final class WordStyleReader: WordScanner {
  var styles = WordStyles()
  private var id: String?
  private var style = WordStyles.Style()

  override func begin(_ name: WordName, _ attributes: XMLAttributes) -> Bool {
    switch name {
    case .style:
      id = attributes.value(.styleId)
      style = WordStyles.Style()
      style.type = attributes.value(.type) ?? "paragraph"
      if style.type == "paragraph", let standard = attributes.value(.default_),
        standard == "1" || standard == "true" || standard == "on"
      {
        styles.standard = id
      }
    case .basedOn: style.basedOn = attributes.value(.val)
    case .pPrChange, .rPrChange, .tblPrChange, .tcPrChange, .trPrChange: return false
    default: property(name, attributes)
    }
    return true
  }

  private func property(_ name: WordName, _ attributes: XMLAttributes) {
    let isPart = path.contains(.tblStylePr)
    switch parent {
    case .rPr where !isPart:
      if id == nil { styles.run.take(name, attributes) } else { style.run.take(name, attributes) }
    case .pPr where !isPart, .numPr where !isPart:
      if id == nil {
        styles.paragraph.take(name, attributes)
      } else {
        style.paragraph.take(name, attributes)
      }
    case .tblBorders, .tcBorders:
      if isPart {
        var part = WordBorders()
        part.take(name, attributes)
        style.partsAreRuled = style.partsAreRuled || part.isRuled
      } else {
        style.borders.take(name, attributes)
      }
    default: break
    }
  }

  override func finish(_ name: WordName) {
    guard name == .style, let id else { return }
    if styles.styles[id] == nil { styles.styles[id] = style }
    self.id = nil
  }
}
