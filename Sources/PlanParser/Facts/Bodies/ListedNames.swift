import PlanText

/// Names behind a colon that tell which of several bodies are meant: "các Sở: Tài chính, Xây dựng".
extension PlanReader {
  /// How many tokens a name behind a colon may have.
  private static var longestField: Int { 6 }

  /// Whether such names stand behind the colon at `place`; "các thôn: Vận động nhân dân" has a duty
  /// behind it.
  func opensNames(
    _ place: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Bool {
    guard isMark(tokens[place], 0x3A) else { return false }
    // "các Sở: Xây dựng, Tài chính": a verb that is a whole field of work.
    let isField =
      field(at: place + 1, tokens).map {
        $0 < limit && (isMark(tokens[$0], 0x2C) || namesFurther($0, tokens))
      } ?? false
    guard let second = nextName(place + 1, before: limit, tokens, words, isVerb: isField) else {
      return false
    }
    // "Kế hoạch, Tổ chức cán bộ, Pháp chế": a verb that stands among names is one.
    return !words.capitalStops.contains(second)
      || nextName(second, before: limit, tokens, words, isVerb: true).map {
        !words.capitalStops.contains($0)
      } ?? false
  }

  /// Whether a field of work stands behind the semicolon at `place`: "các sở: Tài chính; Nội vụ".
  func namesFurther(_ place: Int, _ tokens: [Token]) -> Bool {
    isMark(tokens[place], 0x3B) && place + 1 < tokens.count
      && tokens[place + 1].shape.contains(.capitalized) && field(at: place + 1, tokens) != nil
  }

  /// The place of the name that a comma or "và" parts from the one at `first`; `nil` when what
  /// stands there is no name, or nothing follows.
  private func nextName(
    _ first: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords, isVerb: Bool = false
  ) -> Int? {
    guard first < limit, tokens[first].shape.contains(.capitalized) else { return nil }
    for next in first..<min(limit, first + 1 + Self.longestField) {
      if words.stops.contains(next) { return nil }
      if words.capitalStops.contains(next), !(isVerb && next == first) { return nil }
      let isComma =
        isMark(tokens[next], 0x2C) || isVerb && next > first && namesFurther(next, tokens)
      if let joint = isComma ? next + 1 : words.joins[next] {
        return joint < limit && tokens[joint].shape.contains(.capitalized) ? joint : nil
      }
      if tokens[next].kind == .mark { return nil }
    }
    return nil
  }
}
