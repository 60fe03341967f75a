import PlanText

/// What a committee is for, as its name tells it.
extension PlanReader {
  /// The end of the small words and numbers that tell what a committee is for, where the name goes
  /// on behind them: "Ban Chỉ đạo công tác hè tỉnh", "Tiểu ban Tổ chức phục vụ Đại hội"; so it does
  /// up to what its document is about (`toSubject`): "Ban Chỉ đạo chuyển đổi số về …".
  func goalEnd(
    _ start: Int, _ tokens: [Token], _ words: Grammar.List, _ parts: DocumentParts,
    toSubject: Bool
  ) -> Int? {
    var end = start
    while end < min(tokens.count, start + 8) {
      if end > start, isUnit(tokens, end) || toSubject && parts.match(.about, at: end) != nil {
        return end
      }
      let token = tokens[end]
      guard token.kind != .mark, !isStop(end, parts), !isAct(end, tokens) else { return nil }
      if token.shape.contains(.capitalized) {
        // "Tổ công tác Đề án 06 Chính phủ"
        let isNumbered = end > start && tokens[end - 1].kind == .number
        let isOther = !isNumbered && isHeadWord(tokens, end) || parts.kind(at: end) != nil
        return !isOther && end > start && grammar.entry(in: words, tokens, at: end) != nil
          ? end : nil
      }
      end += 1
    }
    return nil
  }

  /// Whether a word stands at a token that tells what a body did with a letter: "trả lời".
  func isAct(_ place: Int, _ tokens: [Token]) -> Bool {
    grammar.list("writer-verbs").map { grammar.entry(in: $0, tokens, at: place) != nil } ?? false
  }

  /// Whether a token begins the name of another body.
  func isHeadWord(_ tokens: [Token], _ place: Int) -> Bool {
    grammar.list("issuer-heads").map { grammar.entry(in: $0, tokens, at: place) != nil } ?? false
  }

  /// How many tokens may tell what a committee does.
  private static var longestDeed: Int { 14 }

  /// The end of what a committee does, which its name tells with a verb, up to the unit whose it is or
  /// to what its document is about: "Ban Chỉ đạo xây dựng nông thôn mới huyện", "Ban Chỉ đạo phòng,
  /// chống tham nhũng, lãng phí tỉnh".
  func deedEnd(
    _ start: Int, _ tokens: [Token], _ parts: DocumentParts, isGoal: Bool
  ) -> Int? {
    guard isGoal, let verbs = grammar.list("issuer-deeds") else { return nil }
    let verb = grammar.entry(in: verbs, tokens, at: start)?.end
    let holdsVerb = (max(0, start - 3)..<start).contains {
      grammar.entry(in: verbs, tokens, at: $0)?.end == start
    }
    guard verb != nil || holdsVerb else { return nil }
    var end = verb ?? start
    while end < min(tokens.count, start + Self.longestDeed) {
      if isUnit(tokens, end) || parts.match(.about, at: end) != nil {
        return end > (verb ?? start) ? end : nil
      }
      guard !isStop(end, parts), !isAct(end, tokens), parts.kind(at: end) == nil,
        !isHeadWord(tokens, end), parts.match(.issuer, at: end) == nil
      else { return nil }
      switch tokens[end].kind {
      case .number: return nil
      case .syllable: end += 1
      case .mark:
        guard let next = behindDeedMark(end, tokens) else { return nil }
        end = next
      }
    }
    return nil
  }

  /// The place behind a mark within what a committee does: a comma before one more thing, "tham nhũng,
  /// lãng phí", or the dash of "Covid-19".
  private func behindDeedMark(_ place: Int, _ tokens: [Token]) -> Int? {
    guard place + 2 < tokens.count else { return nil }
    if isDash(tokens[place]) {
      return isTied(tokens, place) && tokens[place + 1].kind == .number ? place + 2 : nil
    }
    guard isMark(tokens[place], 0x2C) else { return nil }
    let isThing = tokens[(place + 1)...(place + 2)].allSatisfy {
      $0.kind == .syllable && !$0.shape.contains(.capitalized)
    }
    return isThing && !isUnit(tokens, place + 2) ? place + 1 : nil
  }
}
