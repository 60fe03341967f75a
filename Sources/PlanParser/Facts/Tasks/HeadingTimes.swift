import PlanModel
import PlanText

/// Headings that are times: "1. Tháng 5/2026", "2. Quý III", "Giai đoạn 2026 - 2027".
extension PlanReader {
  /// The time that the nearest heading above a unit is, or that it names its part of the work by: "Giai
  /// đoạn 1 (tháng 5/2026)", "Công tác chuẩn bị (tháng 5/2026)".
  func timeOfHeading(above leaf: FactLeaf, _ leaves: FactLeaves) -> TimeExpression? {
    for place in leaf.ancestors.reversed() {
      let title = leaves[place]
      guard title.kind == .heading, let time = title.times.first else { continue }
      if let value = time.value, time.repeats.isEmpty, names(title, time) {
        return TimeExpression(text: text(time.range, title.tokens), value: value)
      }
      if let due = dueInBracket(title) { return due }
    }
    return nil
  }

  /// Whether a heading is nothing but a time, the number of a phase before it and a bracket behind it.
  private func names(_ title: FactLeaf, _ time: LeafTime) -> Bool {
    let tokens = title.tokens
    let behind = tokens[time.range.upperBound...]
    var end = tokens.count
    if let open = behind.firstIndex(where: { $0.kind != .mark }).map({ $0 - 1 }),
      open >= time.range.upperBound, isMark(tokens[open], 0x28), isMark(tokens[end - 1], 0x29)
    {
      end = open
    }
    guard tokens[time.range.upperBound..<end].allSatisfy({ $0.kind == .mark }),
      title.times.allSatisfy({ $0.range == time.range || $0.range.lowerBound >= end })
    else { return false }
    var start = phaseEnd(tokens)
    while start < time.range.lowerBound, tokens[start].kind == .mark { start += 1 }
    if let leads = grammar.list("time-leads"), start < time.range.lowerBound,
      let lead = grammar.entry(in: leads, tokens, at: start)
    {
      start = lead.end
    }
    return start == time.range.lowerBound
      || tokens[..<time.range.lowerBound].allSatisfy { $0.kind == .mark }
  }

  /// The place behind the number of a phase that a heading begins with: "Giai đoạn 1", "Bước II".
  private func phaseEnd(_ tokens: [Token]) -> Int {
    guard let words = grammar.list("phase-words"),
      let word = grammar.entry(in: words, tokens, at: 0), word.end < tokens.count,
      tokens[word.end].kind == .number || tokens[word.end].shape.contains(.upper)
    else { return 0 }
    return word.end + 1
  }
}
