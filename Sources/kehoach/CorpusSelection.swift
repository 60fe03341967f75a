import ArgumentParser
import PlanCorpus

/// Which part of which corpus.
struct CorpusSelection: ParsableArguments {
  @Argument(help: "spec/NAME, spec/NAME:LINE, plans/NAME or plans/summary; all without a name.")
  var names: [String] = []

  @Option(help: ArgumentHelp("The folder of the corpus.", valueName: "dir"))
  var corpus = "corpus"

  @OptionGroup var grammar: GrammarOption

  /// The corpus and the entries that are meant.
  func load() throws -> (Corpus, [Corpus.Entry]) {
    let corpus = Corpus(folder: corpus, grammar: try grammar.load())
    return (corpus, try Leaving.orExplain { try corpus.entries(named: names) })
  }
}
