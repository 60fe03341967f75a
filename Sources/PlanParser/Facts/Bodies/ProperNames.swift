import PlanText

/// Names of bodies that end with the name of a place or a number: whatever small word stands behind
/// those begins a duty, whether or not a rule names its verb.
extension PlanReader {
  /// How many tokens before the end of a name tell that it ends with proper names.
  private static var longestProperNames: Int { 12 }

  /// Whether the name of a body that begins at `start` ends before the small word at `end` with the
  /// name of a place or a number: "UBND xã Tân Mộc | quét vôi", "Trạm Thú y khu vực V | phun thuốc".
  func endsWithProperName(
    from start: Int, to end: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Bool {
    guard end > start + 1, opensUnknownDuty(end, tokens, words),
      tokens[end].shape.contains(.spaced), words.joins[end] == nil, !words.places.contains(end),
      !words.relatives.contains(end), let further = grammar.list("place-goes-on"),
      grammar.entry(in: further, tokens, at: end) == nil,
      !tiesGroup(end, from: start, tokens, words)
    else { return false }
    let first = max(start, end - Self.longestProperNames)
    var place = end
    while place > first {
      let name = properNameStart(place, after: first, tokens, words)
      guard name < place else { return false }
      if namesPlace(before: name, after: start, tokens, words) { return true }
      guard name - 1 > first, isMark(tokens[name - 1], 0x2C) || words.joins[name - 1] == name
      else { return false }
      // "các xã Tân Mộc, Đồng Sim"
      place = name - 1
    }
    return false
  }

  /// Whether the kind of a place, or a word before a number, stands before a proper name.
  private func namesPlace(
    before name: Int, after start: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Bool {
    guard name > start else { return false }
    if words.places.contains(name - 1) { return true }
    guard let counted = grammar.list("counted-places") else { return false }
    return (max(start, name - 2)..<name).contains {
      grammar.entry(in: counted, tokens, at: $0)?.end == name
    }
  }

  /// Whether a word ties further words to the name of several bodies: "Các thôn xã Tân Mộc nằm ven sông".
  private func tiesGroup(
    _ place: Int, from start: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Bool {
    guard words.heads[start]?.kind == .group, let ties = grammar.list("group-goes-on") else {
      return false
    }
    return grammar.entry(in: ties, tokens, at: place) != nil
  }

  /// The start of the capitals before a place, which are no abbreviations, or of the number.
  private func properNameStart(
    _ end: Int, after first: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Int {
    if tokens[end - 1].kind == .number { return end - 1 }
    var start = end
    while start > first, tokens[start - 1].kind == .syllable,
      tokens[start - 1].shape.contains(.capitalized),
      !tokens[start - 1].shape.contains(.upper) || start == end
        || tokens[start - 1].shape.contains(.single),
      start == end || !words.places.contains(start - 1)
    {
      start -= 1
    }
    return start
  }
}
