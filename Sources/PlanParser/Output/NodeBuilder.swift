import PlanModel
import PlanText

/// Makes the nodes of a zone: types, texts, ids, roles, diagnostics.
extension PlanReader {
  /// The nodes of the drafts in `range`, whose parents outside it do not count; ids begin with
  /// `prefix`.
  mutating func nodes(of zone: Zone, in range: Range<Int>, prefix: String) -> [Node] {
    let children = DraftChildren(zone.drafts, in: range)
    let readings = readings(of: zone.drafts[range], children: children)
    var builder = NodeBuilder(
      zone: zone, readings: readings, children: children, offset: range.lowerBound,
      known: usedIds)
    let nodes = builder.build(
      children.roots, prefix: prefix, label: nil, above: Purpose(), reader: &self)
    // The ids of an appendix begin with its number: nothing after it has one of them.
    if !zone.isAppendix { usedIds.merge(builder.used) { max($0, $1) } }
    tellFaults(of: zone, in: range, ids: builder.ids)
    return nodes
  }
}

/// The drafts under each of some drafts, in document order.
///
/// They stand in one array, those under one draft together: most have none.
struct DraftChildren {
  private var places: [Int]
  /// Where those under each draft begin; the roots stand last.
  private var starts: [Int]
  private let first: Int

  /// Those of the drafts in `range`; a parent outside it does not count.
  init(_ drafts: [Draft], in range: Range<Int>) {
    first = range.lowerBound
    let roots = range.count
    func parent(of index: Int) -> Int {
      range.contains(drafts[index].parent) ? drafts[index].parent - range.lowerBound : roots
    }
    starts = Array(repeating: 0, count: roots + 2)
    for index in range { starts[parent(of: index) + 1] += 1 }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    places = Array(repeating: 0, count: roots)
    var next = starts
    for index in range {
      let parent = parent(of: index)
      places[next[parent]] = index
      next[parent] += 1
    }
  }

  /// The drafts that have no parent.
  var roots: ArraySlice<Int> { at(starts.count - 2) }

  /// How many drafts stand under one.
  func count(under index: Int) -> Int { starts[index - first + 1] - starts[index - first] }

  /// The drafts under one.
  func under(_ index: Int) -> ArraySlice<Int> { at(index - first) }

  private func at(_ place: Int) -> ArraySlice<Int> { places[starts[place]..<starts[place + 1]] }
}

/// Builds the tree of a zone.
private struct NodeBuilder {
  let zone: Zone
  let readings: [PlanReader.UnitReading]
  let children: DraftChildren
  let offset: Int
  /// The id of each draft from `offset` on.
  private(set) var ids: [String]
  /// How often an id was asked for in the zones before, by a hash of its bytes, and in this one.
  ///
  /// Two ids of one hash would only number each other.
  private let known: [UInt64: Int]
  private(set) var used: [UInt64: Int] = [:]

  init(
    zone: Zone, readings: [PlanReader.UnitReading], children: DraftChildren, offset: Int,
    known: [UInt64: Int]
  ) {
    self.known = known
    used.reserveCapacity(readings.count)
    self.zone = zone
    self.readings = readings
    self.children = children
    self.offset = offset
    ids = Array(repeating: "", count: readings.count)
  }

  /// The nodes of some drafts under one parent, after those that it has already.
  ///
  /// The outline's depth bounds the recursion.
  mutating func build(
    _ drafts: ArraySlice<Int>, prefix: String, label: String?, above: Purpose,
    reader: inout PlanReader,
    counts given: Counts = Counts(), after first: [Node] = []
  ) -> [Node] {
    if drafts.isEmpty { return first }
    var nodes = first
    nodes.reserveCapacity(first.count + drafts.count)
    var counts = given
    for place in drafts.indices {
      nodes.append(
        node(
          drafts[place], before: drafts[(place + 1)...], prefix: prefix, parent: label,
          above: above, counts: &counts, reader: &reader))
    }
    return nodes
  }

  /// How many bullets, paragraphs and tables a parent has so far, and whether the words of a section
  /// of it tell of the work to do, of what is to be reached, or of anything but a situation.
  struct Counts {
    var toldPlan = false
    var toldWork = false
    var toldGoals = false
    var bullets = 0
    var paragraphs = 0
    var tables = 0
  }

  private mutating func node(
    _ index: Int, before others: ArraySlice<Int>, prefix: String, parent: String?, above: Purpose,
    counts: inout Counts, reader: inout PlanReader
  ) -> Node {
    let draft = zone.drafts[index]
    let reading = readings[index - offset]
    let id = unique(self.id(draft, prefix: prefix, parent: parent, counts: &counts))
    ids[index - offset] = id
    // The parts one by one: a node that is made and then filled is copied as a whole.
    var type = NodeType.paragraph
    var text = Excerpt(wrappedValue: "")
    var span = draft.span
    var table: Table?
    var rule = reader.traced(draft.marker?.rule)
    var own = above
    var first: [Node] = []
    var inner = Counts()
    switch draft.kind {
    case .table(let place):
      type = .table
      table = reader.table(zone.tables[place])
    case .paragraph:
      text = reader.folder.excerpt(draft.pieces)
    case .unit:
      type = reading == .item ? .item : .section
      if case .runIn(let heading, let rest) = reading {
        let parts = split(id, draft, heading: heading, rest: rest, reader: reader)
        (text, span, first) = (parts.text, parts.span, [parts.paragraph])
        inner.paragraphs = 1
      } else {
        text = reader.folder.excerpt(draft.pieces)
        if type == .section { trimColon(&text) }
      }
      if type == .section {
        let said = reader.purpose(ofHeading: draft, end: first.first.map { _ in span.end })
        let found =
          reader.handedOut(ofHeading: draft, over: children.under(index), zone, saying: said)
          ?? (counts.toldPlan ? nil : reader.ledBefore(saying: said, beside: others, zone))
          ?? said
        own = above.below(found, toldWork: counts.toldWork, toldGoals: counts.toldGoals)
        if own.tellsWork { counts.toldWork = true }
        if let role = own.role, role != .situation { counts.toldPlan = true }
        if found?.role.setsGoals ?? false { counts.toldGoals = true }
        rule = rule ?? reader.traced(found?.rule)
      }
    }
    let children = build(
      children.under(index), prefix: id,
      label: draft.marker?.family == .bullet ? nil : draft.label,
      above: own, reader: &reader, counts: inner, after: first)
    let extent = children.last.map { span.union($0.extent ?? $0.span) }
    if type == .section, extent == nil {
      reader.diagnose(
        .sectionEmpty, .document, .note, "nothing stands under this heading", span, node: id)
    }
    return Node(
      type: type, id: id, label: draft.label, excerpt: text,
      role: type == .section ? own.role ?? .other : nil, table: table, span: span, extent: extent,
      children: children, rule: rule)
  }

  /// Cuts a unit at its run-in title: the rest is the section's first paragraph.
  private mutating func split(
    _ id: String, _ draft: Draft, heading: Int, rest: Int, reader: borrowing PlanReader
  ) -> (text: Excerpt, span: ByteSpan, paragraph: Node) {
    let head = draft.pieces.compactMap { piece -> ByteSpan? in
      piece.start >= heading ? nil : ByteSpan(piece.start, min(piece.end, heading))
    }
    let body = draft.pieces.compactMap { piece -> ByteSpan? in
      piece.end <= rest ? nil : ByteSpan(max(piece.start, rest), piece.end)
    }
    let paragraph = Node(
      type: .paragraph, id: unique(id + ".p1"), excerpt: reader.folder.excerpt(body),
      span: ByteSpan(rest, draft.span.end))
    return (
      reader.folder.excerpt(head), ByteSpan(draft.span.start, min(heading + 1, rest)), paragraph
    )
  }

  private func trimColon(_ text: inout Excerpt) {
    text.trimEnd { $0 == UInt8(ascii: ":") || $0 == 0x20 }
  }

  // MARK: Ids

  private func id(_ draft: Draft, prefix: String, parent: String?, counts: inout Counts) -> String {
    func under(_ name: String, _ number: Int? = nil) -> String {
      var id = prefix
      if !prefix.isEmpty { id += "." }
      id += name
      if let number { id += String(number) }
      return id
    }
    switch draft.kind {
    case .table:
      counts.tables += 1
      return under("t", counts.tables)
    case .paragraph:
      counts.paragraphs += 1
      return under("p", counts.paragraphs)
    case .unit:
      guard let marker = draft.marker, marker.family != .bullet, let label = draft.label else {
        counts.bullets += 1
        return under("b", counts.bullets)
      }
      // "3.1" under "III.3" goes on with its parent's number.
      if marker.family == .dotted, let parent, label.hasPrefix(parent + "."),
        prefix.hasSuffix(parent)
      {
        return prefix + label.dropFirst(parent.count)
      }
      return under(label)
    }
  }

  private mutating func unique(_ id: String) -> String {
    let hash = TextHash(id).value
    let times = (used[hash] ?? known[hash] ?? 0) + 1
    used[hash] = times
    return times == 1 ? id : unique(id + "~\(times)")
  }
}

extension PlanReader {
  /// The table of a draft.
  mutating func table(_ draft: TableDraft) -> Table {
    folder.broken.add(draft)
    return Table(
      columns: draft.columns,
      rows: draft.rows.map { row in
        var cells: [String] = []
        var spans: [ByteSpan] = []
        cells.reserveCapacity(row.cells.count)
        spans.reserveCapacity(row.cells.count)
        var place = row.cells.first { !$0.isEmpty }?.first?.start ?? draft.span.start
        for cell in row.cells {
          cells.append(folder.fold(cell))
          if let first = cell.first, let last = cell.last {
            spans.append(ByteSpan(first.start, last.end))
            place = last.end
          } else {
            spans.append(ByteSpan(place, place))
          }
        }
        return TableRow(cells: cells, spans: spans, group: row.group)
      })
  }
}
