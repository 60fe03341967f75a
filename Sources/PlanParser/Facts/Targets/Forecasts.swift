import PlanModel
import PlanText

/// Finds what a text about the past sets out: "Đã lắp 12 lò; phấn đấu đến hết năm 2026 đạt 60% …".
extension PlanReader {
  /// How many such parts a unit may have.
  private static var mostForecasts: Int { 4 }

  /// Reads the parts of a unit about the past that begin with a word of what is ahead.
  mutating func readForecasts(_ leaf: FactLeaf, _ around: TargetSurroundings, planYear: Int?) {
    guard leaf.role == .situation, leaf.zone == .body, leaf.tells(.goal), leaf.tells(.quantity),
      leaf.kind == .item || leaf.kind == .paragraph
    else { return }
    var above = around
    above.isPast = false
    above.isGoal = true
    for part in forecasts(leaf).prefix(Self.mostForecasts) {
      let context = TargetContext(
        leaf: part, quantities: quantities(part), times: times(part), around: above,
        planYear: planYear, isReport: false, subject: nil)
      plan.targets += targets(context).map(\.target)
    }
  }

  /// Those parts, each to the end of its clause; one that tells what came of it is none.
  private mutating func forecasts(_ leaf: FactLeaf) -> [FactLeaf] {
    clauses(leaf.tokens).compactMap { clause in
      let inside = leaf.matches(from: clause.lowerBound, to: clause.upperBound)
      let first = inside.first { match in
        meaning(match) == .goal && value("kind", of: match) == "forecast"
      }
      guard let first, !inside.contains(where: { tellsResult($0, behind: first.start) }) else {
        return nil
      }
      let tokens = Array(leaf.tokens[first.start..<clause.upperBound])
      let matches = phrases(tokens)
      return FactLeaf(
        kind: leaf.kind, zone: leaf.zone, node: leaf.node, source: leaf.source, role: leaf.role,
        ancestors: leaf.ancestors, tokens: tokens, matches: matches,
        meanings: meanings(of: matches), times: [])
    }
  }

  /// Whether words tell what came of an aim: "nhưng chỉ đạt 40%", "đã đạt"; before the aim, what it
  /// is compared with.
  private func tellsResult(_ match: RuleMatch, behind start: Int) -> Bool {
    switch meaning(match) {
    case .goal: value("kind", of: match) == "missed" && match.end >= start
    case .toldPast: value("kind", of: match) == nil && match.start >= start
    default: false
    }
  }
}
