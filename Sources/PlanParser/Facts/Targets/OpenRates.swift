import PlanText

/// What rates are per, though no list knows it: "2 lượt/người dùng/ngày".
extension PlanReader {
  /// Whether a stroke parts two ranks and tells no rate: "02 sáng kiến cấp trường/tỉnh".
  func isOfRank(_ stroke: Int, _ tokens: [Token]) -> Bool {
    guard stroke > 1, let words = grammar.list("rank-words") else { return false }
    return grammar.entry(in: words, tokens, at: stroke - 2)?.end == stroke - 1
  }

  /// How many syllables such a noun may have.
  private static var longestBasis: Int { 3 }

  /// The place after the noun of a rate that ends at a token or that a stroke opens there, where a
  /// mark or the text ends it; else the same place.
  func openRateEnd(_ start: Int, _ tokens: [Token]) -> Int {
    guard start < tokens.count else { return start }
    // "lượt/người" before "dùng/ngày", or "đề tài" before "/giảng viên".
    let opens = isMark(tokens[start], 0x2F) && !tokens[start].shape.contains(.spaced)
    let isInside = tokens[start].kind == .syllable && isStroke(start - 2, tokens)
    guard opens || isInside else { return start }
    var end = opens ? start + 1 : start
    if opens {
      guard end < tokens.count, tokens[end].kind == .syllable, !tokens[end].shape.contains(.spaced)
      else { return start }
    }
    let first = end
    while end < tokens.count, end - first < Self.longestBasis, isSmall(tokens[end]) { end += 1 }
    guard end > first, end == tokens.count || tokens[end].kind == .mark else { return start }
    let further = rateEnd(end, tokens)
    guard further < tokens.count, isMark(tokens[further], 0x2F) else {
      return isInside && further == end && !endsClauseAlone(end, tokens) ? start : further
    }
    return openRateEnd(further, tokens)
  }

  /// Whether a stroke without blanks stands at a token.
  private func isStroke(_ place: Int, _ tokens: [Token]) -> Bool {
    place > 0 && isMark(tokens[place], 0x2F) && !tokens[place + 1].shape.contains(.spaced)
  }

  /// Whether a token is a syllable in small letters.
  private func isSmall(_ token: Token) -> Bool {
    token.kind == .syllable && !token.shape.contains(.capitalized)
  }

  /// Whether nothing but words that belong to a rate can stand before the mark at a token: "/" goes
  /// on with it; before another mark the words may tell something else ("3 con/hộ trở lên.").
  private func endsClauseAlone(_ place: Int, _ tokens: [Token]) -> Bool {
    place < tokens.count && isMark(tokens[place], 0x2F)
  }
}
