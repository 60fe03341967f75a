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
        let tokens = withoutMarks(allTokens(cell))
        guard let word = lineMatch(.approval, tokens) else { continue }
        // "PHÊ DUYỆT CỦA HIỆU TRƯỞNG": his post is told with the word.
        let post = capture("post", of: word, tokens)
        let below = approvalBelow(
          index, before: min(end, index + Self.approvalLines),
          tellsPost: post.map { signs(Array(tokens[$0])) } ?? false)
        guard !below.isEmpty else { continue }
        return ([cell] + below).map { HeadPart(match: word, meaning: .stamp, span: $0) }
      }
    }
    return []
  }

  /// The date, post and name below the word of an approval; none without a post, or without a name
  /// where the post is told with the word.
  private mutating func approvalBelow(
    _ index: Int, before end: Int, tellsPost: Bool
  ) -> [ByteSpan] {
    var found: [ByteSpan] = []
    var isDated = false
    var hasPost = tellsPost
    for line in lines[(index + 1)..<max(end, index + 1)] {
      let date = isDated ? nil : dateAlone(in: line)
      if let date {
        isDated = true
        found.append(date)
      }
      for cell in endCells(line) where date.map({ !$0.contains(cell) }) ?? true {
        let tokens = withoutMarks(allTokens(cell))
        if hasPost, isSigner(tokens), tokens.contains(where: { !$0.shape.contains(.upper) }) {
          return found + [cell]
        }
        let isPost = signs(tokens)
        guard isPost || lineMatch(.signed, tokens) != nil else { continue }
        hasPost = hasPost || isPost
        found.append(cell)
      }
    }
    return hasPost && !tellsPost ? found : []
  }

  /// The date of a line that has no place before it: "Ngày    tháng    năm 2027".
  private mutating func dateAlone(in line: Line) -> ByteSpan? {
    let tokens = allTokens(line.content)
    guard let match = phrases(tokens).first(where: { meaning($0) == .placeDate }) else {
      return nil
    }
    let place = capture("place", of: match, tokens)
    let start = place?.upperBound ?? match.start
    // "BAN CHQS XÃ SƠN HÀ          Ngày    tháng    năm 2027": the other column is no place.
    if place != nil, start > 0, isNear(Int(tokens[start - 1].end), Int(tokens[start].start)) {
      return nil
    }
    return start < match.end ? span(tokens, start..<match.end) : nil
  }
}
