import PlanModel

extension BatchRun {
  /// What is to be done with an input.
  enum Decision {
    /// Nothing: the catalog has it.
    case skip
    case convert(Job)
    /// It cannot be read, which is to be written down.
    case failed(Job, Outcome.Failure)
  }

  /// Compares an input with what the catalog knows of it.
  func decide(_ item: InputItem) throws(ArchiveError) -> Decision {
    let known = try catalog.known(item.path)
    let job = Job(
      id: try number(of: item, known), item: item, before: known,
      settled: known.flatMap { isSettled($0, item) ? $0.sha256 : nil })
    switch item.body {
    case .failed(let failure):
      return .failed(job, failure)
    case .entry:
      return .convert(job)
    case .file(let facts):
      guard let known, isSettled(known, item), known.modified == facts.modified,
        known.bytes == facts.bytes
      else { return .convert(job) }
      return .skip
    }
  }

  private func number(
    of item: InputItem, _ known: Catalog.Known?
  ) throws(ArchiveError) -> Int {
    if let known { return known.id }
    return try catalog.add(item.path)
  }

  /// Whether the same bytes would come to the same end.
  private func isSettled(_ known: Catalog.Known, _ item: InputItem) -> Bool {
    switch known.outcome {
    case "done":
      return known.reading == reading && outputs.has(item.path, settings.formats)
    case "failed":
      guard let reason = known.reason.flatMap({ Outcome.Reason(rawValue: $0) }),
        !reason.isPassing
      else { return false }
      if reason.isLimit, known.limits != settings.limits.identity { return false }
      // No grammar makes a text out of what is none; a crash may be another's.
      return known.reading == reading || reason == .format || reason == .tooLarge
    default:
      return false
    }
  }
}
