import ArgumentParser
import PlanArchive
import PlanCorpus

/// `kehoach batch-worker`: the far side of `kehoach batch`, started by it and by nobody else.
struct BatchWorker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch-worker", abstract: "Read documents for kehoach batch.",
    shouldDisplay: false)

  @OptionGroup var grammar: GrammarOption

  @Option(help: "The forms of the plans, separated by commas.")
  var format: FormatList

  @Option(parsing: .unconditional, help: "The most bytes of a document.")
  var maxBytes: Int

  @Option(parsing: .unconditional, help: "The most seconds for a document.")
  var maxSeconds: Double

  @Option(parsing: .unconditional, help: "The most bytes of memory.")
  var maxMemory: Int

  @Flag(help: "Take a packed file apart.")
  var unpack = false

  func run() throws {
    let limits = RunLimits(bytes: maxBytes, seconds: maxSeconds, memory: maxMemory)
    if unpack { return Unpacker(limits: limits).run() }
    Worker(grammar: try grammar.load(), formats: format.formats, limits: limits).run()
  }
}
