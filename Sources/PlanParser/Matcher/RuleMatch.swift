/// A rule that matched, and the tokens it matched.
package struct RuleMatch: Sendable, Equatable {
  /// The index in `Grammar.rules`.
  package var rule: Int {
    get { Int(storedRule) }
    set { storedRule = Int32(truncatingIfNeeded: newValue) }
  }
  /// The index of its first token.
  package var start: Int {
    get { Int(storedStart) }
    set { storedStart = Int32(truncatingIfNeeded: newValue) }
  }
  /// The index after its last token; of a line rule that ends in `...`, after what stands before.
  package var end: Int {
    get { Int(storedEnd) }
    set { storedEnd = Int32(truncatingIfNeeded: newValue) }
  }

  // A leaf of a document keeps all its matches: each is small. No text has 2³¹ tokens.
  private var storedRule: Int32
  private var storedStart: Int32
  private var storedEnd: Int32

  package init(rule: Int, start: Int, end: Int) {
    storedRule = Int32(truncatingIfNeeded: rule)
    storedStart = Int32(truncatingIfNeeded: start)
    storedEnd = Int32(truncatingIfNeeded: end)
  }
}
