import PlanText

/// Who issued a document together.
extension PlanReader {
  /// How many bodies issue one together at most.
  private static var mostIssuers: Int { 6 }

  /// The bodies that a document holds between: "Nghị quyết liên tịch số … giữa Ủy ban Thường vụ Quốc
  /// hội và Chính phủ"; `nil` where one alone is named, or where a name does not end.
  func jointIssuers(at place: Int, _ tokens: [Token], _ parts: DocumentParts) -> Range<Int>? {
    guard
      let word = parts.match(.between, at: skippingComma(tokens, place))
        ?? parts.match(.between, at: place),
      let heads = grammar.list("issuer-heads"),
      let first = issuerName(tokens, from: word.end, parts)
    else { return nil }
    var end = first.upperBound
    for _ in 1..<Self.mostIssuers {
      let join = parts.match(.and, at: end) ?? parts.match(.with, at: end)
      let isListed = end < tokens.count && isMark(tokens[end], 0x2C)
      guard let next = join?.end ?? (isListed ? end + 1 : nil), next < tokens.count,
        grammar.entry(in: heads, tokens, at: next) != nil,
        let name = issuerName(tokens, from: next, parts)
      else { return nil }
      end = name.upperBound
      if join != nil { return isEndOfIssuers(end, tokens, parts) ? first.lowerBound..<end : nil }
    }
    return nil
  }

  /// The end of further bodies that commas part from the one that ends at a token, where what they
  /// issued is told right behind them: "của Bộ Chính trị, Ban Bí thư về …", but not "của Bộ Tài
  /// chính, Sở Y tế hướng dẫn …", where the second acts.
  func listedIssuers(after first: Int, _ tokens: [Token], _ parts: DocumentParts) -> Int? {
    guard let heads = grammar.list("issuer-heads") else { return nil }
    var end = first
    var count = 1
    while count < Self.mostIssuers, end + 1 < tokens.count {
      let and = parts.match(.and, at: end)
      guard let next = and?.end ?? (isMark(tokens[end], 0x2C) ? end + 1 : nil),
        grammar.entry(in: heads, tokens, at: next) != nil,
        let name = issuerName(tokens, from: next, parts)
      else { break }
      end = name.upperBound
      count += 1
      if and != nil { break }
    }
    let isTold =
      parts.match(.about, at: end) != nil || count > 2 && parts.match(.approving, at: end) != nil
    return count > 1 && isTold ? end : nil
  }

  /// Whether the names end at a token: with the text, at a mark or before what the document is about.
  private func isEndOfIssuers(_ end: Int, _ tokens: [Token], _ parts: DocumentParts) -> Bool {
    end == tokens.count || isStop(end, parts)
      || tokens[end].kind == .mark && !isDash(tokens[end])
  }
}
