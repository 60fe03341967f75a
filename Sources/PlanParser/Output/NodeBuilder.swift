import PlanModel
import PlanText

/// Makes the nodes of a zone: types, texts, ids, roles, diagnostics.
extension PlanReader {
  /// The nodes of the drafts in `range`, whose parents outside it do not count; ids begin with
  /// `prefix`.
  mutating func nodes(of zone: Zone, in range: Range<Int>, prefix: String) -> [Node] {
    var children: [[Int]] = Array(repeating: [], count: range.count)
    var roots: [Int] = []
    for index in range {
      let parent = zone.drafts[index].parent
      if range.contains(parent) {
        children[parent - range.lowerBound].append(index)
      } else {
        roots.append(index)
      }
    }
    let readings = readings(of: zone.drafts[range], children: children.map { $0.count })
    var builder = NodeBuilder(
      zone: zone, readings: readings, children: children, offset: range.lowerBound,
      used: usedIds)
    let nodes = builder.build(roots, prefix: prefix, label: nil, role: nil, reader: &self)
    usedIds = builder.used
    for (draft, fault) in zone.faults where range.contains(draft) {
      tell(fault, zone.drafts[draft], id: builder.ids[draft - range.lowerBound])
    }
    return nodes
  }

  private mutating func tell(_ fault: Outline.Fault, _ draft: Draft, id: String) {
    let span = draft.marker?.span ?? draft.span
    let label = draft.label ?? ""
    switch fault {
    case .gap(let previous):
      let message =
        previous == 0
        ? "the series begins with \"\(label)\"; look for a lost unit before it"
        : "\"\(label)\" does not follow the unit before it; look for a lost or misread number"
      diagnose(.numberingGap, .document, .warning, message, span, node: id)
    case .duplicate:
      diagnose(
        .numberingDuplicate, .document, .warning,
        "\"\(label)\" stands twice under one parent; check the numbers", span, node: id)
    case .read:
      let reading = draft.marker?.spelling ?? label
      diagnose(
        .ocrSuspect, .recognition, .warning,
        "\"\(folder.fold(draft.marker?.label ?? span))\" was read as \"\(reading)\"; check the number",
        span, node: id)
    }
  }
}

/// Builds the tree of a zone.
private struct NodeBuilder {
  let zone: Zone
  let readings: [PlanReader.UnitReading]
  let children: [[Int]]
  let offset: Int
  /// The id of each draft from `offset` on.
  private(set) var ids: [String]
  /// How often an id was asked for, by a hash of its bytes.
  ///
  /// Two ids of one hash would only number each other.
  private(set) var used: [UInt64: Int]

  init(
    zone: Zone, readings: [PlanReader.UnitReading], children: [[Int]], offset: Int,
    used: [UInt64: Int]
  ) {
    self.used = used
    self.zone = zone
    self.readings = readings
    self.children = children
    self.offset = offset
    ids = Array(repeating: "", count: readings.count)
    self.used.reserveCapacity(used.count + readings.count)
  }

  /// The nodes of some drafts under one parent, after those that it has already.
  ///
  /// The outline's depth bounds the recursion.
  mutating func build(
    _ drafts: [Int], prefix: String, label: String?, role: Role?, reader: inout PlanReader,
    counts given: Counts = Counts(), after first: [Node] = []
  ) -> [Node] {
    if drafts.isEmpty { return first }
    var nodes = first
    nodes.reserveCapacity(first.count + drafts.count)
    var counts = given
    for index in drafts {
      nodes.append(
        node(index, prefix: prefix, parent: label, role: role, counts: &counts, reader: &reader))
    }
    return nodes
  }

  /// How many bullets, paragraphs and tables a parent has so far.
  struct Counts {
    var bullets = 0
    var paragraphs = 0
    var tables = 0
  }

  private mutating func node(
    _ index: Int, prefix: String, parent: String?, role: Role?, counts: inout Counts,
    reader: inout PlanReader
  ) -> Node {
    let draft = zone.drafts[index]
    let reading = readings[index - offset]
    let id = unique(self.id(draft, prefix: prefix, parent: parent, counts: &counts))
    ids[index - offset] = id
    var node = Node(type: .paragraph, id: id, label: draft.label, span: draft.span)
    node.rule = reader.traced(draft.marker?.rule)
    var own = role
    var first: [Node] = []
    var inner = Counts()
    switch draft.kind {
    case .table(let table):
      node.type = .table
      node.table = reader.table(zone.tables[table])
    case .paragraph:
      node.$text = reader.folder.excerpt(draft.pieces)
    case .unit:
      node.type = reading == .item ? .item : .section
      if case .runIn(let heading, let rest) = reading {
        first = [split(&node, draft, heading: heading, rest: rest, reader: reader)]
        inner.paragraphs = 1
      } else {
        node.$text = reader.folder.excerpt(draft.pieces)
        if node.type == .section { trimColon(&node.$text) }
      }
      if node.type == .section {
        let found = reader.role(ofHeading: draft, end: first.first.map { _ in node.span.end })
        // "Đánh giá hiện trạng" under the tasks is a task, and tells of no situation.
        let isTask = role == .tasks || role == .solutions || role == .tasksSolutions
        // "Giao Phòng Kinh tế" under "Tổ chức thực hiện" is part of that.
        let isPart = found?.isPart == true && (role == .implementation || role == .assignment)
        own = isTask && found?.role == .situation || isPart ? role : found?.role ?? role
        node.role = own ?? .other
        if let rule = found?.rule { node.rule = node.rule ?? reader.traced(rule) }
      }
    }
    node.children = build(
      children[index - offset], prefix: id,
      label: draft.marker?.family == .bullet ? nil : draft.label,
      role: own, reader: &reader, counts: inner, after: first)
    if let last = node.children.last {
      node.extent = node.span.union(last.extent ?? last.span)
    } else if node.type == .section {
      reader.diagnose(
        .sectionEmpty, .document, .note, "nothing stands under this heading", node.span, node: id)
    }
    return node
  }

  /// Cuts a unit at its run-in title: the rest is the section's first paragraph.
  private mutating func split(
    _ node: inout Node, _ draft: Draft, heading: Int, rest: Int, reader: borrowing PlanReader
  ) -> Node {
    let head = draft.pieces.compactMap { piece -> ByteSpan? in
      piece.start >= heading ? nil : ByteSpan(piece.start, min(piece.end, heading))
    }
    let body = draft.pieces.compactMap { piece -> ByteSpan? in
      piece.end <= rest ? nil : ByteSpan(max(piece.start, rest), piece.end)
    }
    node.$text = reader.folder.excerpt(head)
    node.span = ByteSpan(draft.span.start, min(heading + 1, rest))
    let id = unique(node.id + ".p1")
    var rest = Node(type: .paragraph, id: id, span: ByteSpan(rest, draft.span.end))
    rest.$text = reader.folder.excerpt(body)
    return rest
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
    guard let before = used.updateValue(1, forKey: hash) else { return id }
    used[hash] = before + 1
    return unique(id + "~\(before + 1)")
  }
}

extension PlanReader {
  /// What a section is for, by the words of its heading, and whether it is part of what stands
  /// above it where duties are handed out.
  mutating func role(
    ofHeading draft: Draft, end: Int?
  ) -> (role: Role, rule: Int, isPart: Bool)? {
    guard let first = draft.pieces.first, let last = draft.pieces.last else { return nil }
    var tokens = tokens(ByteSpan(first.start, min(end ?? last.end, last.end)))
    // "Yêu cầu:" and "Yêu cầu." are the words "Yêu cầu".
    while let closing = tokens.last, closing.kind == .mark { tokens.removeLast() }
    // "Cơ quan chủ trì" heads a section of the plan or tells of the unit above it.
    let role = lineMatches(tokens).first {
      meaning($0) == .role && (draft.parent < 0 || value("top", of: $0) == nil)
    }
    if let match = role, let name = value("role", of: match),
      let role = Role(rawValue: name)
    {
      // "d) Kết quả: Biên bản kiểm kê": what comes of the work above.
      if role == .situation, end != nil, labelsOutput(tokens) { return nil }
      return (role, match.rule, false)
    }
    return lineMatch(.chargeHeading, tokens).map { (.assignment, $0.rule, true) }
  }

  /// Whether a title only announces what comes out of a task.
  private mutating func labelsOutput(_ title: [Token]) -> Bool {
    lineMatches(title).contains {
      meaning($0) == .taskHeading && value("field", of: $0) == "output"
    }
  }

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
