import PlanModel

/// Makes the catalog's rows out of a plan.
struct RecordBuilder {
  private var rows: [CatalogRecord.Row] = []
  private var counts = [Int](repeating: 0, count: FactTable.allCases.count)

  /// The record of a plan.
  static func record(_ plan: Plan) -> CatalogRecord {
    var builder = RecordBuilder()
    builder.tell(plan)
    return CatalogRecord(known: builder.known(plan), rows: builder.rows)
  }

  private mutating func tell(_ plan: Plan) {
    let header = plan.header
    if let title = header.title.text {
      add(
        .plans, node: "header", header.title.span, text: title,
        [
          .text(header.issuer.name), .text(header.number.text), .text(header.date.value),
          .text(header.kind.code),
        ], words: [title, header.issuer.name, header.number.text], due: .none, recurs: false)
    }
    for task in plan.tasks { add(task) }
    for target in plan.targets { add(target) }
    for fact in plan.assignments {
      add(
        .assignments, node: fact.node, fact.span, text: fact.duty,
        [.text(fact.body), .text(fact.role.rawValue)], words: [fact.body, fact.duty])
    }
    for report in plan.reports {
      let due = DueRange(report.before)
      add(
        .reports, node: report.node, report.span, text: report.text,
        [
          .list(report.by), .list(report.to), .list(report.repeat), .text(report.before),
          .text(due.starts), .text(due.ends),
        ], words: [report.text], due: due,
        recurs: !report.repeat.isEmpty || report.before != nil)
    }
    for fact in plan.funding {
      add(
        .funding, node: fact.node, fact.span, text: fact.text,
        [.list(fact.sources), real(fact.amount?.value), .text(fact.amount?.unit)],
        words: [fact.text])
    }
    for fact in plan.references {
      let parts = [fact.kind, fact.number, fact.issuer, fact.subject].compactMap { $0 }
      add(
        .citations, node: fact.node, fact.span, text: parts.joined(separator: " "),
        [
          .text(fact.kind), .text(fact.number), .text(fact.date), .text(fact.issuer),
          .text(fact.subject), .text(fact.relation.rawValue),
        ], words: parts)
    }
    for diagnostic in plan.diagnostics {
      add(
        .diagnostics, node: diagnostic.node, diagnostic.span, text: diagnostic.message,
        [
          .text(diagnostic.code.rawValue), .text(diagnostic.category.rawValue),
          .text(diagnostic.severity.rawValue),
        ], words: [])
    }
  }

  private mutating func add(_ task: PlanTask) {
    let due = DueRange(task.time?.value)
    add(
      .tasks, node: task.node, task.span, text: task.text,
      [
        .text(task.origin.rawValue), .text(task.ordinal), .text(task.group), .list(task.lead),
        .list(task.support), .text(task.time?.text), .text(task.time?.value),
        .text(task.time?.repeat), .text(due.starts), .text(due.ends), .text(task.output),
      ], words: [task.text] + task.lead + task.support + [task.output], due: due,
      recurs: task.time?.repeat != nil)
  }

  private mutating func add(_ target: Target) {
    // "By 2030" is a last day; a period has both.
    let due =
      target.period.map { DueRange($0) } ?? DueRange(starts: nil, ends: DueRange(target.by).ends)
    add(
      .targets, node: target.node, target.span, text: target.text,
      [
        .text(target.indicator), .text(target.subject), .text(target.action),
        .text(target.comparator.rawValue), .integer(target.approximate ? 1 : 0),
        real(target.value), real(target.upper), .text(target.unit),
        .text(target.direction?.rawValue), .text(target.by), .text(target.period),
        .text(due.starts), .text(due.ends),
      ], words: [target.subject, target.text], due: due)
  }

  private mutating func add(
    _ table: FactTable, node: String?, _ span: ByteSpan?, text: String, _ values: [CatalogValue],
    words: [String?], due: DueRange = .none, recurs: Bool = false
  ) {
    let number = counts[table.rawValue]
    guard number < FactTable.most else { return }
    counts[table.rawValue] += 1
    let common: [CatalogValue] = [
      .text(node), .number(span?.start), .number(span?.end), .text(text),
    ]
    let tags = [table.name] + due.tags(recurs: recurs)
    let spoken = words.compactMap { $0 }.joined(separator: " . ")
    rows.append(
      CatalogRecord.Row(
        table: table, number: number, values: common + values,
        words: SearchText.indexed(spoken), marked: SearchText.marked(spoken),
        tags: words.isEmpty ? "" : tags.joined(separator: " ")))
  }

  private func real(_ value: ExactDecimal?) -> CatalogValue {
    value.flatMap { Double($0.description) }.map { .real($0) } ?? .null
  }

  /// The columns `CatalogSchema.known`.
  private func known(_ plan: Plan) -> [CatalogValue] {
    let header = plan.header
    let warnings = plan.diagnostics.count { $0.severity != .note }
    return [
      .text(plan.source.mediaType), .text(plan.source.encoding), .number(plan.source.pages),
      .text(header.superior.text), .text(header.issuer.text), .text(header.issuer.name),
      .text(header.number.sequence), .text(header.number.symbol), .text(header.place.text),
      .text(header.date.value), .text(header.kind.code), .text(header.title.text),
    ]
      + nodes(plan).map { .integer($0) }
      + [
        plan.tasks.count, plan.targets.count, plan.assignments.count, plan.reports.count,
        plan.funding.count, plan.references.count, warnings, plan.diagnostics.count - warnings,
      ].map { .integer($0) }
  }

  /// How many sections, items, paragraphs and table rows there are.
  private func nodes(_ plan: Plan) -> [Int] {
    var counts = [0, 0, 0, 0]
    var waiting = plan.preamble + plan.body + plan.closing + plan.appendices.flatMap(\.body)
    while let node = waiting.popLast() {
      switch node.type {
      case .section: counts[0] += 1
      case .item: counts[1] += 1
      case .paragraph: counts[2] += 1
      case .table: counts[3] += node.table?.rows.count ?? 0
      }
      waiting += node.children
    }
    return counts
  }
}
