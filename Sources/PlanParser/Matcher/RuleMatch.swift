/// A rule that matched, and the tokens it matched.
package struct RuleMatch: Sendable, Equatable {
  /// The index in `Grammar.rules`.
  package var rule: Int
  /// The index of its first token.
  package var start: Int
  /// The index after its last token; of a line rule that ends in `...`, after what stands before.
  package var end: Int

  package init(rule: Int, start: Int, end: Int) {
    self.rule = rule
    self.start = start
    self.end = end
  }
}
