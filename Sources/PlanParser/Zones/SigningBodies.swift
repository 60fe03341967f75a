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
    if bodiesSideBySide(index) != nil { return true }
    guard line.capitals, line.tabs == 0, !line.pipe, !line.ended, line.heading == 0,
      line.width <= PlanReader.widestBody, index + 1 < lines.count
    else { return false }
    let next = lines[index + 1]
    guard next.capitals, next.tabs == 0, next.blanksBefore <= 1, endMeaning(line) == nil,
      begins(withBody: tokens(line.content)), let meaning = endMeaning(next)
    else { return false }
    return (meaning == .position || meaning == .authority) && namesSigner(after: index + 1)
  }

  /// The bodies whose names stand in capitals side by side on line `index`, where the next line has
  /// as many positions: "TRẠM Y TẾ XÃ<TAB>TRƯỜNG TIỂU HỌC" over "TRẠM TRƯỞNG<TAB>HIỆU TRƯỞNG"; one
  /// of them at least has no word before it that says for whom one signs.
  mutating func bodiesSideBySide(_ index: Int) -> [ByteSpan]? {
    let line = lines[index]
    guard line.capitals, !line.pipe, !line.ended, line.width <= 2 * PlanReader.widestBody,
      index + 1 < lines.count, !isOneCell(line), lines[index + 1].blanksBefore <= 1,
      !isOneCell(lines[index + 1])
    else { return nil }
    let cells = endCells(line)
    let posts = endCells(lines[index + 1])
    guard cells.count > 1, cells.count == posts.count, cells.count <= PlanReader.mostSigners,
      posts.allSatisfy({ lineMatch(.position, tokens($0)) != nil })
    else { return nil }
    let isSigned = cells.map { lineMatch(.authority, tokens($0)) != nil }
    guard isSigned.contains(false),
      zip(cells, isSigned).allSatisfy({ $1 || begins(withBody: tokens($0)) })
    else { return nil }
    return cells
  }

  /// How many sign side by side at most.
  private static let mostSigners = 4

  private mutating func begins(withBody tokens: [Token]) -> Bool {
    phrases(tokens, startingBefore: 1).contains { meaning($0) == .organisation }
  }
}
