import ArgumentParser
import PlanCorpus
import PlanParser
import RuleLab

/// `kehoach corpus diff`: what two grammars read differently.
struct CorpusDiff: AsyncParsableCommand {
  /// How changes are written.
  enum Form: String, CaseIterable, ExpressibleByArgument { case text, markdown }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tell what a change of the rules gains and loses, rule by rule.",
    discussion: """
      Reads every document and case of the corpus with both grammars. A lost fact stands under \
      the rule that made it before, a gained one under the rule that makes it now. The exit code \
      is 1 when something differs.

      Examples:
        git worktree add ../before main
        kehoach corpus diff ../before/grammars grammars
        kehoach corpus diff ../before/grammars grammars --format markdown >review.md
      """)

  @Argument(help: "The folder of the grammar as it was.")
  var old: String

  @Argument(help: "The folder of the grammar as it is now.")
  var new: String

  @Option(help: ArgumentHelp("The folder of the corpus.", valueName: "dir"))
  var corpus = "corpus"

  @Option(help: "How to write the changes: text or markdown.")
  var format = Form.text

  @OptionGroup var work: WorkOption

  func run() async throws {
    let before = try GrammarOption(folder: old).load()
    let after = try GrammarOption(folder: new).load()
    let report = try await Leaving.orExplain {
      try await Laboratory.changes(
        in: Corpus(folder: corpus, grammar: after), old: before, new: after, jobs: work.jobs,
        progress: work.progress("read"))
    }
    try Leaving.orExplain {
      try ByteStream.standardOutput.write(format == .text ? report.text : report.markdown)
    }
    if !report.isEmpty { throw Leaving.differs }
  }
}
