import PlanModel

extension FieldWriter {
  /// The fields of a reference.
  mutating func tell(_ reference: Reference) {
    text("kind", reference.kind)
    code("number", reference.number)
    code("date", reference.date)
    text("issuer", reference.issuer)
    text("subject", reference.subject)
    code("relation", reference.relation.rawValue)
    texts("aliases", of: "alias", reference.aliases)
    list("mentions", of: "mention", reference.mentions) {
      $1.code("node", $0.node)
      $1.span("span", $0.span)
    }
    found(reference.node, reference.span, reference.rule)
  }

  /// The fields of a target.
  mutating func tell(_ target: Target) {
    text("indicator", target.indicator)
    text("subject", target.subject)
    text("action", target.action)
    code("comparator", target.comparator.rawValue)
    flag("approximate", target.approximate)
    decimal("value", target.value)
    decimal("upper", target.upper)
    code("unit", target.unit)
    code("direction", target.direction?.rawValue)
    code("by", target.by)
    code("period", target.period)
    text("text", target.$text)
    found(target.node, target.span, target.rule)
  }

  /// The fields of a task.
  mutating func tell(_ task: PlanTask) {
    code("origin", task.origin.rawValue)
    code("ordinal", task.ordinal)
    text("group", task.group)
    text("text", task.$text)
    texts("lead", of: "name", task.lead)
    texts("support", of: "name", task.support)
    if let time = task.time {
      record("time") {
        $0.text("text", time.text)
        $0.code("value", time.value)
        $0.code("repeat", time.repeat)
      }
    } else {
      code("time", nil)
    }
    text("output", task.output)
    found(task.node, task.span, task.rule)
  }

  /// The fields of an assignment.
  mutating func tell(_ assignment: Assignment) {
    text("body", assignment.body)
    code("role", assignment.role.rawValue)
    text("duty", assignment.$duty)
    found(assignment.node, assignment.span, assignment.rule)
  }

  /// The fields of a funding fact.
  mutating func tell(_ funding: Funding) {
    text("text", funding.$text)
    texts("sources", of: "source", funding.sources)
    if let amount = funding.amount {
      record("amount") {
        $0.decimal("value", amount.value)
        $0.code("unit", amount.unit)
      }
    } else {
      code("amount", nil)
    }
    found(funding.node, funding.span, funding.rule)
  }

  /// The fields of a report.
  mutating func tell(_ report: Report) {
    texts("by", of: "name", report.by)
    texts("to", of: "name", report.to)
    texts("repeat", of: "recurrence", report.repeat)
    code("before", report.before)
    text("text", report.$text)
    found(report.node, report.span, report.rule)
  }

  /// The fields of a link.
  mutating func tell(_ link: Link) {
    text("text", link.text)
    texts("to", of: "id", link.to)
    found(link.node, link.span, link.rule)
  }

  /// The fields of a diagnostic.
  mutating func tell(_ diagnostic: Diagnostic) {
    code("code", diagnostic.code.rawValue)
    code("category", diagnostic.category.rawValue)
    code("severity", diagnostic.severity.rawValue)
    text("message", diagnostic.message)
    code("node", diagnostic.node)
    span("span", diagnostic.span)
    rule(diagnostic.rule)
  }

  private mutating func found(_ node: String, _ span: ByteSpan, _ rule: String?) {
    code("node", node)
    self.span("span", span)
    self.rule(rule)
  }
}
