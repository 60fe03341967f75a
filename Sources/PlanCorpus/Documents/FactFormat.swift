/// A form in which facts are listed.
package enum FactFormat: String, CaseIterable, Sendable {
  /// A table for a person, for each kind of fact.
  case table
  /// Comma-separated values, for one kind of fact.
  case csv
  /// A JSON array with an object for each document.
  case json
}
