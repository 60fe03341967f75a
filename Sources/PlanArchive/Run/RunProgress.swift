import PlanCorpus

/// Tells a person how far a run is: a bar on a terminal, now and then a line elsewhere.
package struct RunProgress {
  /// What a run has done so far.
  package struct Counts: Equatable, Sendable {
    package var converted = 0
    package var failed = 0
    package var skipped = 0

    /// All that is behind.
    var all: Int { converted + failed + skipped }
  }

  private let stream: ByteStream?
  private let total: Int?
  private let began = Clock.seconds()
  private var told = Clock.seconds()

  /// Progress towards `total` documents, when it is known; without a stream nothing is told.
  init(_ stream: ByteStream?, total: Int?) {
    self.stream = stream
    self.total = total
  }

  /// Seconds since the beginning.
  var elapsed: Double { Clock.seconds() - began }

  /// Tells where the run is, unless it has only just done so.
  mutating func tell(_ counts: Counts) {
    guard let stream else { return }
    let now = Clock.seconds()
    let isTerminal = stream.isTerminal
    guard now - told >= (isTerminal ? 0.2 : 10) else { return }
    told = now
    let text = line(counts, bar: isTerminal)
    // The rest of an older, longer line is wiped.
    try? stream.write(isTerminal ? "\r\(text)\u{1B}[K" : text + "\n")
  }

  /// Ends the bar, so that what follows has a line of its own.
  func end() {
    if let stream, stream.isTerminal { try? stream.write("\r\u{1B}[K") }
  }

  /// "[#####     ] 1200 of 2000 done, 3 failed, 220 docs/s, 4 s left".
  func line(_ counts: Counts, bar: Bool) -> String {
    let rate = Double(counts.converted + counts.failed) / max(elapsed, 0.001)
    var text = "\(counts.converted + counts.skipped)"
    if let total { text += " of \(max(total, counts.all))" }
    text += " done, \(counts.failed) failed, \(Int(rate.rounded())) docs/s"
    guard let total, total > 0 else { return text }
    let left = max(total - counts.all, 0)
    if rate > 0 { text += ", \(Self.span(Double(left) / rate)) left" }
    guard bar else { return text }
    let full = min(20, 20 * counts.all / max(total, 1))
    return "[\(String(repeating: "#", count: full) + String(repeating: " ", count: 20 - full))] "
      + text
  }

  /// "45 s", "12 min", "3 h 20 min".
  static func span(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    if whole < 120 { return "\(whole) s" }
    if whole < 7_200 { return "\(whole / 60) min" }
    return "\(whole / 3_600) h \(whole % 3_600 / 60) min"
  }
}
