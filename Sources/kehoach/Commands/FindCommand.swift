import ArgumentParser
import PlanArchive

/// `kehoach find`: what the plans of an archive say.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Look up what the plans of a catalog say.",
    discussion: """
      Each argument is a phrase; all must be found in one fact. A word that is typed with marks is \
      found with these marks, one without marks with any. A fact is a row, so one line of a plan \
      may be told several times; --kind asks for one kind only.

      Examples:
        kehoach find --catalog out/catalog.sqlite "phong kinh te" --kind tasks --due 2026
        kehoach find --catalog out/catalog.sqlite --due 2026-07/2026-12 --format csv > due.csv
        kehoach find --catalog out/catalog.sqlite ngan-sach --kind funding --limit 0

      Kinds: plans, tasks, targets, assignments, reports, funding, citations.
      Exit codes: 0 something is found, 1 nothing is, 2 the catalog cannot be read, 64 usage.
      """)

  @Argument(help: "Phrases that are looked for.")
  var words: [String] = []

  @Option(help: ArgumentHelp("The catalog that kehoach batch made.", valueName: "file"))
  var catalog: String

  @Option(
    help: ArgumentHelp(
      "Only what is due in a year, month, day or interval (2026, 2026-05, 2026-04/2026-06).",
      valueName: "date"))
  var due: String?

  @Option(help: ArgumentHelp("Only facts of a kind; may be repeated.", valueName: "kind"))
  var kind: [String] = []

  @Option(help: "The form to write: table, csv or json.")
  var format = FindOutput.Form.table

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The most facts to write; 0 for all. 50 in a table, else all.", valueName: "n"))
  var limit: Int?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must be 0 or more.") }
  }

  func run() throws {
    let most = limit ?? (format == .table ? 50 : 0)
    let found = try Leaving.orExplain {
      let query = try FindQuery(words: words, due: due, kinds: kind)
      var output = FindOutput(format)
      return try output.write(query, in: Finder(catalog), limit: most == 0 ? nil : most)
    }
    if found.isMore {
      Leaving.complain("kehoach: there is more than \(found.count); --limit 0 shows all\n")
    }
    if found.count == 0 { throw Leaving.differs }
  }
}

extension FindOutput.Form: ExpressibleByArgument {}
