import ArgumentParser
import PlanCorpus
import PlanText

/// `kehoach text`: the canonical text that spans count in.
struct Text: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Print a document's canonical text, in which spans count bytes.",
    discussion: """
      The canonical text is the document in UTF-8, Unicode NFC, line ends LF, no byte order mark. \
      A file that is that already is printed byte for byte.

      Examples:
        kehoach text plan-utf16.txt > plan.txt     convert the encoding
        kehoach text plan.txt | head -c 480        see what stands before byte 480
      """)

  @Argument(help: "A document in any format that is read; - is the standard input.")
  var file: String

  func run() throws {
    try Leaving.orExplain {
      let document = try DocumentReader.document(at: file)
      try ByteStream.standardOutput.write(document.text.bytes)
    }
  }
}
