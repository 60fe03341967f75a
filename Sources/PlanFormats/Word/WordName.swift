/// The names of elements and attributes of WordprocessingML that the readers ask for.
enum WordName: String, CaseIterable {
  // Stories.
  case body, p, r, t, tbl, tr, tc, tab, ptab, br, cr, sym, sectPr, hdr, ftr, footnote, endnote
  case noBreakHyphen, softHyphen, lastRenderedPageBreak
  case footnoteReference, endnoteReference
  case fldChar, fldSimple, instrText
  case txbxContent, rt
  case anchor, positionV, posOffset, extent, wrapTopAndBottom, cy
  case del, ins, moveFrom, moveTo, cellDel
  case pPrChange, rPrChange, tblPrChange, tcPrChange, trPrChange, sectPrChange, tblPrExChange
  case tblGridChange, numberingChange
  case headerReference, footerReference, titlePg
  case alternateContent = "AlternateContent"
  case choice = "Choice"
  case fallback = "Fallback"
  case requires = "Requires"
  // Properties.
  case pPr, pStyle, numPr, ilvl, numId, jc, outlineLvl, pageBreakBefore, framePr
  case rPr, rStyle, rFonts, b, i, caps, vanish, sz
  case tblPr, tblStyle, tblBorders, trPr, tcPr, tcW, gridSpan, gridBefore, gridAfter, vMerge, hMerge
  case tcBorders, top, left, right, bottom, start, end, insideH, insideV
  // Styles.
  case styles, style, basedOn, docDefaults, rPrDefault, pPrDefault, tblStylePr
  // Numbering.
  case numbering, abstractNum, abstractNumId, lvl, numFmt, lvlText, lvlRestart, isLgl, suff
  case num, lvlOverride, startOverride, numStyleLink, styleLink, lvlPicBulletId
  // Attributes.
  case val, type, id, styleId, ascii, hAnsi, font, char, fldCharType, instr, format
  case customMarkFollows, dropCap
  case width = "w"
  case default_ = "default"
  // Packages and properties.
  case relationship = "Relationship"
  case target = "Target"
  case relationType = "Type"
  case relationId = "Id"
  case targetMode = "TargetMode"
  case pages = "Pages"
  case application = "Application"
  case appVersion = "AppVersion"

  /// All names by their numbers.
  static let all = Array(allCases)

  /// The numbers of namespaces.
  enum Space {
    /// WordprocessingML, transitional and strict.
    static let word = 0...1
    /// References by id, transitional and strict.
    static let relation = 2...3
    /// Markup compatibility.
    static let compatibility = 4...4
    /// Mathematics, transitional and strict.
    static let math = 5...6
    /// Packages' relations.
    static let package = 7...7
    /// Extended properties, transitional and strict.
    static let properties = 8...9
    /// The place of drawings, transitional and strict.
    static let drawing = 10...11
    /// No namespace.
    static let none = -2 ... -2
  }

  /// The namespaces and names as numbers.
  static let vocabulary = XMLVocabulary(
    spaces: [
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "http://purl.oclc.org/ooxml/wordprocessingml/main",
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "http://purl.oclc.org/ooxml/officeDocument/relationships",
      "http://schemas.openxmlformats.org/markup-compatibility/2006",
      "http://schemas.openxmlformats.org/officeDocument/2006/math",
      "http://purl.oclc.org/ooxml/officeDocument/math",
      "http://schemas.openxmlformats.org/package/2006/relationships",
      "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
      "http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
      "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
      "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
    ], names: WordName.self)

  /// The number of the name.
  ///
  /// Cases without values are numbered by the compiler in the order in which they are declared.
  var number: Int { Int(unsafe unsafeBitCast(self, to: UInt8.self)) }
}
