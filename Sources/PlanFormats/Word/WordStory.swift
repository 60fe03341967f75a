import PlanText

/// Reads a story of a DOCX file (its body, a header, a footer, the notes) as lines.
final class WordStory: WordScanner {
  /// A note that the text refers to.
  struct Note {
    var id: String
    var label: String
    var isEndnote: Bool
    /// The mark of its own that stands in the text; "" when it is counted.
    var mark = ""
  }

  /// What all stories of a document share.
  struct Shared {
    var styles: WordStyles
    var numbering: WordNumbering
    var counters: WordCounters
  }

  /// A part that a section prints on each page.
  struct Margin {
    var isHeader: Bool
    var relation: String
    /// Whether it stands on the first page only.
    var isFirst: Bool
    /// Whether it stands on pages of even numbers only.
    var isEven: Bool
  }

  /// The lines so far.
  var flow = DocumentFlow(joinsTables: true)
  /// What all stories share.
  var shared: Shared
  /// The notes that the text refers to, in order.
  private(set) var notes: [Note] = []
  /// The headers and footers of the sections, in order.
  private(set) var margins: [Margin] = []
  /// Whether some section has a first page of its own.
  private(set) var hasFirstPage = false
  /// How many pages Word saw begin within the text when it saved the file.
  private(set) var renderedBreaks = 0
  /// The texts of notes by their ids, when the story is one of notes.
  private(set) var noteTexts: [String: DocumentFlow] = [:]

  private let isMargin: Bool
  private var fields: WordFields
  private var paragraphs: [Paragraph] = []
  private var run = WordRunProperties()
  private var face = TextFace()
  private var font = ""
  private var legacyFonts = LegacyFonts()
  private var isHidden = false
  private var faceIsKnown = false
  private var borders = WordBorders()
  private var choices: [Bool] = []
  private var anchor: WordAnchor?
  /// How many elements are open whose text a tracked change took away.
  private var struck = 0
  /// A note whose mark stands in the text behind its reference.
  private var markedNote: Note?
  private var noteId: String?
  private var footnotes = 0
  private var endnotes = 0
  private var sectionBreaks = true

  /// A paragraph that is open.
  private struct Paragraph {
    var properties = WordParagraphProperties()
    var mark = WordRunProperties()
    var isDeleted = false
    /// Whether its mark was moved elsewhere, most often with its text.
    var isMoved = false
    var endsSection = false
    var style: WordStyles.Style?

    /// Whether the paragraph behind it goes on with it.
    var goesOn: Bool { isDeleted || properties.isDropCap }
  }

  /// A reader of a story; `isMargin` for headers and footers, in which page numbers are left out.
  init(_ shared: Shared, isMargin: Bool = false) {
    self.shared = shared
    self.isMargin = isMargin
    fields = WordFields(dropsPageNumbers: isMargin)
  }

  // MARK: Elements

  override func begin(_ name: WordName, _ attributes: XMLAttributes) -> Bool {
    if struck > 0 { return beginStruck(name, attributes) }
    switch name {
    case .p: beginParagraph()
    case .r:
      run = WordRunProperties()
      faceIsKnown = false
    case .tbl, .tr, .tc, .tblStyle, .tcW, .gridSpan, .gridBefore, .gridAfter, .vMerge, .hMerge,
      .cellDel, .top, .left, .right, .bottom, .start, .end, .insideH, .insideV, .tblBorders,
      .tcBorders:
      table(name, attributes)
    case .txbxContent: flow.beginBox(above: anchor?.isAbove ?? false)
    case .del: deletes()
    case .moveFrom: movesAway()
    case .rt, .pPrChange, .rPrChange, .tblPrChange, .tcPrChange, .trPrChange,
      .sectPrChange, .tblPrExChange, .tblGridChange, .numberingChange:
      return false
    case .footnote, .endnote:
      noteId = attributes.value(.id)
      flow = DocumentFlow(joinsTables: true)
    case .sectPr, .headerReference, .footerReference, .titlePg, .type: section(name, attributes)
    case .fldSimple: fields.begin(code: attributes.value(.instr) ?? "")
    default: property(name, attributes)
    }
    return true
  }

  /// A deletion begins: of the mark of a paragraph, of a row, or of the text in it.
  private func deletes() {
    switch parent {
    case .rPr where grandparent == .pPr:
      if let last = paragraphs.indices.last { paragraphs[last].isDeleted = true }
    case .trPr: flow.withRow { $0.isDeleted = true }
    default: struck += 1
    }
  }

  /// What was moved elsewhere begins: the mark of a paragraph, or the text in it.
  private func movesAway() {
    if parent != .rPr {
      struck += 1
    } else if grandparent == .pPr, let last = paragraphs.indices.last {
      paragraphs[last].isMoved = true
    }
  }

  /// An element begins in text that was taken away: only where fields begin and end counts, because
  /// the rest of such a field may stand outside.
  private func beginStruck(_ name: WordName, _ attributes: XMLAttributes) -> Bool {
    switch name {
    case .r, .ins, .instrText: break
    case .del, .moveFrom: struck += 1
    case .fldChar:
      let type = attributes.value(.fldCharType)
      fields.take(type, depth: paragraphs.count)
      // What is left of a field without its beginning is text.
      if type == "begin" { fields.take("separate") }
    default: return false
    }
    return true
  }

  private func property(_ name: WordName, _ attributes: XMLAttributes) {
    switch parent {
    case .r: mark(name, attributes)
    case .rPr:
      if grandparent == .r {
        run.take(name, attributes)
      } else if let last = paragraphs.indices.last {
        paragraphs[last].mark.take(name, attributes)
      }
    case .pPr, .numPr:
      if let last = paragraphs.indices.last { paragraphs[last].properties.take(name, attributes) }
    default: break
    }
  }

  override func beginOther(
    _ name: WordName?, _ space: Int, _ attributes: XMLAttributes
  ) -> Bool {
    if WordName.Space.drawing.contains(space) {
      place(name, attributes)
      return true
    }
    guard WordName.Space.compatibility.contains(space) else { return true }
    switch name {
    case .alternateContent: choices.append(false)
    case .choice, .fallback:
      // Of several ways to say one thing only the first that is known counts.
      guard let last = choices.indices.last, parent == .alternateContent else { break }
      if choices[last] { return false }
      if name == .choice, !WordChoice.isKnown(attributes.plain(.requires)) { return false }
      choices[last] = true
    default: break
    }
    return true
  }

  /// Takes where a drawing stands, in which a box may follow.
  private func place(_ name: WordName?, _ attributes: XMLAttributes) {
    switch name {
    case .anchor: anchor = WordAnchor()
    case .extent: anchor?.height = attributes.plain(.cy).flatMap { Int($0) } ?? 0
    case .wrapTopAndBottom: anchor?.partsText = true
    default: break
    }
  }

  override func finish(_ name: WordName) {
    switch name {
    case .p: endParagraph()
    case .tbl: flow.endTable()
    case .tc: flow.endCell()
    case .txbxContent: flow.endBox()
    case .del, .moveFrom: if struck > 0, parent != .rPr, parent != .trPr { struck -= 1 }
    case .anchor: anchor = nil
    case .tblBorders: flow.withTable { $0.isRuled = self.borders.isRuled }
    case .tcBorders: flow.withCell { $0.isRuled = self.borders.isBoxed }
    case .fldSimple: fields.take("end")
    case .alternateContent: _ = choices.popLast()
    case .footnote, .endnote:
      if let noteId { noteTexts[noteId] = flow }
      noteId = nil
    default: break
    }
  }

  // MARK: Paragraphs

  private func beginParagraph() {
    if flow.isTooLarge {
      fault = .tooLarge(.docx, what: "more than \(DocumentFlow.limit) lines and cells")
    }
    // The paragraph before lost its mark to a tracked change, or is the first letter of this one.
    if let last = paragraphs.last, last.goesOn, !isInside(last) {
      paragraphs[paragraphs.count - 1] = Paragraph()
      return
    }
    flow.beginParagraph()
    paragraphs.append(Paragraph())
  }

  /// Whether a paragraph is still open as an element around the one that begins.
  private func isInside(_ paragraph: Paragraph) -> Bool {
    path.count(where: { $0 == .p }) >= paragraphs.count
  }

  private func endParagraph() {
    guard let paragraph = paragraphs.last else { return }
    keepMarkedNote("*")
    if !paragraph.goesOn { fields.endParagraph(depth: paragraphs.count) }
    if paragraph.goesOn {
      if flow.paragraphIsBlank {
        flow.dropParagraph()
        paragraphs.removeLast()
      }
      return
    }
    paragraphs.removeLast()
    let style = shared.styles.style(paragraph.properties.style)
    let properties = shared.styles.paragraph.overridden(by: style.paragraph)
      .overridden(by: paragraph.properties)
    let mark = shared.styles.run.overridden(by: style.run).overridden(by: paragraph.mark)
    let isBlank = flow.paragraphIsBlank
    if isBlank,
      mark.hidden == true || paragraph.isMoved || (isMargin && properties.numbering == nil)
    {
      flow.dropParagraph()
      return
    }
    var set = DocumentFlow.Paragraph()
    set.centred = properties.centred ?? false
    set.wraps = true
    if let level = properties.outlineLevel, 0...8 ~= level { set.headingLevel = level + 1 }
    set.beginsPage = properties.beginsPage ?? false
    if let numbering = properties.numbering {
      let level =
        paragraph.properties.numberingLevel
        ?? (paragraph.properties.numbering == nil
          ? shared.numbering.level(
            of: paragraph.properties.style ?? shared.styles.standard,
            in: numbering) : nil)
        ?? properties.numberingLevel ?? 0
      set.label = shared.counters.next(numbering, level: level)
    }
    flow.endParagraph(set)
    if paragraph.endsSection, sectionBreaks { flow.breakPage() }
    sectionBreaks = true
  }

  // MARK: Runs

  /// Works out the face of the run's letters, once for each run.
  private func prepareFace() {
    guard !faceIsKnown else { return }
    faceIsKnown = true
    var inherited = shared.styles.run
    if let last = paragraphs.indices.last {
      let style: WordStyles.Style
      if let known = paragraphs[last].style {
        style = known
      } else {
        style = shared.styles.style(paragraphs[last].properties.style)
        paragraphs[last].style = style
      }
      inherited = inherited.overridden(by: style.run)
    }
    if let id = run.style { inherited = inherited.toggled(by: shared.styles.style(id).run) }
    let whole = inherited.overridden(by: run)
    face = TextFace(
      bold: whole.bold ?? false, italic: whole.italic ?? false,
      capitals: whole.capitals ?? false, size: whole.size ?? 0)
    font = whole.font ?? ""
    face.legacyFont = legacyFonts.name(of: font)
    isHidden = whole.hidden ?? false
  }

  /// Whether what stands in the run is printed.
  private var shows: Bool {
    guard fields.showsText, struck == 0 else { return false }
    prepareFace()
    return !isHidden
  }

  private func mark(_ name: WordName, _ attributes: XMLAttributes) {
    switch name {
    case .tab, .ptab:
      if shows { flow.addTab() }
    case .br:
      switch attributes.value(.type) {
      case "page": flow.breakPage()
      case "column":
        if shows { flow.endLine() }
      default:
        if shows { flow.breakLine() }
      }
    case .cr:
      if shows { flow.breakLine() }
    case .noBreakHyphen:
      if shows { flow.add("-", face) }
    case .softHyphen:
      // In the fonts of TCVN3 a letter stands at its place.
      if shows, !face.legacyFont.isEmpty { flow.add("\u{AD}", face) }
    case .sym:
      guard shows, let code = attributes.value(.char).flatMap({ UInt32($0, radix: 16) }) else {
        return
      }
      let font = attributes.value(.font) ?? ""
      let known =
        SymbolFont.character(code, font: font) ?? Unicode.Scalar(code) ?? "\u{FFFD}"
      flow.add(String(Character(known)), face)
    case .fldChar: fields.take(attributes.value(.fldCharType), depth: paragraphs.count)
    case .lastRenderedPageBreak: renderedBreaks += 1
    case .footnoteReference, .endnoteReference: refer(name == .endnoteReference, attributes)
    default: break
    }
  }

  private func refer(_ isEndnote: Bool, _ attributes: XMLAttributes) {
    guard shows, let id = attributes.value(.id) else { return }
    switch attributes.value(.customMarkFollows) {
    case "1", "true", "on":
      keepMarkedNote("*")
      markedNote = Note(id: id, label: "", isEndnote: isEndnote)
      return
    default: break
    }
    let label: String
    if isEndnote {
      endnotes += 1
      label = NumberFormat.roman(upper: false).text(endnotes)
    } else {
      footnotes += 1
      label = String(footnotes)
    }
    notes.append(Note(id: id, label: label, isEndnote: isEndnote))
    flow.add("[\(label)]", face)
  }

  /// Keeps the note whose mark is the text behind its reference: "(*)".
  private func keepMarkedNote(_ text: String) {
    guard var note = markedNote else { return }
    markedNote = nil
    let mark = text.filter { !$0.isWhitespace }
    note.mark = mark
    let label = mark.filter { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "*" }
    note.label = label.isEmpty || label.utf8.count > 3 ? "*" : label
    notes.append(note)
  }

  override func text(_ text: XMLText, in name: WordName?) {
    switch name {
    case .posOffset:
      if grandparent == .positionV { anchor?.offset = Int(text.string) }
    case .t:
      guard shows else { return }
      if markedNote != nil { keepMarkedNote(text.string) }
      if SymbolFont.isOne(font) {
        flow.add(symbols(text.string), face)
      } else {
        flow.add(face) { text.append(to: &$0) }
      }
    case .instrText: fields.add(code: text)
    default: break
    }
  }

  /// The letters of a font of pictures as what they show.
  private func symbols(_ text: String) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      let isPrivate = scalar.value >= 0xF000 && scalar.value <= 0xF0FF
      // Letters of Vietnamese were typed over the font; marks stand for those at their places.
      let isMark = (0xA1...0xBF).contains(scalar.value) && !scalar.properties.isAlphabetic
      plain.unicodeScalars.append(
        isPrivate || isMark ? SymbolFont.character(scalar.value, font: font) ?? scalar : scalar)
    }
    return plain
  }

  // MARK: Tables

  private func table(_ name: WordName, _ attributes: XMLAttributes) {
    switch name {
    case .tbl:
      flow.beginTable()
      borders = WordBorders()
    case .tr: flow.beginRow()
    case .tc: flow.beginCell()
    case .tblStyle:
      let style = shared.styles.style(attributes.value(.val))
      borders = style.borders
      flow.withTable { $0.isRuled = style.borders.isRuled || style.partsAreRuled }
    case .tcW:
      guard let width = attributes.value(.width).flatMap({ Int($0) }), width > 0 else { break }
      if attributes.value(.type) == "dxa", width < FlowTable.sliver {
        flow.withCell { $0.isSliver = true }
      }
    case .tblBorders: break
    case .tcBorders: borders = WordBorders()
    case .gridSpan:
      let span = min(max(attributes.number ?? 1, 1), FlowTable.columnLimit)
      flow.withCell { $0.span = span }
    case .gridBefore:
      let before = min(max(attributes.number ?? 0, 0), FlowTable.columnLimit)
      flow.withRow { $0.before = before }
    case .gridAfter:
      let after = min(max(attributes.number ?? 0, 0), FlowTable.columnLimit)
      flow.withRow { $0.after = after }
    case .vMerge, .hMerge:
      let goesOn = attributes.value(.val) != "restart"
      if goesOn {
        flow.withCell {
          $0.isCovered = true
          $0.isBelow = name == .vMerge
        }
      }
    case .cellDel: flow.withCell { $0.isCovered = true }
    default:
      if parent == .tblBorders || parent == .tcBorders { borders.take(name, attributes) }
    }
  }

  // MARK: Sections

  private func section(_ name: WordName, _ attributes: XMLAttributes) {
    switch name {
    case .sectPr:
      if parent == .pPr, let last = paragraphs.indices.last { paragraphs[last].endsSection = true }
    case .type:
      if parent == .sectPr, attributes.value(.val) == "continuous" { sectionBreaks = false }
    case .titlePg:
      if attributes.isOn { hasFirstPage = true }
    default:
      guard
        let id = attributes.value(WordName.id.number, in: WordName.Space.relation)
      else { break }
      margins.append(
        Margin(
          isHeader: name == .headerReference, relation: id,
          isFirst: attributes.value(.type) == "first",
          isEven: attributes.value(.type) == "even"))
    }
  }
}
