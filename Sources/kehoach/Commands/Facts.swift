import ArgumentParser
import PlanCorpus
import PlanExport

/// `kehoach facts`: what plans say, as tables.
struct Facts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts",
    abstract: "List what plans say: targets, tasks, who is charged with what, …",
    discussion: """
      The kinds of facts:
        references    documents that the plan refers to, with number, date, issuer and subject
        targets       quantities to be reached, with value, unit and time
        tasks         pieces of work, with who leads, who supports, when, and what comes out
        assignments   bodies charged with duties
        funding       where the money comes from, and how much
        reports       who reports to whom, how often and by when

      Examples:
        kehoach facts plan.txt                                  everything, to look at
        kehoach facts --kind tasks --kind reports plan.txt      two kinds only
        kehoach facts --kind targets --format csv --bom plans/*.txt > targets.csv
        kehoach facts --format json plan.txt | jq '.[].targets[] | select(.unit == "%")'

      Every row tells the line and the node it was read from; with several documents the table \
      tells the file too. CSV is for one kind of fact, since each kind has columns of its own: \
      UTF-8, lines end with CR LF, numbers have a decimal point, and several names in one cell \
      are parted by "; ". Spreadsheets take UTF-8 for granted only with --bom. A text that begins \
      with =, +, - or @ has an apostrophe before it in CSV, or a spreadsheet would take it for a \
      formula; JSON has it as it stands.
      """)

  @Argument(help: "Documents in any format that is read; - is the standard input.")
  var files: [String]

  @Option(
    name: .customLong("kind"),
    help: ArgumentHelp(
      "A kind of fact; give it several times for several kinds (default: all).",
      valueName: "kind"))
  var chosen: [FactKind] = []

  @Option(help: "The form to write: table, csv or json.")
  var format = FactFormat.table

  @Flag(help: "Begin CSV with the mark by which spreadsheets know UTF-8.")
  var bom = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many characters a line of a table may have (default: the terminal's, or 100).",
      valueName: "n"))
  var width: Int?

  @OptionGroup var grammar: GrammarOption

  @Flag(help: "Tell with every fact in JSON which rule found it.")
  var trace = false

  @OptionGroup var work: WorkOption

  func validate() throws {
    if let width, width < 20 { throw ValidationError("--width must be 20 or more.") }
    if files.count(where: { $0 == DocumentReader.standardInput }) > 1 {
      throw ValidationError("The standard input (-) can be read once only.")
    }
    if format == .csv, Set(chosen).count != 1 {
      throw ValidationError(
        "CSV holds one kind of fact, since each has columns of its own: add --kind tasks, for "
          + "example, or use --format json.")
    }
    if bom, format != .csv { throw ValidationError("--bom is for --format csv.") }
    if trace, format != .json { throw ValidationError("--trace is for --format json.") }
    if width != nil, format != .table { throw ValidationError("--width is for --format table.") }
  }

  mutating func run() async throws {
    let kinds = FactKind.allCases.filter { chosen.isEmpty || chosen.contains($0) }
    let listing = FactListing(
      reader: DocumentReader(grammar: try grammar.load(), trace: trace), kinds: kinds,
      format: format, tellsFile: files.count > 1, trace: trace)
    var ending = ExitCode.success
    var lists = listing.lists
    let head = (bom ? FactCSV.byteOrderMark : []) + listing.head
    var failure: CorpusError?
    var follows = false
    await Batch.run(files, jobs: work.jobs) {
      listing.facts(of: $0)
    } emit: { outcome in
      if let failure = outcome.failure {
        let code = Leaving.report(failure)
        if code != .success { ending = code }
        return true
      }
      for (index, list) in outcome.lists.enumerated() { lists[index].add(list) }
      if failure == nil {
        failure = Self.failure(of: (follows ? listing.separator : head) + outcome.output)
      }
      follows = true
      return failure == nil
    }
    // What no document was read for has no facts, not even none.
    if !follows { throw ending }
    let width = width ?? ByteStream.standardOutput.columns ?? 100
    let filled = lists.filter { $0.count > 0 }
    let tables = (filled.isEmpty ? lists : filled).map { $0.text(width: width) }
    let end = Array(tables.joined(separator: "\n").utf8) + listing.foot
    if let failure = failure ?? Self.failure(of: end) {
      let code = Leaving.report(failure)
      if code != .success { ending = code }
    }
    if ending != .success { throw ending }
  }

  /// Writes on the standard output; gives why that cannot be done.
  private static func failure(of bytes: [UInt8]) -> CorpusError? {
    do throws(CorpusError) {
      if !bytes.isEmpty { try ByteStream.standardOutput.write(bytes) }
      return nil
    } catch {
      return error
    }
  }
}

extension FactKind: ExpressibleByArgument {}
extension FactFormat: ExpressibleByArgument {}
