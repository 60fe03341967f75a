import ArgumentParser
import PlanCorpus
import PlanParser
import RuleLab

/// `kehoach grammar try`: a pattern on documents.
struct GrammarTry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Show what a pattern would match, without touching a grammar.",
    discussion: """
      The pattern is written as in a grammar file and may use its sub-patterns and lists. Each \
      line of the documents is one text; what the pattern matches stands in brackets. The exit \
      code is 1 when nothing matches.

      Examples:
        kehoach grammar try '{share: <digits>} ~ "%"' plan.txt
        kehoach grammar try --line '<upper>{3} ...' corpus/plans/*/input.txt
      """)

  @Argument(help: "The pattern.")
  var pattern: String

  @Argument(help: "Documents in any format that is read.")
  var files: [String]

  @Flag(help: "Match whole lines, as a \"line\" field does, and not anywhere in them.")
  var line = false

  @OptionGroup var grammar: GrammarOption

  func run() throws {
    let files = try Leaving.orExplain {
      try grammar.grammars.map { try GrammarFolder.files(in: $0) } ?? Grammar.embeddedFiles()
    }
    let trial: PatternTrial
    do {
      trial = try PatternTrial(pattern, kind: line ? .line : .phrase, files: files)
    } catch {
      for fault in error.errors {
        // The pattern stands behind the field's name on a line of its own.
        let column = fault.column - (line ? "  line " : "  phrase ").count
        Leaving.complain(
          fault.file == "pattern"
            ? "\(pattern)\n\(String(repeating: " ", count: max(0, column - 1)))^ \(fault.message)\n"
            : "\(fault)\n")
      }
      throw Leaving.unreadable
    }
    try Leaving.orExplain {
      var count = 0
      for file in self.files {
        for match in try trial.matches(in: file) {
          count += 1
          try ByteStream.standardOutput.write(match)
        }
      }
      try ByteStream.standardOutput.write("\(count) matches in \(self.files.count) documents\n")
      if count == 0 { throw Leaving.differs }
    }
  }
}
