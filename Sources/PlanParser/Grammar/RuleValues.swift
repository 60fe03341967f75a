/// What a rule adds to its meaning (`comparator=ge`): few names, so they are looked through.
package struct RuleValues: Equatable, Sendable {
  private var pairs: [(name: String, value: String)] = []

  /// All of them, in order.
  var all: [(name: String, value: String)] { pairs }

  /// The value of a name; `nil` when the rule does not say it.
  package subscript(name: String) -> String? {
    for pair in pairs where pair.name == name { return pair.value }
    return nil
  }

  /// Whether two rules add the same, in the same order.
  package static func == (one: RuleValues, other: RuleValues) -> Bool {
    one.pairs.elementsEqual(other.pairs, by: ==)
  }

  /// Adds a value and gives whether the name was free.
  mutating func add(_ name: String, _ value: String) -> Bool {
    guard self[name] == nil else { return false }
    pairs.append((name, value))
    return true
  }
}
