package import PlanExport

/// A value of gold or of a plan as its JSON tells it; what is not there is an empty value.
package struct Told: Sendable {
  private let field: Field?

  /// The value of a field.
  package init(_ field: Field?) {
    self.field = field
  }

  /// The value under a name of a record.
  package subscript(_ name: String) -> Told {
    guard case .record(let fields) = field?.content else { return Told(nil) }
    return Told(fields.last { $0.name == name }?.value)
  }

  /// Whether a record has a name, were it with `null`.
  func has(_ name: String) -> Bool {
    guard case .record(let fields) = field?.content else { return false }
    return fields.contains { $0.name == name }
  }

  /// The names of a record, in order.
  var names: [String] {
    guard case .record(let fields) = field?.content else { return [] }
    return fields.map(\.name)
  }

  /// The entries of a list; none of anything else.
  package var entries: [Told] {
    guard case .list(let entries) = field?.content else { return [] }
    return entries.map { Told($0) }
  }

  /// The entries of a list, or the value itself as the only one.
  var several: [Told] {
    if case .list = field?.content { return entries }
    return [self]
  }

  /// The text, or the spelling of a number.
  package var text: String? {
    switch field?.content {
    case .text(let text): text
    case .number(let spelling): spelling
    default: nil
    }
  }

  /// Whether the value is `true`.
  package var isTrue: Bool {
    if case .flag(true) = field?.content { return true }
    return false
  }

  /// Whether nothing is told: no text, or an empty one.
  var isEmpty: Bool { text?.isEmpty ?? true }

  /// The text in the form in which texts are compared.
  var key: String { text.map { ComparisonForm.key($0) } ?? "" }

  /// The text in the form in which texts are compared, with its capitals.
  var folded: String { text.map { ComparisonForm.fold($0) } ?? "" }

  /// The rule that made a record.
  var rule: String? { self["rule"].text }

  /// Whether gold allows an entry without asking for it.
  var isOptional: Bool { self["optional"].isTrue }

  /// What gold accepts under a name: its own value and those of `nameAlt`.
  func either(_ name: String) -> [Told] { [self[name]] + self[name + "Alt"].entries }

  /// The plan's value under a name when this gold accepts it, else gold's own.
  func settled(_ name: String, with plan: Told) -> Told {
    let told = plan[name]
    let key = told.key
    return either(name).contains { $0.key == key } ? told : self[name]
  }
}
