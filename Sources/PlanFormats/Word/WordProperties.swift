/// What is set for the letters of a run; `nil` where nothing is said.
struct WordRunProperties {
  /// The id of a character style.
  var style: String?
  var bold: Bool?
  var italic: Bool?
  var capitals: Bool?
  var hidden: Bool?
  /// In half-points.
  var size: Int?
  /// The font of Latin letters.
  var font: String?

  /// Takes note of an element of `w:rPr`.
  mutating func take(_ name: WordName, _ attributes: XMLAttributes) {
    switch name {
    case .rStyle: style = attributes.value(.val)
    case .b: bold = attributes.isOn
    case .i: italic = attributes.isOn
    case .caps: capitals = attributes.isOn
    case .vanish: hidden = attributes.isOn
    case .sz: size = attributes.number.map { min(max($0, 0), 4000) }
    case .rFonts: font = attributes.value(.ascii) ?? attributes.value(.hAnsi) ?? font
    default: break
    }
  }

  /// These properties where `more`, which stands nearer to the letters, says nothing.
  func overridden(by more: WordRunProperties) -> WordRunProperties {
    WordRunProperties(
      style: more.style ?? style, bold: more.bold ?? bold, italic: more.italic ?? italic,
      capitals: more.capitals ?? capitals, hidden: more.hidden ?? hidden,
      size: more.size ?? size, font: more.font ?? font)
  }

  /// These properties of a paragraph's style with those of a character's style: what both switch
  /// on is off.
  func toggled(by more: WordRunProperties) -> WordRunProperties {
    func toggle(_ one: Bool?, _ other: Bool?) -> Bool? {
      guard let one, let other else { return other ?? one }
      return one != other
    }
    return WordRunProperties(
      style: more.style ?? style, bold: toggle(bold, more.bold),
      italic: toggle(italic, more.italic), capitals: toggle(capitals, more.capitals),
      hidden: toggle(hidden, more.hidden), size: more.size ?? size, font: more.font ?? font)
  }
}

/// What is set for a paragraph; `nil` where nothing is said.
struct WordParagraphProperties {
  /// The id of a paragraph style.
  var style: String?
  var centred: Bool?
  /// From 0; 9 is plain text.
  var outlineLevel: Int?
  /// The id of a numbering; 0 takes it away.
  var numbering: Int?
  /// From 0.
  var numberingLevel: Int?
  var beginsPage: Bool?
  /// Whether it is the large first letter (chữ cái đầu dòng) of the paragraph behind it.
  var isDropCap = false

  /// Takes note of an element of `w:pPr` or of its `w:numPr`.
  mutating func take(_ name: WordName, _ attributes: XMLAttributes) {
    switch name {
    case .pStyle: style = attributes.value(.val)
    case .jc: centred = attributes.value(.val) == "center"
    case .outlineLvl: outlineLevel = attributes.number
    case .numId: numbering = attributes.number
    case .ilvl: numberingLevel = attributes.number
    case .pageBreakBefore: beginsPage = attributes.isOn
    case .framePr: isDropCap = ["drop", "margin"].contains(attributes.value(.dropCap))
    default: break
    }
  }

  /// These properties where `more`, which stands nearer to the paragraph, says nothing.
  func overridden(by more: WordParagraphProperties) -> WordParagraphProperties {
    WordParagraphProperties(
      style: more.style ?? style, centred: more.centred ?? centred,
      outlineLevel: more.outlineLevel ?? outlineLevel, numbering: more.numbering ?? numbering,
      numberingLevel: more.numberingLevel ?? numberingLevel,
      beginsPage: more.beginsPage ?? beginsPage)
  }
}

/// Which lines a table or cell has drawn; `nil` where nothing is said.
struct WordBorders {
  private var sides: [WordName: Bool] = [:]

  /// Takes note of an element of `w:tblBorders` or `w:tcBorders`.
  mutating func take(_ name: WordName, _ attributes: XMLAttributes) {
    let style = attributes.value(.val) ?? "single"
    sides[name] = style != "nil" && style != "none"
  }

  /// These lines where `more` says nothing.
  func overridden(by more: WordBorders) -> WordBorders {
    var borders = self
    borders.sides.merge(more.sides) { $1 }
    return borders
  }

  /// Whether lines are drawn between the cells of a table.
  var isRuled: Bool { sides[.insideH] == true || sides[.insideV] == true }

  /// Whether lines are drawn around a cell; `nil` when it does not say.
  var isBoxed: Bool? {
    guard !sides.isEmpty else { return nil }
    let drawn = sides.values.count { $0 }
    // A single line under the words of a head is no box; a cell that takes one line away is one.
    return drawn >= 2 ? true : drawn == 0 ? (sides.count >= 3 ? false : nil) : nil
  }
}
