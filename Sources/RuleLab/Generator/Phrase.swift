/// A phrase with its slots filled.
struct Phrase: Sendable {
  /// The text as it is printed.
  var text = ""
  /// What its slots were filled with and what it says, by name; those of a phrase within it under
  /// the slot's name: `date.iso`.
  var values: [String: String] = [:]

  subscript(_ name: String) -> String? { values[name] }
}
