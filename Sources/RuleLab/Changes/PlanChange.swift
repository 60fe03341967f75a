package import PlanCorpus
package import PlanParser
import PlanModel
import PlanText

/// Something that one grammar reads in a document and another does not.
package struct PlanChange: Sendable {
  /// Whether the new grammar has it, or the old one.
  package let isGain: Bool
  /// What kind of thing it is: "section", "targets".
  package let kind: String
  /// The rule that made it; "-" when none is named.
  package let rule: String
  /// The thing on one line.
  package let text: String
  /// Where it stands: `corpus/plans/x/input.txt:12`.
  package let place: String
  /// The line of the document.
  package let source: String

  /// What two grammars read differently in a document of the corpus.
  package static func all(
    in input: Corpus.Input, old: Grammar, new: Grammar
  ) throws(CorpusError) -> [PlanChange] {
    let (text, source) = try DocumentReader.document(input.bytes, name: input.name)
    let before = TreeLine.all(old.parse(text, source: source, trace: true))
    let after = TreeLine.all(new.parse(text, source: source, trace: true))
    let edits = LineDiff.edits(
      from: before.map { $0.text[...] }, to: after.map { $0.text[...] })
    let map = LineMap(text)
    return edits.compactMap { edit in
      let (line, isGain) =
        switch edit {
        case .keep: (nil as TreeLine?, false)
        case .delete(let index): (before[index], false)
        case .insert(let index): (after[index], true)
        }
      guard let line, line.zone != "diagnostics" else { return nil }
      let number = line.span.map { map.number(of: $0.start) }
      return PlanChange(
        isGain: isGain, kind: line.kind, rule: line.rule ?? "-", text: line.text,
        place: number.map { "\(input.name):\($0)" } ?? input.name,
        source: number.map { map.line($0) } ?? "")
    }
  }
}
