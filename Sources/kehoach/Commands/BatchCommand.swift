import ArgumentParser
import Glibc
import PlanArchive
import PlanCorpus
import PlanParser

/// `kehoach batch`: an archive in, plans and a catalog out.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Convert whole archives, with a catalog of what they say.",
    discussion: """
      Folders are gone through to any depth; links in them are not followed. A file that ends in \
      .zip, .tar (or .tar.gz, .tgz, .tar.bz2, .tar.xz, .tar.zst) or .jsonl holds many documents.
      A run may be stopped at any moment, by Ctrl-C or by kill; --resume goes on where it was.

      Examples:
        kehoach batch archive/ --out out/                  JSON plans and out/catalog.sqlite
        kehoach batch archive/ --out out/ --resume         go on, or take in what has changed
        find /data -name '*.txt' | kehoach batch - --out out/ --format json,xml
        kehoach batch archive.tar.gz --out out/ --max-seconds 10

      The folder holds plans/, catalog.sqlite, report.json and report.csv; docs/archives.md tells \
      more. Exit codes: 0 all is converted, 2 some documents are in quarantine or the run cannot \
      go on, 64 usage, 75 another run is at work on the folder.
      """)

  @Argument(help: "Files and folders; - reads a list of them from the standard input.")
  var inputs: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write.", valueName: "dir"))
  var out: String

  @Option(help: "The forms to write: json, jsonl, xml, tree; several with commas.")
  var format = FormatList([.json])

  @OptionGroup var grammar: GrammarOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many documents to work on at a time.", valueName: "n"))
  var jobs = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  @Flag(help: "Go on with the catalog that is in the folder.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Take files changed since a day or time in UTC (2026-05-31, 2026-05-31T17:00).",
      valueName: "time"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Take files whose name matches, for example '*.txt'; may be repeated.", valueName: "glob"))
  var include: [String] = []

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The most bytes of a document.", valueName: "n"))
  var maxBytes = RunLimits().bytes

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The most seconds for a document.", valueName: "n"))
  var maxSeconds = RunLimits().seconds

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most bytes of memory for a document.", valueName: "n"))
  var maxMemory = RunLimits().memory

  @Flag(help: "Tell which files would be taken, and write nothing.")
  var dryRun = false

  @Flag(name: .shortAndLong, help: "Tell no progress and no summary.")
  var quiet = false

  func validate() throws {
    if jobs < 1 || jobs > 1_024 { throw ValidationError("--jobs must be from 1 to 1024.") }
    if maxBytes < 1 || maxMemory < 1 || !(maxSeconds > 0) {
      throw ValidationError("--max-bytes, --max-seconds and --max-memory must be more than 0.")
    }
    if maxSeconds > 86_400 { throw ValidationError("--max-seconds is 86400 at most.") }
  }

  func run() throws {
    let summary = try Leaving.orExplain {
      let settings = RunSettings(
        inputs: inputs.filter { $0 != DocumentReader.standardInput },
        readsList: inputs.contains(DocumentReader.standardInput), output: out,
        formats: format.formats, jobs: jobs, resumes: resume,
        filter: try InputFilter(patterns: include, since: since),
        limits: RunLimits(bytes: maxBytes, seconds: maxSeconds, memory: maxMemory),
        grammars: grammar.grammars)
      if dryRun {
        try DryRun(settings).run()
        throw ExitCode.success
      }
      let run = try BatchRun(
        settings, grammar: try grammar.load().identity,
        progress: quiet ? nil : ByteStream.standardError)
      return try run.run()
    }
    if !quiet { Leaving.complain("kehoach: \(summary.text)\n") }
    if !quiet, !summary.hasInput {
      Leaving.complain("kehoach: no input was found; look at the paths, --include and --since\n")
    }
    if summary.quarantined > 0 {
      let count = summary.quarantined
      if !quiet {
        Leaving.complain("kehoach: \(count) in quarantine; \(out)/report.json says why\n")
      }
      throw Leaving.unreadable
    }
  }
}
