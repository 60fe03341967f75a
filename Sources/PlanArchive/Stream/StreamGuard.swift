import Glibc
import PlanCorpus
import PlanExport

/// A stream whose documents are read by a process beside it, so that one which hangs or crashes
/// takes only its own line with it.
package struct StreamGuard {
  private let arguments: [String]
  private let seconds: Double
  private let limit: Int
  private var worker: WorkerProcess?
  private var hasAnswered = false

  /// A guarded stream.
  ///
  /// - Parameters:
  ///   - arguments: How the process beside it is started, beginning with its name: a stream without
  ///     a limit of time; behind them stands the number of its first line.
  ///   - seconds: The longest time that a document may take.
  ///   - limit: The most bytes of a document.
  package init(arguments: [String], seconds: Double, limit: Int) {
    self.arguments = arguments
    self.seconds = seconds
    self.limit = limit
  }

  /// Answers each line of the standard input, as `StreamSession` does.
  package mutating func run() throws(ArchiveError) {
    let output = ByteStream.standardOutput
    var source = LineSource(STDIN_FILENO, limit: StreamRequest.lineLimit(text: limit))
    var number = 0
    while let line = source.next() {
      number += 1
      // A line that is not answered is counted all the same.
      var given: [UInt8] = []
      if case .whole(let bytes) = line { given = bytes }
      if worker == nil {
        worker = try WorkerProcess(arguments + ["--first-line", "\(number)"])
        hasAnswered = false
      }
      _ = worker?.send(given + [UInt8(ascii: "\n")])
      if line == .tooLong {
        try Self.write(StreamSession.tooLong(number), to: output)
      } else if !StreamSession.isBlank(given) {
        try answer(given, number, output)
      }
    }
    _ = worker?.end()
  }

  /// Hands the answer to a line on when it is whole; says what happened when there is none.
  private mutating func answer(
    _ line: [UInt8], _ number: Int, _ output: ByteStream
  ) throws(ArchiveError) {
    guard let worker else { return }
    // The first answer waits for the process to start, too.
    let deadline = Clock.seconds() + (hasAnswered ? seconds : max(60, seconds))
    var gathered: [UInt8] = []
    while gathered.last != UInt8(ascii: "\n") {
      let left = deadline - Clock.seconds()
      var wait = pollfd(fd: worker.answers.file, events: Int16(POLLIN), revents: 0)
      let ready = left > 0 ? unsafe poll(&wait, 1, Int32(min(left * 1_000 + 1, 60_000))) : 0
      if ready > 0, worker.receive() {
        gathered += worker.take()
      } else if ready > 0 || left <= 0 {
        let ending = worker.end(kill: ready <= 0)
        self.worker = nil
        // A grammar that cannot be read is no fault of a document.
        if ready > 0, !hasAnswered, ending.signal == 0 {
          throw .worker(problem: "it ended with code \(ending.code)")
        }
        let failure =
          ready > 0
          ? ("crash", "the program crashed over it (signal \(ending.signal)); report it")
          : ("time", "took longer than --max-seconds \(seconds)")
        try Self.write(
          StreamAnswer.failure(
            id: StreamRequest.id(of: line), line: number, code: failure.0, message: failure.1),
          to: output)
        return
      }
    }
    hasAnswered = true
    try Self.write(gathered, to: output)
  }

  private static func write(_ bytes: [UInt8], to output: ByteStream) throws(ArchiveError) {
    do throws(CorpusError) { try output.write(bytes) } catch { throw .file(error) }
  }
}
