import ArgumentParser
import PlanCorpus
import RuleLab

/// `kehoach corpus`: work on the goldens.
struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Compare the project's documents with what is expected of them.",
    subcommands: [
      Check.self, Accept.self, CorpusDiff.self, CorpusMeasure.self, CorpusRules.self,
      CorpusGenerate.self, CorpusMutate.self, Audit.self,
    ])

  /// Which part of which corpus.
  struct Selection: ParsableArguments {
    @Argument(help: "spec/NAME, spec/NAME:LINE, plans/NAME or plans/summary; all without a name.")
    var names: [String] = []

    @Option(help: ArgumentHelp("The folder of the corpus.", valueName: "dir"))
    var corpus = "corpus"

    @OptionGroup var grammar: GrammarOption

    /// The corpus and the entries that are meant.
    func load() throws -> (Corpus, [Corpus.Entry]) {
      let corpus = Corpus(folder: corpus, grammar: try grammar.load())
      return (corpus, try Leaving.orExplain { try corpus.entries(named: names) })
    }
  }

  /// `kehoach corpus check`: compares.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Print what differs from the goldens.",
      discussion: """
        Prints a unified diff for each difference, the rules behind it and the command that \
        accepts it. A document in a folder NAME.bug is known to be read wrongly: it is told when \
        it is read rightly. The exit code is 1 when something differs.

        Examples:
          kehoach corpus check
          kehoach corpus check spec/headings plans/commune-macadamia
        """)

    @OptionGroup var selection: Selection
    @OptionGroup var work: WorkOption

    func run() async throws {
      let (corpus, entries) = try selection.load()
      let found = try await Leaving.orExplain {
        try await Laboratory.each(entries, jobs: work.jobs, progress: work.progress("checked")) {
          entry throws(CorpusError) in try corpus.check(entry)
        }
      }
      let differences = found.flatMap { $0 }
      try Leaving.orExplain {
        for difference in differences {
          try ByteStream.standardOutput.write("\(difference)\n")
        }
        let bugs = entries.count(where: \.isKnownBug)
        let known = bugs > 0 ? ", \(bugs) known to be read wrongly" : ""
        try ByteStream.standardOutput.write(
          "\(entries.count) checked\(known), \(differences.count) differ\n")
      }
      if !differences.isEmpty { throw Leaving.differs }
    }
  }

  /// `kehoach corpus accept`: rewrites.
  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept",
      abstract: "Make what the program gives now the goldens.",
      discussion: """
        Read the difference before you commit it: git diff corpus.

        Examples:
          kehoach corpus accept plans/commune-macadamia
          kehoach corpus accept spec/headings:42
        """)

    @OptionGroup var selection: Selection

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

  /// `kehoach corpus audit`: holds any document's plan against its text.
  struct Audit: ParsableCommand {
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
}
