import PlanModel

/// Prints an invented plan as the lines of a document.
struct PlanPrinter {
  let layout: Layout
  let words: WordDamage
  /// The words that every document of a kind has: the motto, "Nơi nhận:".
  let fixed: [String: String]
  private(set) var lines: [PrintedLine] = []

  init(layout: Layout, words: WordDamage, fixed: [String: String]) {
    self.layout = layout
    self.words = words
    self.fixed = fixed
  }

  /// All lines of a plan.
  mutating func print(_ plan: InventedPlan) {
    head(plan.header)
    blank()
    for node in plan.preamble + plan.body { self.print(node, level: 0) }
    for node in plan.closing { self.print(node, level: 0) }
    blank()
    ending(plan)
    guard let title = plan.appendixTitle else { return }
    blank()
    add(fixed["appendix"] ?? "")
    add(title)
    if let note = plan.appendixNote { add(note) }
    for node in plan.appendix { self.print(node, level: 0) }
  }

  private mutating func add(_ text: String, _ part: PrintedLine.Part = .fixed) {
    lines.append(PrintedLine(text: words.damaged(text), part: part))
  }

  private mutating func blank() {
    if lines.last?.part != .blank { lines.append(PrintedLine(text: "", part: .blank)) }
  }

  private mutating func head(_ header: [String: String]) {
    let number =
      (fixed["number"] ?? "") + (header["sequence"].map { " \($0)" } ?? "     ")
      + (fixed["slash"] ?? "/") + (header["symbol"] ?? "")
    let placed = "\(header["place"] ?? ""), \(header["date"] ?? "")"
    var left = [header["superior"], header["issuer"], number].compactMap { $0 }
    var right = [fixed["motto"], fixed["device"]].compactMap { $0 }
    while right.count < left.count - 1 { right.append("") }
    right.append(placed)
    if layout.hasColumns {
      while left.count < right.count { left.append("") }
      for (one, other) in zip(left, right) { add(one + "\t" + other) }
    } else {
      for text in left + right where !text.isEmpty { add(text) }
    }
    if layout.isAiry { blank() }
    add((layout.isMarkdown ? "# " : "") + (fixed["kind"] ?? ""))
    add(header["title"] ?? "")
  }

  private mutating func print(_ node: InventedNode, level: Int) {
    switch node.type {
    case .section:
      let marks = layout.isMarkdown ? String(repeating: "#", count: min(level + 2, 5)) + " " : ""
      add("\(marks)\(node.marker) \(node.text)")
    case .item: add("\(node.marker) \(node.text)", .running)
    case .paragraph: add(node.text, .running)
    case .table: table(node)
    }
    if layout.isAiry { blank() }
    for child in node.children { print(child, level: level + 1) }
  }

  private mutating func table(_ node: InventedNode) {
    let isPiped = layout.isMarkdown
    func row(_ cells: [String]) -> String {
      isPiped ? "| " + cells.joined(separator: " | ") + " |" : cells.joined(separator: "\t")
    }
    add(row(node.columns), .columns)
    if isPiped { add("|" + node.columns.map { _ in " --- |" }.joined()) }
    for one in node.rows { add(row(one.cells), .row) }
  }

  private mutating func ending(_ plan: InventedPlan) {
    var recipients = [fixed["recipients"] ?? ""]
    for one in plan.recipients {
      let purpose = one.purpose.map { " (\($0))" } ?? ""
      recipients.append("- \(one.text)\(purpose)\(one.isArchive ? "." : ";")")
    }
    let signature = plan.authority + [plan.position, "", plan.signer]
    if layout.endsInColumns {
      for index in 0..<max(recipients.count, signature.count) {
        let left = index < recipients.count ? recipients[index] : ""
        let right = index < signature.count ? signature[index] : ""
        if left.isEmpty, right.isEmpty { blank() } else { add(left + "\t" + right) }
      }
      return
    }
    for part in layout.signsFirst ? [signature, recipients] : [recipients, signature] {
      for text in part { if text.isEmpty { blank() } else { add(text) } }
    }
  }
}
