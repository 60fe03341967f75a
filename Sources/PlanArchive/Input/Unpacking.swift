import Glibc

/// The near side of an unpacker.
final class Unpacking {
  private let process: WorkerProcess
  private let seconds: Double
  private var isReady = false

  /// Starts an unpacker on the file at a path.
  init(_ path: [UInt8], _ settings: RunSettings) throws(ArchiveError) {
    process = try WorkerProcess(settings.workerArguments + ["--unpack"])
    seconds = settings.limits.seconds
    _ = process.start(path)
  }

  /// The next step; a step that takes too long is the last.
  func next() -> PackedStep {
    // The first step waits for the process to start, too.
    let deadline = Clock.seconds() + (isReady ? seconds : max(60, seconds))
    isReady = true
    while true {
      if let frame = process.frame() {
        guard let step = try? PackedStep(frame) else { return .damaged("it cannot be unpacked") }
        return step
      }
      let left = deadline - Clock.seconds()
      guard left > 0 else { return .damaged("unpacking takes longer than --max-seconds") }
      var wait = pollfd(fd: process.answers.file, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&wait, 1, Int32(min(left * 1_000 + 1, 60_000)))
      if ready > 0, !process.receive() {
        let ending = process.end(kill: false)
        return .damaged("the unpacker crashed (signal \(ending.signal))")
      }
    }
  }
}
