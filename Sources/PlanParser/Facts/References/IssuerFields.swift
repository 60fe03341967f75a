import PlanText

/// Issuers whose field of work no list knows: "Phòng Cảnh sát cơ động", "Cục Phòng, chống mua bán
/// người".
extension PlanReader {
  /// How many tokens of such a field may stand in small letters.
  private static var longestIssuerField: Int { 16 }

  /// The end of the small words at a place with which the name of a department goes on that began at
  /// `start`: a capital before them is half a word, or they tell what is prevented, saved or fought.
  ///
  /// The name ends before a comma or "và" that no such work follows, and before all that a name ends
  /// before; `nil` where a word stands there that no name has.
  func fieldEnd(
    at place: Int, from start: Int, isHalf: Bool, _ tokens: [Token], _ parts: DocumentParts
  ) -> Int? {
    guard let heads = grammar.list("issuer-departments"), let works = grammar.list("issuer-works"),
      let head = grammar.entry(in: heads, tokens, at: start)?.end, head < place,
      place < tokens.count
    else { return nil }
    func work(at place: Int) -> Int? {
      let comma = isMark(tokens[place], 0x2C) ? place + 1 : nil
      guard let next = parts.match(.and, at: place)?.end ?? comma, next < tokens.count,
        !tokens[next].shape.contains(.capitalized)
      else {
        return nil
      }
      return grammar.entry(in: works, tokens, at: next)?.end
    }
    let further = work(at: place)
    guard isHalf || endsDefence(place, tokens) || further != nil && !isMark(tokens[place], 0x2C)
    else { return nil }
    var end = place
    while end < min(tokens.count, place + Self.longestIssuerField) {
      if let next = work(at: end) {
        end = next
        continue
      }
      let token = tokens[end]
      if token.kind == .mark || parts.match(.and, at: end) != nil || isStop(end, parts)
        || token.shape.contains(.capitalized) || isUnitAlone(end, tokens)
      {
        return end > place ? end : nil
      }
      guard token.kind == .syllable, parts.match(.issuer, at: end) == nil,
        parts.kind(at: end) == nil, parts.match(.number, at: end) == nil, !isAct(end, tokens)
      else { return nil }
      end += 1
    }
    return end == tokens.count && end > place ? end : nil
  }

  /// Whether a word for a unit of administration stands at a token, and no longer word of names:
  /// "xã", but not "xã hội".
  private func isUnitAlone(_ place: Int, _ tokens: [Token]) -> Bool {
    guard let units = grammar.list("issuer-units"), let words = grammar.list("issuer-words"),
      let unit = grammar.entry(in: units, tokens, at: place)?.end
    else { return false }
    return (grammar.entry(in: words, tokens, at: place)?.end ?? unit) <= unit
  }

  /// Whether a name goes on at a capital with what is prevented, though a head begins so: "Cục Quản
  /// lý đê điều và | Phòng, chống thiên tai".
  func isDefence(at place: Int, _ tokens: [Token]) -> Bool {
    grammar.list("issuer-defences").flatMap { grammar.entry(in: $0, tokens, at: place) } != nil
  }

  /// Whether such words end before a token.
  private func endsDefence(_ place: Int, _ tokens: [Token]) -> Bool {
    guard let list = grammar.list("issuer-defences") else { return false }
    return (max(0, place - 3)..<place).contains {
      tokens[$0].shape.contains(.capitalized)
        && grammar.entry(in: list, tokens, at: $0)?.end == place
    }
  }

  /// Whether a number is tied to the capitals before it, which are a short name with it: "Phòng PC07".
  func isCodeNumber(_ place: Int, _ tokens: [Token]) -> Bool {
    place > 0 && tokens[place].kind == .number && !tokens[place].shape.contains(.spaced)
      && tokens[place - 1].kind == .syllable && tokens[place - 1].shape.contains(.upper)
      && tokens[place].end - tokens[place].start <= 2
  }

  /// The place behind a bracket that tells another name of the body before it: "Sở Ngoại vụ (nay là
  /// Văn phòng Ủy ban nhân dân tỉnh)".
  func behindRenaming(_ place: Int, _ tokens: [Token]) -> Int {
    guard place + 2 < tokens.count, isMark(tokens[place], 0x28),
      let words = grammar.list("renaming-words"),
      grammar.entry(in: words, tokens, at: place + 1) != nil,
      let close = tokens[place...].prefix(Self.longestIssuerField).firstIndex(where: {
        isMark($0, 0x29)
      })
    else { return place }
    return close + 1
  }

  /// The place before such a bracket that closes right before a token; the token where none does.
  func beforeRenaming(_ place: Int, _ tokens: [Token]) -> Int {
    guard place > 0, isMark(tokens[place - 1], 0x29) else { return place }
    let first = max(0, place - Self.longestIssuerField)
    let open = tokens[first..<place].lastIndex { isMark($0, 0x28) }
    return open.flatMap { behindRenaming($0, tokens) == place ? $0 : nil } ?? place
  }

  /// The place behind a short name in brackets in the middle of a name: "Ủy ban An toàn giao thông
  /// (ATGT) Quốc gia".
  func abbreviation(
    _ tokens: [Token], at place: Int, _ words: Grammar.List, _ parts: DocumentParts
  ) -> Int? {
    guard place + 3 < tokens.count, bytes[Int(tokens[place].start)] == UInt8(ascii: "("),
      tokens[place + 1].shape.contains(.upper),
      bytes[Int(tokens[place + 2].start)] == UInt8(ascii: ")"),
      parts.kind(at: place + 3) == nil, !isStop(place + 3, parts)
    else { return nil }
    // "Ủy ban nhân dân (UBND) tỉnh Sơn Hà"
    guard tokens[place + 3].shape.contains(.capitalized) || isUnit(tokens, place + 3) else {
      return nil
    }
    return place + 3
  }
}
