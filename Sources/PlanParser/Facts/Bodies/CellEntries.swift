import PlanText

/// Telling which paragraphs of a cell begin another body or person, and which go on with a name.
extension PlanReader {
  /// The place at which another name begins with the paragraph at `place`; `nil` when the
  /// paragraph goes on with the name under `left`: "Phòng Văn hóa" and "- Xã hội".
  func entry(
    at place: Int, after left: Range<Int>, _ tokens: [Token], _ words: BodyWords, before limit: Int
  ) -> Int? {
    let name = trimmed(left, tokens, words)
    guard !name.isEmpty, place < limit, closesName(tokens[place - 1], left, tokens) else {
      return nil
    }
    if tokens[place].kind == .mark {
      // "- Đỗ Văn An" and "- Vũ Thị Bình"
      guard let bullet = MarkerReader.bulletKind(markers.scalar(tokens[place])),
        MarkerReader.bulletKind(markers.scalar(tokens[left.lowerBound])) == bullet,
        place + 1 < limit
      else { return nil }
      return place + 1
    }
    let head = words.heads[name.lowerBound]
    if let join = words.joins[place] {
      // "và 4 sinh viên": other joins are looked at where they stand.
      return join < limit && counts(join, after: head, tokens, limit) ? join : nil
    }
    if counts(place, after: head, tokens, limit) { return place }
    guard let other = words.heads[place], other.end <= limit else {
      return isName(place, after: name, tokens, words, limit) ? place : nil
    }
    return begins(other, at: place, after: name, tokens, words, limit) ? place : nil
  }

  /// Whether in a cell whose paragraphs were folded into one a word of address begins another person
  /// behind a person, or anybody behind the bracket of one: "Cô Lê Thị Bình Thầy Hải", "Cô Bình (ghi
  /// chép) Toàn thể giáo viên".
  func beginsPerson(
    _ place: Int, after left: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> Bool {
    guard words.isCell, left.count > 1, let other = words.heads[place],
      tokens[place].shape.isSuperset(of: [.spaced, .capitalized]),
      let head = words.heads[left.lowerBound], head.kind == .person
    else { return false }
    let last = left.upperBound - 1
    if isMark(tokens[last], 0x29) {
      let isWithPerson = left.first { isMark(tokens[$0], 0x28) }.map { open in
        head.isNamed || head.end < open && isPerson(head.end..<open, tokens)
      }
      return isWithPerson ?? false
    }
    guard other.isNamed, tokens[last].kind == .syllable else { return false }
    return head.isNamed && left.allSatisfy { tokens[$0].shape.contains(.capitalized) }
      || head.end < place && isPerson(head.end..<place, tokens)
  }

  /// Whether a name may end with a token: not with a comma, a dash or an open bracket.
  private func closesName(_ last: Token, _ left: Range<Int>, _ tokens: [Token]) -> Bool {
    guard last.kind == .mark else { return true }
    if isMark(last, 0x29) || isMark(last, 0x3B) { return true }
    // "T." goes on with the name.
    return isMark(last, 0x2E) && left.count > 1
      && !tokens[left.upperBound - 2].shape.contains(.single)
  }

  /// Whether a paragraph counts people behind a person: "2 sinh viên nữ".
  func counts(
    _ place: Int, after head: BodyWords.Head?, _ tokens: [Token], _ limit: Int
  ) -> Bool {
    tokens[place].kind == .number && place + 1 < limit && tokens[place + 1].kind == .syllable
      && (head == nil || head?.kind == .person)
  }

  /// Whether a paragraph that no head begins is a name of its own.
  private func isName(
    _ place: Int, after name: Range<Int>, _ tokens: [Token], _ words: BodyWords, _ limit: Int
  ) -> Bool {
    guard tokens[place].kind == .syllable, tokens[place].shape.contains(.capitalized) else {
      return false
    }
    let end = (place + 1..<limit).first { words.paragraphs.contains($0) } ?? limit
    if end - place >= 2, isPerson(place..<end, tokens) { return true }
    guard let head = words.heads[name.lowerBound] else { return true }
    // "Trưởng các khoa", "Cơ khí", "May": what a line ends with is told on the next.
    guard head.kind == .named || head.isNamed, !announces(name, words) else { return false }
    // "Sở Văn hóa" and "Thể thao": but a short name in capitals and a person are no part of one.
    if tokens[place].shape.contains(.upper), !tokens[place].shape.contains(.single) { return true }
    if place + 2 < limit, isMark(tokens[place + 1], 0x2E),
      tokens[place + 2].shape.contains(.capitalized), tokens[place].end - tokens[place].start < 3
    {
      return true
    }
    return false
  }

  /// Whether the first paragraph of a name ends with several bodies that have no name there.
  private func announces(_ name: Range<Int>, _ words: BodyWords) -> Bool {
    let end =
      (name.lowerBound + 1..<name.upperBound).first { words.paragraphs.contains($0) }
      ?? name.upperBound
    return (name.lowerBound..<end).contains {
      words.heads[$0]?.kind == .group && words.heads[$0]?.end == end
    }
  }

  /// Whether some tokens are a surname and given names.
  private func isPerson(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    guard range.count <= 6, let surnames = grammar.list("surnames"),
      grammar.value(in: surnames, tokens, from: range.lowerBound, to: range.lowerBound + 1) != nil
    else { return false }
    return range.allSatisfy {
      tokens[$0].kind == .syllable && tokens[$0].shape.contains(.capitalized)
    }
  }

  /// Whether the head of a paragraph begins another name than the one before it.
  private func begins(
    _ other: BodyWords.Head, at place: Int, after name: Range<Int>, _ tokens: [Token],
    _ words: BodyWords, _ limit: Int
  ) -> Bool {
    guard let head = words.heads[name.lowerBound] else {
      // "Lò Văn Pá" and "Phó Chủ tịch": one with his office.
      return other.kind != .person || other.isNamed
        || tokens[name.lowerBound].shape.contains(.upper)
    }
    if head.isNamed, other.kind == .person, !other.isNamed { return false }
    if head.end >= name.upperBound, !head.isNamed {
      let isShort = tokens[name.lowerBound].shape.contains(.upper)
      // "Chủ tịch" and "UBND xã", "Thủ trưởng" and "các phòng": the office of a body; but "Trưởng
      // thôn" says of what.
      if head.kind == .person, !isShort {
        let isWhole = words.places.contains(name.upperBound - 1) && name.count > 1
        return other.kind == .person && !other.isNamed
          || isWhole && tokens[place].shape.contains(.capitalized) && !words.places.contains(place)
      }
      // "Thôn 1" and "Thôn 2"
      if tokens[place].key == tokens[name.lowerBound].key, other.end - place > 1 { return true }
      // "UBND" and "xã Nà Khoai": the name of its place.
      guard tokens[place].shape.contains(.capitalized), !words.places.contains(place) else {
        return false
      }
    }
    return splits(name, place, false, tokens, words, limit)
  }

  /// What stands behind the numbers of a list in a cell.
  ///
  /// "1. Thanh tra Sở 2. Phòng Giá" are two.
  func numberedEntries(
    in range: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> [Range<Int>] {
    guard words.isCell, range.count > 5, number(tokens[range.lowerBound]) == 1 else { return [] }
    var starts: [Int] = []
    for place in range.dropLast(2)
    where number(tokens[place]) == starts.count + 1 && isMark(tokens[place + 1], 0x2E)
      && tokens[place + 2].shape.isSuperset(of: [.spaced, .capitalized])
    {
      starts.append(place)
    }
    guard starts.count > 1, starts[0] == range.lowerBound else { return [] }
    return starts.indices.map {
      starts[$0] + 2..<($0 + 1 < starts.count ? starts[$0 + 1] : range.upperBound)
    }
  }
}
