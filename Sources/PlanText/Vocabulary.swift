/// The keys that the rules of a grammar name, each with a small number.
package struct Vocabulary: Sendable {
  /// The key of every token that no rule names.
  package static let unknown: UInt32 = 0
}
