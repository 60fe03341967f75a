import PlanText

/// Kinds of bodies that have one level together: "các sở, ban, ngành Thành phố".
extension PlanReader {
  /// Whether nothing stands from a place to the end of a list or a mark but kinds of bodies and the
  /// level that all of the list are of: "ban, ngành Thành phố".
  func endsWithLevel(_ start: Int, _ tokens: [Token], before limit: Int) -> Bool {
    guard let kinds = grammar.list("levelled-kinds"), let levels = grammar.list("level-words")
    else { return false }
    var place = start
    while place < limit, let kind = grammar.entry(in: kinds, tokens, at: place)?.end {
      place = kind
      if let level = grammar.entry(in: levels, tokens, at: place)?.end, level <= limit {
        return level == limit || tokens[level].kind == .mark
      }
      if place < limit, isMark(tokens[place], 0x2C) { place += 1 }
    }
    return false
  }
}
