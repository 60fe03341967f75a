import PlanModel
import PlanText

/// Who decides, between the title of a document and its legal basis: "… NĂM 2026", "CHỦ TỊCH ỦY BAN
/// NHÂN DÂN XÃ", "Căn cứ Luật …"; on lines of their own or on one.
extension PlanReader {
  /// Whether line `index` names who decides and is no word of the title, which ends above it.
  mutating func decides(at index: Int, after previous: Line?) -> Bool {
    guard let previous, previous.capitals else { return true }
    var next = index + 1
    // "BỘ TRƯỞNG BỘ NÔNG NGHIỆP" / "VÀ MÔI TRƯỜNG": the name may take a second line.
    if next < lines.count, lines[next].capitals, lines[next].blanksBefore == 0 { next += 1 }
    guard next < lines.count, opensPreamble(at: next) else { return false }
    return namesDecider(tokens(lines[index].content), after: tokens(previous.content).last)
  }

  /// Cuts who decides off the last line of a title, which ends above line `next`; the result is
  /// the line at which the preamble begins.
  mutating func cutDecider(_ pieces: inout [ByteSpan], before next: Int, of kind: ByteSpan) -> Int {
    guard next > 0, next < lines.count, let last = pieces.last,
      lines[next - 1].content.end == last.end, opensPreamble(at: next),
      let end = deciderCut(last, of: kind)
    else { return next }
    pieces[pieces.count - 1].end = end
    return cutLine(next - 1, at: end)
  }

  /// Where the title under `span` ends when who decides stands behind it and a legal basis behind
  /// that; `nil` when the whole of it is title.
  mutating func titleEnd(in span: ByteSpan, of kind: ByteSpan) -> Int? {
    let behind = tokens(ByteSpan(span.end, bytes.count))
    return lineMatch(.preamble, behind) == nil ? nil : deciderCut(span, of: kind)
  }

  /// Where words of a title give way to who decides.
  ///
  /// Under a title in small letters capitals tell it; in one in capitals it is the issuer or a
  /// position of it, in a document of a kind that decides.
  private mutating func deciderCut(_ span: ByteSpan, of kind: ByteSpan) -> Int? {
    let words = allTokens(span)
    guard let first = words.first(where: { $0.kind == .syllable }) else { return nil }
    let isSmall = !first.shape.contains(.upper)
    guard isSmall || isDecision(kind) else { return nil }
    for start in words.indices.dropFirst(3) where words[start].shape.contains(.upper) {
      let rest = Array(words[start...])
      let names =
        isSmall
        ? rest.count > 1 && rest.allSatisfy { $0.shape.contains(.upper) }
          && !words[start - 1].shape.contains(.upper) && !isJoiner(words[start - 1])
        : rest.count > 2 && namesDecider(rest, after: words[start - 1])
      if names { return Int(words[start - 1].end) }
    }
    return nil
  }

  /// Whether a kind is of documents that decide: a decision, a resolution.
  mutating func isDecision(_ kind: ByteSpan) -> Bool {
    phrases(tokens(kind)).contains {
      meaning($0) == .kind && value("decides", of: $0) == "yes"
    }
  }

  /// Whether some words are the issuer of the document or a position in it, and not the end of a
  /// title that goes on: "… CỦA" / "ỦY BAN NHÂN DÂN TỈNH".
  private mutating func namesDecider(_ words: [Token], after last: Token?) -> Bool {
    guard let last, !isJoiner(last) else { return false }
    return lineMatch(.position, words) != nil || opensIssuer(words)
  }

  /// Whether a title goes on behind a word; the head of a body's name is none there, for no body is
  /// named behind it: "… ĐỘI NGŨ CÁN BỘ" / "ỦY BAN NHÂN DÂN XÃ".
  private mutating func isJoiner(_ word: Token) -> Bool {
    lineMatch(.joiner, [word]).map { value("strong", of: $0) != "head" } ?? false
  }

  /// Whether the name of the issuer begins with these words: "ỦY BAN NHÂN DÂN TỈNH".
  mutating func opensIssuer(_ words: [Token]) -> Bool {
    guard let pieces = issuerPieces.first else { return false }
    let name = pieces.flatMap { allTokens($0) }
    // Above, a page may leave the name of the place out: "HỘI ĐỒNG NHÂN DÂN".
    guard words.count <= name.count || name.count > 2 else { return false }
    return zip(words, name).allSatisfy { sameWord(text, $0, $1) }
  }
}
