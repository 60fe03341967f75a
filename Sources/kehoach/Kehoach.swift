import ArgumentParser
import PlanCorpus
import PlanModel
import PlanParser

/// The command line: one subcommand per file of `Commands/`.
@main
struct Kehoach: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kehoach",
    abstract: "Read Vietnamese government plans as typed data.",
    discussion: """
      Reads the text of a plan by rules and writes its header, outline, tables, signatures, \
      recipients and appendices as JSON, XML or a tree. Every part tells where it stands.

      Examples:
        kehoach parse --format tree plan.txt      look at a plan
        kehoach parse -o out/ plans/*.txt         convert many plans to JSON
        kehoach facts --kind tasks plan.txt       who has to do what, as a table
        kehoach explain plan.txt:12               ask why line 12 was read as it was

      Exit codes: 0 clean, 1 goldens differ, figures fall, nothing is found, or --strict and \
      warnings, 2 input or grammar cannot be read, 64 usage, 75 another run is at work on the \
      folder.
      """,
    version: KehoachVersion.current,
    subcommands: [
      Parse.self, Facts.self, BatchCommand.self, FindCommand.self, StreamCommand.self, Text.self,
      Dump.self, Explain.self, Schema.self, Validate.self, GrammarCommand.self,
      CorpusCommand.self, BatchWorker.self,
    ])

  static func main() async {
    ByteStream.reportFailures()
    do {
      try refuseUnknownCommand(CommandLine.arguments.dropFirst())
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(withError: error)
    }
  }

  /// Refuses a word that stands where a command does and names none.
  private static func refuseUnknownCommand(_ words: ArraySlice<String>) throws {
    var words = words
    if words.first == "help" { words.removeFirst() }
    var known = configuration.subcommands
    while let word = words.popFirst(), !known.isEmpty, !word.hasPrefix("-"), word != "help" {
      guard let next = known.first(where: { $0.configuration.commandName == word }) else {
        let shown = known.filter { $0.configuration.shouldDisplay }
        let names = shown.compactMap { $0.configuration.commandName }
        let hint = suggestion(word, names)
        throw ValidationError(
          "there is no command \"\(word)\""
            + (hint.isEmpty ? "; there is " + names.joined(separator: ", ") : hint))
      }
      known = next.configuration.subcommands
    }
  }
}
