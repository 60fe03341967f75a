import PlanModel
import PlanText

/// Days behind a number that recognition or a copy damaged.
extension PlanReader {
  /// A day whose year a blank parts: "ngày 16/7/20 21".
  func tornDay(_ time: LeafTime, _ leaf: FactLeaf) -> (value: String, end: Int)? {
    let end = time.range.upperBound
    guard end < leaf.tokens.count, var date = time.start, date.day != nil, time.start == time.end,
      let century = figures(leaf.tokens[end - 1]), let rest = figures(leaf.tokens[end]),
      case let year = century * 100 + rest, PartialDate.years.contains(year),
      end + 1 == leaf.tokens.count || !isTied(leaf.tokens, end + 1)
        || endsName(end + 1, leaf.tokens)
    else { return nil }
    date.year = year
    return date.exists ? date.edtf.map { ($0, end + 1) } : nil
  }

  /// The number that two figures make.
  private func figures(_ token: Token) -> Int? {
    token.kind == .number && token.end - token.start == 2 ? number(token) : nil
  }

  /// The place of the word for the issuer behind a day that nobody can read: "ngày 2l/02/2O19 của
  /// UBND huyện".
  func issuerBehindDamagedDay(
    _ place: Int, _ tokens: [Token], _ parts: DocumentParts
  ) -> Int? {
    let start = skippingComma(tokens, place)
    guard let word = parts.match(.day, at: start), word.end < tokens.count,
      bytes[Int(tokens[word.end].start)].isDigit
    else { return nil }
    let limit = min(tokens.count, word.end + Self.longestDamagedDay)
    for end in word.end..<max(word.end, limit) {
      if parts.match(.issuer, at: end) != nil { return end }
      let token = tokens[end]
      let isDayLike =
        token.kind == .number || token.kind == .mark && !endsName(end, tokens)
        || token.kind == .syllable && !token.shape.contains(.capitalized)
          && token.end - token.start <= Self.longestDayWord
        // "2Í/02/2019"
        || end <= word.end + 1 && token.shape.contains(.single)
      guard isDayLike else { return nil }
    }
    return nil
  }

  /// How many tokens such a day may have.
  private static var longestDamagedDay: Int { 9 }

  /// How many bytes a word of a day has: "tháng".
  private static var longestDayWord: Int { 6 }
}
