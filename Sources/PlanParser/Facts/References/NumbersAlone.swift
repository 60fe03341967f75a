import PlanModel
import PlanText

/// A document that is named by its kind and its figures alone: "Nghị quyết 57".
struct BareNumber {
  /// The kind as it is written in normal case.
  var kind: String
  /// The figures.
  var sequence: String
  /// The figures with the year behind them, where that is told: "42/2013".
  var dated: String?
  /// As it is printed.
  var printed: String
  /// Where.
  var mention: Mention
  /// Whether it is all of a bracket, and so the short name of what stands before.
  var isShortName = false
  /// The document that it is, where it is named in full nowhere.
  var citation: ReferenceLedger.Citation?
}

/// Documents that are named by their figures alone.
extension PlanReader {
  /// Remembers "Nghị quyết 57": it may be a document named in full elsewhere.
  mutating func noteBare(
    _ kind: String, _ match: RuleMatch, _ number: DocumentNumber, _ leaf: FactLeaf,
    _ parts: DocumentParts, _ reading: inout ReferenceReading
  ) {
    let isDated =
      number.range.count == 3 && isMark(leaf.tokens[number.range.lowerBound + 1], 0x2F)
      && isYear(leaf.tokens[number.range.upperBound - 1])
    guard !number.hasSymbol, !number.sequence.isEmpty, number.range.count == 1 || isDated else {
      return
    }
    let span = span(leaf.tokens, match.start..<number.range.upperBound)
    var bare = BareNumber(
      kind: kind, sequence: number.sequence, printed: folder.fold(span),
      mention: Mention(node: leaf.node, span: span))
    if isDated { bare.dated = number.text }
    let end = number.range.upperBound
    bare.isShortName =
      match.start > 0 && isMark(leaf.tokens[match.start - 1], 0x28) && end < leaf.tokens.count
      && isMark(leaf.tokens[end], 0x29)
    if !isDated, standsAlone(number, match, leaf, parts) {
      let tail = tail(after: end, leaf, parts)
      var citation = ReferenceLedger.Citation(
        kind: kind, number: number, date: tail.date, isBasis: isBasis(leaf), mention: bare.mention,
        rule: traced(match.rule))
      if let issuer = tail.issuer {
        citation.issuer = folder.fold(self.span(leaf.tokens, issuer))
        citation.issuerWords = issuerWords(leaf.tokens, issuer)
      }
      citation.subject = subject(
        after: tail.behind, leaf, parts, isFull: tail.date != nil || tail.issuer != nil
      ).map { folder.fold(self.span(leaf.tokens, $0)) }
      // "Chương trình 135" is a name, "Chương trình 12 của Tỉnh ủy" a number.
      let isName = grammar.list("kinds-named-by-figures").map {
        grammar.entry(in: $0, leaf.tokens, at: match.start)?.end == match.end
      }
      if isName != true || citation.issuer != nil || citation.date != nil {
        bare.citation = citation
      }
    }
    reading.bare.append(bare)
  }

  /// The documents in the order of their first mention: those told by their figures alone are entered
  /// last.
  func inOrder(_ references: [Reference], alone: Set<Int>) -> [Reference] {
    if alone.isEmpty { return references }
    var late = references.filter { alone.contains($0.span.start) }[...]
    var result: [Reference] = []
    for reference in references where !alone.contains(reference.span.start) {
      while let first = late.first, first.span.start < reference.span.start {
        result.append(first)
        late.removeFirst()
      }
      result.append(reference)
    }
    return result + late
  }

  /// Whether figures behind a kind with a capital can be nothing but a document's: of "Kế hoạch 5 năm"
  /// they count something.
  private func standsAlone(
    _ number: DocumentNumber, _ match: RuleMatch, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> Bool {
    let tokens = leaf.tokens
    let end = number.range.upperBound
    let figures = tokens[number.range.lowerBound]
    guard tokens[match.start].shape.contains(.capitalized),
      (2...4).contains(figures.end - figures.start),
      year(tokens[number.range.lowerBound]) == nil, let kinds = grammar.list("numbered-kinds"),
      grammar.entry(in: kinds, tokens, at: match.start)?.end == match.end
    else { return false }
    if isInName(match.start, tokens) { return false }
    if end == tokens.count || parts.match(.issuer, at: end) != nil { return true }
    guard tokens[end].kind == .mark else {
      if let and = parts.match(.and, at: end) { return parts.kind(at: and.end) != nil }
      return parts.match(.about, at: end) != nil || parts.match(.stop, at: end) != nil
    }
    return [0x2C, 0x2E, 0x3B, 0x29].contains { isMark(tokens[end], $0) }
      && (end + 1 == tokens.count || tokens[end + 1].kind != .number)
  }

  /// Whether a body is named for the document that begins at a token: "Tổ công tác Đề án 06".
  private func isInName(_ place: Int, _ tokens: [Token]) -> Bool {
    guard let fields = grammar.list("issuer-fields") else { return false }
    return (max(0, place - 6)..<place).contains {
      (grammar.entry(in: fields, tokens, at: $0)?.end ?? 0) >= place
    }
  }

  /// Adds "Nghị quyết 57" to the one resolution that has the number 57 here; where no document has it,
  /// it is one of its own.
  mutating func resolveBareNumbers(_ reading: inout ReferenceReading) {
    if reading.bare.isEmpty { return }
    var places: [String: Int] = [:]
    var known: Set<Int?> = [plan.header.number.sequence.flatMap { Int($0) }]
    for (place, reference) in reading.ledger.references.enumerated() {
      let sequence = reading.ledger.sequences[place]
      if sequence.isEmpty { continue }
      known.insert(Int(sequence))
      let key = reference.kind.lowercased() + " " + sequence
      // Of two with one number nobody can tell.
      places[key] = places[key] == nil ? place : -1
    }
    let names = Set(
      reading.shortNames.map(\.text) + reading.bare.lazy.filter(\.isShortName).map(\.printed))
    for bare in reading.bare {
      if let place = places[bare.kind.lowercased() + " " + bare.sequence] {
        guard place >= 0, isOf(bare, reading.ledger.references[place]) else { continue }
        reading.ledger.mention(place, bare.mention, alias: bare.printed)
      } else if let citation = bare.citation, !known.contains(Int(bare.sequence)),
        !names.contains(bare.printed)
      {
        // "Quyết định số 06/QĐ-TTg … phê duyệt Đề án …" may be the "Đề án 06".
        let count = reading.ledger.references.count
        if reading.ledger.enter(citation) == count { reading.alone.insert(bare.mention.span.start) }
        reading.starts.insert(bare.mention.span.start)
      }
    }
  }

  /// Whether figures with a year are those of a document: "42/2013" of "42/2013/TTLT-BYT".
  private func isOf(_ bare: BareNumber, _ reference: Reference) -> Bool {
    guard let dated = bare.dated else { return true }
    guard let number = reference.number else { return false }
    let key = DocumentNumber.key(dated)
    return number.contains("/") && DocumentNumber.key(number).hasPrefix(key)
  }
}
