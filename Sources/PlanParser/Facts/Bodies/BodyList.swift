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

  /// How many tokens may stand before the colon that opens a list: "Các Sở:".
  private static var longestOpening: Int { 12 }

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
    while end < limit {
      if words.stops.contains(end),
        let further = nameGoesOn(last.start, last.kind, past: end, before: limit, tokens, words)
      {
        end = further
        continue
      }
      // "Các doanh nghiệp viễn thông Đầu tư phát triển": no name of its own that a capital is in.
      if words.stops.contains(end) || head.kind == .group && words.capitalStops.contains(end) {
        stopped = true
        break
      }
      if let inner = words.heads[end], inner.end <= limit {
        if inner.kind != .bare { last = (end, inner.kind) }
        end = nameEnd(end, inner, words)
        continue
      }
      if let close = bracket(at: end, before: limit, tokens) {
        end = close
        continue
      }
      if endsName(end, last.kind, tokens, words) { break }
      end += 1
    }
    // What runs on and on is no name.
    if end == limit, limit == start + Self.longestList { return nil }
    if stopped, isMark(tokens[end - 1], 0x2C), !words.scopes.contains(end),
      !words.insets.contains(end), head.kind != .group,
      head.kind != .bare
    {
      // "Trạm Y tế xã lấy mẫu, kiểm tra": a verb that no rule names stands before the comma.
      let cut = cut(start..<(end - 1), tokens, words)
      if end - 1 - cut > 1 { end = cut }
    }
    let bodies = bodies(in: start..<end, tokens, words)
    guard let last = bodies.last else { return nil }
    if words.insets.contains(end) { end = behindInset(end, before: limit, tokens, words) }
    return BodyList(bodies: bodies, end: max(end, last.upperBound), stopped: stopped)
  }

  /// The name at the beginning of some tokens, without small words behind it that no name has:
  /// "UBND tỉnh tháo gỡ" is "UBND tỉnh".
  func nameAlone(_ range: Range<Int>, _ tokens: [Token], _ words: BodyWords) -> Range<Int> {
    guard !range.isEmpty, words.heads[range.lowerBound]?.kind == .named else { return range }
    let end = cut(range, tokens, words)
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
  private func cut(_ range: Range<Int>, _ tokens: [Token], _ words: BodyWords) -> Int {
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
    _ place: Int, _ kind: BodyWords.Head.Kind, _ tokens: [Token], _ words: BodyWords
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
      return kind != .named || !isOffice && !next.isPeople
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

  /// Whether a token is this mark.
  func isMark(_ token: Token, _ scalar: UInt32) -> Bool {
    token.kind == .mark && markers.scalar(token) == scalar
  }

  // MARK: Splitting

  /// The bodies that some tokens name, split at ";", and at "," or "và" between bodies, not
  /// inside one ("Các phòng, ban, ngành", "Sở Khoa học và Công nghệ").
  func bodies(in range: Range<Int>, _ tokens: [Token], _ words: BodyWords) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    var place = range.lowerBound
    /// Whether the piece from `start` on holds "của các", and its first head.
    var ofSeveral = false
    func close(_ end: Int, next: Int) {
      let piece = trimmed(start..<end, tokens, words)
      if !piece.isEmpty { pieces.append(piece) }
      start = next
      ofSeveral = false
    }
    var several = words.ofSeveral[words.several(from: place)...]
    while place < range.upperBound {
      if several.first == place {
        ofSeveral = true
        several.removeFirst()
      }
      // A name that holds "và": "Văn phòng HĐND và UBND".
      if let head = words.heads[place], head.end <= range.upperBound, head.end > place {
        place = head.end
        continue
      }
      let token = tokens[place]
      let scalar = token.kind == .mark ? markers.scalar(token) : 0
      if scalar == 0x28 { depth += 1 }
      if scalar == 0x29 { depth = max(0, depth - 1) }
      guard depth == 0 else {
        place += 1
        continue
      }
      if scalar == 0x3B {
        // "Các Sở: Nội vụ; Tư pháp"
        if words.heads[start] == nil || words.heads[place + 1] != nil
          || !(start..<place).prefix(Self.longestOpening).contains(where: {
            isMark(tokens[$0], 0x3A)
          })
        {
          close(place, next: place + 1)
        }
      } else if scalar == 0x3C, let end = lineBreak(place, tokens, before: range.upperBound) {
        close(place, next: end)
        place = end
        continue
      } else if let next = afterSeparator(place, scalar, tokens, words, range),
        splits(start..<place, next, ofSeveral, tokens, words, range.upperBound)
      {
        close(place, next: next)
        place = next
        continue
      }
      place += 1
    }
    close(range.upperBound, next: range.upperBound)
    return pieces
  }

  /// The place after a `<br>` of a markdown table.
  private func lineBreak(_ place: Int, _ tokens: [Token], before limit: Int) -> Int? {
    let start = Int(tokens[place].start)
    guard let length = TextFolder.lineBreak(bytes, at: start, end: bytes.count) else { return nil }
    var next = place + 1
    while next < limit, Int(tokens[next].start) < start + length { next += 1 }
    return next
  }

  /// The place after the comma, "và" or bullet at `place`; `nil` when none stands there.
  private func afterSeparator(
    _ place: Int, _ scalar: UInt32, _ tokens: [Token], _ words: BodyWords, _ range: Range<Int>
  ) -> Int? {
    var next: Int
    switch scalar {
    case 0x2C: next = place + 1
    case 0x2D, 0x2013:
      guard words.heads[place + 1] != nil, isBullet(place, tokens, range) else { return nil }
      next = place + 1
    case 0x2F where words.heads[place + 1]?.kind == .named && place > range.lowerBound + 1:
      // "Công an xã/Quân sự xã"
      next = place + 1
    case 0x26, 0x2B, 0x2F, 0x2022:
      guard tokens[place].shape.contains(.spaced), words.heads[place + 1] != nil else {
        return nil
      }
      next = place + 1
    default:
      guard let end = words.joins[place] else { return nil }
      next = end
    }
    if scalar == 0x2C, let end = words.joins[next] { next = end }
    return next < range.upperBound ? next : nil
  }

  /// Whether a dash begins an entry: it begins its line, or one begins the whole list: "- Sở Tài
  /// chính - Sở Xây dựng"; "Ngân hàng Nà Khoai - Chi nhánh Lịm" is a name.
  private func isBullet(_ place: Int, _ tokens: [Token], _ range: Range<Int>) -> Bool {
    guard tokens[place].shape.contains(.spaced), place > range.lowerBound else { return false }
    let between = Int(tokens[place - 1].end)..<Int(tokens[place].start)
    if bytes[between].contains(0x0A) { return true }
    let first = tokens[range.lowerBound]
    return isMark(first, 0x2D) || isMark(first, 0x2013)
  }

  /// Whether another body than the one under `left` begins at `next`.
  private func splits(
    _ left: Range<Int>, _ next: Int, _ ofSeveral: Bool, _ tokens: [Token], _ words: BodyWords,
    _ limit: Int
  ) -> Bool {
    guard !left.isEmpty else { return true }
    let first = trimmed(left, tokens, words)
    guard !first.isEmpty else { return true }
    let head = words.heads[first.lowerBound]
    // "Các Sở: Quốc phòng, Xây dựng": what stands behind the colon are names of one list.
    let opensList =
      head != nil && first.prefix(Self.longestOpening).contains { isMark(tokens[$0], 0x3A) }
    if let right = words.heads[next], right.end <= limit {
      // "Học sinh và cha mẹ học sinh"
      if head?.isPeople == true, right.isPeople { return true }
      // "Trang thông tin của các sở, ngành và UBND cấp xã" is one.
      if ofSeveral { return false }
      // "đồng chí Lò Văn Pá, Phó Chủ tịch UBND xã": one with his office.
      if head?.isNamed == true, right.kind == .person, !right.isNamed,
        isMark(tokens[next - 1], 0x2C)
      {
        return false
      }
      guard right.kind == .bare else { return true }
      // "Thủ trưởng các phòng, đơn vị sự nghiệp" is one, as "Các phòng, đơn vị sự nghiệp" is.
      if head?.kind == .person, !right.isPeople, namesSeveral(first, words) {
        return tokens[next].shape.contains(.capitalized)
      }
      // "Sở Tài chính, cơ quan liên quan" are two, "Các cơ quan, đơn vị" one; but "Các sở, ban,
      // ngành, Doanh nghiệp" are two again.
      return head?.kind == .named || head?.kind == .person
        || tokens[next].shape.contains(.capitalized)
          && !tokens[first.upperBound - 1].shape.contains(.capitalized)
    }
    let token = tokens[next]
    guard !opensList, token.kind == .syllable, token.shape.contains(.spaced) else { return false }
    let abbreviation = token.shape.contains(.upper) && token.end - token.start > 1
    // "TCTL, BST, TBT"; "Đỗ Văn An, Vũ Thị Bình"; but "Sở Văn hóa, Thể thao và Du lịch".
    if abbreviation {
      // "Các cơ quan của Quốc hội, VPCP"; but "các huyện, TP".
      if head?.kind == .group || head?.kind == .bare { return token.end - token.start > 2 }
      // "Trung tâm Giám định BHXH, BHYT điện tử" is one.
      let before = tokens[first.upperBound - 1]
      return !before.shape.contains(.upper) || head == nil || next + 1 >= limit
        || tokens[next + 1].kind != .syllable || tokens[next + 1].shape.contains(.capitalized)
    }
    return head == nil && token.shape.contains(.capitalized)
      && tokens[first.lowerBound].shape.contains(.capitalized)
  }

  /// Whether the name of an office tells of several bodies ("Thủ trưởng các phòng").
  private func namesSeveral(_ name: Range<Int>, _ words: BodyWords) -> Bool {
    name.dropFirst().contains { place in
      words.heads[place].map { $0.kind == .group || $0.kind == .bare } ?? false
    }
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
      } else if words.joins[last] == end {
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
