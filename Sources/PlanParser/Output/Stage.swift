package import PlanText
import PlanModel

/// A stage of reading, printable as text.
package enum Stage: String, CaseIterable, Sendable {
  /// The lines that are not blank, with what their form shows.
  case lines
  /// The units, paragraphs and tables of each zone, in reading order.
  case blocks
  /// The outline: sections and items with ids and roles.
  case sections
  /// The plan.
  case plan
}

extension Grammar {
  /// One stage of reading `text`, a line per value; the plan itself is the exporters' to print.
  package func dump(_ text: CanonicalText, stage: Stage) -> String {
    var reader = PlanReader(text, grammar: self, plan: .unread, trace: true)
    reader.observes = true
    if stage == .lines { return reader.lines.map { reader.describe($0) + "\n" }.joined() }
    let plan = reader.read()
    if stage == .blocks {
      return reader.observed.map { reader.describe($0.zone, of: $0.prefix) }.joined()
    }
    var output = ""
    for (name, nodes) in [
      ("preamble", plan.preamble), ("body", plan.body), ("closing", plan.closing),
    ] {
      StageDump.outline(name, nodes, to: &output)
    }
    for (index, appendix) in plan.appendices.enumerated() {
      StageDump.outline("appendix A\(index + 1)", appendix.body, to: &output)
    }
    return output
  }
}

extension Plan {
  /// A plan of no file, for the stages before the plan.
  static var unread: Plan {
    Plan(
      source: Source(name: "", mediaType: "", encoding: "", bytes: 0, sha256: ""),
      generator: Generator(name: "", version: "", grammar: ""))
  }
}

/// Prints nodes for the stage of sections.
private enum StageDump {
  static func outline(_ name: String, _ nodes: [Node], to output: inout String) {
    guard !nodes.isEmpty else { return }
    output += name + "\n"
    for node in nodes { write(node, depth: 1, to: &output) }
  }

  private static func write(_ node: Node, depth: Int, to output: inout String) {
    output += String(repeating: "  ", count: depth) + node.type.rawValue + " " + node.id
    if let role = node.role { output += " " + role.rawValue }
    if let table = node.table {
      output += " \(table.columns.count) columns, \(table.rows.count) rows"
    } else {
      output += " \"" + node.text + "\""
    }
    output += "\n"
    for child in node.children { write(child, depth: depth + 1, to: &output) }
  }
}

extension PlanReader {
  /// A line with what its form shows: number, indent, blank lines before, marks of type.
  func describe(_ line: Line) -> String {
    var marks: [String] = ["indent=\(line.indent)", "width=\(line.width)"]
    if line.blanksBefore > 0 { marks.append("blanks=\(line.blanksBefore)") }
    if line.pageBefore { marks.append("page") }
    if line.tabs > 0 { marks.append("tabs=\(line.tabs)") }
    if line.heading > 0 { marks.append("heading=\(line.heading)") }
    if line.bold { marks.append("bold") }
    if line.centred == true { marks.append("centred") }
    if line.table > 0 { marks.append("table=\(line.table)") }
    if line.zone != .body { marks.append("zone=\(line.zone)") }
    if line.capitals { marks.append("capitals") }
    if line.pipe { marks.append("pipe") }
    if line.bare { marks.append("bare") }
    marks.append("ends=\(line.ending)")
    return "\(line.number): [\(marks.joined(separator: " "))] \(folder.fold(line.content))"
  }

  /// The units of a zone in reading order: place, parent, kind, label, text.
  func describe(_ zone: Zone, of name: String) -> String {
    var output = "zone \(name)\n"
    for (index, draft) in zone.drafts.enumerated() {
      let kind: String
      switch draft.kind {
      case .unit: kind = draft.marker.map { "\($0.family)" } ?? "unit"
      case .paragraph: kind = "paragraph"
      case .table: kind = "table"
      }
      let parent = draft.parent >= 0 ? " under \(draft.parent)" : ""
      let label = draft.label.map { " " + $0 } ?? ""
      output += "  \(index)\(parent): \(kind)\(label) \"\(folder.fold(draft.pieces))\"\n"
    }
    return output
  }
}
