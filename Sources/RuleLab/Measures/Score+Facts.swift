import PlanModel

extension Score {
  // MARK: References

  mutating func scoreReferences() {
    let gold = self.gold["references"].entries
    let found = plan["references"].entries.filter { !$0["number"].isEmpty }
    func facts(_ references: [Told]) -> [Fact] {
      references.filter { !$0["number"].isEmpty }
        .map { Fact(frame: $0["kind"].key, text: $0["number"].key, rule: $0.rule) }
    }
    let need = Self.required(gold)
    count(.references) { $0.add(facts(need), facts(found), optional: facts(Self.optional(gold))) }
    var told: [String: Told] = [:]
    for reference in found { told[Self.name(reference)] = reference }
    var wanted: [Fact] = []
    var given: [Fact] = []
    for reference in need {
      guard let other = told[Self.name(reference)] else { continue }
      for field in ["date", "issuer", "relation"] {
        let name = Self.name(reference)
        let value = reference.settled(field, with: other)
        if !value.isEmpty { wanted.append(Fact(field: field, frame: name, text: value.key)) }
        if !other[field].isEmpty {
          given.append(Fact(field: field, frame: name, text: other[field].key, rule: other.rule))
        }
      }
    }
    count(.referenceFields) { $0.add(wanted, given) }
  }

  private static func name(_ reference: Told) -> String {
    reference["kind"].key + " " + reference["number"].key
  }

  // MARK: Assignments

  mutating func scoreAssignments() {
    let wanted = Self.onceEach(Array(gold["assignments"].entries.reversed()))
    let found = Self.onceEach(plan["assignments"].entries)
    count(.assignments) { tally in
      tally.match(wanted, found) { gold, plan in
        let (body, role) = (plan["body"].key, plan["role"].text)
        return gold.either("body").contains { $0.key == body }
          && gold.either("role").contains { $0.text == role }
      } tell: {
        Fact(field: $0["role"].text ?? "", text: $0["body"].key, rule: $0.rule)
      }
    }
  }

  /// One entry for each body and role: the last one, in the place of the first.
  private static func onceEach(_ assignments: [Told]) -> [Told] {
    var places: [String: Int] = [:]
    var once: [Told] = []
    for assignment in assignments {
      let name = "\(assignment["body"].key)\n\(assignment["role"].text ?? "")"
      if let place = places[name] {
        once[place] = assignment
      } else {
        places[name] = once.count
        once.append(assignment)
      }
    }
    return once
  }

  // MARK: Reports, funding

  mutating func scoreReports() {
    let gold = self.gold["reports"].entries
    let found = plan["reports"].entries
    func facts(_ reports: [Told]) -> [Fact] {
      reports.flatMap { report in
        ["to", "repeat", "before"].flatMap { field in
          report[field].several.filter { !$0.isEmpty }
            .map { Fact(field: field, text: $0.key, rule: report.rule) }
        }
      }
    }
    count(.reports) {
      $0.add(
        facts(Self.required(gold)), facts(found), optional: facts(Self.optional(gold)))
    }
  }

  mutating func scoreFunding() {
    let gold = self.gold["funding"].entries
    let found = plan["funding"].entries
    func facts(_ entries: [Told]) -> [Fact] {
      entries.flatMap { entry in
        let amount = entry["amount"]
        let sources = entry["sources"].entries.map {
          Fact(field: "source", text: $0.key, rule: entry.rule)
        }
        guard let value = amount["value"].text else { return sources }
        let number = ExactDecimal(value)?.description ?? value
        return sources + [
          Fact(field: "amount", frame: amount["unit"].key, text: number, rule: entry.rule)
        ]
      }
    }
    count(.funding) {
      $0.add(
        facts(Self.required(gold)), facts(found), optional: facts(Self.optional(gold)))
    }
  }
}

extension Tally {
  /// Pairs entries one to one, those that gold asks for first, and returns the pairs.
  ///
  /// An optional entry only takes an extra away.
  @discardableResult
  mutating func match(
    _ gold: [Told], _ plan: [Told], same: (Told, Told) -> Bool, tell: (Told) -> Fact
  ) -> [(gold: Told, plan: Told)] {
    var left = plan
    var misses: [Fact] = []
    var pairs: [(gold: Told, plan: Told)] = []
    for want in Score.required(gold) + Score.optional(gold) {
      if let index = left.firstIndex(where: { same(want, $0) }) {
        let found = left.remove(at: index)
        if want.isOptional { continue }
        hit(tell(found))
        pairs.append((want, found))
      } else if !want.isOptional {
        misses.append(tell(want))
      }
    }
    settle(misses, left.map(tell))
    return pairs
  }
}
