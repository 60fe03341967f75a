import PlanText

/// Issuers whose names are told by where they end: "Hội Văn | học nghệ thuật tỉnh về …", "của sở y
/// tế về …".
extension PlanReader {
  /// How many tokens may go on with a name that no list knows.
  private static var longestRest: Int { 12 }

  /// The end of the words at a place with which the name of a body goes on that is called by its field
  /// of work, where what its document is about begins right behind them.
  ///
  /// Behind half a word ("Hội Văn | học") the name may also end with its clause. A word for what
  /// somebody did is no part of a name, but for the rest of a word.
  func restOfName(
    _ place: Int, from start: Int, isHalf: Bool, _ tokens: [Token], _ parts: DocumentParts
  ) -> Int? {
    guard let heads = grammar.list("issuer-field-heads"),
      let head = grammar.entry(in: heads, tokens, at: start)?.end, head <= place,
      place < tokens.count, tokens[place].kind == .syllable,
      !tokens[place].shape.contains(.capitalized), parts.match(.and, at: place) == nil,
      !isUnit(tokens, place)
    else { return nil }
    var end = place
    while end < min(tokens.count, place + Self.longestRest) {
      if end > place, parts.match(.about, at: end) != nil { return end }
      if endsClause(end, tokens) || isStop(end, parts) || joinsCapital(end, tokens, parts) {
        return isHalf && end > place ? end : nil
      }
      guard tokens[end].kind == .syllable, isNameWord(end, tokens, parts) || isHalf && end == place
      else { return nil }
      end += 1
    }
    return isHalf && end == tokens.count ? end : nil
  }

  /// Whether a word may stand in the middle of a name.
  private func isNameWord(_ place: Int, _ tokens: [Token], _ parts: DocumentParts) -> Bool {
    !parts.isAct(at: place) && !isAct(place, tokens) && !isStop(place, parts)
      && parts.kind(at: place) == nil && parts.match(.issuer, at: place) == nil
      && !opensNumber(place, tokens, parts) && parts.match(.session, at: place) == nil
      && !opensCircumstance(place, tokens)
      && !(tokens[place].shape.contains(.capitalized) && isHeadWord(tokens, place))
  }

  /// Whether "và" stands at a token, and behind it a word with a capital.
  private func joinsCapital(_ place: Int, _ tokens: [Token], _ parts: DocumentParts) -> Bool {
    parts.match(.and, at: place).map {
      $0.end < tokens.count && tokens[$0.end].shape.contains(.capitalized)
    } ?? false
  }

  /// Whether the number of a document begins at a token: "số 12", but not "dữ liệu số".
  private func opensNumber(_ place: Int, _ tokens: [Token], _ parts: DocumentParts) -> Bool {
    parts.match(.number, at: place).map {
      $0.end < tokens.count && tokens[$0.end].kind == .number
    } ?? false
  }

  /// Whether a word stands at a token that tells when, why or how, before which a name has ended.
  private func opensCircumstance(_ place: Int, _ tokens: [Token]) -> Bool {
    grammar.list("purpose-ends").flatMap { grammar.entry(in: $0, tokens, at: place) } != nil
  }

  /// Whether a mark ends a clause at a token.
  private func endsClause(_ place: Int, _ tokens: [Token]) -> Bool {
    [0x2C, 0x3B, 0x2E, 0x29].contains { isMark(tokens[place], $0) }
  }

  /// The name of a body in small letters: "của sở y tế", "của trường đại học Sơn Hà".
  ///
  /// It has a field or a place, all its words are known or tell what it works at, and behind it what
  /// the document is about begins, or the clause ends.
  func smallIssuer(
    _ tokens: [Token], from start: Int, _ parts: DocumentParts
  ) -> Range<Int>? {
    guard tokens[start].kind == .syllable, let words = grammar.list("issuer-words"),
      let units = grammar.list("issuer-units"), let heads = grammar.list("issuer-heads"),
      let others = grammar.list("issuer-no-heads"),
      let wholes = grammar.list("issuer-small-wholes"),
      let head = grammar.entry(in: heads, tokens, at: start)?.end,
      grammar.entry(in: others, tokens, at: start) == nil
    else { return nil }
    var place = max(head, grammar.entry(in: words, tokens, at: start)?.end ?? head)
    let isWhole = grammar.entry(in: wholes, tokens, at: start)?.end == place
    // "của hội đồng", "của trung tâm": a word for bodies alone names none.
    let alone = grammar.list("issuer-field-heads").flatMap {
      grammar.entry(in: $0, tokens, at: start)?.end
    }
    let first = place
    let isNamed = isWhole || first > head && alone != first
    var isPlace = false
    while place < tokens.count, place < start + Self.longestRest * 2 {
      if let unit = grammar.entry(in: units, tokens, at: place) {
        (place, isPlace) = (unit.end, true)
      } else if let word = grammar.entry(in: words, tokens, at: place), !isStop(place, parts) {
        place = word.end
      } else if let join = parts.match(.and, at: place)?.end ?? dashEnd(place, tokens),
        grammar.entry(in: words, tokens, at: join) != nil,
        grammar.entry(in: heads, tokens, at: join) == nil
      {
        place = join
      } else if isPlace, isMark(tokens[place], 0x2E), place + 1 < tokens.count,
        tokens[place + 1].shape.contains(.capitalized),
        grammar.entry(in: units, tokens, at: place - 1) != nil
      {
        // "TP. Sơn Hà"
        place += 1
      } else if tokens[place].kind == .syllable, tokens[place].shape.contains(.capitalized),
        parts.kind(at: place) == nil
      {
        place += 1
      } else if !isPlace, let end = fieldWords(place, tokens, parts) {
        place = end
      } else {
        break
      }
    }
    guard isNamed || place > first,
      place == tokens.count || endsClause(place, tokens) || parts.match(.about, at: place) != nil
        || parts.match(.approving, at: place) != nil
    else { return nil }
    return start..<place
  }

  /// The place behind a dash within a name.
  private func dashEnd(_ place: Int, _ tokens: [Token]) -> Int? {
    isDash(tokens[place]) && place + 1 < tokens.count ? place + 1 : nil
  }

  /// The end of small words that no list knows, which tell what a body works at, up to its place or to
  /// what its document is about.
  private func fieldWords(
    _ start: Int, _ tokens: [Token], _ parts: DocumentParts
  ) -> Int? {
    var end = start
    while end < min(tokens.count, start + Self.longestRest) {
      if end > start, isUnit(tokens, end) || parts.match(.about, at: end) != nil { return end }
      guard tokens[end].kind == .syllable, !tokens[end].shape.contains(.capitalized),
        isNameWord(end, tokens, parts)
      else { return nil }
      end += 1
    }
    return nil
  }
}
