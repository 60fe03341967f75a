import PlanModel
import PlanText

/// Reads the facts of a plan (references, targets, tasks, …) once its structure stands.
extension PlanReader {
  /// Adds the facts to the plan.
  mutating func readFacts() {
    folder.holes = (plan.furniture.map(\.span) + plan.footnotes.map(\.span))
      .sorted { $0.start < $1.start }
    for start in pages.calls.values {
      let call = FootnoteCall(bytes, at: start, bytes.count)
      if let call { folder.calls[start] = call.end - start }
    }
    var reading = FactReading(references: referenceReading())
    reportHeadDigits(&reading.misreadings)
    readParts(&reading)
    finishReferences(&reading.references)
    diagnoseTargetConflicts(except: reading.targets.continued)
    finishReports(reading.reports)
    plan.diagnostics += reading.misreadings.diagnostics
    diagnoseTotals()
    diagnosePeriod(last: reading.title.last)
  }

  /// Reads the facts of one part of the plan.
  private mutating func readPart(_ leaves: FactLeaves, _ reading: inout FactReading) {
    diagnoseDates(leaves)
    readReferences(leaves, &reading.references)
    readTargets(leaves, titleYear: reading.title.year, &reading.targets)
    let labelled = readTasks(leaves, year: reading.title.year)
    markOrders(leaves, after: &reading.orders)
    readAssignments(leaves, besides: labelled, &reading.duties)
    readFunding(leaves)
    readReports(leaves, &reading.reports)
    reportMisreadings(leaves, &reading.misreadings)
  }

  // MARK: Leaves

  /// Reads the facts of each part of the plan in document order.
  private mutating func readParts(_ reading: inout FactReading) {
    var leaves = FactLeaves()
    let furniture = furnitureSpans
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
    let year = leaves.all.first.flatMap { titleYear($0) }
    if let title = leaves.all.first, title.kind == .title {
      reading.title = TitleTimes(year: year, last: lastYear(title))
    }
    for (zone, nodes) in [
      (FactLeaf.Zone.preamble, plan.preamble), (.body, plan.body), (.closing, plan.closing),
    ] {
      read(nodes, zone, furniture, year: year, &leaves, &reading)
    }
    for (place, appendix) in plan.appendices.enumerated() {
      leaves.append(title: appendixTitle(at: place, furniture))
      read(appendix.body, .appendix, furniture, year: year, &leaves, &reading)
    }
    readPart(leaves, &reading)
  }

  /// Where furniture stands, in order.
  var furnitureSpans: [ByteSpan] { folder.holes }

  /// Makes room for as many facts as the text up to an offset lets expect: an array that grows is
  /// held twice for a while.
  private mutating func makeRoom(after offset: Int) {
    func reserve<Fact>(_ facts: inout [Fact]) {
      facts.reserveCapacity(facts.count * (bytes.count / offset + 1))
    }
    reserve(&plan.targets)
    reserve(&plan.tasks)
    reserve(&plan.assignments)
    reserve(&plan.reports)
  }

  /// Adds nodes that stand in no section, and reads the facts of the parts that they fill.
  private mutating func read(
    _ nodes: [Node], _ zone: FactLeaf.Zone, _ furniture: [ByteSpan], year: Int?,
    _ leaves: inout FactLeaves, _ reading: inout FactReading
  ) {
    var heading: UnnumberedHeading?
    for place in nodes.indices {
      if zone != .preamble {
        heading = unnumberedHeading(nodes[place], at: leaves.end, after: heading)
      }
      // What stands under no heading before it has nothing to do with the leaves up to it.
      if nodes[place].type == .section, heading.map({ $0.leaf == leaves.end }) ?? true,
        leaves.isFull(before: nodes[place].span.start)
      {
        readPart(leaves, &reading)
        let start = nodes[place].span.start
        if leaves.start < bytes.count / 8, start >= bytes.count / 8 { makeRoom(after: start) }
        leaves.beginPart(at: start)
      }
      let above = heading?.leaf == leaves.end || nodes[place].hasOwnRole ? nil : heading
      add(
        SharedNode(nodes, at: place), zone, role: above?.role, under: above.map { [$0.leaf] } ?? [],
        furniture, year: year,
        &leaves)
    }
  }

  private mutating func add(
    _ node: SharedNode, _ zone: FactLeaf.Zone, role: Role?, under ancestors: [Int],
    _ furniture: [ByteSpan], year: Int?, _ leaves: inout FactLeaves
  ) {
    let role = node.role == .other ? role ?? .other : node.role ?? role
    if let table = node.table {
      for (row, cells) in table.rows.enumerated() {
        for (column, span) in cells.spans.enumerated() where !span.isEmpty {
          add(
            .cell(row: row, column: column), zone, node: node.id, source: node, role: role,
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
    let place = leaves.end
    add(
      kind, zone, node: node.id, source: node, role: role, under: ancestors,
      textSpan(node), furniture, year: year, &leaves)
    let children = node.children
    if children.isEmpty { return }
    let ancestors = ancestors + [place]
    for place in children.indices {
      add(
        SharedNode(children, at: place), zone, role: role, under: ancestors, furniture, year: year,
        &leaves)
    }
  }

  private mutating func add(
    _ kind: FactLeaf.Kind, _ zone: FactLeaf.Zone, node: String, source: SharedNode?, role: Role?,
    under ancestors: [Int], _ span: ByteSpan, _ furniture: [ByteSpan], year: Int?,
    _ leaves: inout FactLeaves
  ) {
    let tokens = leafTokens(span, furniture)
    let matches = phrases(tokens)
    let meanings = meanings(of: matches)
    leaves.append(
      FactLeaf(
        kind: kind, zone: zone, node: node, source: source, role: role, ancestors: ancestors,
        span: span, tokens: tokens, matches: matches, meanings: meanings,
        times: meanings.contains(.time) ? times(tokens, matches, year: year) : []))
  }

  /// The tokens of a leaf: those of its span, without furniture and without marks of markdown.
  mutating func leafTokens(_ span: ByteSpan, _ furniture: [ByteSpan]) -> [Token] {
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
    removeCalls(from: &tokens)
    if folder.markdown {
      removeLinks(from: &tokens)
      removeEmphasis(from: &tokens, in: span)
    }
    partGlued(&tokens)
    removeSpelledNumbers(from: &tokens)
    return tokens
  }

  /// Takes the marks away that call footnotes.
  private func removeCalls(from tokens: inout [Token]) {
    if folder.calls.isEmpty { return }
    var end = 0
    tokens.removeAll { token in
      if let length = folder.calls[Int(token.start)] { end = Int(token.start) + length }
      return Int(token.start) < end
    }
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
  private func textSpan(_ node: SharedNode) -> ByteSpan {
    guard let label = node.label else { return node.span }
    var start = node.span.start
    // The label begins the span: "**3.1.** Nội dung", "- Nội dung", "Điều 1: Nội dung".
    let limit = min(node.span.end, start + label.utf8.count + 12)
    guard let first = node.excerpt.utf8.first else { return ByteSpan(node.span.end, node.span.end) }
    // "(1) 100% hộ": the bracket stands before the label.
    let bytes = text.bytes
    if start < limit, bytes[start] == UInt8(ascii: "("), first != bytes[start] { start += 1 }
    start = min(start + label.utf8.count, node.span.end)
    while start < limit, bytes[start] != first { start += 1 }
    return ByteSpan(min(start, node.span.end), node.span.end)
  }
}
