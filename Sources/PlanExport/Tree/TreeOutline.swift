import PlanModel

extension TreeWriter {
  /// The head of the document; fields that it does not have are left out.
  mutating func header(_ header: Header) {
    let number = header.number
    let known: [HeaderLine] = [
      HeaderLine("superior", header.superior),
      HeaderLine(
        "issuer", header.issuer.text, header.issuer.status,
        [header.issuer.name?.named("name")], header.issuer.span, header.issuer.rule),
      HeaderLine(
        "number", number.text, number.status,
        [number.sequence?.named("sequence"), number.symbol?.named("symbol")], number.span,
        number.rule),
      HeaderLine("place", header.place),
      HeaderLine(
        "date", header.date.text, header.date.status, [header.date.value?.named("value")],
        header.date.span, header.date.rule),
      HeaderLine(
        "kind", header.kind.text, header.kind.status, [header.kind.code?.named("code")],
        header.kind.span, header.kind.rule),
      HeaderLine("title", header.title),
      HeaderLine("note", header.note),
    ].filter { !$0.isNothing }
    zone("header", empty: known.isEmpty && header.joint.isEmpty)
    for field in known {
      line(
        1, field.name, field.text?.quoted, field.status == .present ? nil : field.status.rawValue,
        field.values.isEmpty ? nil : field.values.joined(separator: " "), span: field.span,
        rule: field.rule)
    }
    for issuer in header.joint {
      line(1, "joint", issuer.text.quoted, issuer.name.named("name"), span: issuer.span)
    }
  }

  /// A zone that is an outline.
  mutating func zone(_ name: String, _ nodes: [Node]) {
    zone(name, empty: nodes.isEmpty)
    self.nodes(nodes, depth: 1)
  }

  /// The nodes with all that stands under them, without recursion.
  mutating func nodes(_ nodes: [Node], depth: Int) {
    var path = [(nodes: nodes, next: 0)]
    while let level = path.last {
      guard level.next < level.nodes.count else {
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let node = level.nodes[level.next]
      self.node(node, depth: depth + path.count - 1)
      if !node.children.isEmpty { path.append((node.children, 0)) }
    }
  }

  private mutating func node(_ node: Node, depth: Int) {
    let label = node.label.map { "[" + $0.unbroken + "]" }
    switch node.type {
    case .section:
      line(
        depth, "§", node.id.unbroken, label, node.role?.rawValue, node.text.quoted, span: node.span,
        rule: node.rule)
    case .item:
      line(depth, "•", node.id.unbroken, label, node.text.quoted, span: node.span, rule: node.rule)
    case .paragraph:
      line(depth, "¶", node.id.unbroken, node.text.quoted, span: node.span, rule: node.rule)
    case .table:
      let table = node.table ?? Table(columns: [], rows: [])
      line(
        depth, "▦", node.id.unbroken, table.columns.count.counted("column", "columns") + ",",
        table.rows.count.counted("row", "rows"), span: node.span, rule: node.rule)
      if !table.columns.isEmpty { line(depth + 1, "head", table.columns.cells) }
      for row in table.rows { line(depth + 1, row.group ? "group" : "row ", row.cells.cells) }
    }
  }
}

/// A field of the header as a line of the tree.
private struct HeaderLine {
  let name: String
  let text: String?
  let status: FieldStatus
  let values: [String]
  let span: ByteSpan?
  let rule: String?

  init(
    _ name: String, _ text: String?, _ status: FieldStatus, _ values: [String?], _ span: ByteSpan?,
    _ rule: String?
  ) {
    self.name = name
    self.text = text
    self.status = status
    self.values = values.compactMap(\.self)
    self.span = span
    self.rule = rule
  }

  init(_ name: String, _ field: HeaderField) {
    self.init(name, field.text, field.status, [], field.span, field.rule)
  }

  /// Whether the document says nothing at all of the field.
  var isNothing: Bool { text == nil && status == .absent && values.isEmpty && span == nil }
}

extension [String] {
  /// The cells of a row, an empty one as nothing between two bars.
  fileprivate var cells: String {
    var line = map(\.cell).joined(separator: " | ")
    // No line ends in a space: editors take those away.
    while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
    return line
  }
}

extension Int {
  /// "1 row", "2 rows".
  fileprivate func counted(_ one: String, _ many: String) -> String {
    "\(self) \(self == 1 ? one : many)"
  }
}
