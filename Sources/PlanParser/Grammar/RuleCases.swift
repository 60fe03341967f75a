/// One value of each rule as a case of an enumeration: the readers ask for it at every match.
struct RuleCases<Case: RawRepresentable & Sendable>: Sendable where Case.RawValue == String {
  private let cases: [Case?]

  /// The values of a name.
  init(_ name: String, in values: [RuleValues]) {
    cases = values.map { $0[name].flatMap(Case.init) }
  }

  /// The value of a rule; `nil` when it has none, or none of the enumeration.
  subscript(match: RuleMatch) -> Case? { cases[match.rule] }
}
