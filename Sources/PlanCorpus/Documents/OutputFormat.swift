import PlanExport
package import PlanModel

/// A form in which plans are written.
package enum OutputFormat: String, CaseIterable, Sendable {
  /// One JSON document per plan.
  case json
  /// One line of JSON per plan.
  case jsonl
  /// One XML document per plan.
  case xml
  /// The tree for people.
  case tree

  /// Writes a plan piece by piece; `width` shortens the lines of a tree.
  package func write(
    _ plan: Plan, trace: Bool = false, width: Int? = nil,
    to sink: ([UInt8]) throws(CorpusError) -> Void
  ) throws(CorpusError) {
    switch self {
    case .json: try PlanJSON.write(plan, trace: trace, pretty: true, to: sink)
    case .jsonl: try PlanJSON.write(plan, trace: trace, pretty: false, to: sink)
    case .xml: try PlanXML.write(plan, trace: trace, to: sink)
    case .tree: try sink(Array(PlanTree.write(plan, width: width, trace: trace).utf8))
    }
  }

  /// All of a plan's bytes in this form.
  package func bytes(_ plan: Plan, trace: Bool = false, width: Int? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    switch self {
    case .json: PlanJSON.write(plan, trace: trace, pretty: true, into: &bytes)
    case .jsonl: PlanJSON.write(plan, trace: trace, pretty: false, into: &bytes)
    case .xml: PlanXML.write(plan, trace: trace, into: &bytes)
    case .tree: bytes = Array(PlanTree.write(plan, width: width, trace: trace).utf8)
    }
    return bytes
  }
}
