package import PlanParser

/// The rules of a grammar, a line each.
package enum GrammarList {
  /// The rules by file; with `uses`, how often each matched.
  package static func text(_ grammar: Grammar, uses: [Int]? = nil) -> String {
    var text = ""
    for (index, file) in grammar.files.enumerated() {
      let rules = grammar.rules.indices.filter { grammar.rules[$0].file == index }
      if rules.isEmpty { continue }
      text += "\(file.path)\n"
      for number in rules {
        let rule = grammar.rules[number]
        let count = uses.map { Figures.right(String($0[number]), 6) + "  " } ?? "  "
        text += count + Figures.left(rule.id + " ", 34) + Figures.left(rule.kind.rawValue, 8)
        text += rule.meaning.rawValue + "\n"
      }
    }
    return text + "\(grammar.rules.count) rules in \(grammar.files.count) files\n"
  }
}
