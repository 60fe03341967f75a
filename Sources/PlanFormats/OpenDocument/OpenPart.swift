import PlanText

/// Reads a part of an ODT file (`content.xml`, `styles.xml`): its styles, and its text as lines.
final class OpenPart: XMLScanner {
  /// A note (chú thích) and its label.
  struct Note {
    var label: String
    var flow: DocumentFlow
  }

  /// What stands on each page of a kind.
  struct Margin {
    var page: String
    var isHeader: Bool
    var flow: DocumentFlow
  }

  /// The styles that hold for all parts, and those of this one.
  var styles: OpenStyles
  /// The styles that hold for all parts.
  private(set) var common = OpenStyles()
  /// The lines of the text.
  var flow = DocumentFlow()
  /// The notes, in order.
  private(set) var notes: [Note] = []
  /// The headers and footers, in order.
  private(set) var margins: [Margin] = []

  /// How many pages the program saw begin within the text when it saved the file, those left out
  /// that the text itself begins.
  private(set) var softBreaks = 0

  private var path: [(space: Int, name: OpenName?)] = []
  private var skipped = 0
  private var styleReader = OpenStyleReader()
  private var lists = OpenLists()
  private var paragraphs: [Paragraph] = []
  private var spans: [OpenStyles.Style] = []
  private var outer: [DocumentFlow] = []
  private var noteLabel: [UInt8] = []
  private var page = ""
  private var spanned = 0
  private var legacyFonts = LegacyFonts()
  private var repeatedRows = 1

  /// A paragraph that is open.
  private struct Paragraph {
    var style: OpenStyles.Style
    var headingLevel: Int
    var label: FlowLabel?
    var afterBlank = true
  }

  /// A reader that knows some styles already.
  init(_ styles: OpenStyles = OpenStyles()) { self.styles = styles }

  /// Reads a part.
  func read(_ part: [UInt8], name: String) throws(FormatError) {
    try scan(part, name: name, format: .odt, OpenName.vocabulary)
  }

  // MARK: Elements

  override func start(_ space: Int, _ name: Int, _ attributes: XMLAttributes) {
    guard skipped == 0 else {
      skipped += 1
      return
    }
    let known = name >= 0 ? OpenName.all[name] : nil
    if begin(OpenName.Space(rawValue: space), known, attributes) {
      path.append((space, known))
    } else {
      skipped = 1
    }
  }

  /// An element begins; `false` passes over everything in it.
  private func begin(
    _ space: OpenName.Space?, _ name: OpenName?, _ attributes: XMLAttributes
  ) -> Bool {
    guard let name else { return true }
    switch space {
    case .text where isInText: return text(name, attributes)
    case .table where isInText: table(name, attributes)
    case .draw where isInText:
      switch name {
      case .textBox, .customShape: flow.beginBox()
      case .object: return false
      default: break
      }
    case .office where name == .annotation || name == .binaryData: return false
    case .svg where name == .title || name == .desc: return false
    case .style where name == .masterPage: page = attributes.value(.style, .name) ?? ""
    case .style where isMargin(name):
      if attributes.value(.style, .display) == "false" { return false }
      outer.append(flow)
      flow = DocumentFlow()
    default:
      if !isInText { styleReader.begin(space, name, attributes) }
    }
    return true
  }

  /// Whether text is told here, not styles.
  private var isInText: Bool {
    path.contains { $0.name == .text && $0.space == OpenName.Space.office.rawValue }
      || !outer.isEmpty
  }

  private func isMargin(_ name: OpenName) -> Bool {
    switch name {
    case .header, .footer, .headerLeft, .footerLeft, .headerFirst, .footerFirst: true
    default: false
    }
  }

  override func end() {
    guard skipped == 0 else {
      skipped -= 1
      return
    }
    guard let (space, known) = path.popLast(), let name = known else { return }
    switch OpenName.Space(rawValue: space) {
    case .text where isInText: endText(name)
    case .table where isInText: endTable(name)
    case .draw where name == .textBox || name == .customShape:
      if isInText { flow.endBox() }
    case .style where isMargin(name):
      margins.append(
        Margin(
          page: page, isHeader: [.header, .headerLeft, .headerFirst].contains(name), flow: flow))
      flow = outer.popLast() ?? DocumentFlow()
    default:
      guard !isInText else { return }
      if name == .automaticStyles { return }
      let isAutomatic = path.contains { $0.name == .automaticStyles }
      styleReader.end(name, into: &styles)
      if !isAutomatic { styleReader.repeatLast(into: &common) }
    }
  }

  // MARK: Text

  private func text(_ name: OpenName, _ attributes: XMLAttributes) -> Bool {
    switch name {
    case .p, .h: beginParagraph(name, attributes)
    case .span: spans.append(styles.style("text", attributes.value(.text, .styleName)))
    case .s:
      let count = min(max(attributes.value(.text, .c).flatMap { Int($0) } ?? 1, 1), 200)
      if shows { flow.add(String(repeating: " ", count: count), face) }
    case .tab:
      if shows { flow.addTab() }
    case .lineBreak:
      if shows {
        flow.breakLine()
        afterBlank(true)
      }
    case .list:
      lists.begin(
        style: attributes.value(.text, .styleName), id: attributes.value(.xml, .id),
        continues: attributes.value(.text, .continueList),
        goesOn: attributes.value(.text, .continueNumbering) == "true")
    case .listItem:
      lists.beginItem(start: attributes.value(.text, .startValue).flatMap { Int($0) })
    case .listHeader: lists.beginItem(start: nil, counts: false)
    case .noteCitation: noteLabel = []
    case .noteBody:
      outer.append(flow)
      flow = DocumentFlow()
    case .section:
      if attributes.value(.text, .display) == "none" { return false }
    case .pageNumber, .pageCount: return outer.isEmpty
    case .softPageBreak: softBreaks += 1
    case .trackedChanges, .number, .rubyText, .hiddenText, .hiddenParagraph,
      .sequenceDeclarations, .userFields, .variables:
      return false
    default: break
    }
    return true
  }

  private func endText(_ name: OpenName) {
    switch name {
    case .p, .h: endParagraph()
    case .span: _ = spans.popLast()
    case .list: lists.end()
    case .listItem, .listHeader: lists.endItem()
    case .noteCitation:
      if shows { flow.add("[" + String(decoding: noteLabel, as: UTF8.self) + "]", face) }
    case .noteBody:
      notes.append(Note(label: String(decoding: noteLabel, as: UTF8.self), flow: flow))
      flow = outer.popLast() ?? DocumentFlow()
    default: break
    }
  }

  private func beginParagraph(_ name: OpenName, _ attributes: XMLAttributes) {
    if flow.isTooLarge {
      fault = .tooLarge(.odt, what: "more than \(DocumentFlow.limit) lines and cells")
    }
    let style = styles.style("paragraph", attributes.value(.text, .styleName))
    var level = name == .h ? style.outlineLevel ?? 1 : 0
    if name == .h, let own = attributes.value(.text, .outlineLevel).flatMap({ Int($0) }) {
      level = own
    }
    level = min(max(level, 0), OpenCounters.deepest)
    let label = lists.label(heading: level, styles)
    paragraphs.append(Paragraph(style: style, headingLevel: level, label: label))
    flow.beginParagraph()
  }

  private func endParagraph() {
    guard let paragraph = paragraphs.popLast() else { return }
    if flow.paragraphIsBlank, paragraph.style.hidden == true || !outer.isEmpty,
      paragraph.label == nil
    {
      flow.dropParagraph()
      return
    }
    flow.endParagraph(
      DocumentFlow.Paragraph(
        centred: paragraph.style.centred ?? false, headingLevel: paragraph.headingLevel,
        beginsPage: paragraph.style.beginsPage ?? false, wraps: true, label: paragraph.label))
    if paragraph.style.endsPage == true { flow.breakPage() }
  }

  /// The style of the letters here.
  private var letters: OpenStyles.Style {
    spans.reduce(paragraphs.last?.style ?? OpenStyles.Style()) { $0.overridden(by: $1) }
  }

  private var face: TextFace {
    let style = letters
    let font = style.font ?? ""
    return TextFace(
      bold: style.bold ?? false, italic: style.italic ?? false,
      capitals: style.capitals ?? false, size: style.size ?? 0,
      legacyFont: legacyFonts.name(of: font))
  }

  private var shows: Bool { !paragraphs.isEmpty && letters.hidden != true }

  private func afterBlank(_ value: Bool) {
    if let last = paragraphs.indices.last { paragraphs[last].afterBlank = value }
  }

  override func text(_ text: XMLText) {
    guard skipped == 0, let innermost = path.last else { return }
    if innermost.name == .noteCitation {
      text.append(to: &noteLabel)
      return
    }
    guard shows, let last = paragraphs.indices.last else { return }
    // Blanks and line ends of the XML are one blank.
    var bytes: [UInt8] = []
    text.append(to: &bytes)
    var afterBlank = paragraphs[last].afterBlank
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    for byte in bytes {
      let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      if isBlank, afterBlank { continue }
      folded.append(isBlank ? 0x20 : byte)
      afterBlank = isBlank
    }
    paragraphs[last].afterBlank = afterBlank
    flow.add(face) { $0 += folded }
  }

  // MARK: Tables

  private func table(_ name: OpenName, _ attributes: XMLAttributes) {
    switch name {
    case .table: flow.beginTable()
    case .tableRow:
      flow.beginRow()
      spanned = 0
      repeatedRows = repeats(attributes, .rowsRepeated)
    case .tableCell:
      let span = min(
        max(attributes.value(.table, .columnsSpanned).flatMap { Int($0) } ?? 1, 1),
        FlowTable.columnLimit)
      let sides = styles.style("table-cell", attributes.value(.table, .styleName)).drawnSides
      for _ in 0..<(repeats(attributes, .columnsRepeated) - 1) {
        flow.beginCell()
        flow.endCell()
      }
      flow.beginCell()
      flow.withCell {
        $0.span = span
        $0.isRuled = sides.map { $0 > 1 }
      }
      spanned = span - 1
    case .coveredCell:
      for _ in 0..<repeats(attributes, .columnsRepeated) {
        if spanned > 0 {
          spanned -= 1
        } else {
          flow.beginCell()
          flow.withCell { ($0.isCovered, $0.isBelow) = (true, true) }
          flow.endCell()
        }
      }
      flow.beginBox()
    default: break
    }
  }

  private func endTable(_ name: OpenName) {
    switch name {
    case .table: flow.endTable()
    case .tableCell: flow.endCell()
    case .coveredCell: flow.dropBox()
    case .tableRow: flow.repeatRow(repeatedRows)
    default: break
    }
  }

  private func repeats(_ attributes: XMLAttributes, _ name: OpenName) -> Int {
    let count = attributes.value(.table, name).flatMap { Int($0) } ?? 1
    return min(max(count, 1), FlowTable.columnLimit)
  }
}
