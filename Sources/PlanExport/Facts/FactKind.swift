/// A kind of fact that a plan tells; the raw value is the name of its list in the format.
package enum FactKind: String, CaseIterable, Sendable {
  /// Documents that the plan refers to.
  case references
  /// Quantities to be reached.
  case targets
  /// Work handed out.
  case tasks
  /// Bodies charged with duties.
  case assignments
  /// Where the money comes from.
  case funding
  /// Duties to report.
  case reports
}
