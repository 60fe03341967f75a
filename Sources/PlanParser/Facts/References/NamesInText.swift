import PlanModel
import PlanText

/// Documents without a number that running text names so that they can be nothing else: "thực hiện
/// Chiến lược phát triển thủy sản giai đoạn 2026 - 2030".
extension PlanReader {
  /// How many tokens the name of such a document may have.
  private static var longestTextName: Int { 40 }
  /// How many tokens its years may have: "giai đoạn 2026 - 2030, tầm nhìn đến năm 2045".
  private static var longestYears: Int { 12 }
  /// How many tokens before its kind a word may stand that says it is still to be written.
  private static var longestDrafting: Int { 12 }

  /// Reads a document that carries on or is carried out, and whose name ends in its years, stands in
  /// quotation marks or is followed by the decision that issued it; gives where it ends.
  mutating func readNamedInText(
    _ kind: String, _ match: RuleMatch, _ leaf: FactLeaf, _ parts: DocumentParts,
    _ reading: inout ReferenceReading
  ) -> Int? {
    let tokens = leaf.tokens
    guard tokens[match.start].shape.contains(.capitalized), let kinds = grammar.list("text-kinds"),
      grammar.entry(in: kinds, tokens, at: match.start)?.end == match.end,
      kind.lowercased() != plan.header.kind.text?.lowercased(),
      opensTextName(match.start, leaf, parts)
        || reading.namedEnd.flatMap({ parts.match(.and, at: $0)?.end }) == match.start,
      let end = endOfTextName(match.end, leaf, parts, reading)
    else { return nil }
    let word = parts.match(.issuer, at: end)
    let issuer = word.flatMap { issuerName(tokens, from: $0.end, parts) }
    reading.namedEnd = end
    enter(kind, match, to: end, (nil, issuer, match.end..<end), leaf, parts, &reading)
    return end
  }

  /// Whether a document that exists is named behind a token: a word stands before it that says so, and
  /// none that says it is still to be written.
  private func opensTextName(_ place: Int, _ leaf: FactLeaf, _ parts: DocumentParts) -> Bool {
    guard let openers = grammar.list("text-openers"), let drafting = grammar.list("drafting-words"),
      (max(0, place - 4)..<place).contains(where: {
        grammar.entry(in: openers, leaf.tokens, at: $0)?.end == place
      })
    else { return false }
    let first = max(0, place - Self.longestDrafting)
    for word in (first..<place).reversed() {
      // "Xây dựng Kế hoạch thực hiện Đề án …": the plan is still to be written.
      if parts.kind(at: word) != nil || isBroken(leaf.tokens, word..<word + 1) { return true }
      if grammar.entry(in: drafting, leaf.tokens, at: word) != nil { return false }
    }
    return true
  }

  /// Where the name ends that begins at a token.
  private func endOfTextName(
    _ start: Int, _ leaf: FactLeaf, _ parts: DocumentParts, _ reading: ReferenceReading
  ) -> Int? {
    let tokens = leaf.tokens
    let limit = min(tokens.count, start + Self.longestTextName)
    guard start < limit else { return nil }
    if isQuote(tokens[start]) {
      return endOfQuotation(start, before: limit, leaf, parts)
    }
    let enacted = enacting(in: start..<limit, leaf, parts)
    if let enacted, isOwn(behind: enacted.upperBound, leaf, parts, reading) { return nil }
    for place in start..<limit {
      if place == enacted?.lowerBound { return place > start + 1 ? place : nil }
      if let phase = parts.match(.phase, at: place) {
        return place > start + 1
          && (value("of", of: phase) != "until" || closes(phase.end, leaf, parts))
          ? phase.end : nil
      }
      if tokens[place].kind == .mark {
        guard isDash(tokens[place]) || enacted != nil && isMark(tokens[place], 0x2C) else {
          return nil
        }
      } else if endsTextName(place, after: start, leaf, parts) {
        return nil
      }
    }
    return nil
  }

  /// Where the name in quotation marks ends that begins at a token, with the years behind it; without
  /// years what is named so has to be a document.
  private func endOfQuotation(
    _ start: Int, before limit: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> Int? {
    let tokens = leaf.tokens
    guard let close = tokens[(start + 1)..<limit].firstIndex(where: { isQuote($0) }),
      close > start + 2
    else { return nil }
    if let phase = parts.match(.phase, at: close + 1) { return phase.end }
    let hasYears = parts.match(.phase, endingAt: close, longest: Self.longestYears) != nil
    let isDocument =
      grammar.list("quoted-kinds").map { kinds in
        (max(0, start - 3)..<start).contains {
          grammar.entry(in: kinds, tokens, at: $0)?.end == start
        }
      } ?? false
    return hasYears || isDocument ? close + 1 : nil
  }

  /// Whether a word goes on with the sentence, or begins another document.
  private func endsTextName(
    _ place: Int, after start: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> Bool {
    parts.match(.stop, at: place) != nil && !isUnit(leaf.tokens, place)
      || place > start && parts.match(.subject, at: place) != nil
      || parts.match(.number, at: place) != nil
      || parts.kind(at: place) != nil && leaf.tokens[place].shape.contains(.capitalized)
  }

  /// Whether a clause ends before a token, or who issued the document or another one follows.
  private func closes(_ place: Int, _ leaf: FactLeaf, _ parts: DocumentParts) -> Bool {
    place == leaf.tokens.count || leaf.tokens[place].kind == .mark
      || parts.match(.issuer, at: place) != nil || parts.match(.and, at: place) != nil
  }

  /// Whether the number behind a kind is the document's own.
  private func isOwn(
    behind kind: Int, _ leaf: FactLeaf, _ parts: DocumentParts, _ reading: ReferenceReading
  ) -> Bool {
    let start = parts.match(.number, at: kind)?.end ?? kind
    return documentNumber(leaf.tokens, at: start)?.key == reading.ownKey
  }
}
