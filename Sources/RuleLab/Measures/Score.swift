package import PlanText

/// Holds the plan of one document against its gold.
package struct Score: Sendable {
  /// The counts of each category; one that gold does not tell is empty.
  package internal(set) var tallies: [Category: Tally] = [:]
  let gold: Told
  let plan: Told

  /// The score of a plan; spans and coverage are counted when the text is given.
  package init(gold: Told, plan: Told, text: CanonicalText?) {
    self.gold = gold
    self.plan = plan
    scoreHeader()
    scoreOutline()
    scoreTables()
    scoreEnding()
    if gold.has("references") { scoreReferences() }
    if gold.has("targets") { scoreTargets() }
    if gold.has("tasks") { scoreTasks() }
    if gold.has("assignments") { scoreAssignments() }
    if gold.has("reports") { scoreReports() }
    if gold.has("funding") { scoreFunding() }
    if let text {
      scoreSpans(text)
      scoreCoverage(text)
    }
  }

  /// Changes the tally of a category.
  mutating func count(_ category: Category, _ change: (inout Tally) -> Void) {
    change(&tallies[category, default: Tally()])
  }

  /// The entries of gold that a plan must have.
  static func required(_ entries: [Told]) -> [Told] { entries.filter { !$0.isOptional } }

  /// The entries of gold that a plan may have.
  static func optional(_ entries: [Told]) -> [Told] { entries.filter(\.isOptional) }
}
