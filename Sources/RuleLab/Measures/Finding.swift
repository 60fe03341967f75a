/// A difference of a plan from gold.
package struct Finding: Sendable, Equatable {
  /// Whether gold has it and the plan does not, or the plan and not gold.
  package enum Kind: String, Sendable {
    case missing = "-"
    case extra = "+"
  }

  /// What it is.
  package let kind: Kind
  /// The fact on one line.
  package let text: String
  /// The rule that made it, of an extra.
  package let rule: String?
}
