import ArgumentParser
import PlanCorpus
import PlanParser
import PlanText

/// `kehoach explain`: which rules read a line, and as what.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell which rules read a document, line by line.",
    discussion: """
      Examples:
        kehoach explain plan.txt          every line
        kehoach explain plan.txt:12       line 12 only
      """)

  @OptionGroup var grammar: GrammarOption

  @Argument(help: ArgumentHelp("A file, and after a colon the line.", valueName: "file[:line]"))
  var place: String

  func validate() throws {
    if let fault = LinePlace.fault(in: place) { throw ValidationError(fault) }
  }

  func run() throws {
    let grammar = try grammar.load()
    try Leaving.orExplain {
      let place = LinePlace(place)
      let document = try DocumentReader.document(at: place.path)
      if let line = place.line, line > document.text.lines.count {
        Leaving.complain(
          "kehoach: error: \(place.path) has \(document.text.lines.count) lines, "
            + "there is no line \(line)\n")
        throw Leaving.unreadable
      }
      try ByteStream.standardOutput.write(grammar.explain(document.text, line: place.line))
    }
  }
}
