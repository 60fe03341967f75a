import PlanText

/// Telling the bodies of a list apart.
extension PlanReader {
  /// How many tokens may stand before the colon that opens a list: "Các Sở:".
  private static var longestOpening: Int { 12 }

  /// A body without the group that a colon opens before it: "các đoàn thể: Hội Nông dân"; but "UBND
  /// các xã: Nà Khoai" has no name of its own behind the colon.
  private func withoutGroup(
    _ piece: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> Range<Int> {
    guard let colon = piece.prefix(Self.longestOpening).first(where: { isMark(tokens[$0], 0x3A) }),
      colon + 1 < piece.upperBound, let group = words.heads[piece.lowerBound],
      // "Các bộ: Công an, Tài chính" is one name.
      // "Thủ trưởng các đơn vị: Phòng Kinh tế"
      group.kind == .group
        || group.kind == .person && !group.isNamed && !words.places.contains(colon - 1),
      group.end <= colon + 1, let head = words.heads[colon + 1], head.kind == .named,
      head.end > colon + 2 || tokens[colon + 1].shape.contains(.upper)
    else { return piece }
    return colon + 1..<piece.upperBound
  }

  /// The bodies that some tokens name, split at ";", and at "," or "và" between bodies, not
  /// inside one ("Các phòng, ban, ngành", "Sở Khoa học và Công nghệ").
  func bodies(in range: Range<Int>, _ tokens: [Token], _ words: BodyWords) -> [Range<Int>] {
    let entries = numberedEntries(in: range, tokens, words)
    if !entries.isEmpty { return entries.flatMap { bodies(in: $0, tokens, words) } }
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    var place = range.lowerBound
    /// Whether the piece from `start` on holds "của các", and its first head.
    var ofSeveral = false
    func close(_ end: Int, next: Int) {
      let piece = withoutGroup(trimmed(start..<end, tokens, words), tokens, words)
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
      if depth == 0,
        words.paragraphs.contains(place)
          || beginsPerson(place, after: start..<place, tokens, words),
        let next = entry(at: place, after: start..<place, tokens, words, before: range.upperBound)
      {
        close(place, next: next)
        place = next
        continue
      }
      // A name that holds "và": "Văn phòng HĐND và UBND".
      if let head = words.heads[place], head.end <= range.upperBound, head.end > place {
        // Words of two names make none: "Công an xã" and "Trạm Y tế".
        place =
          (place + 1..<head.end).first { inner in
            words.paragraphs.contains(inner)
              && entry(at: inner, after: start..<inner, tokens, words, before: range.upperBound)
                != nil
          } ?? head.end
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

  /// Whether a numeral or a letter goes on with those that a name ends with: "Chi cục khu vực I, II và
  /// III".
  private func continuesNumbers(
    _ next: Int, after last: Int, _ tokens: [Token], _ words: BodyWords, _ limit: Int
  ) -> Bool {
    func counts(_ place: Int) -> Bool {
      if tokens[place].kind == .number { return true }
      guard tokens[place].shape.contains(.upper) else { return false }
      let printed = Array(text(place..<place + 1, tokens).utf8)
      return printed.count == 1 || printed.count <= 5 && Letters.roman(printed[...]) != nil
    }
    guard counts(last), counts(next) else { return false }
    return next + 1 >= limit || tokens[next + 1].kind == .mark || words.joins[next + 1] != nil
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
      guard
        words.heads[place + 1].map({ isBullet(place, tokens, range, before: $0) }) == true
          || dashParts(place, tokens, words, range)
      else { return nil }
      next = place + 1
    case _ where tiesShortNames(place, tokens, words, range):
      // "BGH + CĐ", "BGH/GV"
      next = place + 1
    case 0x2F where words.heads[place + 1]?.kind == .named && place > range.lowerBound + 1:
      // "Công an xã/Quân sự xã"
      next = place + 1
    case 0x26, 0x2B, 0x2F, 0x2022:
      guard tokens[place].shape.contains(.spaced), words.heads[place + 1] != nil else {
        return nil
      }
      next = place + 1
    case 0x2E
    where place > range.lowerBound && place + 1 < range.upperBound
      && tokens[place + 1].shape.contains(.spaced):
      // "Sở Công Thương. Công ty Nà Khoai"
      guard tokens[place + 1].shape.contains(.capitalized), words.heads[place + 1] != nil,
        tokens[place - 1].end - tokens[place - 1].start > 2
      else { return nil }
      next = place + 1
    default:
      guard let end = words.joins[place] else { return nil }
      next = end
    }
    if scalar == 0x2C, let end = words.joins[next] { next = end }
    return next < range.upperBound ? next : nil
  }

  /// Whether a dash begins an entry: it begins its line, or one begins the whole list: "- Sở Tài
  /// chính - Sở Xây dựng"; "Ngân hàng Nà Khoai - Chi nhánh Lịm" is a name, on two lines too.
  private func isBullet(
    _ place: Int, _ tokens: [Token], _ range: Range<Int>, before head: BodyWords.Head
  ) -> Bool {
    guard tokens[place].shape.contains(.spaced), place > range.lowerBound else { return false }
    let first = tokens[range.lowerBound]
    if isMark(first, 0x2D) || isMark(first, 0x2013) { return true }
    let between = Int(tokens[place - 1].end)..<Int(tokens[place].start)
    return bytes[between].contains(0x0A) && !head.isBranch
  }

  /// Whether another body than the one under `left` begins at `next`.
  func splits(
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
    // "các trường mầm non, thôn" are two.
    if words.places.contains(next), namesHouses(first, tokens, words) { return true }
    if let right = words.heads[next], right.end <= limit {
      // "UBND các xã: Đông Khê, Nà Lăng, Bản Mòn": a name that begins like a kind of place.
      if opensList, listsPlaces(first, tokens, words), words.places.contains(next),
        tokens[next].shape.contains(.capitalized)
      {
        return false
      }
      // "Các sở, ban, ngành Thành phố", "Giám đốc các sở, ngành Tỉnh"
      if head?.kind == .group || head?.kind == .person && namesSeveral(first, words),
        endsWithLevel(next, tokens, before: limit)
      {
        return false
      }
      // "Học sinh và cha mẹ học sinh"
      if head?.isPeople == true, right.isPeople { return true }
      // "Trang thông tin của các sở, ngành và UBND cấp xã" is one.
      if ofSeveral { return false }
      // "đồng chí Lò Văn Pá, Phó Chủ tịch UBND xã": one with his office.
      if head?.isNamed == true, right.kind == .person, !right.isNamed,
        isMark(tokens[next - 1], 0x2C), !endsWithOffice(first, tokens)
      {
        return false
      }
      // "Ủy ban nhân dân các huyện, thành phố Sơn Hà" is one.
      if words.places.contains(next), !tokens[next].shape.contains(.capitalized),
        head?.kind == .named || head?.kind == .person, namesSeveral(first, words)
      {
        return false
      }
      // "Trưởng các khoa, phòng, trung tâm" is one.
      if head?.kind == .person, right.kind == .named, !tokens[next].shape.contains(.capitalized),
        namesSeveral(first, words), !tokens[first.upperBound - 1].shape.contains(.capitalized),
        right.end == limit || words.stops.contains(right.end) || isMark(tokens[right.end], 0x2C)
      {
        return false
      }
      // "Các thôn, tổ dân phố" is one.
      if head?.kind == .group, words.places.contains(next),
        !tokens[next].shape.contains(.capitalized),
        right.end == limit || !tokens[right.end].shape.contains(.capitalized)
      {
        return false
      }
      guard right.kind == .bare else { return true }
      // "Sở Nội vụ, cơ sở đào tạo, doanh nghiệp"
      if head?.isOwn == true || right.isOwn { return true }
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
    if continuesNumbers(next, after: first.upperBound - 1, tokens, words, limit) { return false }
    // "Đoàn trường, Thư viện", "Nhân viên y tế, bảo vệ"
    if !opensList, isMark(tokens[next - 1], 0x2C), !namesFields(first, head, tokens),
      let posts = grammar.list("house-posts"),
      head != nil
        || grammar.entry(in: posts, tokens, at: first.lowerBound)?.end == first.upperBound,
      let post = grammar.entry(in: posts, tokens, at: next),
      post.end == limit || isMark(tokens[post.end], 0x2C)
    {
      return true
    }
    if tiesShortNames(next - 1, tokens, words, first.lowerBound..<limit) { return true }
    // "Thầy Hùng và 05 sinh viên" of a cell are two.
    if words.isCell, tokens[next - 1].kind == .syllable, counts(next, after: head, tokens, limit) {
      return true
    }
    let token = tokens[next]
    guard !opensList, token.kind == .syllable, token.shape.contains(.spaced) else { return false }
    let abbreviation = token.shape.contains(.upper) && token.end - token.start > 1
    // "Sở Nông nghiệp và PTNT" is one.
    if head?.kind == .named, tokens[next - 1].kind == .syllable, words.fields.contains(next) {
      return false
    }
    // "Trung tâm XTĐT, TM&DL tỉnh" is one.
    if abbreviation, head != nil, namesOnePlace(first, next, tokens, words, limit) { return false }
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

  /// Whether two fields joined by "&" behind a comma, and a kind of place, end the name before them,
  /// which has neither.
  private func namesOnePlace(
    _ name: Range<Int>, _ next: Int, _ tokens: [Token], _ words: BodyWords, _ limit: Int
  ) -> Bool {
    guard next + 3 < limit, isMark(tokens[next + 1], 0x26), words.places.contains(next + 3) else {
      return false
    }
    return !name.contains { words.places.contains($0) || isMark(tokens[$0], 0x26) }
  }

  /// Whether places of one kind are listed behind a colon: "UBND các xã: Đông Khê, Nà Lăng".
  private func listsPlaces(_ list: Range<Int>, _ tokens: [Token], _ words: BodyWords) -> Bool {
    list.prefix(Self.longestOpening).contains {
      isMark(tokens[$0], 0x3A) && $0 > list.lowerBound && words.places.contains($0 - 1)
    }
  }

  /// Whether a group is of houses of one kind, told behind the word for them: "các trường mầm non".
  private func namesHouses(_ name: Range<Int>, _ tokens: [Token], _ words: BodyWords) -> Bool {
    guard let houses = grammar.list("group-houses"),
      let house = grammar.entry(in: houses, tokens, at: name.lowerBound),
      house.end < name.upperBound, tokens[house.end].kind == .syllable
    else { return false }
    return words.joins[house.end] == nil && !words.places.contains(name.upperBound - 1)
  }

  /// Whether several bodies are named by their fields, to which further ones may belong: "Các Sở Tài
  /// chính, Nội vụ".
  private func namesFields(_ name: Range<Int>, _ head: BodyWords.Head?, _ tokens: [Token]) -> Bool {
    guard let head, head.kind == .group, head.end < name.upperBound else { return false }
    return tokens[head.end].shape.contains(.capitalized)
  }

  /// Whether the name of an office tells of several bodies ("Thủ trưởng các phòng").
  private func namesSeveral(_ name: Range<Int>, _ words: BodyWords) -> Bool {
    name.dropFirst().contains { place in
      words.heads[place].map { $0.kind == .group || $0.kind == .bare } ?? false
    }
  }
}
