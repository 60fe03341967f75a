import PlanModel
import PlanText

/// The approval of a superior in the head of a plan (phê duyệt): the word, a date without a place,
/// his post and his name, left or right of the other parts of the head or between them.
///
/// "PHÊ DUYỆT" / "Ngày 05 tháng 7 năm 2027" / "CHỦ TỊCH UBND XÃ" / "Trần Văn Sơn".
extension PlanReader {
  /// How many lines stand at most from the word to the name.
  private static let approvalLines = 10

  /// What stands in an approval of the head of lines, in order, each with the match of its word; none
  /// where no post follows the word.
  mutating func approval(from: Int, to end: Int) -> [HeadPart] {
    for index in from..<end {
      for cell in endCells(lines[index]) {
        guard let word = lineMatch(.approval, withoutMarks(allTokens(cell))) else { continue }
        let below = approvalBelow(index, before: min(end, index + Self.approvalLines))
        guard !below.isEmpty else { continue }
        return ([cell] + below).map { HeadPart(match: word, meaning: .stamp, span: $0) }
      }
    }
    return []
  }

  /// The date, post and name below the word of an approval; none without a post.
  private mutating func approvalBelow(_ index: Int, before end: Int) -> [ByteSpan] {
    var found: [ByteSpan] = []
    var isDated = false
    var hasPost = false
    for line in lines[(index + 1)..<max(end, index + 1)] {
      for cell in endCells(line) {
        let tokens = withoutMarks(allTokens(cell))
        if hasPost, isSigner(tokens), tokens.contains(where: { !$0.shape.contains(.upper) }) {
          return found + [cell]
        }
        let isDate = !isDated && isDateAlone(tokens)
        let isPost = signs(tokens)
        guard isDate || isPost || lineMatch(.signed, tokens) != nil else { continue }
        isDated = isDated || isDate
        hasPost = hasPost || isPost
        found.append(cell)
      }
    }
    return hasPost ? found : []
  }

  /// Whether some words are a date without a place.
  private mutating func isDateAlone(_ tokens: [Token]) -> Bool {
    phrases(tokens, startingBefore: 1).contains {
      $0.end == tokens.count && meaning($0) == .placeDate && capture("place", of: $0, tokens) == nil
    }
  }
}
