import ArgumentParser
import PlanCorpus

/// `kehoach corpus audit`: holds any document's plan against its text.
struct CorpusAudit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Check that a document's plan tells each character once, and where it stands.",
    discussion: """
      Works on any document, in the corpus or not. Prints path:line:column for each character \
      that the plan loses, tells twice or tells otherwise. The exit code is 1 when there is one.

      Examples:
        kehoach corpus audit plan.txt
        kehoach corpus audit corpus/plans/*/input.txt
      """)

  @Argument(help: "Documents in any format that is read.")
  var files: [String]

  @OptionGroup var grammar: GrammarOption

  func run() throws {
    let reader = DocumentReader(grammar: try grammar.load())
    try Leaving.orExplain {
      var findings = 0
      for file in files {
        let (plan, text) = try reader.read(file)
        for finding in PlanAudit(plan, of: text).findings {
          findings += 1
          try ByteStream.standardOutput.write("\(file):\(finding)\n")
        }
      }
      try ByteStream.standardOutput.write("\(files.count) audited, \(findings) findings\n")
      if findings > 0 { throw Leaving.differs }
    }
  }
}
