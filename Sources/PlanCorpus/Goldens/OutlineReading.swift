import PlanModel

/// The outline of a plan in the form in which people write it down by hand: `outline.txt`.
///
/// A line for each section, `label | heading | role`, two spaces of indentation per level, and the
/// numbers of recipients, signatures, appendices and table rows.
enum OutlineReading {
  /// The outline that the program has read.
  static func text(_ plan: Plan) -> String {
    var lines: [String] = []
    var rows: [Int] = []
    for zone in [plan.preamble, plan.body, plan.closing] { read(zone, &lines, &rows) }
    for appendix in plan.appendices {
      let title = appendix.title.map { folded($0) } ?? "-"
      lines.append("appendix \(appendix.label ?? "-") | \(title)")
      read(appendix.body, &lines, &rows)
    }
    lines.append("recipients: \(plan.recipients.count)")
    lines.append("signatures: \(plan.signatures.count)")
    lines.append("appendices: \(plan.appendices.count)")
    let tables = rows.map { String($0) }.joined(separator: ", ")
    lines.append(tables.isEmpty ? "tables:" : "tables: \(tables)")
    return lines.map { $0 + "\n" }.joined()
  }

  /// An outline that a person wrote, with nothing at the ends of its lines.
  static func text(byHand text: String) -> String {
    text.split(separator: "\n").map { trimmed($0) + "\n" }.joined()
  }

  private static func read(_ nodes: [Node], _ lines: inout [String], _ rows: inout [Int]) {
    var waiting = nodes.reversed().map { (node: $0, level: 0) }
    while let (node, level) = waiting.popLast() {
      var below = level
      if node.type == .section {
        let indent = String(repeating: "  ", count: level)
        let role = node.role?.rawValue ?? "other"
        lines.append("\(indent)\(node.label ?? "-") | \(folded(node.text)) | \(role)")
        below += 1
      }
      if let table = node.table { rows.append(table.rows.count) }
      waiting += node.children.reversed().map { ($0, below) }
    }
  }

  /// A heading without its closing colon or full stop.
  private static func folded(_ heading: String) -> String {
    var heading = trimmed(heading[...])
    while let last = heading.last, ":.".contains(last) { heading = trimmed(heading.dropLast()) }
    return String(heading)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
