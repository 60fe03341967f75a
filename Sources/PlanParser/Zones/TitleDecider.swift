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
    guard let end = titleEnd(before: last) else { return next }
    pieces[pieces.count - 1].end = end
    return cutLine(next - 1, at: end)
  }

  /// Where the title ends under `span` when who decides stands behind it, of a kind that decides.
  mutating func deciderEnd(in span: ByteSpan, _ kind: ByteSpan) -> Int? {
    let decides = phrases(tokens(kind)).contains {
      meaning($0) == .kind && value("decides", of: $0) == "yes"
    }
    return decides ? titleEnd(before: span) : nil
  }

  /// Where a title ends whose last words name who decides.
  private mutating func titleEnd(before span: ByteSpan) -> Int? {
    let tokens = allTokens(span)
    for start in tokens.indices.dropFirst(3)
    where tokens[start].kind == .syllable && tokens[start].shape.contains(.upper) {
      let rest = Array(tokens[start...])
      guard rest.count > 2, names(rest), lineMatch(.joiner, [tokens[start - 1]]) == nil else {
        continue
      }
      return Int(tokens[start - 1].end)
    }
    return nil
  }

  /// Parts the line that holds `offset` in two, `index` or one below it; the result is `index`.
  mutating func part(_ index: Int, at offset: Int) -> Int {
    lines[index].blanksBefore = 1
    var place = index
    while place + 1 < lines.count, lines[place].content.end <= offset { place += 1 }
    let line = lines[place]
    guard line.content.start < offset, offset < line.content.end else { return index }
    var rest = LineReader.piece(of: line, from: offset, to: line.content.end, bytes)
    rest.blanksBefore = 0
    rest.cut = true
    lines[place] = LineReader.piece(of: line, from: line.content.start, to: offset, bytes)
    lines.insert(rest, at: place + 1)
    return index
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
