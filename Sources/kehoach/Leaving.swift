import ArgumentParser
import PlanArchive
import PlanCorpus
import PlanParser

/// How the program ends when something cannot be done.
enum Leaving {
  /// Goldens differ, examples fail, or `--strict` and warnings.
  static let differs = ExitCode(1)
  /// Input or grammar cannot be read, output cannot be written.
  static let unreadable = ExitCode(2)
  /// Another run is at work on the folder: try again later.
  static let locked = ExitCode(75)

  /// Does `work`; an error of the edge is printed and becomes the exit code.
  static func orExplain<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch {
      throw explained(error)
    }
  }

  /// As `orExplain`, for work that waits.
  static func orExplain<Value>(_ work: () async throws -> Value) async throws -> Value {
    do {
      return try await work()
    } catch {
      throw explained(error)
    }
  }

  /// Prints an error of the edge and gives the exit code; any other error stays itself.
  private static func explained(_ error: any Error) -> any Error {
    switch error {
    case let error as CorpusError: return report(error)
    case let error as ArchiveError: return report(error)
    case let errors as GrammarErrors:
      report(errors)
      return unreadable
    default: return error
    }
  }

  /// Prints why something cannot be done, and tells the exit code.
  static func report(_ error: CorpusError) -> ExitCode {
    // Whoever closed the pipe has what they wanted: `kehoach text plan.txt | head`.
    if case .brokenPipe = error { return .success }
    complain("kehoach: error: \(error.description)\n")
    return unreadable
  }

  /// Prints why a run over an archive cannot go on, and tells the exit code.
  static func report(_ error: ArchiveError) -> ExitCode {
    if case .file(let cause) = error { return report(cause) }
    complain("kehoach: error: \(error.description)\n")
    switch error {
    case .locked: return locked
    case .argument, .exists: return ExitCode(64)
    default: return unreadable
    }
  }

  /// Prints every error of a grammar.
  static func report(_ errors: GrammarErrors) {
    for error in errors.errors { complain("\(error.description)\n") }
  }

  /// Writes on the standard error; when that is closed there is nobody to tell.
  static func complain(_ text: String) {
    try? ByteStream.standardError.write(text)
  }
}
