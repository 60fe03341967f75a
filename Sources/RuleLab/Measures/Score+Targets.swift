import PlanModel

extension Score {
  mutating func scoreTargets() {
    let gold = self.gold["targets"].entries
    let found = plan["targets"].entries
    var pairs: [(gold: Told, plan: Told)] = []
    count(.targets) { tally in
      pairs = tally.match(gold, found) { gold, plan in
        let (unit, indicator) = (plan["unit"].key, plan["indicator"].key)
        return Self.quantity(gold) == Self.quantity(plan)
          && gold.either("unit").contains { $0.key == unit }
          && gold.either("indicator").contains { Likeness.overlaps(indicator, $0.key) }
      } tell: {
        Fact(
          frame: Self.quantity($0) + " " + $0["unit"].key + ":", text: $0["indicator"].key,
          rule: $0.rule)
      }
    }
    scoreTargetFields(pairs)
  }

  /// Comparator, value and upper value: one digit off is another quantity.
  private static func quantity(_ target: Told) -> String {
    let numbers = ["value", "upper"].map { name in
      target[name].text.map { ExactDecimal($0)?.description ?? $0 } ?? ""
    }
    return ([target["comparator"].text ?? ""] + numbers).joined(separator: " ")
  }

  private mutating func scoreTargetFields(_ pairs: [(gold: Told, plan: Told)]) {
    var wanted: [Fact] = []
    var given: [Fact] = []
    for (index, pair) in pairs.enumerated() {
      for field in ["indicator", "subject", "action", "direction", "by", "period"] {
        // Gold that does not speak of a field has nothing to compare with.
        guard pair.gold.has(field) else { continue }
        let frame = "\(index + 1)"
        let value = pair.gold.settled(field, with: pair.plan)
        if !value.isEmpty { wanted.append(Fact(field: field, frame: frame, text: value.key)) }
        let told = pair.plan[field]
        if !told.isEmpty {
          given.append(Fact(field: field, frame: frame, text: told.key, rule: pair.plan.rule))
        }
      }
    }
    count(.targetFields) { $0.add(wanted, given) }
  }
}
