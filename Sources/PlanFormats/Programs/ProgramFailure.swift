/// Why a program gave nothing.
enum ProgramFailure: Error, Equatable {
  /// It ended with an exit code that is not 0; `words` is the beginning of what it said.
  case stopped(status: Int, words: String)
  /// A signal ended it: a fault of its own or a limit of memory, time or file size.
  case killed(signal: Int, words: String)
  /// It took longer than it may.
  case late(seconds: Int)
  /// It printed more than it may.
  case loud(bytes: Int)
  /// It could not be started.
  case unstarted

  /// What a person is told.
  func told(of program: Program, _ format: DocumentFormat) -> FormatError {
    switch self {
    case .stopped(let status, let words):
      .failed(format, program: program.name, what: Self.line(words) ?? "it ended with \(status)")
    case .killed(let signal, let words):
      .failed(
        format, program: program.name,
        what: Self.line(words) ?? "signal \(signal) ended it, perhaps for want of memory")
    case .late(let seconds): .tooLarge(format, what: "more than \(seconds) s in \(program.name)")
    case .loud(let bytes):
      .tooLarge(format, what: "more than \(bytes >> 20) MB out of \(program.name)")
    case .unstarted:
      .failed(format, program: program.name, what: "it could not be started")
    }
  }

  /// What it said, or how it ended.
  var brief: String {
    switch self {
    case .stopped(let status, let words): Self.line(words) ?? "the reader ended with \(status)"
    case .killed(let signal, let words): Self.line(words) ?? "signal \(signal) ended the reader"
    case .late(let seconds): "more than \(seconds) s"
    case .loud(let bytes): "more than \(bytes >> 20) MB"
    case .unstarted: "the reader could not be started"
    }
  }

  /// The first line that says something.
  private static func line(_ words: String) -> String? {
    words.split(whereSeparator: \.isNewline).first { !$0.isEmpty }.map { String($0.prefix(160)) }
  }
}
