import PlanModel
import PlanText

/// The documents that titles of appendices name.
extension PlanReader {
  /// The title of an appendix as a leaf; that of a plan which a decision brings is the plan's.
  mutating func appendixTitle(at place: Int, _ furniture: [ByteSpan]) -> FactLeaf {
    let tokens = appendixTitles[place].flatMap { leafTokens($0, furniture) }
    let matches = phrases(tokens)
    return FactLeaf(
      kind: .paragraph, zone: bringsPlan(place, tokens) ? .header : .appendix,
      node: "A\(place + 1)", source: nil, role: nil, ancestors: [], tokens: tokens,
      matches: matches, meanings: meanings(of: matches), times: times(tokens, matches, year: nil))
  }

  /// Whether an appendix is the plan that the document decides on: without a label, its title begins
  /// with the kind of a document that carries something out.
  private mutating func bringsPlan(_ place: Int, _ tokens: [Token]) -> Bool {
    guard plan.appendices[place].label == nil, let kind = plan.header.kind.span,
      isDecision(kind), let kinds = grammar.list("named-kinds")
    else { return false }
    return grammar.entry(in: kinds, tokens, at: 0) != nil
  }

  /// Reads the documents that a title names.
  mutating func readDocuments(
    _ title: FactLeaf, _ parts: inout DocumentParts, _ reading: inout ReferenceReading
  ) {
    readParts(title, into: &parts)
    if parts.isEmpty { return }
    reading.beginLeaf()
    readReferences(title, parts, &reading)
  }
}
