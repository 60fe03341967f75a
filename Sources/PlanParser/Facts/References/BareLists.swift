import PlanModel
import PlanText

/// Several documents of one issuer that are named by their figures alone: "Nghị quyết số 57, 59 và 66
/// của Bộ Chính trị".
extension PlanReader {
  /// How many figures such a list may have.
  private static var mostFigures: Int { 12 }

  /// Remembers each of such a list; gives where its issuer begins.
  mutating func noteBareList(
    _ kind: String, _ match: RuleMatch, _ first: DocumentNumber, _ leaf: FactLeaf,
    _ parts: DocumentParts, _ reading: inout ReferenceReading
  ) -> Int? {
    let tokens = leaf.tokens
    guard tokens[match.start].shape.contains(.capitalized),
      let kinds = grammar.list("numbered-kinds"),
      grammar.entry(in: kinds, tokens, at: match.start)?.end == match.end
    else { return nil }
    var numbers = [first]
    while numbers.count < Self.mostFigures,
      let next = behindFigures(numbers[numbers.count - 1].range.upperBound, tokens, parts)
    {
      guard let number = documentNumber(tokens, at: next) else { return nil }
      numbers.append(number)
    }
    guard numbers.count > 1, numbers.allSatisfy({ isAlone($0, tokens) }),
      let word = parts.match(.issuer, at: numbers[numbers.count - 1].range.upperBound),
      let issuer = issuerName(tokens, from: word.end, parts)
    else { return nil }
    for number in numbers {
      let start = number.range == first.range ? match.start : number.range.lowerBound
      let span = span(tokens, start..<number.range.upperBound)
      var bare = BareNumber(
        kind: kind, sequence: number.sequence, printed: folder.fold(span),
        mention: Mention(node: leaf.node, span: span))
      var citation = ReferenceLedger.Citation(
        kind: kind, number: number, isBasis: isBasis(leaf), mention: bare.mention,
        rule: traced(match.rule))
      citation.issuer = folder.fold(self.span(tokens, issuer))
      citation.issuerWords = issuerWords(tokens, issuer)
      bare.citation = citation
      reading.bare.append(bare)
    }
    return word.start
  }

  /// The place of figures behind a comma or "và" at a token.
  private func behindFigures(_ place: Int, _ tokens: [Token], _ parts: DocumentParts) -> Int? {
    guard place + 1 < tokens.count,
      isMark(tokens[place], 0x2C) || parts.match(.and, at: place) != nil,
      tokens[place + 1].kind == .number
    else { return nil }
    return place + 1
  }

  /// Whether figures are no more than that, and no year.
  private func isAlone(_ number: DocumentNumber, _ tokens: [Token]) -> Bool {
    let figures = tokens[number.range.lowerBound]
    return !number.hasSymbol && number.range.count == 1
      && (2...4).contains(figures.end - figures.start) && year(figures) == nil
  }
}
