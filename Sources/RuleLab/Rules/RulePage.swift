package import PlanCorpus
package import PlanParser
import PlanText

/// Everything that is known of one rule, for those who write rules.
package struct RulePage: Sendable {
  /// How many places of the corpus are shown.
  private static let shown = 10

  /// The page of a rule; `corpus` tells where it matches.
  package static func text(
    of index: Int, grammar: Grammar, inputs: [Corpus.Input]
  ) throws(CorpusError) -> String {
    let rule = grammar.rules[index]
    let file = grammar.files[rule.file]
    var text = "\(rule.id): \(file.path):\(rule.line), \(rule.kind.rawValue) rule, "
    text += "yields \(rule.meaning.rawValue)\n\n"
    text += comment(above: rule, in: file) + "rule " + grammar.source(of: rule) + "\n\n"
    text += examples(index, grammar)
    if inputs.isEmpty { return text }
    return try text + places(index, grammar, inputs)
  }

  /// The comment that stands right above a rule: the clause it comes from, or lines it is for.
  private static func comment(above rule: Rule, in file: GrammarFile) -> String {
    let lines = String(decoding: file.bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var first = rule.line - 1
    while first > 0, first <= lines.count, lines[first - 1].hasPrefix("#") { first -= 1 }
    guard first >= 0, first < rule.line, rule.line <= lines.count + 1 else { return "" }
    let own = lines[first..<(rule.line - 1)].map { $0 + "\n" }.joined()
    let head = lines.prefix { $0.hasPrefix("#") }.map { $0 + "\n" }.joined()
    return (head == own ? "" : head) + own
  }

  /// The examples of other rules that the rule matches too.
  private static func examples(_ index: Int, _ grammar: Grammar) -> String {
    var lines: [String] = []
    for (other, rule) in grammar.rules.enumerated() where other != index {
      for example in grammar.examples(of: rule) where !example.refused {
        let words = grammar.text(of: example, of: rule)
        if grammar.findings(in: words).contains(where: { $0.rule == index }) {
          lines.append("  \(rule.id): \"\(String(decoding: words, as: UTF8.self))\"\n")
        }
      }
    }
    if lines.isEmpty { return "no example of another rule matches it\n" }
    return "matches \(lines.count) examples of other rules too:\n"
      + lines.prefix(shown).joined() + (lines.count > shown ? "  …\n" : "")
  }

  private static func places(
    _ index: Int, _ grammar: Grammar, _ inputs: [Corpus.Input]
  ) throws(CorpusError) -> String {
    var fires = 0
    var names: [String] = []
    for input in inputs {
      let (text, source) = try DocumentReader.document(input.bytes, name: input.name)
      let count = grammar.observe(text, source: source).uses[index]
      if count > 0 { names.append("  \(input.name): \(count)\n") }
      fires += count
    }
    if names.isEmpty { return "never matches in the corpus: add a case that needs it\n" }
    return "matches \(fires) times in \(names.count) documents and cases of the corpus:\n"
      + names.prefix(shown).joined() + (names.count > shown ? "  …\n" : "")
  }
}
