import PlanModel
import PlanText

/// Columns that say how much of what stands beside them is an objective: "Nội dung | Mức phấn đấu".
extension PlanReader {
  /// Whether a cell stands where objectives are set out.
  func setsGoals(_ cell: FactLeaf) -> Bool {
    switch cell.role {
    case .objectives, .specificObjectives, .generalObjective, .vision: true
    default: false
    }
  }

  /// Whether a column says how much of what stands beside it is an objective, of no year that is
  /// past.
  func isGoal(_ name: String, _ matches: [RuleMatch], _ planYear: Int?) -> Bool {
    let tells = matches.contains { match in
      let part = value("part", of: match)
      return part == "goal" || part == "value"
    }
    guard tells, let year = planYear, let last = Self.time(name)?.lastYear else { return tells }
    return last >= year
  }
}
