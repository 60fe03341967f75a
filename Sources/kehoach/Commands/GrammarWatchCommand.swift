import ArgumentParser
import Glibc
import PlanCorpus
import RuleLab

/// `kehoach grammar watch`: a document read anew on every save.
struct GrammarWatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Read a document anew whenever a grammar file is saved, and show what changed.",
    discussion: """
      Prints faults of the grammar as they come, and otherwise the difference of the plan's tree \
      with the rules that made its lines. Ends with Ctrl-C.

      Examples:
        kehoach grammar watch grammars plan.txt
      """)

  @Argument(help: "A folder of grammar files.")
  var dir: String

  @Argument(help: "A document in any format that is read.")
  var file: String

  @Option(parsing: .unconditional, help: .hidden)
  var looks: Int?

  func run() throws {
    var watch = GrammarWatch(folder: dir, document: file)
    try Leaving.orExplain {
      // What is not there at the start will hardly come.
      _ = try GrammarFolder.files(in: dir)
      _ = try FileSystem.read(file)
      var left = looks ?? Int.max
      while left > 0 {
        if let text = watch.look() { try ByteStream.standardOutput.write(text) }
        left -= 1
        if left > 0 { usleep(300_000) }
      }
    }
  }
}
