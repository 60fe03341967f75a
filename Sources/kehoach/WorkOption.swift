import ArgumentParser
import Glibc
import PlanCorpus

/// How work on many documents is done.
struct WorkOption: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many documents to read at a time.", valueName: "n"))
  var jobs = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  func validate() throws {
    if jobs < 1 { throw ValidationError("--jobs must be 1 or more.") }
  }

  /// A line that counts on a terminal, and is silent elsewhere.
  func progress(_ done: String) -> Progress {
    Progress(done: done, isShown: ByteStream.standardError.isTerminal)
  }
}
