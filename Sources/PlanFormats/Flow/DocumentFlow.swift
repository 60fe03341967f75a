import PlanText

/// The paragraphs and tables of a document as its reader meets them, set as lines.
///
/// A reader says what begins and what ends; tables may stand in cells and text boxes in paragraphs,
/// as deep as the XML allows.
struct DocumentFlow {
  /// What a paragraph is besides its text.
  struct Paragraph {
    /// Whether it is centred.
    var centred = false
    /// The level of its heading, from 1; 0 for none.
    var headingLevel = 0
    /// Whether a page begins with it.
    var beginsPage = false
    /// Whether a break of its lines may stand within a sentence.
    var wraps = false
    /// The label that is printed before it; `nil` for none.
    var label: FlowLabel?
  }

  /// A paragraph that has begun.
  private struct Open {
    var lines: [FlowLine] = [FlowLine()]
    /// What stands in boxes that hang on it.
    var boxes: [FlowLine] = []
    /// What stands in boxes above it.
    var boxesAbove: [FlowLine] = []
    /// A page breaks before the line of this number.
    var breaks: [Int] = []
  }

  /// Where lines go that are ended.
  private enum Place {
    case cell
    case box(isAbove: Bool)
  }

  /// The most lines and cells that a document may have.
  static let limit = 2_000_000

  /// The lines that stand in no table and box, in order.
  private(set) var lines: [FlowLine] = []
  /// The legacy encodings that characters were in.
  private(set) var legacy: Set<LegacyEncoding> = []
  /// How many lines and cells there are.
  private(set) var count = 0
  private var paragraphs: [Open] = []
  private var tables: [FlowTable] = []
  private var boxes: [[FlowLine]] = []
  private var places: [Place] = []
  private var tableCount = 0
  /// Where the last table ended, how many TABs its rows have, what its first cell is, and whether it
  /// was one row: a table that touches it may go on with it, as it is printed.
  private var above: (end: Int, tabs: Int, opening: ArraySlice<UInt8>, isHead: Bool)?
  /// Whether the format prints tables that touch each other as one.
  private let joinsTables: Bool
  private var pageIsDue = false

  /// A flow of paragraphs, in which tables that touch each other may be one (`joinsTables`).
  init(joinsTables: Bool = false) { self.joinsTables = joinsTables }

  /// Whether there is more than is read.
  var isTooLarge: Bool { count > DocumentFlow.limit }

  // MARK: Paragraphs

  /// Begins a paragraph.
  mutating func beginParagraph() { paragraphs.append(Open()) }

  /// Adds text to the paragraph, set in a face.
  mutating func add(_ face: TextFace, _ write: (inout [UInt8]) -> Void) {
    guard let last = paragraphs.indices.last else { return }
    let line = paragraphs[last].lines.count - 1
    guard face.capitals, face.legacyFont.isEmpty else {
      paragraphs[last].lines[line].add(face, write)
      return
    }
    var small: [UInt8] = []
    write(&small)
    let capitals = String(decoding: small, as: UTF8.self).uppercased()
    paragraphs[last].lines[line].add(face) { $0 += capitals.utf8 }
  }

  /// Adds a text to the paragraph.
  mutating func add(_ text: String, _ face: TextFace) { add(face) { $0 += text.utf8 } }

  /// Adds a TAB.
  mutating func addTab() {
    guard let last = paragraphs.indices.last else { return }
    paragraphs[last].lines[paragraphs[last].lines.count - 1].add(0x09)
  }

  /// Breaks the line within the paragraph.
  mutating func breakLine() {
    guard let last = paragraphs.indices.last else { return }
    paragraphs[last].lines.append(FlowLine())
    count += 1
  }

  /// Ends the line within the paragraph, unless nothing stands on it yet.
  mutating func endLine() {
    if paragraphs.last?.lines.last?.isBlank == false { breakLine() }
  }

  /// Breaks the page: a new line begins unless nothing stands on this one yet.
  mutating func breakPage() {
    guard let last = paragraphs.indices.last else {
      pageIsDue = true
      return
    }
    if paragraphs[last].lines.last?.isBlank == false { breakLine() }
    paragraphs[last].breaks.append(paragraphs[last].lines.count - 1)
  }

  /// Whether the paragraph has no text yet.
  var paragraphIsBlank: Bool { paragraphs.last?.lines.allSatisfy(\.isBlank) ?? true }

  /// Ends the paragraph.
  mutating func endParagraph(_ paragraph: Paragraph) {
    guard var open = paragraphs.popLast() else { return }
    for index in open.lines.indices {
      open.lines[index].finish()
      legacy.formUnion(open.lines[index].legacy)
    }
    if paragraph.wraps, !paragraph.centred, places.isEmpty, open.breaks.isEmpty {
      open.lines = BrokenLines.join(open.lines)
    }
    if let label = paragraph.label,
      label.stands(before: String(decoding: open.lines[0].cellText.prefix(64), as: UTF8.self))
    {
      let isBlank = open.lines.allSatisfy(\.isBlank)
      open.lines[0].prefix(label.text, gap: label.gap && !isBlank)
    }
    for index in open.lines.indices {
      open.lines[index].style.centred = paragraph.centred
      open.lines[index].style.headingLevel = paragraph.headingLevel
      open.lines[index].beginsPage =
        open.breaks.contains(index) || (index == 0 && paragraph.beginsPage)
    }
    put(open.boxesAbove)
    // An empty paragraph that only carries a box is no line.
    if open.boxes.isEmpty && open.boxesAbove.isEmpty || open.lines.contains(where: { !$0.isBlank })
    {
      put(open.lines)
    }
    put(open.boxes)
  }

  /// Drops the paragraph, of which nothing is printed.
  mutating func dropParagraph() { _ = paragraphs.popLast() }

  // MARK: Boxes

  /// Begins a box that hangs on the paragraph, below its text or above it.
  mutating func beginBox(above isAbove: Bool = false) {
    boxes.append([])
    places.append(.box(isAbove: isAbove))
  }

  /// Ends the box.
  mutating func endBox() {
    guard case .box(let isAbove)? = places.last, let lines = boxes.popLast() else { return }
    places.removeLast()
    let filled = lines.filter { !$0.isBlank }
    if let last = paragraphs.indices.last {
      if isAbove {
        paragraphs[last].boxesAbove += filled
      } else {
        paragraphs[last].boxes += filled
      }
    } else {
      put(filled)
    }
  }

  /// Drops the box and what stands in it.
  mutating func dropBox() {
    guard case .box? = places.last else { return }
    places.removeLast()
    _ = boxes.popLast()
  }

  // MARK: Tables

  /// Begins a table.
  mutating func beginTable() { tables.append(FlowTable()) }

  /// Changes the table that is being read.
  mutating func withTable(_ change: (inout FlowTable) -> Void) {
    if let last = tables.indices.last { change(&tables[last]) }
  }

  /// Begins a row.
  mutating func beginRow() { withTable { $0.rows.append(FlowTable.Row()) } }

  /// Changes the row that is being read.
  mutating func withRow(_ change: (inout FlowTable.Row) -> Void) {
    withTable { table in
      if let last = table.rows.indices.last { change(&table.rows[last]) }
    }
  }

  /// Begins a cell.
  mutating func beginCell() {
    count += 1
    withTable { if $0.rows.isEmpty { $0.rows.append(FlowTable.Row()) } }
    withRow { $0.cells.append(FlowTable.Cell()) }
    places.append(.cell)
  }

  /// Changes the cell that is being read.
  mutating func withCell(_ change: (inout FlowTable.Cell) -> Void) {
    withRow { row in
      if let last = row.cells.indices.last { change(&row.cells[last]) }
    }
  }

  /// Ends the cell.
  mutating func endCell() {
    if case .cell? = places.last { places.removeLast() }
  }

  /// Repeats the row that was read last, until there are `count` of it; an empty one stays one.
  mutating func repeatRow(_ count: Int) {
    guard count > 1, let row = tables.last?.rows.last,
      row.cells.contains(where: { !$0.lines.allSatisfy(\.isBlank) })
    else { return }
    self.count += (count - 1) * row.cells.count
    withTable { $0.rows += Array(repeating: row, count: count - 1) }
  }

  /// Ends the table.
  mutating func endTable() {
    guard let table = tables.popLast() else { return }
    let rows = table.rows.count
    var lines = table.lines()
    if lines.contains(where: { $0.isRow && $0.style.table == 0 }) {
      let width = lines.lazy.map { $0.bytes.count { $0 == 0x09 } }.max() ?? 0
      var opening: ArraySlice<UInt8> = lines.first(where: \.isRow)?.firstCell ?? []
      if let above, goesOn(width, opening) {
        opening = above.opening
      } else {
        tableCount += 1
      }
      let end = self.lines.count + lines.count
      above = places.isEmpty ? (end: end, tabs: width, opening: opening, isHead: rows == 1) : nil
      for index in lines.indices where lines[index].isRow && lines[index].style.table == 0 {
        lines[index].style.table = tableCount
      }
    }
    put(lines)
  }

  /// Whether a table goes on with the one that it touches: with a head alone, or with rows, unless
  /// it begins with the first cell of their head.
  private func goesOn(_ width: Int, _ opening: ArraySlice<UInt8>) -> Bool {
    guard places.isEmpty, let above, above.end == lines.count, above.tabs == width else {
      return false
    }
    return above.isHead || joinsTables && above.opening != opening
  }

  // MARK: Lines

  /// Puts lines where they belong: into the cell or box that is open, else into the document.
  private mutating func put(_ more: [FlowLine]) {
    count += more.count
    switch places.last {
    case .cell: withCell { $0.lines += more }
    case .box: boxes[boxes.count - 1] += more
    case nil:
      let start = lines.count
      lines += more
      if pageIsDue, start < lines.count {
        lines[start].beginsPage = true
        pageIsDue = false
      }
    }
  }

  /// Puts a label before the first line that has text, in the place of a mark that stands there,
  /// and takes blank lines away.
  mutating func label(_ label: String, inPlaceOf mark: String = "") {
    lines.removeAll { $0.isBlank }
    if lines.isEmpty { lines.append(FlowLine()) }
    if !mark.isEmpty { lines[0].drop(mark) }
    lines[0].prefix(label, gap: !lines[0].isBlank)
  }

  /// Ends what is still open, and gives the lines in a zone of the page to `target`.
  mutating func finish(_ zone: LineStyle.Zone, into target: inout StyledLines) {
    while !paragraphs.isEmpty { endParagraph(Paragraph()) }
    target.legacy.formUnion(legacy)
    for line in lines {
      var style = line.style
      style.zone = zone
      target.append(SymbolFont.plain(line.bytes), style, beginsPage: line.beginsPage)
    }
  }
}
