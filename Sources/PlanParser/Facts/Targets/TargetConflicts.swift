import PlanModel

extension PlanReader {
  /// Tells targets that measure the same thing at the same time with different values.
  mutating func diagnoseTargetConflicts(except continued: Set<Int>) {
    struct Key: Hashable {
      var indicator: String
      var subject: String?
      var action: String?
      var unit: String
      var by: String?
      var period: String?
      var direction: Direction?
    }
    var known: [Key: Target] = [:]
    let indicators = plan.targets.map { $0.indicator.lowercased() }
    // Most indicators stand once.
    var times: [String: Int] = [:]
    for indicator in indicators { times[indicator, default: 0] += 1 }
    for (place, target) in plan.targets.enumerated()
    where !continued.contains(place) && times[indicators[place]] != 1 {
      let key = Key(
        indicator: indicators[place], subject: target.subject?.lowercased(),
        action: target.action?.lowercased(), unit: target.unit.lowercased(), by: target.by,
        period: target.period, direction: target.direction)
      guard let first = known[key] else {
        known[key] = target
        continue
      }
      guard first.value != target.value || first.upper != target.upper else { continue }
      diagnose(
        .targetConflict, .document, .warning,
        "\"\(target.indicator)\" is set at \(first.value) and here at \(target.value) "
          + "\(target.unit); make the two agree",
        target.span, node: target.node)
    }
  }
}
