/// What rules are worth, as a table for people.
package enum RuleTable {
  /// A line for each rule, the most valuable first, and the rules that never match at the end.
  package static func text(_ rules: [RuleWorth]) -> String {
    let used = rules.filter { $0.fires > 0 }
    let order = used.enumerated().sorted { first, second in
      let (left, right) = (first.element, second.element)
      if left.worth ?? 0 != right.worth ?? 0 { return left.worth ?? 0 > right.worth ?? 0 }
      if left.fires != right.fires { return left.fires > right.fires }
      return first.offset < second.offset
    }.map(\.element)
    var text = row("rule", ["fires", "docs", "made", "wrong", "precision", "worth", "examples"])
    for rule in order {
      text += row(
        rule.rule,
        [
          String(rule.fires), String(rule.documents), String(rule.made.hit + rule.made.extra),
          String(rule.made.extra), Figures.three(rule.made.precision), worth(rule.worth),
          String(rule.examples),
        ])
    }
    let idle = rules.filter { $0.fires == 0 }.map(\.rule)
    text += "\n\(used.count) rules match in these documents, \(idle.count) never do\n"
    if !idle.isEmpty { text += "never: " + idle.joined(separator: ", ") + "\n" }
    return text
      + "made: facts and nodes counted against gold; worth: mean F1 lost without the rule, in "
      + "thousandths; examples: of other rules, that it matches too\n"
  }

  /// A fall of F1 in thousandths, with two digits.
  private static func worth(_ worth: Double?) -> String {
    guard let worth else { return "-" }
    let hundredths = Int((worth * 100_000).rounded())
    let digits = String(hundredths.magnitude % 100)
    return (hundredths < 0 ? "-" : "") + "\(hundredths.magnitude / 100)."
      + (digits.count < 2 ? "0" : "") + digits
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    Figures.left(name, 34) + cells.map { Figures.right($0, 10) }.joined() + "\n"
  }
}
