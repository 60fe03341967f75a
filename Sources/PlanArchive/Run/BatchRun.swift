import Glibc
package import PlanCorpus
import PlanModel

/// A run over an archive: documents are given to workers, and what comes of them goes to the
/// folder of the run and its catalog.
///
/// It may be killed at any moment. Plans are written whole, and the catalog tells of a document
/// after its plans are on the disk; so a run that goes on does again what the catalog does not
/// tell, and ends in the state in which one that was never stopped would have ended. The numbers
/// of documents follow the order of the inputs, whichever worker is done first.
package final class BatchRun {
  let settings: RunSettings
  let grammar: String
  let catalog: Catalog
  let reading: Int
  var outputs: OutputTree
  var counts = RunProgress.Counts()
  private var source: InputSource
  private var progress: RunProgress
  private var desks: [Desk] = []
  private let lock: RunLock
  private let started = Clock.now()
  private var committed = Clock.seconds()
  private var uncommitted = 0

  /// Opens the folder of a run, whose catalog must be new unless the run goes on.
  package init(
    _ settings: RunSettings, grammar: String, progress stream: ByteStream?
  ) throws(ArchiveError) {
    self.settings = settings
    self.grammar = grammar
    try settings.refuseOutputs()
    do throws(CorpusError) {
      try OutputTree.makeFolders(settings.output)
    } catch {
      throw .file(error)
    }
    lock = try RunLock(settings.output)
    let place = Self.catalog(in: settings.output)
    if FileSystem.exists(place), !settings.resumes { throw .exists(folder: settings.output) }
    catalog = try Catalog(place)
    reading = try catalog.reading(
      program: KehoachVersion.current, grammar: grammar, formats: settings.formatNames)
    outputs = OutputTree(settings.output)
    outputs.clear()
    source = InputSource(settings)
    // Counting is a walk over names alone; a list on the standard input cannot be walked twice.
    progress = RunProgress(
      stream, total: stream == nil || settings.readsList ? nil : try Self.count(settings))
    for _ in 0..<settings.jobs { desks.append(Desk(settings, grammar: grammar)) }
  }

  /// The place of the catalog in the folder of a run.
  package static func catalog(in folder: String) -> String {
    Path.join(folder, "catalog.sqlite")
  }

  private static func count(_ settings: RunSettings) throws(ArchiveError) -> Int {
    var source = InputSource(settings, unpacks: false)
    var count = 0
    while try source.next() != nil { count += 1 }
    return count
  }

  /// Does everything that is to be done.
  package func run() throws(ArchiveError) -> RunSummary {
    let reading = reading
    let catalog = catalog
    source.isSettled = { path, file throws(ArchiveError) in
      guard let known = try catalog.packed(path) else { return false }
      return known.file == file && known.reading == reading
    }
    while true {
      let isBusy = try fill()
      guard isBusy else { break }
      try wait()
      try settle()
    }
    for desk in desks { desk.close() }
    // Of a packed file that was gone through with a filter others may want the rest.
    let ended = settings.filter.takesAll ? source.ended : []
    for packed in ended where try catalog.isSettled(packed.path) {
      try catalog.tell(
        packed: packed.path, file: packed.file, entries: packed.entries, reading: reading)
    }
    progress.end()
    let summary = RunSummary(
      counts: counts, seconds: progress.elapsed, hasInput: !source.isEmpty,
      quarantined: try catalog.quarantined())
    try catalog.tell(
      run: started, ended: Clock.now(), jobs: settings.jobs, counts: counts)
    lock.flush()
    try catalog.finish()
    try BatchReport.write(to: settings.output, from: catalog.database)
    return summary
  }

  /// Gives each desk that is free a document; whether any is at work.
  private func fill() throws(ArchiveError) -> Bool {
    while let desk = desks.first(where: { $0.job == nil }) {
      guard let item = try source.next() else { break }
      let plan = try decide(item)
      switch plan {
      case .skip: counts.skipped += 1
      case .failed(let job, let failure): try record(job, .failed(failure), seconds: 0)
      case .convert(let job):
        // One document twice among the inputs: the later comes when the earlier is done.
        while desks.contains(where: { $0.job?.id == job.id }) { try wait() }
        try desk.begin(job)
      }
      progress.tell(counts)
      try settle()
    }
    return desks.contains { $0.job != nil }
  }

  /// Waits until a worker has something to tell, or has had its time.
  private func wait() throws(ArchiveError) {
    let busy = desks.filter { $0.job != nil }
    var waits = busy.map { pollfd(fd: $0.file, events: Int16(POLLIN), revents: 0) }
    let left = busy.map { $0.deadline - Clock.seconds() }.min() ?? 0
    let milliseconds = Int32(max(0, min(left * 1_000 + 1, 200)))
    _ = unsafe poll(&waits, nfds_t(waits.count), milliseconds)
    for (desk, ready) in zip(busy, waits) {
      let isReady = ready.revents != 0
      guard let (job, outcome, seconds) = try desk.advance(isReady: isReady) else { continue }
      try record(job, outcome, seconds: seconds)
    }
    progress.tell(counts)
  }

  /// Puts plans and catalog on the disk, once a second: the plans first.
  private func settle() throws(ArchiveError) {
    guard uncommitted > 0, uncommitted >= 1_000 || Clock.seconds() - committed > 1 else { return }
    lock.flush()
    try catalog.commit()
    committed = Clock.seconds()
    uncommitted = 0
  }

  /// Writes down what became of a document.
  private func record(_ job: Job, _ outcome: Outcome, seconds: Double) throws(ArchiveError) {
    uncommitted += 1
    switch outcome {
    case .same(let file):
      counts.skipped += 1
      try catalog.touch(job.id, modified: file.modified)
      return
    case .done(let done):
      do throws(CorpusError) {
        for (format, bytes) in zip(settings.formats, done.outputs) {
          try outputs.write(bytes, job.item.path, format)
        }
      } catch {
        let failure = Outcome.Failure(
          .notWritten, error.description, file: done.file, read: done.file.bytes,
          sha256: done.sha256)
        try quarantine(job, failure)
        break
      }
      counts.converted += 1
      try catalog.tell(
        job.id, file: done.file, sha256: done.sha256, reading: reading, record: done.record,
        before: job.before)
    case .failed(let failure): try quarantine(job, failure)
    }
    try catalog.time(job.id, milliseconds: seconds * 1_000)
  }

  private func quarantine(_ job: Job, _ failure: Outcome.Failure) throws(ArchiveError) {
    counts.failed += 1
    outputs.remove(job.item.path, settings.formats)
    try catalog.tell(
      job.id, file: failure.file ?? job.file, failure: failure,
      limits: settings.limits.identity, reading: reading, before: job.before)
  }
}
