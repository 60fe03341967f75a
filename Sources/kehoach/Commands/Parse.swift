import ArgumentParser
import PlanCorpus

/// `kehoach parse`: documents in, plans out.
struct Parse: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Read documents and write their plans.",
    discussion: """
      Examples:
        kehoach parse plan.txt                         the plan as JSON
        kehoach parse --format tree plan.txt           the plan as a tree to look at
        kehoach parse --format xml -o plan.xml plan.txt
        kehoach parse -o out/ --jobs 4 plans/*.txt     out/NAME.json for each plan
        kehoach parse --format jsonl plans/*.txt       one line of JSON per plan
        pdftotext -layout plan.pdf - | kehoach parse - a plan from another program

      Warnings go to the standard error as path:line:column. A document that cannot be read is \
      reported, the others are converted all the same, and the exit code is 2. Whatever is said \
      of a plan, also that its text is none, leaves the exit code 0 unless --strict is given.
      """)

  @Argument(help: "Documents in any format that is read; - is the standard input.")
  var files: [String]

  @Option(help: "The form to write: json, jsonl, xml or tree.")
  var format = OutputFormat.json

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, or the folder when there are several documents.", valueName: "path"))
  var output: String?

  @OptionGroup var grammar: GrammarOption

  @Flag(help: "Tell with every node and fact which rule made it.")
  var trace = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Shorten the lines of a tree to so many characters.", valueName: "n"))
  var width: Int?

  @Flag(help: "Exit with 1 when a document has warnings.")
  var strict = false

  @OptionGroup var work: WorkOption

  @OptionGroup var reporting: ReportOptions

  func validate() throws {
    if let width, width < 20 { throw ValidationError("--width must be 20 or more.") }
    if width != nil, format != .tree { throw ValidationError("--width is for --format tree.") }
    if files.count(where: { $0 == DocumentReader.standardInput }) > 1 {
      throw ValidationError("The standard input (-) can be read once only.")
    }
    if files.count > 1, output == nil, format != .jsonl {
      throw ValidationError(
        "Several documents need a folder to write to: add -o FOLDER, or --format jsonl.")
    }
    do throws(OutputPlan.Refusal) {
      try OutputPlan.check(destinations().compactMap { $0 }, for: files)
    } catch {
      throw ValidationError(error.description)
    }
  }

  @MainActor
  mutating func run() async throws {
    let outputs = try destinations()
    if writesFolder, let output { try Leaving.orExplain { try FileSystem.makeFolder(output) } }
    let conversion = Conversion(
      reader: DocumentReader(grammar: try grammar.load(), trace: trace), format: format,
      trace: trace, width: width, report: reporting.report)
    var ending = ExitCode.success
    let pairs = zip(files, outputs).map { ($0, $1) }
    if pairs.count == 1, let (path, place) = pairs.first, place == nil {
      _ = settle(conversion.stream(path), &ending)
    } else {
      await Batch.run(pairs, jobs: work.jobs) { path, place in
        conversion.convert(path, to: place)
      } emit: { outcome in
        settle(outcome, &ending)
      }
    }
    if ending != .success { throw ending }
  }

  /// Prints what came of one document; returns whether to go on.
  private func settle(_ outcome: Conversion.Outcome, _ ending: inout ExitCode) -> Bool {
    var failure = outcome.failure
    do throws(CorpusError) {
      if !outcome.output.isEmpty { try ByteStream.standardOutput.write(outcome.output) }
    } catch {
      failure = error
    }
    Leaving.complain(outcome.report)
    if strict, outcome.hasWarnings, ending == .success { ending = Leaving.differs }
    guard let failure else { return true }
    let code = Leaving.report(failure)
    if code != .success { ending = code }
    if case .brokenPipe = failure { return false }
    return true
  }

  /// Where each plan goes; `nil` is the standard output.
  private func destinations() throws(OutputPlan.Refusal) -> [String?] {
    guard let output else { return files.map { _ in nil } }
    guard writesFolder else { return [output] }
    return try OutputPlan.files(for: files, in: output, format: format)
  }

  /// Whether `-o` names a folder.
  private var writesFolder: Bool {
    guard let output else { return false }
    return files.count > 1 || output.hasSuffix("/") || FileSystem.isFolder(output)
  }
}

extension OutputFormat: ExpressibleByArgument {}
