import ArgumentParser
import PlanCorpus

/// `kehoach corpus accept`: rewrites.
struct CorpusAccept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Make what the program gives now the goldens.",
    discussion: """
      Read the difference before you commit it: git diff corpus.

      Examples:
        kehoach corpus accept plans/commune-macadamia
        kehoach corpus accept spec/headings:42
      """)

  @OptionGroup var selection: CorpusSelection

  func run() throws {
    let (corpus, entries) = try selection.load()
    try Leaving.orExplain {
      for entry in entries {
        for path in try corpus.accept(entry) {
          try ByteStream.standardOutput.write("accepted \(path)\n")
        }
      }
    }
  }
}
