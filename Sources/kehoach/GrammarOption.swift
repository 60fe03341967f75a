import ArgumentParser
import PlanCorpus
import PlanParser

/// The grammar to read with.
struct GrammarOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read with the grammar files of a folder instead of those in the program.",
      valueName: "dir"))
  var grammars: String?

  init() {}

  /// The option as if `--grammars` had named a folder.
  init(folder: String?) {
    grammars = folder
  }

  /// The grammar, from the folder or from the program.
  func load() throws -> Grammar {
    try Leaving.orExplain {
      guard let grammars else { return try Grammar.embedded() }
      return try Grammar(files: GrammarFolder.files(in: grammars))
    }
  }
}
