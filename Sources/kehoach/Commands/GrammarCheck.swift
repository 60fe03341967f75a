import ArgumentParser
import PlanCorpus
import PlanParser

/// `kehoach grammar check`: every rule's examples.
struct GrammarCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run the examples of every rule.",
    discussion: """
      Examples:
        kehoach grammar check               the grammar in the program
        kehoach grammar check grammars      the files of a folder, while you write them

      Errors are printed as file:line:column. A value that rules of the program never yield, or \
      a list that nothing reads, is an error too: it would mean nothing. The exit code is 2 when \
      the grammar cannot be read, 1 when an example fails or something would mean nothing.
      """)

  @Argument(help: "A folder of grammar files.")
  var dir: String?

  func run() throws {
    let grammar = try GrammarOption(folder: dir).load()
    let strangers =
      try dir == nil ? [] : grammar.strangers(beside: GrammarOption(folder: nil).load())
    let errors = strangers + grammar.check()
    for error in errors { Leaving.complain("\(error.description)\n") }
    if !errors.isEmpty { throw Leaving.differs }
    try Leaving.orExplain {
      try ByteStream.standardOutput.write(
        "\(grammar.rules.count) rules, every example holds: \(grammar.identity)\n")
    }
  }
}
