import PlanModel

/// A node of an invented plan: what gold says of it and how it is printed.
struct InventedNode: Sendable {
  var type: NodeType
  /// The label, as gold has it: "I", "1.1", "-".
  var label: String?
  /// What stands before the text: "I.", "1.1.", "-".
  var marker = ""
  var text = ""
  var role: Role?
  var columns: [String] = []
  var rows: [(cells: [String], isGroup: Bool)] = []
  var children: [InventedNode] = []

  /// A paragraph.
  static func paragraph(_ text: String) -> InventedNode {
    InventedNode(type: .paragraph, text: text)
  }

  /// A bulleted or numbered item.
  static func item(_ marker: String, _ text: String) -> InventedNode {
    InventedNode(type: .item, label: bare(marker), marker: marker, text: text)
  }

  /// A section.
  static func section(
    _ marker: String, _ heading: String, _ role: Role, _ children: [InventedNode]
  ) -> InventedNode {
    InventedNode(
      type: .section, label: bare(marker), marker: marker, text: heading, role: role,
      children: children)
  }

  /// A marker without the dot, bracket or dash that ends it.
  private static func bare(_ marker: String) -> String {
    guard marker.count > 1, let last = marker.last, ".)-".contains(last) else { return marker }
    return String(marker.dropLast())
  }
}
