import PlanModel
import PlanText

/// Laws that stand behind one word for all of them: "các Luật: Đất đai; Ngân sách nhà nước".
extension PlanReader {
  /// How many laws of a list are read.
  private static var mostLaws: Int { 24 }

  /// Reads the laws of a list behind a colon whose names are known; gives where the last ends.
  mutating func readListedLaws(
    _ kind: String, _ match: RuleMatch, _ leaf: FactLeaf, _ parts: DocumentParts,
    _ reading: inout ReferenceReading
  ) -> Int? {
    let tokens = leaf.tokens
    guard let laws = grammar.list("laws"), match.end < tokens.count,
      isMark(tokens[match.end], 0x3A)
    else { return nil }
    var end: Int?
    var place = match.end + 1
    for _ in 0..<Self.mostLaws {
      guard place < tokens.count, let law = grammar.entry(in: laws, tokens, at: place) else {
        break
      }
      let name = span(tokens, place..<law.end)
      var citation = ReferenceLedger.Citation(
        kind: kind, subject: folder.fold(name), isBasis: isBasis(leaf),
        mention: Mention(node: leaf.node, span: name), rule: traced(match.rule))
      citation.isLaw = true
      let day = date(after: law.end, leaf, parts)
      citation.date = day?.value
      reading.starts.insert(name.start)
      reading.recent.append((reading.ledger.enter(citation), place, kind))
      let last = day?.end ?? law.end
      end = last
      if let join = parts.match(.and, at: last) {
        place = join.end
      } else if last < tokens.count, isMark(tokens[last], 0x3B) || isMark(tokens[last], 0x2C) {
        place = last + 1
      } else {
        break
      }
    }
    return end
  }
}
