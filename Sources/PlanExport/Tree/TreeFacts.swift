import PlanModel

extension TreeWriter {
  /// The documents referred to.
  mutating func references(_ references: [Reference]) {
    zone("references", empty: references.isEmpty)
    for reference in references {
      line(
        1, reference.node.unbroken, reference.relation.rawValue, reference.kind.quoted,
        reference.number?.named("number"), reference.date?.named("date"),
        reference.issuer?.named("issuer"), reference.subject?.named("subject"),
        reference.aliases.listed("aliases"),
        reference.mentions.isEmpty
          ? nil : "mentions " + reference.mentions.map(\.node.unbroken).joined(separator: ", "),
        span: reference.span, rule: reference.rule)
    }
  }

  /// The quantities to be reached.
  mutating func targets(_ targets: [Target]) {
    zone("targets", empty: targets.isEmpty)
    for target in targets {
      let upper = target.upper.map { "..\($0)" } ?? ""
      line(
        1, target.node.unbroken, target.indicator.quoted, target.subject?.named("subject"),
        target.action?.named("action"), target.direction?.rawValue, target.comparator.rawValue,
        target.approximate ? "about" : nil, "\(target.value)\(upper)",
        target.unit.isEmpty ? nil : target.unit.named("unit"), target.by?.named("by"),
        target.period?.named("period"), target.text.named("text"), span: target.span,
        rule: target.rule)
    }
  }

  /// The work handed out.
  mutating func tasks(_ tasks: [PlanTask]) {
    zone("tasks", empty: tasks.isEmpty)
    for task in tasks {
      line(
        1, task.node.unbroken, task.origin.rawValue, task.ordinal.map { "[\($0.unbroken)]" },
        task.text.quoted, task.group?.named("group"), task.lead.listed("lead"),
        task.support.listed("support"), task.time?.text.named("time"),
        task.time?.value?.named("value"), task.time?.repeat?.named("repeat"),
        task.output?.named("output"), span: task.span, rule: task.rule)
    }
  }

  /// Who is charged with what.
  mutating func assignments(_ assignments: [Assignment]) {
    zone("assignments", empty: assignments.isEmpty)
    for assignment in assignments {
      line(
        1, assignment.node.unbroken, assignment.role.rawValue, assignment.body.quoted,
        assignment.duty.named("duty"), span: assignment.span, rule: assignment.rule)
    }
  }

  /// Where the money comes from.
  mutating func funding(_ funding: [Funding]) {
    zone("funding", empty: funding.isEmpty)
    for fact in funding {
      line(
        1, fact.node.unbroken, fact.text.quoted, fact.sources.listed("sources"),
        fact.amount.map { "amount=\($0.value) \($0.unit.unbroken)" }, span: fact.span,
        rule: fact.rule)
    }
  }

  /// Who reports to whom.
  mutating func reports(_ reports: [Report]) {
    zone("reports", empty: reports.isEmpty)
    for report in reports {
      line(
        1, report.node.unbroken, report.by.listed("by"), report.to.listed("to"),
        report.repeat.listed("repeat"), report.before?.named("before"), report.text.named("text"),
        span: report.span, rule: report.rule)
    }
  }

  /// The places of the plan that it names itself.
  mutating func links(_ links: [Link]) {
    zone("links", empty: links.isEmpty)
    for link in links {
      line(
        1, link.node.unbroken, link.text.quoted,
        link.to.isEmpty ? nil : "to " + link.to.map(\.unbroken).joined(separator: ", "),
        span: link.span, rule: link.rule)
    }
  }
}
