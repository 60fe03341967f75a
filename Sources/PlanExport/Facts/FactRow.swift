import PlanModel

/// One fact as a row: where it stands, and every field of the format as a cell.
struct FactRow {
  /// The id of its node.
  var node: String
  /// Where it stands.
  var span: ByteSpan
  /// Its fields, in the order of `columns`.
  var cells: [FactCell]

  /// The names of the fields of a kind of fact.
  static func columns(_ kind: FactKind) -> [String] {
    switch kind {
    case .references:
      ["kind", "number", "date", "issuer", "subject", "relation", "aliases", "mentions"]
    case .targets:
      [
        "indicator", "subject", "action", "comparator", "approximate", "value", "upper", "unit",
        "direction", "by", "period", "text",
      ]
    case .tasks:
      [
        "origin", "ordinal", "group", "text", "lead", "support", "time", "time.value",
        "time.repeat", "output",
      ]
    case .assignments: ["body", "role", "duty"]
    case .funding: ["text", "sources", "amount", "unit"]
    case .reports: ["by", "to", "repeat", "before", "text"]
    }
  }

  /// The facts of a kind, in the order of the plan.
  static func rows(_ kind: FactKind, of plan: Plan) -> [FactRow] {
    switch kind {
    case .references: plan.references.map(FactRow.init)
    case .targets: plan.targets.map(FactRow.init)
    case .tasks: plan.tasks.map(FactRow.init)
    case .assignments: plan.assignments.map(FactRow.init)
    case .funding: plan.funding.map(FactRow.init)
    case .reports: plan.reports.map(FactRow.init)
    }
  }
}

extension FactRow {
  private init(_ reference: Reference) {
    self.init(
      node: reference.node, span: reference.span,
      cells: [
        .text(reference.kind), .optional(reference.number), .optional(reference.date),
        .optional(reference.issuer), .optional(reference.subject),
        .text(reference.relation.rawValue), .list(reference.aliases),
        .list(reference.mentions.map(\.node)),
      ])
  }

  private init(_ target: Target) {
    self.init(
      node: target.node, span: target.span,
      cells: [
        .text(target.indicator), .optional(target.subject), .optional(target.action),
        .text(target.comparator.rawValue), .text(target.approximate ? "true" : "false"),
        .number(target.value), .optional(target.upper), .text(target.unit),
        .optional(target.direction?.rawValue), .optional(target.by), .optional(target.period),
        .text(target.text),
      ])
  }

  private init(_ task: PlanTask) {
    self.init(
      node: task.node, span: task.span,
      cells: [
        .text(task.origin.rawValue), .optional(task.ordinal), .optional(task.group),
        .text(task.text), .list(task.lead), .list(task.support), .optional(task.time?.text),
        .optional(task.time?.value), .optional(task.time?.repeat), .optional(task.output),
      ])
  }

  private init(_ assignment: Assignment) {
    self.init(
      node: assignment.node, span: assignment.span,
      cells: [
        .text(assignment.body), .text(assignment.role.rawValue), .text(assignment.duty),
      ])
  }

  private init(_ funding: Funding) {
    self.init(
      node: funding.node, span: funding.span,
      cells: [
        .text(funding.text), .list(funding.sources), .optional(funding.amount?.value),
        .optional(funding.amount?.unit),
      ])
  }

  private init(_ report: Report) {
    self.init(
      node: report.node, span: report.span,
      cells: [
        .list(report.by), .list(report.to), .list(report.repeat), .optional(report.before),
        .text(report.text),
      ])
  }
}
