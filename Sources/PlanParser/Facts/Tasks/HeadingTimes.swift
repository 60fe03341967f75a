import PlanModel
import PlanText

/// Headings that are times: "1. Tháng 5/2026", "2. Quý III", "Giai đoạn 2026 - 2027".
extension PlanReader {
  /// The time that the nearest heading above a unit is, and nothing else.
  func timeOfHeading(above leaf: FactLeaf, _ leaves: FactLeaves) -> TimeExpression? {
    for place in leaf.ancestors.reversed() {
      let title = leaves[place]
      guard title.kind == .heading, title.times.count == 1, let time = title.times.first,
        let value = time.value, time.repeats.isEmpty,
        title.tokens.indices.allSatisfy({
          time.range.contains($0) || title.tokens[$0].kind == .mark
        })
      else { continue }
      return TimeExpression(text: text(time.range, title.tokens), value: value)
    }
    return nil
  }
}
