import PlanModel
import PlanText

/// Bodies whose names stand in capitals on a line of their own above who signs for them.
extension PlanReader {
  /// How wide the line of such a body is at most, in characters.
  private static let widestBody = 80

  /// Whether line `index` names a body in capitals and the next is the position of one who signs:
  /// "SỞ VĂN HÓA" / "GIÁM ĐỐC" / "Nguyễn Thị Lan".
  mutating func signsBelow(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.capitals, line.tabs == 0, !line.pipe, !line.ended, line.heading == 0,
      line.width <= PlanReader.widestBody, index + 1 < lines.count
    else { return false }
    let next = lines[index + 1]
    guard next.capitals, next.tabs == 0, next.blanksBefore <= 1, endMeaning(line) == nil,
      begins(withBody: line), let meaning = endMeaning(next)
    else { return false }
    return (meaning == .position || meaning == .authority) && namesSigner(after: index + 1)
  }

  private mutating func begins(withBody line: Line) -> Bool {
    phrases(tokens(line.content), startingBefore: 1).contains { meaning($0) == .organisation }
  }
}
