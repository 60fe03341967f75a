import ArgumentParser

/// `kehoach corpus`: work on the goldens.
struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Compare the project's documents with what is expected of them.",
    subcommands: [
      CorpusCheck.self, CorpusAccept.self, CorpusDiff.self, CorpusMeasure.self, CorpusRules.self,
      CorpusGenerate.self, CorpusMutate.self, CorpusAudit.self,
    ])
}
