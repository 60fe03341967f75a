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
    for (place, target) in plan.targets.enumerated() where !continued.contains(place) {
      let key = Key(
        indicator: target.indicator.lowercased(), subject: target.subject?.lowercased(),
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
