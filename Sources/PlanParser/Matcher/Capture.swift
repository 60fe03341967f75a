/// A named part of a match.
package struct Capture: Sendable, Equatable {
  /// The name in the rule's pattern.
  package var name: String
  /// The index of its first token.
  package var start: Int
  /// The index after its last token.
  package var end: Int

  package init(name: String, start: Int, end: Int) {
    self.name = name
    self.start = start
    self.end = end
  }
}
