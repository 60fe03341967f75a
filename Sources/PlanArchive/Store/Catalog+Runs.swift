extension Catalog {
  /// Whether no entry of a packed file waits for another try.
  func isSettled(_ packed: [UInt8]) throws(ArchiveError) -> Bool {
    let passing = Outcome.Reason.allCases.filter(\.isPassing).map { "'\($0.rawValue)'" }
    let statement = try database.prepare(
      "SELECT count(*) FROM documents WHERE outcome = 'failed' AND path >= ? AND path < ? "
        + "AND reason IN (\(passing.joined(separator: ", ")))")
    // "!/" to "!0", which is the next after it.
    statement.begin([
      .path(packed + Array("!/".utf8)), .path(packed + Array("!0".utf8)),
    ])
    return try statement.step() && statement.integer(0) == 0
  }

  /// How many documents are in quarantine.
  func quarantined() throws(ArchiveError) -> Int {
    try database.number("SELECT count(*) FROM documents WHERE outcome = 'failed'") ?? 0
  }

  /// Tells of a run that has ended; no part of the state that runs are compared by.
  func tell(
    run started: String, ended: String, jobs: Int, counts: RunProgress.Counts
  ) throws(ArchiveError) {
    try database.prepare(
      "INSERT INTO runs (started, ended, jobs, converted, failed, skipped) "
        + "VALUES (?, ?, ?, ?, ?, ?)"
    ).run([
      .text(started), .text(ended), .integer(jobs), .integer(counts.converted),
      .integer(counts.failed), .integer(counts.skipped),
    ])
  }
}
