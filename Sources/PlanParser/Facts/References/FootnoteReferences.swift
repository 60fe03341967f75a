import PlanModel
import PlanText

/// The documents that footnotes name.
extension PlanReader {
  /// Reads the references of the footnotes; each is told of the node that calls its footnote.
  ///
  /// "Thực hiện Nghị quyết số 21-NQ/HV[1], …" / "[1] Nghị quyết số 21-NQ/HV ngày 25/10/2027 của …".
  mutating func readFootnoteReferences(_ reading: inout ReferenceReading) {
    let calls = pages.calls
    guard !calls.isEmpty else { return }
    let callers = reading.callers.sorted { $0.span.start < $1.span.start }
    var parts = DocumentParts()
    for note in plan.footnotes {
      guard let call = calls[note.span.start], let caller = caller(at: call, callers) else {
        continue
      }
      let leaf = footnoteLeaf(note.span, node: caller.node)
      readParts(leaf, into: &parts)
      if parts.isEmpty { continue }
      reading.beginLeaf()
      readReferences(leaf, parts, &reading)
      readShortNames(leaf, parts, &reading)
    }
  }

  /// Notes a leaf for the footnotes that it calls.
  func noteCaller(_ leaf: FactLeaf, _ reading: inout ReferenceReading) {
    guard !pages.calls.isEmpty, !leaf.tokens.isEmpty else { return }
    reading.callers.append(
      ReferenceReading.Caller(span: span(leaf.tokens, leaf.tokens.indices), node: leaf.node))
  }

  /// The leaf in which an offset lies, of those in the order of the text.
  private func caller(
    at offset: Int, _ leaves: [ReferenceReading.Caller]
  ) -> ReferenceReading.Caller? {
    var low = 0
    var high = leaves.count
    while low < high {
      let middle = (low + high) / 2
      if leaves[middle].span.start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && offset <= leaves[low - 1].span.end + 1 ? leaves[low - 1] : nil
  }

  /// The text of a footnote as a leaf.
  private mutating func footnoteLeaf(_ note: ByteSpan, node: String) -> FactLeaf {
    let start = FootnoteCall(bytes, at: note.start, note.end)?.end ?? note.start
    var tokens = allTokens(ByteSpan(min(start, note.end), note.end))
    partGlued(&tokens)
    let matches = phrases(tokens)
    return FactLeaf(
      kind: .paragraph, zone: .footnote, node: node, source: nil, role: nil, ancestors: [],
      tokens: tokens, matches: matches, meanings: meanings(of: matches),
      times: times(tokens, matches, year: nil))
  }
}
