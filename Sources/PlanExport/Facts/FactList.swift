package import PlanModel

/// Facts of one kind as a table for a person: the fields that matter, several in one cell.
package struct FactList: Sendable {
  /// What is listed.
  package let kind: FactKind
  /// Whether each row tells its file.
  private let tellsFile: Bool
  private var rows: [[String]] = []

  /// An empty list; with `tellsFile` each row begins with its file.
  package init(_ kind: FactKind, tellsFile: Bool) {
    self.kind = kind
    self.tellsFile = tellsFile
  }

  /// How many facts are listed.
  package var count: Int { rows.count }

  /// Adds the facts of a plan; `line` gives the line, counted from 1, of a byte offset.
  package mutating func add(_ plan: Plan, file: String, line: (Int) -> Int) {
    func add(_ node: String, _ span: ByteSpan, _ cells: [String]) {
      rows.append((tellsFile ? [file] : []) + [String(line(span.start)), node] + cells)
    }
    switch kind {
    case .references: for fact in plan.references { add(fact.node, fact.span, Self.cells(fact)) }
    case .targets: for fact in plan.targets { add(fact.node, fact.span, Self.cells(fact)) }
    case .tasks: for fact in plan.tasks { add(fact.node, fact.span, Self.cells(fact)) }
    case .assignments: for fact in plan.assignments { add(fact.node, fact.span, Self.cells(fact)) }
    case .funding: for fact in plan.funding { add(fact.node, fact.span, Self.cells(fact)) }
    case .reports: for fact in plan.reports { add(fact.node, fact.span, Self.cells(fact)) }
    }
  }

  /// Adds the rows of another list.
  package mutating func add(_ other: FactList) { rows += other.rows }

  /// The table: the kind and the number of facts, then a row each, no line longer than `width`
  /// characters where that can be.
  package func text(width: Int) -> String {
    var text = "\(kind.rawValue) (\(rows.count))\n"
    if rows.isEmpty { return text }
    let columns = (tellsFile ? ["file"] : []) + ["line", "node"] + Self.columns(kind)
    text += TextTable(columns, rows).text(width: width)
    return text
  }

  private static func columns(_ kind: FactKind) -> [String] {
    switch kind {
    case .references: ["document", "date", "issuer", "subject"]
    case .targets: ["what", "how much", "when"]
    case .tasks: ["task", "lead", "support", "when", "output"]
    case .assignments: ["body", "role", "duty"]
    case .funding: ["sources", "amount", "text"]
    case .reports: ["by", "to", "how often", "before", "text"]
    }
  }

  // MARK: Cells

  private static func cells(_ fact: Reference) -> [String] {
    let document = [fact.kind, fact.number].compactMap(\.self).joined(separator: " ")
    return [document, fact.date ?? "", fact.issuer ?? "", fact.subject ?? ""]
  }

  private static func cells(_ fact: Target) -> [String] {
    let what = [fact.subject.map { $0 + ":" }, fact.action, fact.indicator]
    return [
      what.compactMap(\.self).joined(separator: " "), amount(fact), fact.by ?? fact.period ?? "",
    ]
  }

  /// "≥ 75 %", "+5–8 %", "~ 30 ha".
  private static func amount(_ target: Target) -> String {
    let mark =
      switch target.comparator {
      case .eq: ""
      case .ge: "≥ "
      case .gt: "> "
      case .le: "≤ "
      case .lt: "< "
      }
    let way =
      switch target.direction {
      case .increase: "+"
      case .decrease: "−"
      case nil: ""
      }
    let value = target.upper.map { "\(target.value)–\($0)" } ?? "\(target.value)"
    let unit = target.unit.isEmpty ? "" : " " + target.unit
    return (target.approximate ? "~ " : "") + mark + way + value + unit
  }

  private static func cells(_ fact: PlanTask) -> [String] {
    let text = [fact.ordinal.map { $0 + "." }, fact.text].compactMap(\.self)
    return [
      text.joined(separator: " "), fact.lead.joined(separator: "; "),
      fact.support.joined(separator: "; "), fact.time?.text ?? "", fact.output ?? "",
    ]
  }

  private static func cells(_ fact: Assignment) -> [String] {
    [fact.body, fact.role.rawValue, fact.duty]
  }

  private static func cells(_ fact: Funding) -> [String] {
    let amount = fact.amount.map { "\($0.value) \($0.unit)" }
    return [fact.sources.joined(separator: "; "), amount ?? "", fact.text]
  }

  private static func cells(_ fact: Report) -> [String] {
    [
      fact.by.joined(separator: "; "), fact.to.joined(separator: "; "),
      fact.repeat.joined(separator: "; "), fact.before ?? "", fact.text,
    ]
  }
}
