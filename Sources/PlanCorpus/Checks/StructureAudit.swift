import PlanModel
import PlanText

/// Holds the outline of a plan against the rules of the format: ids, extents, spans in the text.
struct StructureAudit {
  private(set) var findings: [String] = []
  private let text: CanonicalText
  private var ids: Set<String> = ["header"]

  init(text: CanonicalText) {
    self.text = text
  }

  mutating func run(_ plan: Plan) {
    for zone in [plan.preamble, plan.body, plan.closing] { outline(zone) }
    for (index, appendix) in plan.appendices.enumerated() {
      // What the title of an appendix says stands in the appendix itself.
      ids.insert("A\(index + 1)")
      span(appendix.span, "appendix")
      outline(appendix.body)
    }
    for leaf in Leaf.all(of: plan) { span(leaf.span, leaf.name) }
    facts(plan)
    for diagnostic in plan.diagnostics {
      if let node = diagnostic.node { known(node, "diagnostic \(diagnostic.code.rawValue)") }
      if let place = diagnostic.span { span(place, "diagnostic \(diagnostic.code.rawValue)") }
    }
  }

  private mutating func facts(_ plan: Plan) {
    for fact in plan.references {
      fact.mentions.forEach { place($0.node, $0.span, "a mention of \(fact.kind)") }
      place(fact.node, fact.span, "reference \(fact.kind)")
    }
    for fact in plan.targets { place(fact.node, fact.span, "target \(fact.indicator)") }
    for fact in plan.tasks { place(fact.node, fact.span, "task \(fact.text.prefix(30))") }
    for fact in plan.assignments { place(fact.node, fact.span, "assignment of \(fact.body)") }
    for fact in plan.funding { place(fact.node, fact.span, "funding") }
    for fact in plan.reports { place(fact.node, fact.span, "report") }
  }

  /// The nodes of a zone, level by level: no document is too deep.
  private mutating func outline(_ nodes: [Node]) {
    var waiting = [nodes]
    while let siblings = waiting.popLast() {
      var last = 0
      for node in siblings {
        if !ids.insert(node.id).inserted { findings.append("\(node.id): the id stands twice") }
        if node.span.start < last {
          findings.append("\(node.id): stands before the node in front of it")
        }
        last = node.span.start
        check(node)
        if !node.children.isEmpty { waiting.append(node.children) }
      }
    }
  }

  private mutating func check(_ node: Node) {
    if node.type == .section, node.role == nil { findings.append("\(node.id): has no role") }
    if (node.table == nil) == (node.type == .table) {
      findings.append("\(node.id): cells and type disagree")
    }
    if let table = node.table {
      for row in table.rows {
        if row.cells.count != row.spans.count {
          findings.append(
            "\(node.id): a row has \(row.cells.count) cells, \(row.spans.count) spans")
        }
        for place in row.spans {
          span(place, "a cell of \(node.id)")
          if !node.span.contains(place) { findings.append("\(node.id): a cell stands outside") }
        }
      }
    }
    guard let extent = node.extent else {
      if !node.children.isEmpty { findings.append("\(node.id): has children and no extent") }
      return
    }
    span(extent, node.id)
    let end = node.children.map { ($0.extent ?? $0.span).end }.max() ?? node.span.end
    if node.children.isEmpty || extent.start != node.span.start
      || extent.end != max(end, node.span.end)
    {
      findings.append(
        "\(node.id): extent \(shown(extent)) is not from its start to its last child's end")
    }
  }

  private mutating func place(_ node: String, _ place: ByteSpan, _ name: String) {
    known(node, name)
    span(place, name)
  }

  private mutating func known(_ node: String, _ name: String) {
    if !ids.contains(node) { findings.append("\(name): there is no node \(node)") }
  }

  /// A span lies in the text and cuts no character.
  private mutating func span(_ span: ByteSpan, _ name: String) {
    guard span.start >= 0, span.start <= span.end, span.end <= text.bytes.count else {
      findings.append("\(name): span \(shown(span)) is not in the text")
      return
    }
    for edge in [span.start, span.end] where edge < text.bytes.count {
      if text.bytes[edge] & 0xC0 == 0x80 {
        findings.append("\(name): span \(shown(span)) cuts a character")
      }
    }
  }

  private func shown(_ span: ByteSpan) -> String { "\(span.start)..\(span.end)" }
}
