import ArgumentParser
import PlanCorpus
import RuleLab

/// `kehoach corpus measure`: precision, recall and F1 against gold.
struct CorpusMeasure: AsyncParsableCommand {
  /// How figures are written.
  enum Form: String, CaseIterable, ExpressibleByArgument { case table, json }

  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Tell how much of what people read the rules find, and how much of it is right.",
    discussion: """
      Gold is a plan that people have read: NAME/gold.json beside the document, or NAME.json with \
      NAME.txt. Figures are told by category, field, kind of document and document; the range \
      beside each F1 is where it would lie in 95 of 100 draws of such documents.

      Examples:
        kehoach corpus measure
        kehoach corpus measure --grammars grammars --show targets
        kehoach corpus measure --gold gold/ --documents texts/ --format json
        kehoach corpus measure --gate corpus/baseline.tsv     fail when a figure falls
      """)

  @Option(help: ArgumentHelp("A folder with gold.", valueName: "dir"))
  var gold = GoldDocument.folders

  @Option(help: ArgumentHelp("The folder with the documents of NAME.json.", valueName: "dir"))
  var documents: String?

  @Option(help: "How to write the figures: table or json.")
  var format = Form.table

  @Option(help: ArgumentHelp("Print every miss and extra of a category.", valueName: "category"))
  var show: [RuleLab.Category] = []

  @Option(help: ArgumentHelp("Fail when a figure is below the one in a file.", valueName: "file"))
  var gate: String?

  @Option(help: ArgumentHelp("Write the figures to a file for --gate.", valueName: "file"))
  var record: String?

  @OptionGroup var grammar: GrammarOption
  @OptionGroup var work: WorkOption

  func run() async throws {
    let grammar = try grammar.load()
    let documents = try Leaving.orExplain {
      try GoldDocument.all(in: gold, documents: self.documents)
    }
    let measurement = try await Leaving.orExplain {
      try await Laboratory.measure(
        documents, grammar: grammar, jobs: work.jobs, progress: work.progress("measured"))
    }
    try Leaving.orExplain {
      for category in show { try print(category, measurement) }
      if show.isEmpty || format == .json {
        let text =
          format == .json ? MeasureJSON.text(measurement) : MeasureTable.text(measurement)
        try ByteStream.standardOutput.write(text)
      }
      if let record { try OutputFile.write(Array(Baseline(measurement).text.utf8), to: record) }
      guard let gate else { return }
      let falls = try Baseline(path: gate).falls(of: measurement)
      for fall in falls { Leaving.complain("kehoach: error: \(fall)\n") }
      if !falls.isEmpty { throw Leaving.differs }
    }
  }

  private func print(_ category: RuleLab.Category, _ measurement: Measurement) throws {
    for document in measurement.documents {
      for finding in document.tallies[category]?.findings ?? [] {
        let rule = finding.rule.map { " {\($0)}" } ?? ""
        try ByteStream.standardOutput.write(
          "\(document.name) \(category.rawValue) \(finding.kind.rawValue) \(finding.text)\(rule)\n")
      }
    }
  }
}

extension RuleLab.Category: ExpressibleByArgument {}
