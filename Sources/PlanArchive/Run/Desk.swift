import PlanParser

/// A place where one worker works: it is started when it is needed, and again when it has died.
final class Desk {
  /// What is being worked on.
  private(set) var job: Job?
  /// When the worker has had its time.
  private(set) var deadline = 0.0
  private let settings: RunSettings
  private let grammar: String
  private var worker: WorkerProcess?
  private var hasGreeted = false
  private var began = 0.0

  init(_ settings: RunSettings, grammar: String) {
    self.settings = settings
    self.grammar = grammar
  }

  /// Where the worker's answers come from.
  var file: Int32 { worker?.answers.file ?? -1 }

  /// Gives the worker a document.
  func begin(_ job: Job) throws(ArchiveError) {
    self.job = job
    if worker == nil {
      worker = try WorkerProcess(settings.workerArguments)
      hasGreeted = false
    }
    began = Clock.seconds()
    // The time of a document begins when its worker is ready.
    deadline = began + (hasGreeted ? settings.limits.seconds : max(60, settings.limits.seconds))
    // A worker that has died is noticed when its answer is waited for.
    if let order = job.order { _ = worker?.give(order) }
  }

  /// Takes what the worker has told; the outcome when it is done with its document.
  func advance(isReady: Bool) throws(ArchiveError) -> (Job, Outcome, seconds: Double)? {
    guard let job, let worker else { return nil }
    if isReady, !worker.receive() { return try died(job, worker) }
    while let frame = worker.frame() {
      if !hasGreeted {
        try greet(frame)
        continue
      }
      guard let outcome = try? Outcome(frame) else {
        throw .worker(problem: "it is of another version")
      }
      self.job = nil
      return (job, outcome, Clock.seconds() - began)
    }
    guard Clock.seconds() > deadline else { return nil }
    _ = worker.end()
    return finish(job, .time, "took longer than --max-seconds \(settings.limits.seconds)")
  }

  /// Lets the worker go.
  func close() {
    _ = worker?.end()
    worker = nil
  }

  private func greet(_ frame: [UInt8]) throws(ArchiveError) {
    var wire = WireReader(frame)
    guard (try? wire.text()) == grammar else {
      throw .worker(problem: "the grammar was changed while the run is going on")
    }
    hasGreeted = true
    began = Clock.seconds()
    deadline = began + settings.limits.seconds
  }

  private func died(
    _ job: Job, _ worker: WorkerProcess
  ) throws(ArchiveError) -> (Job, Outcome, seconds: Double)? {
    let ending = worker.end(kill: false)
    self.worker = nil
    guard hasGreeted else {
      throw .worker(problem: "it ended with code \(ending.code), signal \(ending.signal)")
    }
    var job = job
    job.crashes += 1
    // Whoever killed it may not have meant this document.
    if job.crashes == 1 {
      try begin(job)
      return nil
    }
    // A worker that is refused memory crashes near its limit.
    if ending.peak > settings.limits.memory / 2 {
      return finish(job, .memory, "took more than --max-memory \(settings.limits.memory)")
    }
    return finish(job, .crash, "the program crashed over it (signal \(ending.signal)); report it")
  }

  private func finish(
    _ job: Job, _ reason: Outcome.Reason, _ message: String
  ) -> (Job, Outcome, seconds: Double) {
    self.job = nil
    worker = nil
    var failure = Outcome.Failure(reason, message, file: job.file, read: job.file?.bytes ?? 0)
    if case .entry(let bytes, _) = job.item.body { failure.sha256 = sha256Hex(bytes) }
    return (job, .failed(failure), Clock.seconds() - began)
  }
}
