import ArgumentParser
import Glibc
import PlanCorpus

/// What is told on the standard error.
struct ReportOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Print no warnings, only errors that stop the work.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print notes beside warnings.")
  var verbose = false

  /// A report in colour when a person is looking and has not asked for none; `nil` when quiet.
  var report: DiagnosticReport? {
    if quiet { return nil }
    let refused = unsafe getenv("NO_COLOR").map { unsafe $0.pointee != 0 } ?? false
    return DiagnosticReport(
      colour: ByteStream.standardError.isTerminal && !refused, notes: verbose)
  }
}
