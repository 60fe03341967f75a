import PlanModel
import PlanText

/// Words that recognition may have damaged: the text stays, a diagnostic tells the likely reading.
extension PlanReader {
  /// How many syllables are told: a text in an old encoding has nothing else.
  private static let mostImpossible = 20

  /// Tells of each damaged spelling once, where it first stands.
  mutating func diagnoseMisreadings(_ leaves: [FactLeaf]) {
    let slips = grammar.list("misread")
    var told: Set<String> = []
    var impossible = 0
    for leaf in leaves {
      var next = 0
      for (place, token) in leaf.tokens.enumerated() where place >= next {
        guard token.kind == .syllable else { continue }
        if token.isKnown {
          guard let slips, let slip = grammar.entry(in: slips, leaf.tokens, at: place) else {
            continue
          }
          next = slip.end
          let span = span(leaf.tokens, place..<slip.end)
          let text = folder.fold(span)
          guard told.insert(text.lowercased()).inserted else { continue }
          diagnose(
            .ocrSuspect, .recognition, .note,
            "\"\(text)\" may be \"\(slip.value)\", compare it with the original", span,
            node: leaf.node)
        } else if !token.shape.contains(.capitalized), impossible < Self.mostImpossible,
          Syllable.isImpossible(bytes, from: Int(token.start), to: Int(token.end))
        {
          let span = span(leaf.tokens, place..<(place + 1))
          let text = folder.fold(span)
          guard told.insert(text).inserted else { continue }
          impossible += 1
          diagnose(
            .ocrSuspect, .recognition, .note,
            "\"\(text)\" is no Vietnamese syllable, compare it with the original", span,
            node: leaf.node)
        }
      }
    }
  }
}
