import PlanText

/// Small words in the name of a body that tell whose it is: "Hội Sinh viên trường", "Đoàn khối doanh
/// nghiệp Trung ương".
extension PlanReader {
  /// How many words may tell of whom a group is made up.
  private static var longestGroup: Int { 6 }

  /// The end of a word for a school, or of one for a group and what it is made up of, where the name
  /// goes on with a capital or ends there.
  ///
  /// One that begins with a capital is such a word only if no longer one is `known` there, and several
  /// of one kind stand behind it: "Đảng ủy Khối các cơ quan tỉnh".
  func groupEnd(
    _ place: Int, _ tokens: [Token], _ parts: DocumentParts, known: Int? = nil
  ) -> Int? {
    guard let groups = grammar.list("issuer-groups"),
      let group = grammar.entry(in: groups, tokens, at: place)
    else { return nil }
    let all = grammar.list("issuer-several").flatMap {
      grammar.entry(in: $0, tokens, at: group.end)?.end
    }
    if tokens[place].shape.contains(.capitalized), (known ?? 0) > group.end || all == nil {
      return nil
    }
    let limit = group.end + (group.value == "several" ? Self.longestGroup : 0)
    var end = all ?? group.end
    while end < tokens.count {
      if parts.match(.about, at: end) != nil || isUnit(tokens, end) { return end }
      if all != nil, let and = parts.match(.and, at: end)?.end, and < tokens.count,
        tokens[and].kind == .syllable, parts.kind(at: and) == nil, !isHeadWord(tokens, and)
      {
        // "Khối các cơ quan và doanh nghiệp tỉnh"
        end = and + 1
        continue
      }
      let token = tokens[end]
      if token.kind == .mark { return isDash(token) ? nil : end }
      if token.shape.contains(.capitalized) { return parts.kind(at: end) == nil ? end : nil }
      guard end < limit, token.kind == .syllable, !isStop(end, parts),
        parts.match(.issuer, at: end) == nil, parts.kind(at: end) == nil
      else { return nil }
      end += 1
    }
    return end
  }
}
