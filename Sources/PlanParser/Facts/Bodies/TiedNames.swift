import PlanText

/// Telling the bodies of a cell apart that marks tie: "BGH + CĐ", "BGH/GV", "BGH - Công đoàn".
extension PlanReader {
  /// Whether "+", "/" or a "&" with blanks stands between two short names in capitals, or between
  /// one and a body: "VP & KT"; but "Sở GD&ĐT", "Phòng KH/TC".
  func tiesShortNames(
    _ place: Int, _ tokens: [Token], _ words: BodyWords, _ range: Range<Int>
  ) -> Bool {
    guard words.isCell, place > range.lowerBound, place + 1 < range.upperBound,
      isMark(tokens[place], 0x2B) || isMark(tokens[place], 0x2F)
        || isMark(tokens[place], 0x26) && tokens[place].shape.contains(.spaced)
    else { return false }
    let left = partStart(before: place, tokens, range)
    let right = partEnd(behind: place, tokens, range)
    let (one, other) = (left..<place, place + 1..<right)
    let isBody = words.heads[other.lowerBound].map { $0.end <= right } ?? false
    guard isShort(other, tokens) || isBody else { return false }
    // "Phòng TN & MT": what ties a longer name to a short one may be part of it.
    if isShort(one, tokens) { return true }
    guard let head = words.heads[one.lowerBound] else { return false }
    // "Tổ trưởng/GVBM"
    return isBody || head.kind == .person && isWholeHead(one, words)
  }

  /// Whether a dash with blanks parts the bodies of a cell: each part of its entry is a body or a
  /// short name, and one at least a body ("BGH - Công đoàn - Đoàn TN"); "Phòng Tài chính - Kế toán"
  /// and "Văn phòng HĐND - UBND" are one.
  func dashParts(
    _ place: Int, _ tokens: [Token], _ words: BodyWords, _ range: Range<Int>
  ) -> Bool {
    guard words.isCell, tokens[place].shape.contains(.spaced), place > range.lowerBound,
      place + 1 < range.upperBound, tokens[place + 1].shape.contains(.spaced)
    else { return false }
    var start = place
    while start > range.lowerBound, !isDash(tokens[start - 1]), !endsEntry(tokens[start - 1]) {
      start -= 1
    }
    let left = start..<place
    var end = place + 1
    while end < range.upperBound, !isDash(tokens[end]), !endsEntry(tokens[end]) { end += 1 }
    let right = place + 1..<end
    guard isWholeHead(left, words) || isShort(left, tokens),
      let other = words.heads[right.lowerBound], !other.isBranch,
      other.kind == .named || isShort(right, tokens)
    else { return false }
    // "đồng chí Hiệp - Tổ trưởng", "Hiệu trưởng - Chủ tài khoản"
    return words.heads[left.lowerBound]?.kind != .person || isShort(left, tokens)
  }

  /// Whether some tokens are one body's head and nothing else.
  private func isWholeHead(_ range: Range<Int>, _ words: BodyWords) -> Bool {
    guard let head = words.heads[range.lowerBound] else { return false }
    return head.end == range.upperBound && head.kind != .bare
  }

  /// Whether some tokens are one short name in capitals.
  private func isShort(_ range: Range<Int>, _ tokens: [Token]) -> Bool {
    guard range.count == 1 else { return false }
    let token = tokens[range.lowerBound]
    return token.kind == .syllable && token.shape.contains(.upper) && token.end - token.start > 1
  }

  /// Where the part that ends at a mark begins.
  private func partStart(before place: Int, _ tokens: [Token], _ range: Range<Int>) -> Int {
    var start = place
    while start > range.lowerBound,
      tokens[start - 1].kind != .mark
        // "P.KHTH"
        || isMark(tokens[start - 1], 0x2E) && !tokens[start].shape.contains(.spaced)
    {
      start -= 1
    }
    return start
  }

  /// Where the part that a mark opens ends.
  private func partEnd(behind place: Int, _ tokens: [Token], _ range: Range<Int>) -> Int {
    var end = place + 1
    while end < range.upperBound, tokens[end].kind != .mark { end += 1 }
    return end
  }

  /// Whether a mark ends an entry of a list.
  private func endsEntry(_ token: Token) -> Bool {
    isMark(token, 0x3B) || isMark(token, 0x2C) || isMark(token, 0x3A)
  }
}
