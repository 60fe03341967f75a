import PlanModel

extension PlanComposer {
  /// The sections of the body, each with its facts.
  mutating func body() {
    var parts: [(Role, (inout PlanComposer, String) -> [InventedNode])] = [
      (.purposeRequirements, { $0.purpose($1) }), (.objectives, { $0.objectives($1) }),
      (.tasksSolutions, { $0.tasks($1) }),
    ]
    if writer.random.happens(0.7) {
      parts.append((.funding, { composer, _ in composer.funding() }))
    }
    parts.append((.implementation, { $0.implementation($1) }))
    if writer.random.happens(0.4) {
      parts.append((.reporting, { composer, _ in composer.reporting() }))
    }
    for (index, part) in parts.enumerated() {
      let marker = layout.marker(0, index, above: "")
      let heading = writer.phrase("heading-" + part.0.rawValue).text
      plan.body.append(.section(marker, heading, part.0, part.1(&self, marker)))
    }
  }

  private func items(_ texts: [String], bullet: String = "-") -> [InventedNode] {
    texts.map { .item(bullet, $0) }
  }

  private func sections(
    _ above: String, _ parts: [(heading: String, role: Role, children: [InventedNode])]
  ) -> [InventedNode] {
    parts.enumerated().map { index, part in
      .section(
        layout.marker(1, index, above: above), part.heading, part.role, part.children)
    }
  }

  private mutating func purpose(_ above: String) -> [InventedNode] {
    let purposes = writer.phrases("purpose", writer.number(1...3)).map(\.text)
    let requirements = writer.phrases("requirement", writer.number(1...3)).map(\.text)
    return sections(
      above,
      [
        (writer.phrase("heading-purpose").text, .purpose, items(purposes)),
        (writer.phrase("heading-requirements").text, .requirements, items(requirements)),
      ])
  }

  private mutating func objectives(_ above: String) -> [InventedNode] {
    let general = InventedNode.paragraph(writer.phrase("general-objective").text)
    let heading = writer.phrase("heading-specific-objectives")
    var lines: [String] = []
    let targets = writer.phrases("target", writer.number(3...7))
    var index = 0
    while index < targets.count {
      // A year in one clause holds for the next one too: such clauses stand alone.
      let isPair =
        index + 1 < targets.count && targets[index]["by"] == nil
        && targets[index + 1]["by"] == nil && writer.random.happens(0.3)
      let some = targets[index..<(index + (isPair ? 2 : 1))]
      index += some.count
      for target in some {
        var fact = target.values
        if fact["by"] == nil { fact["by"] = heading["by"] }
        if fact["by"] == nil { fact["period"] = heading["period"] }
        plan.targets.append(fact)
      }
      lines.append(Self.sentence(some.map(\.text)))
    }
    return sections(
      above,
      [
        (writer.phrase("heading-general-objective").text, .generalObjective, [general]),
        (heading.text, .specificObjectives, items(lines)),
      ])
  }

  /// Clauses joined by semicolons, as one sentence.
  private static func sentence(_ clauses: [String]) -> String {
    var text = ""
    for (index, clause) in clauses.enumerated() {
      let first = clause.prefix(1)
      text += index == 0 ? first.uppercased() : "; " + first.lowercased()
      text += clause.dropFirst()
    }
    return text + "."
  }

  private mutating func tasks(_ above: String) -> [InventedNode] {
    let headings = writer.phrases("heading-task", writer.number(2...4))
    return headings.enumerated().map { index, heading in
      let marker = layout.marker(1, index, above: above)
      let isDeep = layout.numbering == .nested && index == headings.count - 1
      return .section(
        marker, heading.text, .tasksSolutions, isDeep ? innerTasks(marker) : plainTasks())
    }
  }

  private mutating func plainTasks() -> [InventedNode] {
    writer.phrases("task", writer.number(1...4)).map { task in
      if task["fact"] == "target" { plan.targets.append(task.values) }
      return .item("-", task.text)
    }
  }

  /// Sections one level further down, each with a task.
  private mutating func innerTasks(_ above: String) -> [InventedNode] {
    writer.phrases("heading-task-inner", 2).enumerated().map { index, heading in
      .section(
        layout.marker(2, index, above: above), heading.text, .tasksSolutions,
        items([writer.phrase("task-plain").text]))
    }
  }

  private mutating func funding() -> [InventedNode] {
    let funding = writer.phrase("funding")
    plan.funding.append(funding.values)
    return [.paragraph(funding.text)]
  }

  private mutating func reporting() -> [InventedNode] {
    let report = writer.phrase("report")
    plan.reports.append(report.values)
    return [.paragraph(report.text)]
  }

  private mutating func implementation(_ above: String) -> [InventedNode] {
    let headed = writer.random.happens(0.5)
    let duties = writer.phrases(headed ? "duty-headed" : "duty", writer.number(2...5))
    return duties.enumerated().map { index, duty in
      plan.assignments.append(duty.values)
      let marker = layout.marker(1, index, above: above)
      guard headed else { return .item(marker, duty.text) }
      return .section(
        marker, duty["heading"] ?? "", .implementation, [.item("-", duty.text)])
    }
  }
}
