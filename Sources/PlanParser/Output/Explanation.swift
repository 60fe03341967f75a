import PlanModel
package import PlanText

extension Grammar {
  /// Which rules match on the lines of `text`, which of them made something of the plan, and why
  /// the others did not; of all lines, or of the one with a number from 1.
  package func explain(_ text: CanonicalText, line number: Int? = nil) -> String {
    var reader = PlanReader(text, grammar: self, plan: .unread, trace: true)
    let lines = reader.lines
    let plan = reader.read()
    let told = Told(plan)
    var output = ""
    for line in lines where number == nil || line.number == number {
      output += reader.explain(line, told)
    }
    if output.isEmpty, let number { output = "line \(number) is blank or does not exist\n" }
    return output
  }
}

/// What the plan tells, by its place in the text.
private struct Told {
  /// A part of the plan: its name, where it stands, the rule that made it.
  struct Part {
    var name: String
    var span: ByteSpan
    var rule: String?
  }

  var parts: [Part] = []

  init(_ plan: Plan) {
    let header = plan.header
    for (name, span, rule) in [
      ("header.superior", header.superior.span, header.superior.rule),
      ("header.issuer", header.issuer.span, header.issuer.rule),
      ("header.number", header.number.span, header.number.rule),
      ("header.place", header.place.span, header.place.rule),
      ("header.date", header.date.span, header.date.rule),
      ("header.kind", header.kind.span, header.kind.rule),
      ("header.title", header.title.span, header.title.rule),
      ("header.note", header.note.span, header.note.rule),
    ] {
      if let span { parts.append(Part(name: name, span: span, rule: rule)) }
    }
    for item in plan.furniture {
      parts.append(Part(name: "furniture " + item.kind.rawValue, span: item.span, rule: item.rule))
    }
    for item in plan.signatures {
      parts.append(Part(name: "signature", span: item.span, rule: item.rule))
    }
    for item in plan.recipients {
      parts.append(Part(name: "recipient", span: item.span, rule: item.rule))
    }
    for (index, item) in plan.appendices.enumerated() {
      parts.append(Part(name: "appendix A\(index + 1)", span: item.span, rule: item.rule))
      add(item.body)
    }
    add(plan.preamble)
    add(plan.body)
    add(plan.closing)
  }

  private mutating func add(_ nodes: [Node]) {
    for node in nodes {
      parts.append(Part(name: node.type.rawValue + " " + node.id, span: node.span, rule: node.rule))
      add(node.children)
    }
  }

  /// The parts that stand on a line, the narrowest last.
  func on(_ line: ByteSpan) -> [Part] {
    parts.filter { $0.span.start < line.end && line.start < $0.span.end }
      .sorted { $0.span.count > $1.span.count }
  }
}

extension PlanReader {
  fileprivate mutating func explain(_ line: Line, _ told: Told) -> String {
    var output = "\(line.number): \(folder.fold(line.content))\n"
    let parts = told.on(line.content)
    for part in parts {
      output += "    is \(part.name)" + (part.rule.map { " by \($0)" } ?? "") + "\n"
    }
    let tokens = tokens(line.content)
    if let marker = marker(tokens) {
      output += "    opens with the marker \"\(label(of: marker))\" (\(marker.family))\n"
    }
    var first: [Meaning: String] = [:]
    let matches = lineMatches(tokens).map { ($0, "line") } + phrases(tokens).map { ($0, "phrase") }
    for (match, kind) in matches {
      let rule = grammar.rules[match.rule]
      let outcome: String
      if parts.contains(where: { $0.rule == rule.id }) {
        outcome = "made a part of the plan"
      } else if let earlier = first[rule.meaning], earlier != rule.id {
        outcome = "lost: \(earlier) means the same and stands before it"
      } else {
        outcome =
          "matched: nothing of this meaning was looked for here, or it only guided the reading"
      }
      if first[rule.meaning] == nil { first[rule.meaning] = rule.id }
      let range = folder.fold(span(tokens, match.start..<max(match.end, match.start + 1)))
      output +=
        "    \(kind) rule \(rule.id) (\(rule.meaning.rawValue)) on \"\(range)\" \(outcome)\n"
    }
    return output
  }
}
