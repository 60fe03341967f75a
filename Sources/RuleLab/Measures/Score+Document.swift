extension Score {
  private static let header: [(name: String, parts: [String])] = [
    ("superior", ["text"]), ("issuer", ["text", "name"]),
    ("number", ["sequence", "symbol", "status"]), ("place", ["text"]),
    ("date", ["value", "status"]), ("kind", ["code"]), ("title", ["text"]), ("note", ["text"]),
  ]

  mutating func scoreHeader() {
    let told = plan["header"]
    let wanted = Self.headerFacts(gold["header"], accepting: told)
    let found = Self.headerFacts(told, accepting: nil)
    count(.header) { $0.add(wanted, found) }
  }

  /// The facts of a head; with `other`, a value of it that gold accepts stands in gold's place.
  private static func headerFacts(_ header: Told, accepting other: Told?) -> [Fact] {
    var facts: [Fact] = []
    for (name, parts) in Self.header {
      let field = header[name]
      for part in parts {
        let value = other.map { field.settled(part, with: $0[name]) } ?? field[part]
        if value.isEmpty || value.text == "absent" { continue }
        facts.append(Fact(field: "\(name).\(part)", text: value.key, rule: field.rule))
      }
    }
    return facts
  }

  mutating func scoreOutline() {
    let wanted = Self.outline(gold)
    let found = Self.outline(plan)
    for (category, kind) in [(Category.headings, OutlineEntry.Kind.heading), (.blocks, .block)] {
      let gold = wanted.filter { $0.kind == kind }.map(\.fact)
      let plan = found.filter { $0.kind == kind }.map(\.fact)
      count(category) { $0.add(gold, plan) }
    }
    scoreNesting(wanted, found)
    scoreRoles(wanted.filter { $0.kind == .heading }, found.filter { $0.kind == .heading })
  }

  private mutating func scoreNesting(_ gold: [OutlineEntry], _ plan: [OutlineEntry]) {
    let free = Set(gold.filter { $0.node["anyParent"].isTrue }.map(\.text))
    func facts(_ entries: [OutlineEntry]) -> [Fact] {
      entries.filter { $0.kind == .block && !free.contains($0.text) }
        .map { Fact(frame: "under \($0.parent.prefix(80)):", text: String($0.text.prefix(80))) }
    }
    count(.nesting) { $0.add(facts(gold), facts(plan)) }
  }

  private mutating func scoreRoles(_ gold: [OutlineEntry], _ plan: [OutlineEntry]) {
    func place(_ entry: OutlineEntry) -> String { "\(entry.path) [\(entry.label)] \(entry.text)" }
    var roles: [String: String] = [:]
    for entry in gold {
      if let role = entry.node["role"].text, !role.isEmpty { roles[place(entry)] = role }
    }
    let wanted = roles.map { Fact(field: $0.value, frame: $0.key, text: $0.value) }
    let found = plan.filter { roles[place($0)] != nil }.map { entry in
      let role = entry.node["role"].text ?? ""
      return Fact(field: role, frame: place(entry), text: role, rule: entry.node.rule)
    }
    count(.roles) { $0.add(wanted, found) }
  }

  private static func outline(_ plan: Told) -> [OutlineEntry] {
    parts(plan).flatMap { OutlineEntry.all($0.nodes) }
      + ["preamble", "closing"].flatMap { OutlineEntry.all(plan[$0].entries) }
  }

  /// The body and the appendices.
  private static func parts(_ plan: Told) -> [(name: String, nodes: [Told])] {
    [("body", plan["body"].entries)]
      + plan["appendices"].entries.enumerated().map { ("A\($0 + 1)", $1["body"].entries) }
  }

  mutating func scoreTables() {
    let wanted = Self.cells(gold)
    let found = Self.cells(plan)
    count(.tables) { $0.add(wanted, found) }
  }

  private static func cells(_ plan: Told) -> [Fact] {
    var facts: [Fact] = []
    for (name, nodes) in parts(plan) {
      let tables = OutlineEntry.all(nodes).filter { $0.kind == .table }.map(\.node)
      for (index, table) in tables.enumerated() {
        for (column, head) in table["columns"].entries.enumerated() {
          facts.append(
            Fact(
              field: "columns", frame: "\(name) table \(index + 1) column \(column + 1)",
              text: head.folded, rule: table.rule))
        }
        for (row, cells) in table["rows"].entries.enumerated() {
          for (column, cell) in cells["cells"].entries.enumerated() where !cell.folded.isEmpty {
            facts.append(
              Fact(
                field: "cells",
                frame: "\(name) table \(index + 1) row \(row + 1) column \(column + 1)",
                text: cell.folded, rule: table.rule))
          }
        }
      }
    }
    return facts
  }

  mutating func scoreEnding() {
    let (gold, plan) = (gold, plan)
    count(.signature) { $0.add(Self.signatures(gold), Self.signatures(plan)) }
    count(.recipients) { $0.add(Self.recipients(gold), Self.recipients(plan)) }
    count(.appendices) { $0.add(Self.appendices(gold), Self.appendices(plan)) }
  }

  private static func signatures(_ plan: Told) -> [Fact] {
    plan["signatures"].entries.flatMap { signer in
      signer["authority"].entries.map {
        Fact(field: "authority", text: $0.key, rule: signer.rule)
      }
        + ["position", "name"].filter { !signer[$0].isEmpty }.map {
          Fact(field: $0, text: signer[$0].key, rule: signer.rule)
        }
    }
  }

  private static func recipients(_ plan: Told) -> [Fact] {
    plan["recipients"].entries.map { one in
      let frame =
        "group \"\(one["group"].key)\" purpose \"\(one["purpose"].key)\""
        + (one["archive"].isTrue ? " archive" : "")
      return Fact(frame: frame, text: one["text"].key, rule: one.rule)
    }
  }

  private static func appendices(_ plan: Told) -> [Fact] {
    plan["appendices"].entries.flatMap { appendix in
      ["title", "note"].filter { !appendix[$0].isEmpty }.map {
        Fact(field: $0, text: appendix[$0].key, rule: appendix.rule)
      }
    }
  }
}
