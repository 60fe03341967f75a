import ArgumentParser
import PlanCorpus
import PlanExport
import PlanParser

/// `kehoach dump`: what a stage of the parser made of a document.
struct Dump: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: "Print what one stage of the parser made of a document.",
    discussion: """
      The stages, in order: lines (what each line is), blocks (paragraphs, units and tables put \
      together), sections (the outline), plan (everything).

      Examples:
        kehoach dump --stage lines plan.txt
        kehoach dump --stage sections plan.txt | less
      """)

  @Option(help: "The stage: lines, blocks, sections or plan.")
  var stage: Stage

  @OptionGroup var grammar: GrammarOption

  @Argument(help: "A document in any format that is read; - is the standard input.")
  var file: String

  func run() throws {
    let grammar = try grammar.load()
    try Leaving.orExplain {
      let document = try DocumentReader.document(at: file)
      switch stage {
      case .plan:
        let plan = grammar.parse(document.text, source: document.source, trace: true)
        try ByteStream.standardOutput.write(PlanTree.write(plan))
      default: try ByteStream.standardOutput.write(grammar.dump(document.text, stage: stage))
      }
    }
  }
}

extension Stage: ExpressibleByArgument {}
