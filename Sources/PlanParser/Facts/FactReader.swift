import PlanModel
import PlanText

/// Reads the facts of a plan (references, targets, tasks, …) once its structure stands.
extension PlanReader {
  /// Adds the facts to the plan.
  mutating func readFacts() {
    folder.holes = (plan.furniture.map(\.span) + plan.footnotes.map(\.span))
      .sorted { $0.start < $1.start }
    let leaves = factLeaves()
    diagnoseDates(leaves)
    readReferences(leaves)
    readTargets(leaves)
    readTasks(leaves)
    markOrders(leaves)
    readAssignments(leaves)
    readFunding(leaves)
    readReports(leaves)
    diagnoseMisreadings(leaves)
    diagnoseTotals(leaves)
    diagnosePeriod(leaves)
  }

  // MARK: Leaves

  /// The leaves of the plan in document order.
  private mutating func factLeaves() -> [FactLeaf] {
    var leaves: [FactLeaf] = []
    let furniture = folder.holes
    if let span = plan.header.title.span {
      add(
        .title, .header, node: "header", source: nil, role: nil, under: [], span, furniture,
        year: nil, &leaves)
    }
    if let span = plan.header.note.span {
      add(
        .paragraph, .header, node: "header", source: nil, role: nil, under: [], span, furniture,
        year: nil, &leaves)
    }
    // The year of the title completes the months of the others.
    let year = leaves.first.flatMap { titleYear($0) }
    for (zone, nodes) in [
      (FactLeaf.Zone.preamble, plan.preamble), (.body, plan.body), (.closing, plan.closing),
    ] {
      add(nodes, zone, furniture, year: year, &leaves)
    }
    for appendix in plan.appendices {
      add(appendix.body, .appendix, furniture, year: year, &leaves)
    }
    return leaves
  }

  /// Adds nodes that stand in no section.
  private mutating func add(
    _ nodes: [Node], _ zone: FactLeaf.Zone, _ furniture: [ByteSpan], year: Int?,
    _ leaves: inout [FactLeaf]
  ) {
    var heading: UnnumberedHeading?
    for node in nodes {
      if zone != .preamble { heading = unnumberedHeading(node, at: leaves.count, after: heading) }
      let above = heading?.leaf == leaves.count || node.hasOwnRole ? nil : heading
      add(
        node, zone, role: above?.role, under: above.map { [$0.leaf] } ?? [], furniture, year: year,
        &leaves)
    }
  }

  private mutating func add(
    _ node: Node, _ zone: FactLeaf.Zone, role: Role?, under ancestors: [Int],
    _ furniture: [ByteSpan], year: Int?, _ leaves: inout [FactLeaf]
  ) {
    let role = node.role == .other ? role ?? .other : node.role ?? role
    let source = SharedNode(node)
    if let table = node.table {
      for (row, cells) in table.rows.enumerated() {
        for (column, span) in cells.spans.enumerated() where !span.isEmpty {
          add(
            .cell(row: row, column: column), zone, node: node.id, source: source, role: role,
            under: ancestors, span, furniture, year: year, &leaves)
        }
      }
      return
    }
    let kind: FactLeaf.Kind
    switch node.type {
    case .section: kind = .heading
    case .item: kind = .item
    default: kind = .paragraph
    }
    let place = leaves.count
    add(
      kind, zone, node: node.id, source: source, role: role, under: ancestors,
      textSpan(node), furniture, year: year, &leaves)
    if node.children.isEmpty { return }
    let ancestors = ancestors + [place]
    for place in node.children.indices {
      add(
        node.children[place], zone, role: role, under: ancestors, furniture, year: year, &leaves)
    }
  }

  private mutating func add(
    _ kind: FactLeaf.Kind, _ zone: FactLeaf.Zone, node: String, source: SharedNode?, role: Role?,
    under ancestors: [Int], _ span: ByteSpan, _ furniture: [ByteSpan], year: Int?,
    _ leaves: inout [FactLeaf]
  ) {
    var tokens = allTokens(span)
    let inside = furniture[firstEnding(after: span.start, furniture)...].prefix {
      $0.start < span.end
    }
    if !inside.isEmpty {
      var next = inside.startIndex
      tokens.removeAll { token in
        while next < inside.endIndex, inside[next].end < Int(token.end) { next += 1 }
        return next < inside.endIndex && inside[next].start <= Int(token.start)
      }
    }
    if folder.markdown {
      removeLinks(from: &tokens)
      removeEmphasis(from: &tokens, in: span)
    }
    partGlued(&tokens)
    let matches = phrases(tokens)
    let meanings = meanings(of: matches)
    leaves.append(
      FactLeaf(
        kind: kind, zone: zone, node: node, source: source, role: role, ancestors: ancestors,
        tokens: tokens, matches: matches, meanings: meanings,
        times: meanings.contains(.time) ? times(tokens, matches, year: year) : []))
  }

  /// What some matches tell.
  func meanings(of matches: [RuleMatch]) -> MeaningSet {
    var meanings = MeaningSet()
    for match in matches { meanings.insert(meaning(match)) }
    return meanings
  }

  /// The first piece of furniture that ends after an offset; furniture stands in order.
  private func firstEnding(after offset: Int, _ furniture: [ByteSpan]) -> Int {
    var low = 0
    var high = furniture.count
    while low < high {
      let middle = (low + high) / 2
      if furniture[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where the text of a node stands, its label and the marks around it left out.
  private func textSpan(_ node: Node) -> ByteSpan {
    guard let label = node.label else { return node.span }
    var start = node.span.start
    // The label begins the span: "**3.1.** Nội dung", "- Nội dung", "Điều 1: Nội dung".
    let limit = min(node.span.end, start + label.utf8.count + 12)
    guard let first = node.text.utf8.first else { return ByteSpan(node.span.end, node.span.end) }
    // "(1) 100% hộ": the bracket stands before the label.
    if start < limit, bytes[start] == UInt8(ascii: "("), first != bytes[start] { start += 1 }
    start = min(start + label.utf8.count, node.span.end)
    while start < limit, bytes[start] != first { start += 1 }
    return ByteSpan(min(start, node.span.end), node.span.end)
  }
}
