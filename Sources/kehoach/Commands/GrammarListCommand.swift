import ArgumentParser
import PlanCorpus
import PlanParser
import RuleLab

/// `kehoach grammar list`: the rules.
struct GrammarListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Name every rule with what it means.",
    discussion: """
      Examples:
        kehoach grammar list
        kehoach grammar list grammars --uses corpus     how often each matches in the corpus
      """)

  @Argument(help: "A folder of grammar files.")
  var dir: String?

  @Option(help: ArgumentHelp("Count the matches in a corpus.", valueName: "dir"))
  var uses: String?

  @OptionGroup var work: WorkOption

  func run() async throws {
    let grammar = try GrammarOption(folder: dir).load()
    var counts: [Int]?
    if let uses {
      counts = try await Leaving.orExplain {
        try await RuleStudy.uses(
          in: Corpus(folder: uses, grammar: grammar).inputs(), grammar: grammar, jobs: work.jobs,
          progress: work.progress("read"))
      }
    }
    try Leaving.orExplain {
      try ByteStream.standardOutput.write(GrammarList.text(grammar, uses: counts))
    }
  }
}
