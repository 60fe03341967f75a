import ArgumentParser
import PlanCorpus
import PlanParser
import RuleLab

/// `kehoach corpus mutate`: who sees a fault in a rule.
struct CorpusMutate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutate",
    abstract: "Put a fault into each rule and tell who sees it.",
    discussion: """
      Drops each rule, takes each of its patterns away where it has several, loosens it, and \
      swaps it with the next one that matches the same, and looks whether an example, a golden of \
      the corpus or the measure on invented documents sees it. What nobody sees needs an example \
      or a case. Takes minutes.

      Examples:
        kehoach corpus generate --count 40 --noise 0.3 out
        kehoach corpus mutate --gold out
      """)

  @Option(help: ArgumentHelp("The folder of the corpus.", valueName: "dir"))
  var corpus = "corpus"

  @Option(help: ArgumentHelp("A folder of invented documents with gold.", valueName: "dir"))
  var gold: String?

  @OptionGroup var grammar: GrammarOption
  @OptionGroup var work: WorkOption

  func run() async throws {
    let grammar = try grammar.load()
    let results = try await Leaving.orExplain {
      try await MutantRun.run(
        grammar, corpus: corpus, invented: gold.map { try GoldDocument.all(in: [$0]) } ?? [],
        jobs: work.jobs, progress: work.progress("faults"))
    }
    try Leaving.orExplain {
      try ByteStream.standardOutput.write(MutantReport.text(results))
    }
  }
}
