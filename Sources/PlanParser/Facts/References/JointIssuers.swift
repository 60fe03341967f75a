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
  /// chính, Sở Y tế hướng dẫn …", where the second acts; or where the names end a clause and "và"
  /// closes their list, or the kind before the number is one that several issue.
  func listedIssuers(
    after first: Int, of number: Int, _ tokens: [Token], _ parts: DocumentParts
  ) -> Int? {
    guard let heads = grammar.list("issuer-heads") else { return nil }
    var end = first
    var (count, isClosed) = (1, false)
    while count < Self.mostIssuers, end + 1 < tokens.count {
      let and = parts.match(.and, at: end)
      guard let next = and?.end ?? (isMark(tokens[end], 0x2C) ? end + 1 : nil),
        grammar.entry(in: heads, tokens, at: next) != nil,
        let name = issuerName(tokens, from: next, parts)
      else { break }
      end = name.upperBound
      count += 1
      isClosed = and != nil
      if isClosed { break }
    }
    let isTold =
      parts.match(.about, at: end) != nil || count > 2 && parts.match(.approving, at: end) != nil
    let endsClause = end == tokens.count || tokens[end].kind == .mark && !isDash(tokens[end])
    let isWhole = endsClause && (isClosed || isJointKind(before: number, tokens, parts))
    return count > 1 && (isTold || isWhole) ? end : nil
  }

  /// Whether the kind of the document whose number ends before a token is one that several bodies
  /// issue: "Nghị quyết liên tịch số …".
  private func isJointKind(before number: Int, _ tokens: [Token], _ parts: DocumentParts) -> Bool {
    guard let words = grammar.list("joint-kinds"),
      let kind = parts.kinds(from: number - Self.longestNumber, to: number).last
    else { return false }
    return (kind.start..<kind.end).contains { grammar.entry(in: words, tokens, at: $0) != nil }
  }

  /// How many tokens a number has at most, with the kind before it.
  private static var longestNumber: Int { 32 }

  /// Whether the names end at a token: with the text, at a mark or before what the document is about.
  private func isEndOfIssuers(_ end: Int, _ tokens: [Token], _ parts: DocumentParts) -> Bool {
    end == tokens.count || isStop(end, parts)
      || tokens[end].kind == .mark && !isDash(tokens[end])
  }
}
