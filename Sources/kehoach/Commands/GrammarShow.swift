import ArgumentParser
import PlanCorpus
import PlanParser
import RuleLab

/// `kehoach grammar show`: one rule.
struct GrammarShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a rule: its source, what it is for, its examples, where it matches.",
    discussion: """
      Examples:
        kehoach grammar show document-number
        kehoach grammar show document-number --grammars grammars --corpus corpus
      """)

  @Argument(help: "The name of the rule.")
  var rule: String

  @OptionGroup var grammar: GrammarOption

  @Option(help: ArgumentHelp("Tell where it matches in a corpus.", valueName: "dir"))
  var corpus: String?

  func run() throws {
    let grammar = try grammar.load()
    guard let index = grammar.rules.firstIndex(where: { $0.id == rule }) else {
      let near = grammar.rules.map(\.id).filter { $0.contains(rule) || rule.contains($0) }
      let hint = near.isEmpty ? "kehoach grammar list names them all" : near.joined(separator: ", ")
      Leaving.complain("kehoach: error: no rule is called \(rule); \(hint)\n")
      throw Leaving.unreadable
    }
    try Leaving.orExplain {
      let inputs = try corpus.map { try Corpus(folder: $0, grammar: grammar).inputs() } ?? []
      try ByteStream.standardOutput.write(
        RulePage.text(of: index, grammar: grammar, inputs: inputs))
    }
  }
}
