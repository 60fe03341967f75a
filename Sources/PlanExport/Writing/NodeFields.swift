import PlanModel

extension FieldWriter {
  /// A list of nodes with all that stands under them.
  ///
  /// Without recursion: how deep an outline may go is for the parser to say, not for the stack.
  mutating func nodes(_ name: StaticString, _ nodes: [Node]) {
    if takesOnlyCodes { return }
    var path = [Level(name: name, nodes: nodes, next: 0)]
    beginList(name, lines: true)
    while let level = path.last {
      guard level.next < level.nodes.count else {
        endList(level.name, empty: level.nodes.isEmpty, lines: true)
        path.removeLast()
        if let parent = path.last {
          endRecord(parent.nodes[parent.next - 1].type.name, lines: false)
        }
        continue
      }
      path[path.count - 1].next += 1
      let role = open(level.nodes[level.next], inherited: level.role)
      if level.nodes[level.next].listsChildren {
        let children = level.nodes[level.next].children
        beginList("children", lines: !children.isEmpty)
        if children.isEmpty {
          endList("children", empty: true, lines: false)
          endRecord(level.nodes[level.next].type.name, lines: false)
        } else {
          path.append(Level(name: "children", nodes: children, next: 0, role: role))
        }
      } else {
        endRecord(level.nodes[level.next].type.name, lines: false)
      }
    }
  }

  /// Begins the record of a node and tells all but its children; returns the role they inherit.
  private mutating func open(_ node: Node, inherited: Role?) -> Role? {
    let role = node.role ?? inherited
    beginRecord(node.type.name, entry: true, lines: false)
    fields(node, role: role)
    if Self.tellsCodesFirst {
      endCodes()
      fields(node, role: role)
    }
    return role
  }

  private mutating func fields(_ node: Node, role: Role?) {
    type(node.type.name)
    code("id", node.id)
    switch node.type {
    case .section:
      code("label", node.label)
      text("heading", node.$text)
      code("role", (role ?? .other).rawValue)
    case .item:
      code("label", node.label)
      text("text", node.$text)
    case .paragraph:
      text("text", node.$text)
    case .table:
      texts("columns", of: "column", node.table?.columns ?? [])
      list("rows", of: "row", node.table?.rows ?? [], lines: node.table?.rows.isEmpty == false) {
        $1.cells($0)
        $1.flag("group", $0.group)
      }
    }
    span("span", node.span)
    if let extent = node.extent { span("extent", extent) }
    rule(node.rule)
  }
}

/// The place of a walk in one list of siblings.
private struct Level {
  var name: StaticString
  var nodes: [Node]
  var next: Int
  var role: Role?
}

extension Node {
  /// Whether the format lists the children of this node.
  fileprivate var listsChildren: Bool {
    switch type {
    case .section, .item: true
    // The outline puts nothing under these; what a program put there all the same is not lost.
    case .paragraph, .table: !children.isEmpty
    }
  }
}

extension NodeType {
  /// The name in the format, for writing.
  fileprivate var name: StaticString {
    switch self {
    case .section: "section"
    case .item: "item"
    case .paragraph: "paragraph"
    case .table: "table"
    }
  }
}
