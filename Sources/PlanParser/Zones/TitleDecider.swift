import PlanModel
import PlanText

/// Who decides, where no line end parts it from the title of a decision: "… NĂM 2026 CHỦ TỊCH ỦY
/// BAN NHÂN DÂN XÃ" above the legal basis.
extension PlanReader {
  /// How many lines below the title the line that decides may stand.
  private static let decisionReach = 60

  /// Cuts who decides off the last line of a title, which ends above line `next`; the result is
  /// the line at which the preamble begins.
  mutating func cutDecider(_ pieces: inout [ByteSpan], before next: Int) -> Int {
    guard next > 0, next < lines.count, let last = pieces.last,
      lines[next - 1].content.end == last.end, opensPreamble(at: next), decisionFollows(next)
    else { return next }
    let tokens = allTokens(last)
    for start in tokens.indices.dropFirst(3)
    where tokens[start].kind == .syllable && tokens[start].shape.contains(.upper) {
      let rest = Array(tokens[start...])
      guard rest.count > 2, names(rest), lineMatch(.joiner, [tokens[start - 1]]) == nil else {
        continue
      }
      pieces[pieces.count - 1].end = Int(tokens[start - 1].end)
      return cutLine(next - 1, at: Int(tokens[start - 1].end))
    }
    return next
  }

  /// Whether some words are the issuer of the document or a position in it.
  private mutating func names(_ words: [Token]) -> Bool {
    lineMatch(.position, words) != nil || opensIssuer(words)
  }

  /// Whether a line that decides ("QUYẾT ĐỊNH:") stands below line `start`.
  private mutating func decisionFollows(_ start: Int) -> Bool {
    for line in lines[start...].prefix(PlanReader.decisionReach) where line.width < 40 {
      if lineMatch(.decision, tokens(line.content)) != nil { return true }
    }
    return false
  }
}
