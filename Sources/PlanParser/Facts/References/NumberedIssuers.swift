import PlanModel
import PlanText

/// Bodies that are told apart by a number: "Tòa án nhân dân khu vực 3", "Tổ công tác Đề án 06/CP".
extension PlanReader {
  /// The place behind the number of a body whose name has begun: a number behind a word by which
  /// bodies are numbered, or behind the name itself, where the name ends or goes on.
  func behindBodyNumber(
    _ place: Int, _ tokens: [Token], _ parts: DocumentParts
  ) -> Int? {
    guard let words = grammar.list("issuer-numbered") else { return nil }
    let word = grammar.entry(in: words, tokens, at: place)?.end
    let number = word ?? parts.match(.number, at: place)?.end ?? place
    guard number < tokens.count, tokens[number].kind == .number,
      tokens[number].shape.contains(.spaced), tokens[number].end - tokens[number].start <= 3
    else { return nil }
    let isNamed = word != nil || endsNumberedWord(place, tokens, words)
    // "Ủy ban nhân dân tỉnh 5 …"
    guard isNamed || !isUnit(tokens, place - 1) else { return nil }
    var end = number + 1
    // "Đề án 06/CP"
    if isNamed, end + 1 < tokens.count, isTied(tokens, end), isMark(tokens[end], 0x2F),
      tokens[end + 1].shape.contains(.upper), !tokens[end + 1].shape.contains(.spaced)
    {
      end += 2
    }
    return endsBodyNumber(end, tokens, parts) ? end : nil
  }

  /// Whether a word by which bodies are numbered ends before a token: "khu vực".
  private func endsNumberedWord(_ place: Int, _ tokens: [Token], _ words: Grammar.List) -> Bool {
    (max(0, place - 2)..<place).contains { grammar.entry(in: words, tokens, at: $0)?.end == place }
  }

  /// Whether a name ends at a token behind a number, or another part of it begins there.
  private func endsBodyNumber(_ place: Int, _ tokens: [Token], _ parts: DocumentParts) -> Bool {
    guard place < tokens.count else { return true }
    if tokens[place].kind == .mark { return !isTied(tokens, place) || endsName(place, tokens) }
    return isStop(place, parts) || parts.match(.and, at: place) != nil || isUnit(tokens, place)
      || tokens[place].kind == .syllable && tokens[place].shape.contains(.capitalized)
  }
}
