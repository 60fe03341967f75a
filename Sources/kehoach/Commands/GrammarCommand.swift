import ArgumentParser

/// `kehoach grammar`: work on the rules.
struct GrammarCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grammar",
    abstract: "Look at the rules that documents are read with, check them, try new ones.",
    subcommands: [
      GrammarCheck.self, GrammarListCommand.self, GrammarShow.self, GrammarTry.self,
      GrammarWatchCommand.self,
    ])
}
