import PlanModel
import PlanText

/// Bodies whose names stand in capitals on a line of their own above who signs for them.
extension PlanReader {
  /// How wide the line of such a body is at most, in characters.
  private static let widestBody = 80

  /// How many lines below its first the name of such a body takes at most.
  private static let mostBodyLines = 2

  /// Whether line `index` names a body in capitals above the position of one who signs:
  /// "SỞ VĂN HÓA" / "GIÁM ĐỐC" / "Nguyễn Thị Lan".
  mutating func signsBelow(_ index: Int) -> Bool {
    bodiesSideBySide(index) != nil || bodyEnd(index) != nil
  }

  /// The last line of the name of a body that begins with line `index` in capitals, where the next line
  /// is the position of one who signs: a column may break it ("SỞ VĂN HÓA, THỂ" / "THAO VÀ DU LỊCH").
  mutating func bodyEnd(_ index: Int) -> Int? {
    guard isBodyLine(index), begins(withBody: tokens(lines[index].content)) else { return nil }
    for end in index...index + PlanReader.mostBodyLines {
      guard end + 1 < lines.count else { return nil }
      let next = lines[end + 1]
      guard next.capitals, next.tabs == 0, next.blanksBefore <= 1 else { return nil }
      if let meaning = endMeaning(next) {
        let isPost = meaning == .position || meaning == .authority
        return isPost && namesSigner(after: end + 1) ? end : nil
      }
      guard next.blanksBefore == 0, isBodyLine(end + 1) else { return nil }
    }
    return nil
  }

  /// Whether a line is a few words in capitals that may be a part of the name of a body.
  private mutating func isBodyLine(_ index: Int) -> Bool {
    let line = lines[index]
    return line.capitals && line.tabs == 0 && !line.pipe && !line.ended && line.heading == 0
      && line.width <= PlanReader.widestBody && endMeaning(line) == nil
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
      posts.allSatisfy({ signs(tokens($0)) })
    else { return nil }
    let isSigned = cells.map { lineMatch(.authority, tokens($0)) != nil }
    guard isSigned.contains(false),
      zip(cells, isSigned).allSatisfy({ $1 || begins(withBody: tokens($0)) })
    else { return nil }
    return cells
  }

  /// How many sign side by side at most.
  private static let mostSigners = 4
}
