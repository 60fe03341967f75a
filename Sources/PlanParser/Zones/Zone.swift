import PlanModel

/// A zone of the document with an outline of its own: the plan, or one appendix.
struct Zone {
  /// The units in document order.
  var drafts: [Draft] = []
  /// The tables that drafts point to.
  var tables: [TableDraft] = []
  /// Where the next unit stands.
  var outline: Outline
  /// What is wrong with the numbers of drafts.
  var faults: [(draft: Int, fault: Outline.Fault)] = []

  /// Where lines were joined to drafts behind a blank line or within text of soft lines.
  var joined: [(draft: Int, span: ByteSpan)] = []

  /// The lines of bullets that head the parts of one numbered list, and of the first number in each.
  var bulletHeads: Set<Int> = []

  /// Whether columns nest bullets of one kind, as they do in markdown.
  var isIndented = false
  /// The last bullet that is a dash.
  private(set) var dash: Marker?
  /// Whether it is an appendix: there forms (biểu, mẫu) are sections, elsewhere captions.
  let isAppendix: Bool

  /// Whether it is an appendix that is a form: the next form with a note is one as well.
  var isForm = false

  /// An empty zone; `bulletOrder` lists the document's bullet kinds from outside in.
  init(bulletOrder: BulletOrder, isAppendix: Bool) {
    outline = Outline(bulletOrder: bulletOrder)
    self.isAppendix = isAppendix
  }

  /// Adds a unit that opens with a marker; `titled` says that its words are a title that says what
  /// it is for.
  mutating func add(
    _ marker: Marker, label: String, text: ByteSpan, line: Line, titled: Bool = false
  ) {
    // By its place: the whole draft would be copied.
    let ending = drafts.indices.last.map { drafts[$0].ending }
    if marker.family == .bullet, ending != .colon { resumeList(marker.style) }
    let placement = outline.place(
      marker, draft: drafts.count, announced: ending == .colon, titled: titled,
      capitals: line.capitals, bold: line.bold || line.heading > 0,
      ended: !text.isEmpty && (line.ending == .stop || line.ending == .semicolon),
      under: unitBeforeParagraph,
      headed: ending == .open || ending == .colon,
      parted: bulletHeads.contains(line.number), indent: isIndented ? line.indent : nil)
    if let fault = placement.fault { faults.append((drafts.count, fault)) }
    if marker.family == .bullet, marker.style == 0x2D { dash = marker }
    // What no sequence confirms is told as printed: "HI." where "II." is missing.
    var confirmed = true
    if case .gap? = placement.fault { confirmed = false }
    let corrected =
      placement.marker.suspect && confirmed || placement.marker.family != marker.family
    // That a number stands twice does not tell that it is printed otherwise.
    if corrected, placement.fault == .duplicate { faults.append((drafts.count, .read)) }
    drafts.append(
      Draft(
        kind: .unit, marker: placement.marker,
        label: corrected ? placement.marker.spelling ?? label : label,
        pieces: text.isEmpty ? [] : [text],
        span: ByteSpan(marker.span.start, max(text.end, marker.span.end)),
        parent: placement.parent, ending: text.isEmpty ? .open : line.ending,
        lastLine: line.number, lastWidth: line.width,
        lastRight: line.right, indent: line.indent, lastIndent: line.indent,
        capitals: line.capitals,
        bold: line.bold || line.heading > 0))
  }

  /// Puts the paragraph that interrupts a list inside another into the unit that holds the list, which
  /// goes on with a bullet of a kind.
  private mutating func resumeList(_ kind: UInt32) {
    guard let last = drafts.indices.last, last > 0, case .paragraph = drafts[last].kind,
      drafts[last].parent == outline.numberedParent,
      drafts[last - 1].marker?.family == .bullet,
      let holder = outline.resumeBullets(of: kind)
    else { return }
    drafts[last].parent = holder
  }

  /// The unit without closing mark that only paragraphs follow, the last of which ends a sentence
  /// or announces a list.
  private var unitBeforeParagraph: Int? {
    guard let last = drafts.last, case .paragraph = last.kind, last.parent >= 0,
      last.ending == .stop || last.ending == .colon, drafts[last.parent].ending == .open,
      drafts[(last.parent + 1)...].allSatisfy({ $0.marker == nil })
    else { return nil }
    return last.parent
  }

  /// Adds a paragraph; `last` says that it closes the whole zone, `details` that it tells of the
  /// bullet above who does the work or when.
  mutating func addParagraph(
    _ span: ByteSpan, line: Line, last: Bool = false, details: Bool = false
  ) {
    let parent = last ? -1 : (details ? openBullet : nil) ?? paragraphParent(besides: line)
    drafts.append(
      Draft(
        kind: .paragraph, marker: nil, label: nil, pieces: [span], span: span, parent: parent,
        ending: line.ending, lastLine: line.number, lastWidth: line.width,
        lastRight: line.right, indent: line.indent, lastIndent: line.indent,
        capitals: line.capitals, bold: line.bold || line.heading > 0))
  }

  /// The bullet that stands right above, or above a paragraph of its own.
  var openBullet: Int? {
    let top = outline.top
    guard top >= 0, drafts[top].marker?.family == .bullet, let last = drafts.last else {
      return nil
    }
    return top == drafts.count - 1 || last.marker == nil && last.parent == top ? top : nil
  }

  /// Adds a table.
  mutating func add(_ table: TableDraft, line: Line) {
    let parent = paragraphParent(besides: line)
    tables.append(table)
    drafts.append(
      Draft(
        kind: .table(tables.count - 1), marker: nil, label: nil, pieces: [table.span],
        span: table.span, parent: parent, ending: .stop, lastLine: line.number, lastWidth: 0,
        lastRight: 0,
        capitals: false, bold: false, open: false))
  }

  /// Goes on with the last unit.
  mutating func append(_ span: ByteSpan, line: Line) {
    let last = drafts.count - 1
    guard last >= 0 else { return }
    drafts[last].pieces.append(span)
    drafts[last].span.end = span.end
    drafts[last].ending = line.ending
    drafts[last].lastLine = line.number
    drafts[last].lastWidth = line.width
    drafts[last].lastRight = line.right
    drafts[last].lastIndent = line.indent
  }

  /// The unit that a paragraph stands under: a bullet that announces it, else the numbered unit.
  private mutating func paragraphParent(besides line: Line) -> Int {
    let top = outline.top
    if top >= 0, top == drafts.count - 1, drafts[top].ending == .colon { return top }
    if top >= 0, let last = drafts.last, last.parent == top, last.marker == nil,
      drafts[top].ending == .colon
    {
      return top
    }
    outline.closeBullets()
    let parent = outline.numberedParent
    // "2. Giải đáp vướng mắc (60 phút)." / "(Chương trình tại Phụ lục)": a remark on the whole list.
    if line.bracketed, parent >= 0, parent == drafts.count - 1, drafts[parent].ending == .stop,
      drafts[parent].marker?.family != .article
    {
      // What follows such a remark stands beside it.
      outline.closeUnit()
      return drafts[parent].parent
    }
    return parent
  }
}

extension ByteSpan {
  /// Whether the span holds no byte.
  var isEmpty: Bool { start >= end }
}
