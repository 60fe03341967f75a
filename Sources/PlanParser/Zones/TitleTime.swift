import PlanModel
import PlanText

/// Lines of a programme that open with a time of day, as no title does.
extension PlanReader {
  /// Whether a line opens with a time of day: "7h30 - 8h00: Đón khách", "08:00", "14 giờ 30".
  mutating func opensWithTime(_ line: Line) -> Bool {
    let first = bytes[line.content.start]
    guard first.isDigit else { return false }
    let tokens = tokens(line.content)
    return (2...min(12, max(2, tokens.count))).contains { count in
      count <= tokens.count && lineMatch(.programmeTime, Array(tokens[..<count])) != nil
    }
  }
}
