import PlanText

/// Bodies whose names tell in small letters what they are for: "Ban Chỉ đạo phòng, chống tội phạm".
extension PlanReader {
  /// How many tokens such a name may have.
  private static var longestPurpose: Int { 24 }

  /// The whole name at `start` of a body that leads or joins the work told behind it; `nil` for
  /// other names.
  ///
  /// Its first words are no duty where the body is told something, so a verb does not end it; a
  /// mark, a word that begins another part of the sentence or a body does.
  func purposeName(
    at start: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Range<Int>? {
    guard let bodies = grammar.list("purpose-bodies"), let purposes = grammar.list("purposes"),
      let ends = grammar.list("purpose-ends"),
      let body = grammar.entry(in: bodies, tokens, at: start)?.end,
      let purpose = grammar.entry(in: purposes, tokens, at: body)?.end
    else { return nil }
    var end = purpose
    while end < min(limit, start + Self.longestPurpose) {
      let next = words.joins[end] ?? (isMark(tokens[end], 0x2C) ? end + 1 : end)
      guard next < limit else { break }
      if tokens[next].kind == .mark, !isDash(tokens[next]) { break }
      if grammar.entry(in: ends, tokens, at: next) != nil { break }
      if next > end {
        // "…, chống tội phạm và Công an tỉnh": a body of its own.
        if let head = words.heads[next], head.kind != .bare { break }
        if words.scopes.contains(next) { break }
      }
      end = next + 1
    }
    return start..<end
  }
}
