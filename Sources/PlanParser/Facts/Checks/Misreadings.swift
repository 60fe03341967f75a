import PlanModel
import PlanText

/// The damaged spellings that were told, each once.
struct MisreadingReport {
  /// What was told of them.
  var diagnostics: [Diagnostic] = []
  /// The spellings.
  var told: Set<String> = []
  /// How many of them no Vietnamese syllable is.
  var impossible = 0
}

/// Words that recognition may have damaged: the text stays, a diagnostic tells the likely reading.
extension PlanReader {
  /// How many syllables are told: a text in an old encoding has nothing else.
  private static let mostImpossible = 20

  /// Tells of each damaged spelling once, where it first stands.
  func reportMisreadings(_ leaves: FactLeaves, _ report: inout MisreadingReport) {
    let slips = grammar.list("misread")
    for leaf in leaves.all {
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
          guard report.told.insert(text.lowercased()).inserted else { continue }
          report.diagnostics.append(
            Diagnostic(
              .ocrSuspect, .recognition, .note,
              "\"\(text)\" may be \"\(slip.value)\", compare it with the original",
              node: leaf.node, span: span))
        } else if !token.shape.contains(.capitalized), report.impossible < Self.mostImpossible,
          Syllable.isImpossible(bytes, from: Int(token.start), to: Int(token.end))
        {
          let span = span(leaf.tokens, place..<(place + 1))
          let text = folder.fold(span)
          guard report.told.insert(text).inserted else { continue }
          report.impossible += 1
          report.diagnostics.append(
            Diagnostic(
              .ocrSuspect, .recognition, .note,
              "\"\(text)\" is no Vietnamese syllable, compare it with the original",
              node: leaf.node, span: span))
        }
      }
    }
  }
}
