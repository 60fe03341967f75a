/// Where rules matched while a document was read.
struct RuleUses: Sendable {
  /// A rule and the byte at which it matched.
  private struct Use: Hashable {
    var rule: Int32
    var start: Int32
  }

  private var uses: Set<Use> = []

  /// Notes a match; a place that is asked about twice counts once.
  mutating func note(_ rule: Int, at start: Int32) {
    uses.insert(Use(rule: Int32(rule), start: start))
  }

  /// How often each rule matched.
  func counts(of rules: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: rules)
    for use in uses { counts[Int(use.rule)] += 1 }
    return counts
  }
}
