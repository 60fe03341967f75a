import PlanText

/// Names that go on behind a word which begins a duty elsewhere.
extension PlanReader {
  /// How many tokens behind such a word a name may have.
  private static var longestRest: Int { 9 }
  /// How many tokens what tells which of several bodies are meant may have.
  private static var longestAttribute: Int { 14 }

  /// The place up to which a name goes on that a duty seems to end at `stop`; `nil` when it ends
  /// there.
  ///
  /// A name that begins with a verb has its object too: "Trung tâm Xúc tiến đầu tư và Thương mại",
  /// "Phòng Kiểm tra, giám sát chủ trì"; several bodies may be told by what befalls them: "Các hộ
  /// được hỗ trợ có trách nhiệm".
  func nameGoesOn(
    _ start: Int, _ kind: BodyWords.Head.Kind, past stop: Int, before limit: Int,
    _ tokens: [Token], _ words: BodyWords
  ) -> Int? {
    if kind != .group, let end = dashedField(stop, before: limit, tokens, words) { return end }
    guard kind == .named else {
      let limit = min(limit, stop + Self.longestAttribute)
      // "Các đơn vị sử dụng lao động có trách nhiệm": what they do tells which ones.
      // "Cơ quan thi hành án có trách nhiệm": what it does is its name.
      guard
        words.passives.contains(stop)
          || (kind == .group || kind == .bare && start == 0) && words.adverbs[stop] == nil,
        // "Các đơn vị căn cứ Kế hoạch này có trách nhiệm …"
        !words.scopes.contains(stop)
      else { return nil }
      return chargedPlace(past: stop, before: limit, tokens, words)
    }
    let limit = min(limit, stop + Self.longestRest)
    let charge = words.charge(from: stop)
    let isCharge =
      charge < words.charges.count && words.charges[charge].range.lowerBound == stop
    guard words.adverbs[stop] == nil, !isCharge,
      (start + 1...start + 3).contains(where: {
        $0 < stop && words.nameVerbs.contains($0)
      })
    else { return nil }
    return objectEnd(stop, before: limit, tokens, words)
  }

  /// The place of the charge behind a field in small letters that a dash ties to a name, though it
  /// looks like a duty: "Phòng Quản lý văn thư - lưu trữ | chủ trì"; `nil` when it is one.
  private func dashedField(
    _ stop: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Int? {
    guard isDash(tokens[stop - 1]), tokens[stop - 1].shape.contains(.spaced),
      tokens[stop].shape.contains(.spaced), words.adverbs[stop] == nil
    else { return nil }
    let index = words.charge(from: stop)
    guard index < words.charges.count, case let place = words.charges[index].range.lowerBound,
      place > stop + 1, place <= min(limit, stop + Self.longestField),
      tokens[stop..<place].allSatisfy({
        $0.kind == .syllable && !$0.shape.contains(.capitalized)
      }), !words.charges[index].range.contains(stop)
    else { return nil }
    return place
  }

  /// How many tokens a field behind a dash may have.
  private static var longestField: Int { 4 }

  /// The place at which a duty begins behind words that tell which of several bodies are meant, as
  /// far as they are known to `known`: "Các hộ nuôi cá lồng | dọn dẹp bè"; `nil` when none does.
  func whichEnd(
    _ known: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Int? {
    var place = known
    while place < min(limit, known + Self.longestRest) {
      if words.stops.contains(place) { return place }
      if tokens[place].kind == .mark { return isMark(tokens[place], 0x3A) ? place : nil }
      place += 1
    }
    return place == limit ? limit : nil
  }

  /// The place up to which the title of an office goes on behind "phụ trách": "Đảng ủy viên phụ
  /// trách thôn dự …", "Các đồng chí phụ trách thôn: Dự …"; `nil` when that is the duty, as it is of
  /// a person with a name.
  func officeEnd(
    _ head: BodyWords.Head, past stop: Int, before limit: Int, _ tokens: [Token],
    _ words: BodyWords
  ) -> Int? {
    guard head.kind == .person || head.kind == .group,
      !head.isNamed || isOffice(words.heads[head.end - 1])
    else { return nil }
    let first = fieldEnd(stop + 2, tokens, words)
    for place in first..<max(first, min(limit, first + Self.longestRest)) {
      if isMark(tokens[place], 0x3A) {
        let opens = place + 1 < tokens.count && tokens[place + 1].shape.contains(.capitalized)
        return opens && words.heads[place + 1] == nil && place > first ? place : nil
      }
      // "phụ trách văn hóa - xã hội", "phụ trách Công an/khối Nội chính"
      if place > first, isDash(tokens[place]) || isMark(tokens[place], 0x2F) { continue }
      if tokens[place].kind == .mark {
        return place > first && listsFurther(place, tokens, words) ? place : nil
      }
      if words.stops.contains(place) {
        // "phụ trách thôn 5 và theo dõi …", "phụ trách thôn theo phân công": duties.
        let isDuty = words.joins[place - 1] == place || words.scopes.contains(place)
        return (place > stop + 2 || tellsHow(place, tokens)) && !isDuty ? place : nil
      }
    }
    return nil
  }

  /// Whether a word tells how what stands behind it is done, so that "phụ trách" before it is no verb:
  /// "các đồng chí đảng ủy viên phụ trách | nghiêm túc thực hiện".
  private func tellsHow(_ place: Int, _ tokens: [Token]) -> Bool {
    grammar.list("manner-words").flatMap { grammar.entry(in: $0, tokens, at: place) } != nil
  }

  /// Whether an office stands behind a word of address: "đồng chí Đảng ủy viên".
  private func isOffice(_ head: BodyWords.Head?) -> Bool {
    head.map { $0.kind == .person && !$0.isNamed } ?? false
  }

  /// The heading over duties that names those who look after a field, whatever joins the words of the
  /// field: "Các Phó Chủ tịch phụ trách lĩnh vực bến bãi và các Hội nghề"; `nil` for other headings.
  mutating func officeHeading(_ unit: DutyUnit, _ leaf: FactLeaf) -> BodyList? {
    guard leaf.kind == .heading, leaf.source?.children.isEmpty == false,
      unit.tokens.count <= Self.longestOffice, lineMatch(.officeHeading, unit.tokens) != nil
    else { return nil }
    let whole = 0..<unit.tokens.count - (unit.tokens.last?.kind == .mark ? 1 : 0)
    return BodyList(bodies: [whole], end: unit.tokens.count, stopped: false)
  }

  /// How many tokens such a heading may have.
  private static var longestOffice: Int { 20 }

  /// Whether another person or body stands behind a comma or semicolon: "Đảng ủy viên phụ trách thôn;
  /// bí thư chi bộ, trưởng thôn chỉ đạo …".
  private func listsFurther(_ mark: Int, _ tokens: [Token], _ words: BodyWords) -> Bool {
    guard isMark(tokens[mark], 0x2C) || isMark(tokens[mark], 0x3B),
      let head = words.heads[mark + 1]
    else { return false }
    return head.kind == .person || head.kind == .named
  }

  /// The place behind a field of work that looks like a duty where another duty stands behind it:
  /// "Chuyên viên phụ trách tổng hợp tham mưu …".
  private func fieldEnd(_ place: Int, _ tokens: [Token], _ words: BodyWords) -> Int {
    guard words.stops.contains(place), let fields = grammar.list("office-fields"),
      let end = grammar.entry(in: fields, tokens, at: place)?.end, words.stops.contains(end)
    else { return place }
    return end
  }

  /// The place of the word "có trách nhiệm" that stands behind `stop` without a mark before it, or
  /// of "phải" soon behind it.
  private func chargedPlace(
    past stop: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Int? {
    let soon = (stop + 1..<max(stop + 1, min(limit, stop + 7))).first(where: words.musts.contains)
    if let soon, tokens[stop..<soon].allSatisfy({ $0.kind != .mark }) { return soon }
    let index = words.charge(from: stop + 1)
    // "Các tổ chức tham gia dạy nghề phối hợp với …"
    guard index < words.charges.count,
      words.charges[index].role == .responsible || words.attributes.contains(stop)
    else { return nil }
    let place = words.charges[index].range.lowerBound
    guard place < limit, tokens[stop..<place].allSatisfy({ $0.kind != .mark }) else { return nil }
    return place
  }

  /// The place of the word behind `stop` that says that somebody leads or is responsible, without a
  /// mark before it.
  func chargeBehind(
    _ stop: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Int? {
    let index = words.charge(from: stop + 1)
    guard index < words.charges.count, words.charges[index].role != .support else { return nil }
    let place = words.charges[index].range.lowerBound
    guard place < limit, tokens[stop..<place].allSatisfy({ $0.kind != .mark }) else { return nil }
    return place
  }

  /// The end of the object of the verb in a name, which begins at `stop`; `nil` when a duty does.
  private func objectEnd(
    _ stop: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Int? {
    let charge = words.charge(from: stop + 1)
    let charged = charge < words.charges.count ? words.charges[charge].range.lowerBound : limit
    /// Behind a word with a capital that a joint ties to the object: "đào tạo - Khảo thí".
    var tied: Int?
    for place in stop..<limit {
      let token = tokens[place]
      if place == charged {
        let isHelp = words.charges[charge].role == .support
        return isHelp || isMark(tokens[place - 1], 0x2C) ? tied : place
      }
      if isMark(token, 0x3A) {
        let opens = words.stops.contains(place + 1) || words.capitalStops.contains(place + 1)
        return opens || place + 1 == tokens.count ? place : tied
      }
      if token.kind == .mark, !isMark(token, 0x2C), !isDash(token) { return tied }
      if place > stop, words.stops.contains(place) { return tied }
      if let head = words.heads[place], head.kind != .bare, !token.shape.contains(.upper) {
        return tied
      }
      guard token.shape.contains(.capitalized), !token.shape.contains(.upper) else {
        if tied == place, token.kind == .syllable, tokens[place - 1].shape.contains(.capitalized) {
          tied = place + 1
        }
        continue
      }
      let before = tokens[place - 1]
      guard
        tied == place || place - stop <= 3 && (isDash(before) || words.joins[place - 1] == place)
      else { return tied }
      tied = place + 1
    }
    return tied
  }

  /// Whether the name of a body in a heading goes on behind a comma in small letters: "Phòng Bảo trợ,
  /// chăm sóc người cao tuổi và Bình đẳng giới"; a name that ends with its place does not.
  func goesOnBehindComma(_ list: BodyList, _ tokens: [Token], _ words: BodyWords) -> Bool {
    guard let name = list.bodies.first, name.upperBound + 1 < tokens.count,
      !words.places.contains(name.upperBound - 1), tokens[name.upperBound - 1].kind == .syllable,
      isMark(tokens[name.upperBound], 0x2C)
        // "Phòng Trẻ em, bình đẳng giới và phòng, chống tệ nạn xã hội"
        || words.joins[name.upperBound] != nil && name.contains(where: { isMark(tokens[$0], 0x2C) })
    else { return false }
    let rest = name.upperBound + 1..<tokens.count
    return !tokens[rest.lowerBound].shape.contains(.capitalized)
      && rest.allSatisfy { place in
        tokens[place].kind == .syllable || isMark(tokens[place], 0x2C) || isDash(tokens[place])
      }
      && !rest.contains { place in
        guard let head = words.heads[place] else { return false }
        // "người cao tuổi" are no body that is charged with anything here.
        return head.kind == .named || head.kind == .group
      }
  }

  /// The place behind words that single some of several bodies out: "Các thôn, nhất là các thôn
  /// ven sông, tuyên truyền".
  func behindInset(
    _ start: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Int {
    let end = grammar.list("inset-words").flatMap { grammar.entry(in: $0, tokens, at: start)?.end }
    let first = end ?? start + 2
    guard first < limit else { return start }
    for place in first..<min(limit, first + Self.longestRest) {
      if isMark(tokens[place], 0x2C) { return place + 1 }
      if place > first + 1, words.stops.contains(place) { return place }
    }
    return start
  }
}
