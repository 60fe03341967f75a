import PlanModel

/// A part of a plan that tells a piece of the text.
struct Leaf {
  /// Which part of the plan it is; decides what may stand inside its span.
  enum Kind {
    case header
    case node
    case table
    case ending
    case appendix
    case furniture
    case footnote
  }

  /// What it is.
  var kind: Kind
  /// What to call it in a message.
  var name: String
  /// Where it stands.
  var span: ByteSpan
  /// The marker before the text that `texts` does not hold: "III.3.1" of a section.
  var label = ""
  /// What it tells, in the order of the text.
  var texts: [String]
  /// What the leaf may tell more than once or not at all: column names, a group of recipients.
  var heads: [String] = []
}

extension Leaf {
  /// The leaves of a plan, in no order.
  static func all(of plan: Plan) -> [Leaf] {
    header(plan.header)
      + (plan.preamble + plan.body + plan.closing).flatMap { nodes($0) }
      + endings(plan)
      + plan.appendices.enumerated().flatMap { index, appendix in
        Self.appendix(appendix, name: "appendix \(index + 1)")
      }
      + plan.furniture.enumerated().map { index, one in
        Leaf(
          kind: .furniture, name: "furniture \(index + 1) (\(one.kind.rawValue))", span: one.span,
          texts: [one.text])
      }
      + plan.footnotes.map { note in
        Leaf(
          kind: .footnote, name: "footnote \(note.label)", span: note.span, label: note.label,
          texts: [note.text])
      }
  }

  private static func header(_ header: Header) -> [Leaf] {
    let fields: [(String, String?, ByteSpan?)] = [
      ("superior", header.superior.text, header.superior.span),
      ("issuer", header.issuer.text, header.issuer.span),
      ("number", header.number.text, header.number.span),
      ("place", header.place.text, header.place.span),
      ("date", header.date.text, header.date.span),
      ("kind", header.kind.text, header.kind.span),
      ("title", header.title.text, header.title.span),
      ("note", header.note.text, header.note.span),
    ]
    let single = fields.compactMap { name, text, span -> Leaf? in
      span.map { Leaf(kind: .header, name: "header.\(name)", span: $0, texts: [text ?? ""]) }
    }
    let joint = header.joint.map { issuer in
      Leaf(kind: .header, name: "header.joint", span: issuer.span, texts: [issuer.text])
    }
    return single + joint
  }

  /// Signatures and recipients; those that stand side by side, line by line, are one leaf.
  private static func endings(_ plan: Plan) -> [Leaf] {
    let signatures = plan.signatures.enumerated().map { index, signature in
      Leaf(
        kind: .ending, name: "signature \(index + 1)", span: signature.span,
        texts: signature.authority + [signature.position, signature.name].compactMap { $0 })
    }
    let recipients = plan.recipients.enumerated().map { index, recipient in
      Leaf(
        kind: .ending, name: "recipient \(index + 1)", span: recipient.span,
        texts: [recipient.text, recipient.purpose].compactMap { $0 },
        heads: [recipient.group].compactMap { $0 })
    }
    var merged: [Leaf] = []
    for leaf in (signatures + recipients).sorted(by: { $0.span.start < $1.span.start }) {
      guard let last = merged.last, leaf.span.start < last.span.end else {
        merged.append(leaf)
        continue
      }
      merged[merged.count - 1].span = last.span.union(leaf.span)
      merged[merged.count - 1].name += ", " + leaf.name
      merged[merged.count - 1].texts += leaf.texts
      merged[merged.count - 1].heads += leaf.heads
    }
    return merged
  }

  /// A node and all under it, without recursion: no document is too deep.
  private static func nodes(_ root: Node) -> [Leaf] {
    var leaves: [Leaf] = []
    var waiting = [root]
    while let node = waiting.popLast() {
      if let table = node.table {
        leaves.append(
          Leaf(
            kind: .table, name: node.id, span: node.span, texts: table.rows.flatMap(\.cells),
            heads: table.columns))
      } else {
        leaves.append(
          Leaf(
            kind: .node, name: node.id, span: node.span, label: node.label ?? "",
            texts: [node.text]))
      }
      waiting += node.children
    }
    return leaves
  }

  /// An appendix tells what stands in it beside its body: label, title and note.
  private static func appendix(_ appendix: Appendix, name: String) -> [Leaf] {
    let head = Leaf(
      kind: .appendix, name: name, span: appendix.span,
      texts: [appendix.title, appendix.note].compactMap { $0 },
      heads: [appendix.label].compactMap { $0 })
    return [head] + appendix.body.flatMap { nodes($0) }
  }
}
