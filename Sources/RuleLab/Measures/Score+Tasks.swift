extension Score {
  /// Rows are paired by text, then by ordinal; then each field is counted.
  mutating func scoreTasks() {
    var left = plan["tasks"].entries.filter { task in
      task["origin"].text == "appendix" || task["ordinal"].text != nil
        || !task["lead"].entries.isEmpty || !task["support"].entries.isEmpty
    }
    let gold = self.gold["tasks"].entries
    for (number, want) in (Self.required(gold) + Self.optional(gold)).enumerated() {
      let found = Self.partner(of: want, in: &left)
      if want.isOptional { continue }
      let name = "row \(number + 1)"
      let wanted = Self.taskFacts(want, of: name, accepting: found)
      let given = found.map { Self.taskFacts($0, of: name, accepting: nil) } ?? []
      count(.tasks) { $0.add(wanted, given) }
    }
    let extras = left.filter { $0["origin"].text == "appendix" }.enumerated().flatMap {
      Self.taskFacts($1, of: "extra row \($0 + 1)", accepting: nil)
    }
    count(.tasks) { $0.add([], extras) }
  }

  private static func partner(of want: Told, in left: inout [Told]) -> Told? {
    let text = want["text"].key
    let ordinal = want["ordinal"].text
    let index =
      left.firstIndex { $0["text"].key == text }
      ?? left.firstIndex {
        $0["ordinal"].text == ordinal
          && (text.hasPrefix("#") || Likeness.overlaps($0["text"].key, text))
      }
    return index.map { left.remove(at: $0) }
  }

  private static func taskFacts(_ task: Told, of row: String, accepting other: Told?) -> [Fact] {
    func fact(_ field: String, _ text: String) -> Fact {
      Fact(field: field, frame: row, text: text, rule: task.rule)
    }
    var facts = [fact("text", task["text"].key)]
    for field in ["lead", "support"] {
      facts += bodies(task, field, accepting: other).map { fact(field, $0.key) }
    }
    for field in ["value", "repeat"] {
      let time = task["time"]
      let value = other.map { time.settled(field, with: $0["time"]) } ?? time[field]
      if let text = value.text, !text.isEmpty { facts.append(fact("time." + field, text)) }
    }
    let output = other.map { task.settled("output", with: $0) } ?? task["output"]
    if !output.isEmpty { facts.append(fact("output", output.key)) }
    return facts
  }

  /// The bodies of a task; gold's other list when the plan has just those.
  private static func bodies(_ task: Told, _ field: String, accepting other: Told?) -> [Told] {
    let others = task[field + "Alt"].entries
    if let other, !others.isEmpty,
      Set(other[field].entries.map(\.key)) == Set(others.map(\.key))
    {
      return others
    }
    return task[field].entries
  }
}
