import ArgumentParser
import PlanCorpus
import RuleLab

/// `kehoach corpus rules`: what each rule is worth.
struct CorpusRules: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Tell what each rule does in documents with gold, and what it is worth.",
    discussion: """
      Tells how often a rule matches and in how many documents, how much of what it made is \
      right, and with --ablation how far the mean F1 falls when it is switched off. Rules that \
      never match stand at the end.

      Examples:
        kehoach corpus rules
        kehoach corpus rules --ablation --grammars grammars
      """)

  @Option(help: ArgumentHelp("A folder with gold.", valueName: "dir"))
  var gold = GoldDocument.folders

  @Option(help: ArgumentHelp("The folder with the documents of NAME.json.", valueName: "dir"))
  var documents: String?

  @Flag(help: "Read the documents again without each rule.")
  var ablation = false

  @OptionGroup var grammar: GrammarOption
  @OptionGroup var work: WorkOption

  func run() async throws {
    let grammar = try grammar.load()
    let rules = try await Leaving.orExplain {
      try await RuleStudy.run(
        GoldDocument.all(in: gold, documents: documents), grammar: grammar, ablation: ablation,
        jobs: work.jobs, progress: work.progress("rules switched off"))
    }
    try Leaving.orExplain { try ByteStream.standardOutput.write(RuleTable.text(rules)) }
  }
}
