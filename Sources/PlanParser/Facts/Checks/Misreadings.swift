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
    for leaf in leaves.all {
      var next = 0
      for token in leaf.tokens where Int(token.start) >= next {
        if token.kind == .number, let word = misreadDigits.word(at: Int(token.start)) {
          tell(word, leaf.node, &report)
        }
        guard token.kind == .syllable else { continue }
        if let slip = misreadWords(at: Int(token.start)) {
          next = slip.end
          let span = ByteSpan(Int(token.start), slip.end)
          let text = folder.fold(span)
          guard report.told.insert(text.lowercased()).inserted else { continue }
          report.diagnostics.append(
            Diagnostic(
              .ocrSuspect, .recognition, .note,
              "\"\(text)\" may be \"\(slip.reading)\", compare it with the original",
              node: leaf.node, span: span))
        } else if !token.isKnown, !token.shape.contains(.capitalized),
          report.impossible < Self.mostImpossible,
          Syllable.isImpossible(bytes, from: Int(token.start), to: Int(token.end))
        {
          let span = ByteSpan(Int(token.start), Int(token.end))
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

  /// Tells of the digits in the fields of the head that were read for letters.
  func reportHeadDigits(_ report: inout MisreadingReport) {
    let fields = [plan.header.number.span, plan.header.date.span].compactMap { $0 }
    for word in misreadDigits.places where fields.contains(where: { $0.contains(word) }) {
      tell(word, "header", &report)
    }
  }

  private func tell(_ word: ByteSpan, _ node: String, _ report: inout MisreadingReport) {
    let printed = folder.fold(word)
    guard report.told.insert(printed).inserted else { return }
    report.diagnostics.append(
      Diagnostic(
        .ocrSuspect, .recognition, .warning,
        "\"\(printed)\" was read as \"\(raw(word))\"; check the number", node: node, span: word))
  }
}
