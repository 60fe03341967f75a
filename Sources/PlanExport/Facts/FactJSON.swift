package import PlanModel

/// Facts of a plan alone, spelled as in the JSON of the whole plan.
package enum FactJSON {
  /// One object: the file, and a list for each kind of fact.
  package static func write(
    _ plan: Plan, _ kinds: [FactKind], file: String, trace: Bool = false
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    ByteOutput.to({ bytes += $0 }) { output in
      var writer = JSONWriter(trace: trace, pretty: true, output: output)
      writer.record("facts", entry: true, lines: true) { writer in
        writer.code("file", file)
        for kind in kinds { writer.facts(kind, of: plan) }
      }
      return writer.output
    }
    return bytes
  }
}

extension FieldWriter {
  /// The list of one kind of fact.
  mutating func facts(_ kind: FactKind, of plan: Plan) {
    switch kind {
    case .references:
      list("references", of: "reference", plan.references, lines: true) { $1.tell($0) }
    case .targets: list("targets", of: "target", plan.targets, lines: true) { $1.tell($0) }
    case .tasks: list("tasks", of: "task", plan.tasks, lines: true) { $1.tell($0) }
    case .assignments:
      list("assignments", of: "assignment", plan.assignments, lines: true) { $1.tell($0) }
    case .funding: list("funding", of: "fund", plan.funding, lines: true) { $1.tell($0) }
    case .reports: list("reports", of: "report", plan.reports, lines: true) { $1.tell($0) }
    }
  }
}
