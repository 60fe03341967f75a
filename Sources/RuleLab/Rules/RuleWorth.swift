/// What a rule does and what it is worth.
package struct RuleWorth: Sendable {
  /// Its name.
  package let rule: String
  /// How often it matched.
  package var fires = 0
  /// In how many documents.
  package var documents = 0
  /// The facts and nodes that it made and that are counted against gold.
  package var made = Counts()
  /// How much the mean F1 falls when it is switched off; `nil` when that was not tried.
  package var worth: Double?
  /// How many examples of other rules it matches too.
  package var examples = 0

  /// A rule that has done nothing yet.
  package init(_ rule: String) { self.rule = rule }
}
