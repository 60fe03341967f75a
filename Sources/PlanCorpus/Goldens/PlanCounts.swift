import PlanModel
import PlanText

/// How much a plan holds: its line in the summary.
struct PlanCounts {
  /// The names of the columns of the summary.
  static let columns = [
    "plan", "lines", "sections", "items", "paragraphs", "rows", "references", "targets", "tasks",
    "assignments", "funding", "reports", "diagnostics",
  ]

  private var sections = 0
  private var items = 0
  private var paragraphs = 0
  private var rows = 0

  /// The line of a plan: the counts in the order of the columns, separated by TABs.
  static func line(_ name: String, _ plan: Plan, _ text: CanonicalText) -> String {
    var counts = PlanCounts()
    for zone in [plan.preamble, plan.body, plan.closing] { counts.count(zone) }
    for appendix in plan.appendices { counts.count(appendix.body) }
    let numbers = [
      text.lines.count, counts.sections, counts.items, counts.paragraphs, counts.rows,
      plan.references.count, plan.targets.count, plan.tasks.count, plan.assignments.count,
      plan.funding.count, plan.reports.count, plan.diagnostics.count,
    ]
    return ([name] + numbers.map { String($0) }).joined(separator: "\t")
  }

  private mutating func count(_ nodes: [Node]) {
    var waiting = nodes
    while let node = waiting.popLast() {
      switch node.type {
      case .section: sections += 1
      case .item: items += 1
      case .paragraph: paragraphs += 1
      case .table: rows += node.table?.rows.count ?? 0
      }
      waiting += node.children
    }
  }
}
