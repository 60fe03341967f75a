import PlanText

/// Names of bodies that are whole: what stands behind them in small letters begins a duty, whether
/// or not a rule names its verb.
extension PlanReader {
  /// Whether the name of the body that begins at `start` ends before the small word at `end`, and
  /// nothing behind it goes on with it.
  ///
  /// It ends behind its field ("Phòng Kinh tế") or its place ("Bưu điện xã", "Điện lực Tân Mộc").
  func isWholeName(
    from start: Int, to end: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Bool {
    guard end > start + 1, opensUnknownDuty(end, tokens, words),
      tokens[end].shape.contains(.spaced), !words.tails.contains(end), words.joins[end] == nil,
      !words.relatives.contains(end), tokens[end - 1].kind == .syllable,
      let further = grammar.list("name-goes-on"),
      grammar.entry(in: further, tokens, at: end) == nil,
      field(at: end, tokens) == nil || isVerbBehindPlace(end, tokens, words)
    else { return false }
    // "Công ty Xây dựng cầu đường": the verb of the name goes on.
    if words.nameVerbs.contains(end - 1) { return false }
    if tiesFurtherField(end, tokens, words) { return false }
    return wholeEnd(start, before: end, tokens, words) == end
  }

  /// Whether the name of a person, with surname and given name, ends before a small word that begins a
  /// duty: "đồng chí Lò Văn Cà | giúp việc".
  func isWholePerson(
    from start: Int, to end: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Bool {
    guard words.heads[start]?.isNamed == true, end > start + 2,
      opensUnknownDuty(end, tokens, words), tokens[end].shape.contains(.spaced),
      !words.tails.contains(end), words.joins[end] == nil, !words.relatives.contains(end),
      let further = grammar.list("name-goes-on"),
      grammar.entry(in: further, tokens, at: end) == nil,
      let surnames = grammar.list("surnames")
    else { return false }
    var first = end
    while first > start + 1, tokens[first - 1].kind == .syllable,
      tokens[first - 1].shape.contains(.capitalized)
    {
      first -= 1
    }
    return end - first > 1 && grammar.entry(in: surnames, tokens, at: first) != nil
  }

  /// Whether some tokens are a post that is named in full: "trưởng thôn".
  func isPost(from start: Int, to end: Int, _ tokens: [Token]) -> Bool {
    grammar.list("whole-bodies").flatMap { grammar.entry(in: $0, tokens, at: start)?.end } == end
  }

  /// Whether a word that is a field of bodies too is a verb, since the name before ends with its kind of
  /// place: "Công an tỉnh | truyền thông".
  func isVerbBehindPlace(_ place: Int, _ tokens: [Token], _ words: BodyWords) -> Bool {
    place > 0 && words.places.contains(place - 1)
      && !tokens[place].shape.contains(.capitalized) && isVerbToo(place, tokens)
  }

  /// Whether several bodies are named to the end before a small word: "các đơn vị có liên quan | thanh
  /// tra", "chính quyền các cấp | khoanh nuôi", "các sở, ban, ngành | vá lưới".
  func isWholeGroup(
    from start: Int, to end: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Bool {
    guard end > start + 1, opensUnknownDuty(end, tokens, words),
      words.joins[end] == nil, !words.places.contains(end), !words.relatives.contains(end),
      let ends = grammar.list("group-ends"), let nouns = grammar.list("whole-groups"),
      let further = grammar.list("name-goes-on"), let ties = grammar.list("group-goes-on"),
      grammar.entry(in: further, tokens, at: end) == nil,
      grammar.entry(in: ties, tokens, at: end) == nil,
      grammar.entry(in: ends, tokens, at: end) == nil,
      !words.tails.contains(end) || isVerbToo(end, tokens)
    else { return false }
    return (max(start, end - Self.longestGroupEnd)..<end).contains { place in
      if grammar.entry(in: ends, tokens, at: place)?.end == end { return true }
      return place > start && grammar.entry(in: nouns, tokens, at: place)?.end == end
        && beginsGroup(place, from: start, tokens, words)
    }
  }

  /// How many tokens may end the name of several bodies.
  private static var longestGroupEnd: Int { 8 }

  /// Whether a common noun stands where one of several does: behind "các", behind a comma or "và", or
  /// behind another such noun ("các ban ngành").
  private func beginsGroup(
    _ place: Int, from start: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Bool {
    if words.heads[start]?.kind == .group, place == start + 1 { return true }
    if isMark(tokens[place - 1], 0x2C) || words.joins[place - 1] == place { return true }
    guard let nouns = grammar.list("whole-groups") else { return false }
    return (max(start + 1, place - 2)..<place).contains {
      grammar.entry(in: nouns, tokens, at: $0)?.end == place
    }
  }

  /// Whether a small word has another word behind it, or a comma and another: "thăm hỏi", "thăm, tặng
  /// quà".
  func opensUnknownDuty(_ place: Int, _ tokens: [Token], _ words: BodyWords) -> Bool {
    guard place + 1 < tokens.count, tokens[place].kind == .syllable,
      !tokens[place].shape.contains(.capitalized)
    else { return false }
    guard isMark(tokens[place + 1], 0x2C) else { return tokens[place + 1].kind != .mark }
    return place + 2 < tokens.count && words.heads[place + 2] == nil
      && tokens[place + 2].kind == .syllable && !tokens[place + 2].shape.contains(.capitalized)
      && words.joins[place + 2] == nil
  }

  /// Whether a word that names bodies and fields is a verb as well.
  private func isVerbToo(_ place: Int, _ tokens: [Token]) -> Bool {
    grammar.list("verbs-too").flatMap { grammar.entry(in: $0, tokens, at: place) } != nil
  }

  /// Whether the small words from a place on stand before "và" and a field with a capital that is no
  /// body: "Cục Thương mại | điện tử và Kinh tế số".
  private func tiesFurtherField(_ start: Int, _ tokens: [Token], _ words: BodyWords) -> Bool {
    for place in start..<min(start + Self.longestField, tokens.count) {
      if let next = words.joins[place], place > start {
        return next < tokens.count && tokens[next].shape.contains(.capitalized)
          && words.heads[next] == nil
      }
      if tokens[place].kind != .syllable || tokens[place].shape.contains(.capitalized)
        || words.stops.contains(place)
      {
        return false
      }
    }
    return false
  }

  /// The end of the name at `start` as far as its words are known; `nil` when it has no field and
  /// no place.
  private func wholeEnd(
    _ start: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Int? {
    let whole = grammar.list("whole-bodies").flatMap { grammar.entry(in: $0, tokens, at: start) }
    var place =
      whole?.end ?? field(at: start, tokens) ?? min(words.heads[start]?.end ?? limit, limit)
    var isWhole = whole != nil
    while place < limit {
      if words.places.contains(place) {
        place = capitalsEnd(place + 1, before: limit, tokens)
        isWhole = true
      } else if let next = field(at: place, tokens), next > place + 1 {
        place = next
        isWhole = true
      } else if isDash(tokens[place]) || isMark(tokens[place], 0x2C) || words.joins[place] != nil,
        let next = field(at: words.joins[place] ?? place + 1, tokens)
      {
        place = next
      } else {
        let next = capitalsEnd(place, before: limit, tokens)
        // "Nhà máy nước Đồi Cọ": the head holds the first of them.
        let before = tokens[place - 1].shape
        let begun =
          words.heads[start]?.end == place && place > start + 2 && before.contains(.capitalized)
          && !before.contains(.upper)
        guard next > place + 1 || next > place && begun else { return nil }
        place = next
        isWhole = true
      }
    }
    return isWhole ? place : nil
  }

  /// The name of a body that is called by its field of work, with the small words of the field that
  /// stand behind it to the end of `range`: "Khoa An toàn | thực phẩm"; `name` where none do.
  ///
  /// A field that is known, or a place, is whole without them: "Phòng Kinh tế | tháo gỡ".
  func withField(
    _ name: Range<Int>, in range: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> Range<Int> {
    let rest = name.upperBound..<range.upperBound
    guard !rest.isEmpty, rest.count <= Self.longestField, name.count > 1,
      let heads = grammar.list("field-heads"),
      grammar.entry(in: heads, tokens, at: name.lowerBound) != nil,
      rest.allSatisfy({
        tokens[$0].kind == .syllable && !tokens[$0].shape.contains(.capitalized)
      }),
      !words.places.contains(rest.lowerBound - 1), words.joins[rest.lowerBound] == nil
    else { return name }
    let isWhole =
      wholeEnd(name.lowerBound, before: name.upperBound, tokens, words) == name.upperBound
    let further = grammar.list("name-goes-on").flatMap {
      grammar.entry(in: $0, tokens, at: rest.lowerBound)
    }
    return isWhole && further == nil ? name : name.lowerBound..<range.upperBound
  }

  /// How many small words of a field may stand behind those that begin with a capital.
  private static var longestField: Int { 4 }

  /// The end of a word of bodies' names that begins at a token: "Kinh tế".
  func field(at place: Int, _ tokens: [Token]) -> Int? {
    guard place < tokens.count, let list = grammar.list("issuer-words") else { return nil }
    let known = grammar.entry(in: list, tokens, at: place)?.end
    guard tokens[place].shape.contains(.capitalized),
      let fields = grammar.list("department-fields"),
      let field = grammar.entry(in: fields, tokens, at: place)?.end
    else { return known }
    return max(known ?? field, field)
  }

  /// The end of the capitals from a token on, which are no abbreviation.
  private func capitalsEnd(_ start: Int, before limit: Int, _ tokens: [Token]) -> Int {
    var end = start
    while end < limit, end < start + 4, tokens[end].kind == .syllable,
      tokens[end].shape.contains(.capitalized),
      !tokens[end].shape.contains(.upper) || tokens[end].shape.contains(.single)
    {
      end += 1
    }
    return end
  }

  /// Whether a word behind the kind of a place leads from a name to the duty: "Công an xã | về công tác
  /// quản lý cư trú", but not "Ban Chỉ đạo tỉnh về chuyển đổi số".
  func leadsOn(_ place: Int, from start: Int, _ tokens: [Token], _ words: BodyWords) -> Bool {
    guard place > start + 1, words.places.contains(place - 1),
      !tokens[place].shape.contains(.capitalized),
      let list = grammar.list("name-prepositions"), let fields = grammar.list("issuer-fields")
    else { return false }
    return grammar.entry(in: list, tokens, at: place) != nil
      && grammar.entry(in: fields, tokens, at: start) == nil
  }

  /// The end of a name without a word behind it that no name ends with and that leads to the duty:
  /// "Công an xã | về quản lý cư trú".
  func beforePreposition(
    _ end: Int, from start: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Int {
    guard let list = grammar.list("name-prepositions") else { return end }
    for first in [end - 2, end - 1]
    where first > start && !tokens[first].shape.contains(.capitalized)
      && grammar.entry(in: list, tokens, at: first)?.end == end
    {
      return first
    }
    return end
  }
}
