import PlanModel
import PlanText

/// Documents whose number is still to be filled in: "Kế hoạch số     /KH-UBND ngày    tháng 01 năm
/// 2026 của Ủy ban nhân dân xã".
extension PlanReader {
  /// The most tokens of a symbol without a number.
  private static let longestSymbol = 12

  /// Reads a document with a symbol and no number behind the word for number; gives where it ends.
  mutating func readBlank(
    _ kind: String, _ match: RuleMatch, behind word: RuleMatch, _ leaf: FactLeaf,
    _ parts: DocumentParts, _ reading: inout ReferenceReading
  ) -> Int? {
    guard let end = blankSymbol(leaf.tokens, at: word.end),
      // "(Kèm theo Kế hoạch số      /KH-UBND …)" names the document itself.
      parts.match(.enclosed, endingAt: match.start) == nil, leaf.zone != .header
    else { return nil }
    let tail = tail(after: end, leaf, parts)
    let subject = subject(
      after: tail.end, leaf, parts, isFull: tail.date != nil || tail.issuer != nil)
    guard tail.date != nil || tail.issuer != nil || subject != nil else { return nil }
    let span = span(leaf.tokens, match.start..<end)
    var citation = ReferenceLedger.Citation(
      kind: kind, date: tail.date, isBasis: isBasis(leaf),
      mention: Mention(node: leaf.node, span: span), rule: traced(match.rule))
    if let issuer = tail.issuer {
      citation.issuer = folder.fold(self.span(leaf.tokens, issuer))
      citation.issuerWords = issuerWords(leaf.tokens, issuer)
    }
    citation.subject = subject.map { folder.fold(self.span(leaf.tokens, $0)) }
    let place = reading.ledger.enter(citation)
    reading.starts.insert(span.start)
    reading.recent.append((place, match.start, kind))
    return tail.end
  }

  /// The end of "/KH-UBND" or "…/KH-UBND" at a token; `nil` when anything else stands there.
  private func blankSymbol(_ tokens: [Token], at start: Int) -> Int? {
    var place = start
    // Dots stand for what is to be filled in.
    while place < tokens.count, tokens[place].kind == .mark,
      bytes[Int(tokens[place].start)] != UInt8(ascii: "/"), !isDash(tokens[place])
    {
      place += 1
    }
    guard place < tokens.count, tokens[place].kind == .mark, place + 1 < tokens.count,
      tokens[place + 1].kind == .syllable, tokens[place + 1].shape.contains(.upper),
      !tokens[place + 1].shape.contains(.spaced), place - start <= 24
    else { return nil }
    var end = place + 2
    while end < min(tokens.count, place + Self.longestSymbol), !tokens[end].shape.contains(.spaced),
      isDash(tokens[end])
        || tokens[end].kind == .syllable && tokens[end].shape.contains(.capitalized)
        || bytes[Int(tokens[end].start)] == UInt8(ascii: "/")
    {
      end += 1
    }
    return end
  }
}
