/// What a run came to.
package struct RunSummary: Sendable {
  package var counts: RunProgress.Counts
  package var seconds: Double
  /// Whether there was anything to be done.
  package var hasInput: Bool
  /// How many documents of the catalog are in quarantine, from this run or an earlier one.
  package var quarantined: Int

  /// "1997 converted, 0 skipped, 3 failed in 8.4 s (238 docs/s)".
  package var text: String {
    let worked = counts.converted + counts.failed
    let rate = Int((Double(worked) / max(seconds, 0.001)).rounded())
    return "\(counts.converted) converted, \(counts.skipped) skipped, \(counts.failed) failed in "
      + "\(Double(Int(seconds * 10)) / 10) s (\(rate) docs/s)"
  }
}
