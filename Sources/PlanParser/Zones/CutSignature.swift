import PlanModel
import PlanText

/// Lines of a signature that a narrow cell cut: "KT." / "BỘ TRƯỞNG", "PHÓ" / "CHỦ TỊCH".
extension PlanReader {
  /// How many characters the first half of such a line has at most.
  private static let halfWidth = 24

  /// Joins line `index` to the next where both are one line of a signature, which neither is alone;
  /// the next line holds both then.
  mutating func isCutSignature(at index: Int) -> Bool {
    let line = lines[index]
    guard line.width <= PlanReader.halfWidth, index + 1 < lines.count, line.tabs == 0,
      lines[index + 1].blanksBefore == 0, lines[index + 1].capitals, lines[index + 1].tabs == 0,
      let half = lineMatch(.cutSignature, tokens(line.content)),
      lineMatch(.authority, tokens(lines[index + 1].content)) == nil
    else { return false }
    // "TM. HỘI ĐỒNG" / "CHỦ TỊCH": whom one signs for, and as what.
    if value("form", of: half) == "body",
      lineMatch(.position, tokens(lines[index + 1].content)) != nil
    {
      return false
    }
    let joined = ByteSpan(line.content.start, lines[index + 1].content.end)
    let words = tokens(joined)
    guard lineMatch(.authority, words) != nil || lineMatch(.position, words) != nil else {
      return false
    }
    lines[index + 1] = LineReader.piece(
      of: lines[index + 1], from: joined.start, to: joined.end, bytes)
    lines[index + 1].blanksBefore = line.blanksBefore
    return true
  }
}
