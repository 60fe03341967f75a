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
      let role = open(level.nodes, level.next, inherited: level.role)
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
  private mutating func open(_ nodes: [Node], _ place: Int, inherited: Role?) -> Role? {
    let role = nodes[place].role ?? inherited
    beginRecord(nodes[place].type.name, entry: true, lines: false)
    fields(nodes, place, role: role)
    if Self.tellsCodesFirst {
      endCodes()
      fields(nodes, place, role: role)
    }
    return role
  }

  /// The fields of a node, each taken where it stands: the whole node would be copied.
  private mutating func fields(_ nodes: [Node], _ place: Int, role: Role?) {
    type(nodes[place].type.name)
    code("id", nodes[place].id)
    switch nodes[place].type {
    case .section:
      code("label", nodes[place].label)
      text("heading", nodes[place].$text)
      code("role", (role ?? .other).rawValue)
    case .item:
      code("label", nodes[place].label)
      text("text", nodes[place].$text)
    case .paragraph:
      text("text", nodes[place].$text)
    case .table:
      let rows = nodes[place].table?.rows ?? []
      texts("columns", of: "column", nodes[place].table?.columns ?? [])
      list("rows", of: "row", rows, lines: !rows.isEmpty) {
        $1.cells($0)
        $1.flag("group", $0.group)
      }
    }
    span("span", nodes[place].span)
    if let extent = nodes[place].extent { span("extent", extent) }
    rule(nodes[place].rule)
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
