/// A node of an outline as it is counted.
struct OutlineEntry {
  /// What a node is for the count.
  enum Kind { case heading, block, table }

  let kind: Kind
  /// The numbered labels above.
  let path: String
  let label: String
  let text: String
  /// The text of the node above.
  let parent: String
  let node: Told

  /// All nodes under some, in document order.
  static func all(_ nodes: [Told]) -> [OutlineEntry] {
    var entries: [OutlineEntry] = []
    add(nodes, path: "", parent: "", &entries)
    return entries
  }

  private static func add(
    _ nodes: [Told], path: String, parent: String, _ entries: inout [OutlineEntry]
  ) {
    for node in nodes {
      let label = plainDashes(node["label"].text ?? "")
      let below = path + "/" + label
      switch node["type"].text {
      case "section":
        let heading = node["heading"].folded
        entries.append(
          OutlineEntry(
            kind: .heading, path: path, label: label, text: heading, parent: parent, node: node))
        add(node["children"].entries, path: below, parent: heading, &entries)
      case "item":
        let text = node["text"].folded
        entries.append(
          OutlineEntry(
            kind: .block, path: path, label: label, text: text, parent: parent, node: node))
        let isNumbered = label.unicodeScalars.first.map { $0.isWordPart } ?? false
        add(node["children"].entries, path: isNumbered ? below : path, parent: text, &entries)
      case "paragraph":
        entries.append(
          OutlineEntry(
            kind: .block, path: path, label: "", text: node["text"].folded, parent: parent,
            node: node))
      case "table":
        entries.append(
          OutlineEntry(kind: .table, path: path, label: "", text: "", parent: parent, node: node))
      default: break
      }
    }
  }

  private static func plainDashes(_ label: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in label.unicodeScalars {
      let isDash = (0x2010...0x2014).contains(scalar.value) || scalar.value == 0x2212
      plain.append(isDash ? "-" : scalar)
    }
    return String(plain)
  }

  /// The node as a fact: its path, its label, its text.
  var fact: Fact {
    Fact(frame: "\(path) [\(label)]", text: text, rule: node.rule)
  }
}

extension Unicode.Scalar {
  /// Whether words are made of it: letters, numbers, the underscore.
  var isWordPart: Bool {
    if isASCII {
      return (0x30...0x39).contains(value) || (0x41...0x5A).contains(value)
        || (0x61...0x7A).contains(value) || value == 0x5F
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}
