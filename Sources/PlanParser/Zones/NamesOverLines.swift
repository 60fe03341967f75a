import PlanModel
import PlanText

/// Names that the end of a line cuts before a capital.
extension PlanReader {
  /// Whether a unit ends in the first words of a name and `next`, the line below it, begins with its
  /// other words: "… Hướng dẫn của Ủy ban MTTQ" / "Việt Nam xã về việc …".
  mutating func goesOnInName(_ last: Draft, _ next: [Token]) -> Bool {
    guard last.lastWidth >= PlanReader.classWidth, let first = next.first,
      first.shape.contains(.capitalized) || first.shape.contains(.upper),
      let begun = match(.nameBegun, endOf: last, least: PlanReader.classWidth),
      let rest = lineMatch(.nameRest, next)
    else { return false }
    return value("rest", of: begun) == value("rest", of: rest)
  }

  /// Whether a heading in capitals leaves a bracket open that the line below it closes: "(THÁNG 9/2026
  /// – THÁNG" / "5/2027)".
  func endsInsideBracket(_ line: Line, of heading: Draft) -> Bool {
    line.blanksBefore == 0 && line.tabs == 0 && !line.pipe && !line.bare
      && line.width <= PlanReader.classWidth && bytes[line.content.end - 1] == UInt8(ascii: ")")
      && isInsideBracket(heading, before: line)
  }
}
