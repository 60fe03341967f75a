import ArgumentParser
import PlanArchive
import PlanCorpus

/// `kehoach stream`: a line of JSON per document in, a line per plan out.
struct StreamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream",
    abstract: "Answer lines of JSON that hold documents with lines that hold their plans.",
    discussion: """
      A line {"id":…,"text":"…"} or {"id":…,"path":"…"} is answered, in order and at once, with \
      {"id":…,"plan":{…}}, or with {"id":…,"line":…,"error":{"code":…,"message":…}}. The program \
      ends with its input. Documents are read by a process beside it, which is started again when \
      one hangs or crashes.

      Examples:
        kehoach stream < documents.jsonl > plans.jsonl
        printf '{"id":1,"path":"plan.txt"}\\n' | kehoach stream

      Exit codes: 0, also when lines had no plan (their answers say so), 2 when the output cannot \
      be written.
      """)

  @OptionGroup var grammar: GrammarOption

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The most bytes of a document.", valueName: "n"))
  var maxBytes = 64 << 20

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The most seconds for a document; 0 for no limit.", valueName: "n"))
  var maxSeconds = RunLimits().seconds

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The number of the first line.", visibility: .hidden))
  var firstLine = 1

  func validate() throws {
    if !(maxSeconds >= 0) || maxSeconds > 86_400 {
      throw ValidationError("--max-seconds must be from 0 to 86400.")
    }
    if maxBytes < 1 || maxBytes > 1 << 30 {
      throw ValidationError("--max-bytes must be from 1 to \(1 << 30).")
    }
  }

  func run() throws {
    let limit = maxBytes
    if maxSeconds == 0 {
      return try Leaving.orExplain {
        let reader = DocumentReader(grammar: try grammar.load())
        CrashSilence.begin()
        try StreamSession(reader: reader, limit: limit, firstLine: firstLine).run()
      }
    }
    var arguments = ["kehoach", "stream", "--max-seconds", "0", "--max-bytes", "\(limit)"]
    if let grammars = grammar.grammars { arguments += ["--grammars", grammars] }
    var guarded = StreamGuard(arguments: arguments, seconds: maxSeconds, limit: limit)
    try Leaving.orExplain { try guarded.run() }
  }
}
