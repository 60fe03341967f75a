import PlanModel
import PlanText

/// Bodies named one after the other, as places of tokens.
struct BodyList {
  /// The name of each.
  var bodies: [Range<Int>]
  /// The place after the last.
  var end: Int
  /// Whether a word that begins a duty stands there; else a mark or the end does.
  var stopped: Bool
}

/// Telling where the name of a body ends and where another begins.
extension PlanReader {
  /// How many tokens a list of bodies in running text may have at most.
  private static var longestList: Int { 90 }

  /// The bodies whose names begin at `start` in running text; `nil` when none begins there.
  ///
  /// Where a body must stand (`expected`), any word with a capital begins its name.
  func bodyList(
    at start: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords,
    expected: Bool = false
  ) -> BodyList? {
    let head: BodyWords.Head
    if let known = words.heads[start] {
      head = known
    } else if expected, start < limit, tokens[start].shape.contains(.capitalized) {
      head = BodyWords.Head(kind: .named, end: start + 1, rule: -1)
    } else {
      return nil
    }
    guard head.end <= limit else { return nil }
    let limit = min(limit, start + Self.longestList)
    var end = nameEnd(start, head, words)
    var stopped = false
    var last = (start: start, kind: head.kind)
    /// The last of the list, whatever it is.
    var worker = head
    /// Whether names stand behind a colon.
    var isNames = false
    while end < limit {
      if words.offices.contains(end),
        let further = officeEnd(head, past: end, before: limit, tokens, words)
      {
        end = further
        continue
      }
      if let known = words.which[last.start], end < known,
        let further = whichEnd(known, before: limit, tokens, words)
      {
        end = further
        continue
      }
      if words.stops.contains(end),
        let further = workEnd(worker, past: end, before: limit, tokens, words)
      {
        end = further
        stopped = true
        break
      }
      if words.stops.contains(end),
        let further = nameGoesOn(last.start, last.kind, past: end, before: limit, tokens, words)
      {
        end = further
        continue
      }
      if words.stops.contains(end), last.kind == .group || last.kind == .bare,
        words.relatives.contains(end - 1)
      {
        // "Các địa phương có thực hiện chương trình dệt chủ trì …": no name ends with "có".
        guard let charge = chargeBehind(end, before: limit, tokens, words) else { return nil }
        end = charge
        stopped = true
        break
      }
      // "Các doanh nghiệp viễn thông Đầu tư phát triển": no name of its own that a capital is in.
      let directs =
        head.kind == .named && words.directs.contains(end) && tokens[end - 1].kind == .syllable
      if words.stops.contains(end) || directs
        || head.kind == .group && words.capitalStops.contains(end) && words.joins[end - 1] != end
          && !isMark(tokens[end - 1], 0x26) && !isDash(tokens[end - 1])
          && !(isNames && (isMark(tokens[end - 1], 0x2C) || isMark(tokens[end - 1], 0x3A)))
      {
        stopped = true
        break
      }
      // "Trạm Y tế, cơ quan thường trực Ban Chỉ đạo, chủ trì": what it is, between commas.
      if let aside = apposition(at: end, tokens, words), aside < limit,
        words.stops.contains(aside), isMark(tokens[aside - 1], 0x2C) || last.kind == .named
      {
        stopped = true
        break
      }
      if last.kind != .person, isWholeGroup(from: last.start, to: end, tokens, words) {
        stopped = true
        break
      }
      if let inner = words.heads[end], inner.end <= limit {
        if inner.kind != .bare { last = (end, inner.kind) }
        if isMark(tokens[end - 1], 0x2C) || words.joins[end - 1] == end { worker = inner }
        end = nameEnd(end, inner, words)
        continue
      }
      // "Các Vụ: Pháp chế, …", "Trưởng các phòng: Kế hoạch, …"
      if last.kind == .group || words.heads[last.start + 1]?.kind == .group,
        opensNames(end, before: limit, tokens, words)
      {
        isNames = true
        end += 1
        continue
      }
      if let close = bracket(at: end, before: limit, tokens) {
        end = close
        continue
      }
      if endsWithProperName(from: start, to: end, tokens, words)
        || isWhole(last.kind, from: last.start, to: end, tokens, words)
        || expected && last.kind == .named && leadsOn(end, from: last.start, tokens, words)
      {
        stopped = true
        break
      }
      if endsName(end, last, tokens, words), !(isNames && namesFurther(end, tokens)) { break }
      end += 1
    }
    // What runs on and on is no name.
    if end == limit, limit == start + Self.longestList { return nil }
    if stopped {
      if head.kind != .group, head.kind != .bare {
        end = beforeVerb(end, from: start, tokens, words)
      }
      end = beforePreposition(end, from: start, tokens, words)
    }
    let bodies = bodies(in: start..<end, tokens, words)
    guard let last = bodies.last else { return nil }
    if words.insets.contains(end) { end = behindInset(end, before: limit, tokens, words) }
    return BodyList(bodies: bodies, end: max(end, last.upperBound), stopped: stopped)
  }

  /// Whether a name or a person is told whole, so that a verb stands behind it that no rule names:
  /// "Bưu điện xã nhận hàng".
  private func isWhole(
    _ kind: BodyWords.Head.Kind, from start: Int, to end: Int, _ tokens: [Token],
    _ words: BodyWords
  ) -> Bool {
    if kind == .named || kind == .person && isPost(from: start, to: end, tokens),
      isWholeName(from: start, to: end, tokens, words)
    {
      return true
    }
    return kind == .person && isWholePerson(from: start, to: end, tokens, words)
  }

  /// Where a name ends before a verb that no rule names and a comma behind it: "Trạm Y tế xã lấy mẫu,
  /// kiểm tra".
  private func beforeVerb(
    _ end: Int, from start: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Int {
    guard isMark(tokens[end - 1], 0x2C), !words.scopes.contains(end), !words.insets.contains(end)
    else { return end }
    let cut = cut(start..<(end - 1), tokens, words)
    // "Hội đồng Giải phóng mặt bằng xã họp, thống nhất"
    let isCut = end - 1 - cut > 1 || cut < end - 1 && cut > start && words.places.contains(cut - 1)
    return isCut ? cut : end
  }

  /// The name at the beginning of some tokens, without small words behind it that no name has:
  /// "UBND tỉnh tháo gỡ" is "UBND tỉnh".
  func nameAlone(_ range: Range<Int>, _ tokens: [Token], _ words: BodyWords) -> Range<Int> {
    guard !range.isEmpty, words.heads[range.lowerBound]?.kind == .named else { return range }
    // "Ban Chỉ đạo công tác hè tỉnh": the kind of place stands last.
    if range.first(where: words.places.contains) == range.upperBound - 1, range.count <= 10 {
      return range
    }
    var end = cut(range, tokens, words)
    // "Đội Cảnh sát giao thông"
    if let field = field(at: end, tokens), field == range.upperBound { end = field }
    let rest = end..<range.upperBound
    if rest.contains(where: { tokens[$0].shape.contains(.capitalized) }) { return range }
    var last = max(end, range.lowerBound + 1)
    while last > range.lowerBound + 1, tokens[last - 1].kind == .mark { last -= 1 }
    return range.lowerBound..<last
  }

  /// A list of bodies that runs to the end of its clause, without the words behind the last name
  /// that begin a duty no rule knows: "giáo viên chủ nhiệm các lớp nhắc nhở học sinh"; `nil` when
  /// the words may all be a name.
  func withoutDuty(_ list: BodyList, _ tokens: [Token], _ words: BodyWords) -> BodyList? {
    guard !list.stopped, let last = list.bodies.last,
      let kind = words.heads[last.lowerBound]?.kind, kind == .named || kind == .person
    else { return nil }
    let end = cut(last, tokens, words)
    let rest = end..<last.upperBound
    // "Ban Chỉ đạo giảm nghèo xã" ends like a name.
    guard rest.count(where: { tokens[$0].kind == .syllable }) > 2, end > last.lowerBound,
      !words.tails.contains(last.upperBound - 1),
      !rest.contains(where: { tokens[$0].shape.contains(.capitalized) })
    else { return nil }
    let name = trimmed(last.lowerBound..<end, tokens, words)
    return BodyList(bodies: list.bodies.dropLast() + [name], end: end, stopped: true)
  }

  /// The end of the capitals and their company at the end of a list of names.
  func cut(_ range: Range<Int>, _ tokens: [Token], _ words: BodyWords) -> Int {
    var end = range.lowerBound
    while end < range.upperBound {
      if let head = words.heads[end], head.end <= range.upperBound {
        end = head.end
        continue
      }
      let token = tokens[end]
      guard
        token.kind != .syllable || token.shape.contains(.capitalized) || words.tails.contains(end)
          || words.joins[end] != nil || endsWord(end, range, tokens)
      else { break }
      end += 1
    }
    return end
  }

  /// Whether a small syllable ends a word that began with a capital: "Đào tạo", "Công nghệ".
  private func endsWord(_ place: Int, _ range: Range<Int>, _ tokens: [Token]) -> Bool {
    guard place > range.lowerBound else { return false }
    let before = tokens[place - 1]
    // "UBND huyện Cư M’gar"
    if before.kind == .mark, isApostrophe(before) { return isTied(tokens, place - 1) }
    return before.kind == .syllable && before.shape.contains(.capitalized)
      && (!before.shape.contains(.upper) || before.shape.contains(.single))
  }

  /// The place after the first words of a name: "Văn phòng Sở đăng ký" has a duty in them.
  private func nameEnd(_ start: Int, _ head: BodyWords.Head, _ words: BodyWords) -> Int {
    var end = start + 1
    while end < head.end, !words.stops.contains(end) { end += 1 }
    return end
  }

  /// Whether the mark at `place` ends a name: "; : ." or a dash before an apposition.
  private func endsName(
    _ place: Int, _ last: (start: Int, kind: BodyWords.Head.Kind), _ tokens: [Token],
    _ words: BodyWords
  ) -> Bool {
    let token = tokens[place]
    guard token.kind == .mark else { return false }
    switch markers.scalar(token) {
    // "Các tạp chí, bản tin; Trang thông tin điện tử …"
    case 0x3B: return words.heads[place + 1] == nil
    case 0x3A, 0x21, 0x3F, 0x22, 0x201C, 0x201D, 0x29: return true
    case 0x2E:
      // "TP.Sơn Hà" goes on.
      return place + 1 == tokens.count || tokens[place + 1].shape.contains(.spaced)
    case 0x2D, 0x2013, 0x2014:
      // "Sở Thông tin – cơ quan thường trực Ban Chỉ đạo"; but "Phòng Tài chính - Kế toán".
      guard token.shape.contains(.spaced), let next = words.heads[place + 1] else { return false }
      let isOffice = next.kind == .person && tokens[place + 1].shape.contains(.capitalized)
      // "Ngân hàng Nà Khoai - Chi nhánh Lịm": one name.
      if last.kind == .named, next.isBranch { return false }
      // "đồng chí Hiệp - Tổ trưởng": the office of a person.
      if isOffice, !next.isNamed, words.heads[last.start]?.isNamed == true { return false }
      // "Bộ phận Tài chính - Kế toán": the second field of one office.
      if isOffice, tokens[place - 1].kind == .syllable, let fields = grammar.list("second-fields"),
        grammar.entry(in: fields, tokens, at: place + 1)?.end == next.end
      {
        return false
      }
      // "Đoàn Thanh niên – Hội Sinh viên": as printed.
      if last.kind == .named, next.kind == .named, tokens[place + 1].shape.contains(.capitalized) {
        // "Công an xã - Thường trực Ban Chỉ đạo": what it is besides.
        let parts = grammar.list("part-words")
        return parts.flatMap { grammar.entry(in: $0, tokens, at: place + 1) } != nil
      }
      return last.kind != .named || !isOffice && !next.isPeople
    default: return false
    }
  }

  /// The place after the bracket that opens at `place`; `nil` when none does.
  func bracket(at place: Int, before limit: Int, _ tokens: [Token]) -> Int? {
    guard place < limit, isMark(tokens[place], 0x28) else { return nil }
    var index = place + 1
    while index < limit {
      if isMark(tokens[index], 0x29) { return index + 1 }
      index += 1
    }
    return nil
  }

  /// The place behind what a comma or a dash adds to a body: ", cơ quan thường trực Ban Chỉ đạo,".
  func apposition(at place: Int, _ tokens: [Token], _ words: BodyWords) -> Int? {
    guard place < tokens.count, isMark(tokens[place], 0x2C) || isDash(tokens[place]) else {
      return nil
    }
    return words.asides[place]
  }

  /// Whether a token is this mark.
  func isMark(_ token: Token, _ scalar: UInt32) -> Bool {
    token.kind == .mark && markers.scalar(token) == scalar
  }

  /// A range without the marks and joining words around it.
  func trimmed(_ range: Range<Int>, _ tokens: [Token], _ words: BodyWords) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, tokens[start].kind == .mark, !isMark(tokens[start], 0x28) { start += 1 }
    while start < end, let join = words.joins[start], join <= end { start = join }
    while end > start {
      let last = end - 1
      if tokens[last].kind == .mark, !isMark(tokens[last], 0x29) {
        end = last
      } else if let join = words.joins[last], join >= end {
        // "Chi bộ Nà Lốc và | với Đảng ủy xã" too.
        end = last
      } else {
        break
      }
    }
    return start..<end
  }

  /// The text of some tokens as printed.
  func text(_ range: Range<Int>, _ tokens: [Token]) -> String {
    guard range.lowerBound < range.upperBound else { return "" }
    return folder.fold(span(tokens, range))
  }
}
