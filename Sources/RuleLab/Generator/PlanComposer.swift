import PlanModel

/// Makes up a plan, part by part, and knows what each part says.
struct PlanComposer {
  var writer: PhraseWriter
  let layout: Layout
  var plan = InventedPlan()

  /// A composer of the plan of a seed.
  init(book: PhraseBook, seed: UInt64) {
    writer = PhraseWriter(book: book, seed: seed)
    for name in ["province", "commune", "year"] { writer.known[name] = writer.phrase(name).text }
    let issuer = writer.phrase("issuer")
    let kind = issuer["kind"] ?? ""
    writer.kind = kind
    for (name, value) in issuer.values { writer.known["issuer." + name] = value }
    writer.known["issuer"] = issuer.text
    layout = Layout(&writer.random, isParty: kind == "party")
    plan.strata = [("issuer", kind), ("layout", layout.numbering.rawValue)]
    plan.strata.append(("source", layout.isMarkdown ? "markdown" : "text"))
  }

  /// The plan, all of it.
  mutating func compose() -> InventedPlan {
    head()
    preamble()
    body()
    ending()
    if writer.random.happens(0.6) { appendix() }
    return plan
  }

  private func known(_ name: String) -> String { writer.known[name] ?? "" }

  private mutating func head() {
    let topic = writer.phrase("title")
    writer.known["topic"] = topic["topic"] ?? topic.text
    let date = writer.phrase("head-date")
    plan.header = [
      "issuer": known("issuer").uppercased(), "name": known("issuer"),
      "symbol": known("issuer.symbol"), "place": known("issuer.place"), "date": date.text,
      "iso": date["iso"] ?? "", "title": topic.text,
    ]
    if !known("issuer.superior").isEmpty {
      plan.header["superior"] = known("issuer.superior").uppercased()
    }
    if writer.random.happens(0.85) { plan.header["sequence"] = String(writer.number(1...480)) }
    if let status = date["status"] { plan.header["dateStatus"] = status }
  }

  private mutating func preamble() {
    for basis in writer.phrases("basis", writer.number(1...4)) {
      plan.preamble.append(.paragraph(basis.text))
      var fact = basis.values
      fact["relation"] = "basis"
      plan.references.append(fact)
    }
    plan.preamble.append(.paragraph(writer.phrase("lead-in").text))
  }

  private mutating func ending() {
    plan.closing = [.paragraph(writer.phrase("closing").text)]
    let signature = writer.phrase("signature")
    plan.authority = (signature["authority"] ?? "").split(separator: ";").map { String($0) }
    plan.position = signature.text
    plan.signer = writer.phrase("person").text
    for one in writer.phrases("recipient", writer.number(2...5)) {
      plan.recipients.append((one.text, one["purpose"], false))
    }
    plan.recipients.append((writer.phrase("archive").text, nil, true))
  }

  private mutating func appendix() {
    plan.appendixTitle = writer.phrase("appendix-title").text
    if writer.random.happens(0.6) { plan.appendixNote = writer.phrase("appendix-note").text }
    plan.appendix = [taskTable(origin: "appendix", rows: writer.number(3...12))]
  }

  /// A table of tasks, and the facts of its rows.
  mutating func taskTable(origin: String, rows: Int) -> InventedNode {
    let head = writer.phrase("columns")
    let order = (head["order"] ?? "").split(separator: " ").map { String($0) }
    var table = InventedNode(type: .table)
    table.columns = head.text.split(separator: ";").map { String($0) }
    for (index, task) in writer.phrases("table-task", rows).enumerated() {
      var fact = ["origin": origin, "text": task.text]
      for name in order where name != "text" {
        switch name {
        case "ordinal": fact[name] = String(index + 1)
        case "lead": fact[name] = writer.phrase("body").text
        case "support":
          let lead = fact["lead"] ?? ""
          let others = writer.phrases("body", 3).map(\.text).filter { $0 != lead }
          fact[name] = others.prefix(writer.number(0...2)).joined(separator: ";")
        case "time":
          let time = writer.phrase("time")
          fact["time"] = time.text
          fact["value"] = time["value"]
          fact["repeat"] = time["repeat"]
        default: fact[name] = writer.phrase(name).text
        }
      }
      let separator = writer.random.happens(0.5) ? "; " : ", "
      let cells = order.map { name in
        name == "support"
          ? (fact[name] ?? "").split(separator: ";").joined(separator: separator)
          : fact[name] ?? ""
      }
      table.rows.append((cells, false))
      plan.tasks.append(fact)
    }
    return table
  }
}
