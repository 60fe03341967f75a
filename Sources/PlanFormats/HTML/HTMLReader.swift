import PlanText

/// Sets a page as lines: blocks, lists and tables as a browser prints them.
final class HTMLReader: HTMLScanner {
  /// The lines so far, ended zones only.
  private(set) var lines = StyledLines()
  private var flow = DocumentFlow()
  private var elements: [HTMLElement] = []
  private var columns: [HTMLColumns] = []
  /// The paragraph that is open.
  private var paragraph: DocumentFlow.Paragraph?
  /// Whether its line has no text yet, and whether a blank stands before what comes next.
  private var isAtStart = true
  private var blankIsDue = false
  /// Whether a picture at the side of the page, a drawn line say, was just met inside of a word.
  private var isBesidePicture = false
  /// Whether a link ended and nothing stands behind it yet.
  private var isBehindLink = false
  /// How many hidden elements are open.
  private var hiddenDepth = 0
  private var zone = LineStyle.Zone.body
  private var legacyFonts = LegacyFonts()
  private var counts = HTMLCounts()
  private var sheet = HTMLSheet()
  /// The counters of style sheets, by their names.
  private var sheetCounters: [String: Int] = [:]
  /// The style sheet that is open.
  private var openSheet: [UInt8] = []

  /// How many columns the table has that the first one goes on with; `nil` when it begins one.
  var columnsBefore: Int?

  private var inner: HTMLElement { elements.last ?? HTMLElement(name: "", kind: .block) }

  /// Whether there is more than is read.
  var isTooLarge: Bool { flow.isTooLarge }

  /// Ends what is open and gives all lines.
  func finish() -> StyledLines {
    endParagraph()
    flow.finish(zone, into: &lines)
    flow = DocumentFlow()
    return lines
  }

  // MARK: Elements

  override func start(_ name: String, _ attributes: [String: String]) {
    let style = HTMLStyle(attributes["style"])
    let rule = sheet.rule(name, classes: attributes["class"])
    var element = inherited(name)
    if isHidden(name, attributes, style, rule) || isTooLarge { element.kind = .hidden }
    if hiddenDepth > 0 || element.kind == .hidden {
      // A tab of a word processor: blanks of some width, which are not shown.
      if hiddenDepth == 0, style["mso-tab-count"] != nil { addTab() }
      element.kind = .hidden
      if !HTMLElement.void.contains(name) {
        hiddenDepth += 1
        elements.append(element)
      }
      return
    }
    if name == "br" {
      // A word processor ends the line that its picture stands beside.
      if !isBesidePicture || attributes["clear"] == nil { breakLine() }
      return
    }
    element.kind = kind(name)
    isBesidePicture = name == "img" && isFloating(attributes) && !isAtStart && !blankIsDue
    set(&element, attributes, style, rule)
    if element.leadsAway(attributes), isBehindLink { blankIsDue = !isAtStart }
    begin(&element, attributes, style, rule)
    elements.append(element)
    if element.isNoteMark { text(Array("[".utf8)) }
  }

  override func end(_ name: String) {
    guard name != "br", let index = elements.lastIndex(where: { $0.name == name }) else { return }
    while elements.count > index { close() }
  }

  private func close() {
    if inner.isNoteMark { text(Array("]".utf8)) }
    guard let element = elements.popLast() else { return }
    isBehindLink = element.name == "a" && !element.isNoteMark && !element.isFragment
    if element.kind == .hidden {
      hiddenDepth -= 1
      if element.name == "style" {
        sheet.read(openSheet)
        openSheet = []
      }
      return
    }
    switch element.kind {
    case .inline, .hidden: break
    case .block: endParagraph()
    case .list:
      endParagraph()
      if element.name == "ol", let list = element.list {
        counts.keep(list, depth: listDepth, in: outermostList ?? list)
      }
    case .item:
      endParagraph()
      // The number of a row may be all that its cell holds.
      if !columns.isEmpty, let label = element.label, label.counts {
        var alone = DocumentFlow.Paragraph()
        alone.label = label
        flow.beginParagraph()
        flow.endParagraph(alone)
      }
    case .cell:
      endParagraph()
      flow.endCell()
    case .row:
      endParagraph()
      if !columns.isEmpty { cover(columns[columns.count - 1].skip()) }
    case .table:
      endParagraph()
      _ = columns.popLast()
      flow.endTable()
    }
    if element.zone != inner.zone { change(inner.zone) }
  }

  /// How many numbered lists are open.
  private var listDepth: Int { elements.count { $0.kind == .list && $0.name == "ol" } }

  /// The numbered list that stands around all others.
  private var outermostList: HTMLList? {
    elements.first { $0.kind == .list && $0.name == "ol" }?.list
  }

  /// Goes on with the lists that ended before where a list begins right with a list.
  private func resume(_ list: inout HTMLList) {
    guard let above = elements.indices.last, elements[above].name == "ol",
      elements[above].list?.hasItems == false, let outermost = outermostList
    else { return }
    let depth = listDepth
    elements[above].list?.resume(counts.list(depth: depth - 1, in: outermost))
    list.resume(counts.list(depth: depth, in: outermost))
  }

  /// An element as its parent makes it.
  private func inherited(_ name: String) -> HTMLElement {
    var element = inner
    element.name = name
    element.list = nil
    element.label = nil
    element.isNoteMark = false
    return element
  }

  private func isHidden(
    _ name: String, _ attributes: [String: String], _ style: HTMLStyle, _ rule: HTMLSheet.Rule
  ) -> Bool {
    HTMLElement.hidden.contains(name) || style.isHidden
      || rule.isHidden == true && style["display"] == nil && style["visibility"] == nil
      || attributes["hidden"] != nil
      || style["mso-tab-count"] != nil
  }

  /// Whether an element stands at a side of the page and text flows past it.
  private func isFloating(_ attributes: [String: String]) -> Bool {
    let side = attributes["align"]?.lowercased()
    return side == "left" || side == "right"
  }

  private func kind(_ name: String) -> HTMLElement.Kind {
    let isInTable = !columns.isEmpty
    switch name {
    case "ol", "menu", "dir": return .list
    case "li": return .item
    case "table": return .table
    case "tr": return isInTable ? .row : .block
    case "td", "th": return isInTable ? .cell : .block
    default: return HTMLElement.blocks.contains(name) ? .block : .inline
    }
  }

  /// Takes what an element says of its text.
  private func set(
    _ element: inout HTMLElement, _ attributes: [String: String], _ style: HTMLStyle,
    _ rule: HTMLSheet.Rule
  ) {
    switch element.name {
    case "b", "strong", "th": element.face.bold = true
    case "i", "em", "cite": element.face.italic = true
    case "center": element.centred = true
    case "pre", "listing", "xmp": element.isPreformatted = true
    case "h1", "h2", "h3", "h4", "h5", "h6":
      element.headingLevel = Int(element.name.dropFirst()) ?? 0
      element.face.bold = true
    case "main", "article": element.isContent = true
    case "a":
      element.isNoteMark = HTMLElement.noteMarks.contains(attributes["class"] ?? "")
      element.isFragment = !element.isNoteMark && attributes["href"]?.hasPrefix("#") == true
    case "sup": element.isRaised = true
    default: break
    }
    if element.kind == .cell { element.centred = element.name == "th" }
    if let align = attributes["align"]?.lowercased() { element.centred = align == "center" }
    element.centred = style.centred ?? element.centred
    element.face.bold = style.bold ?? element.face.bold
    element.face.italic = style.italic ?? element.face.italic
    element.face.size = style.size ?? element.face.size
    if let capitals = style["text-transform"].map({ $0 == "uppercase" })
      ?? rule.capitals
    {
      element.face.capitals = capitals
    }
    element.font = style.font ?? attributes["face"].flatMap(HTMLStyle.firstFont) ?? element.font
    if style["mso-list"] == "ignore" { element.isLabel = true }
    element.zone = zone(of: element, attributes, style)
  }

  /// The zone of an element: what frames a page is no part of its text.
  private func zone(
    of element: HTMLElement, _ attributes: [String: String], _ style: HTMLStyle
  ) -> LineStyle.Zone {
    guard columns.isEmpty else { return element.zone }
    let id = attributes["id"] ?? ""
    if element.name == "div", id.hasPrefix("sdfootnote") || id.hasPrefix("sdendnote") {
      return .footnote
    }
    switch style["mso-element"] {
    case "header": return .pageHeader
    case "footer": return .pageFooter
    case "footnote", "endnote": return .footnote
    default: break
    }
    guard !element.isContent else { return element.zone }
    switch element.name {
    case "nav", "header": return .pageHeader
    case "footer", "aside": return .pageFooter
    default:
      guard element.kind != .inline else { return element.zone }
      return zone(ofClasses: attributes) ?? element.zone
    }
  }

  /// The zone of what the classes of an element call a menu, or buttons to share the page with.
  private func zone(ofClasses attributes: [String: String]) -> LineStyle.Zone? {
    guard let names = attributes["class"]?.lowercased() else { return nil }
    let classes = names.split(separator: " ").map(String.init)
    if classes.contains(where: HTMLElement.menus.contains) { return .pageHeader }
    return classes.contains(where: HTMLElement.sharing.contains) ? .pageFooter : nil
  }

  private func begin(
    _ element: inout HTMLElement, _ attributes: [String: String], _ style: HTMLStyle,
    _ rule: HTMLSheet.Rule
  ) {
    if element.zone != inner.zone { change(element.zone) }
    switch element.kind {
    case .inline, .hidden: break
    case .block: endParagraph()
    case .list:
      endParagraph()
      let depth = elements.count { $0.kind == .list && $0.name != "ol" }
      var list = HTMLList(isOrdered: element.name == "ol", depth: depth, attributes, style, rule)
      if element.name == "ol" { resume(&list) }
      element.list = list
    case .item:
      endParagraph()
      if let list = elements.lastIndex(where: { $0.kind == .list }) {
        element.label = elements[list].list?.label(attributes, style, rule, &sheetCounters)
        if elements[list].name == "ol", let outermost = outermostList {
          counts.beginItem(depth: listDepth - 1, in: outermost)
        }
      }
    case .table:
      endParagraph()
      columns.append(HTMLColumns())
      flow.beginTable()
      let border = attributes["border"].map { $0 != "0" }
      let isRuled = style.isRuled ?? border ?? (attributes["rules"] != nil)
      let before = columnsBefore
      columnsBefore = nil
      flow.withTable {
        $0.isRuled = isRuled
        $0.columnsBefore = before
      }
    case .row:
      endParagraph()
      columns[columns.count - 1].beginRow()
      flow.beginRow()
    case .cell:
      beginCell(attributes, style)
      if element.name == "th" { flow.withTable { $0.hasHead = true } }
    }
  }

  // MARK: Tables

  private func beginCell(_ attributes: [String: String], _ style: HTMLStyle) {
    endParagraph()
    cover(columns[columns.count - 1].skip())
    func count(_ name: String, upTo limit: Int) -> Int {
      min(max(attributes[name].flatMap { Int($0) } ?? 1, 1), limit)
    }
    let span = count("colspan", upTo: FlowTable.columnLimit)
    columns[columns.count - 1].take(columns: span, rows: count("rowspan", upTo: 10_000))
    flow.beginCell()
    let isRuled = style.isRuled
    flow.withCell {
      $0.span = span
      $0.isRuled = isRuled
    }
  }

  /// Adds the cells that go on from the row above.
  private func cover(_ count: Int) {
    for _ in 0..<count {
      flow.beginCell()
      flow.withCell { ($0.isCovered, $0.isBelow) = (true, true) }
      flow.endCell()
    }
  }

  // MARK: Text

  override func text(_ text: [UInt8]) {
    guard hiddenDepth == 0 else {
      if inner.name == "style" { openSheet += text }
      return
    }
    let element = inner
    guard element.kind != .row, element.kind != .table || paragraph != nil || !isBlank(text) else {
      return
    }
    var run: [UInt8] = []
    var bytes = text[...]
    if isBesidePicture {
      // Behind its tag a word processor begins a line of the file, which is no blank of the text.
      guard !isBlank(text) else { return }
      isBesidePicture = false
      bytes = bytes.drop { $0 == 0x0A || $0 == 0x0D }
    }
    while let byte = bytes.popFirst() {
      if element.isPreformatted {
        if byte == 0x0A {
          add(run, element)
          run = []
          breakLine()
        } else {
          run.append(byte)
        }
        continue
      }
      // In a label blanks of no break only set it apart.
      let isWide = element.isLabel && byte == 0xC2 && bytes.first == 0xA0
      if isWide { bytes.removeFirst() }
      if byte <= 0x20 || isWide {
        blankIsDue = !isAtStart || !run.isEmpty
      } else {
        if blankIsDue { run.append(0x20) }
        blankIsDue = false
        run.append(byte)
      }
    }
    add(element.callsNote(run) ? [UInt8(ascii: "[")] + run + [UInt8(ascii: "]")] : run, element)
  }

  /// Adds text whose blanks are folded, in Unicode whatever the font.
  private func add(_ run: [UInt8], _ element: HTMLElement) {
    guard !run.isEmpty else { return }
    beginParagraph(element)
    isAtStart = false
    isBehindLink = false
    var face = element.face
    if let font = element.font { face.legacyFont = legacyFonts.name(of: font) }
    flow.add(face) { $0 += run }
  }

  private func addTab() {
    beginParagraph(inner)
    flow.addTab()
    beginLine()
  }

  private func breakLine() {
    beginParagraph(inner)
    flow.breakLine()
    beginLine()
  }

  private func beginLine() {
    isAtStart = true
    blankIsDue = false
  }

  private func isBlank(_ text: [UInt8]) -> Bool { text.allSatisfy { $0 <= 0x20 } }

  // MARK: Paragraphs

  private func beginParagraph(_ element: HTMLElement) {
    guard paragraph == nil else { return }
    var begun = DocumentFlow.Paragraph()
    begun.centred = element.centred
    begun.headingLevel = element.headingLevel
    // The label of the item stands before its first line.
    if let item = elements.lastIndex(where: { $0.label != nil || $0.kind == .cell }) {
      begun.label = elements[item].label
      elements[item].label = nil
    }
    paragraph = begun
    flow.beginParagraph()
  }

  private func endParagraph() {
    guard let ended = paragraph else { return }
    flow.endParagraph(ended)
    paragraph = nil
    beginLine()
  }

  /// Goes on in another zone of the page.
  private func change(_ next: LineStyle.Zone) {
    endParagraph()
    guard columns.isEmpty else { return }
    flow.finish(zone, into: &lines)
    flow = DocumentFlow()
    zone = next
  }
}
