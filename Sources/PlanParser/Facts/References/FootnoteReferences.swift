import PlanModel
import PlanText

/// The documents that footnotes name.
extension PlanReader {
  /// Reads the references of the footnotes; each is told of the node that calls its footnote.
  ///
  /// "Thực hiện Nghị quyết số 21-NQ/HV[1], …" / "[1] Nghị quyết số 21-NQ/HV ngày 25/10/2027 của …".
  mutating func readFootnoteReferences(_ leaves: [FactLeaf], _ reading: inout ReferenceReading) {
    let calls = pages.calls
    guard !calls.isEmpty else { return }
    let places = leaves.filter { !$0.tokens.isEmpty }
      .sorted { $0.tokens[0].start < $1.tokens[0].start }
    var parts = DocumentParts()
    for note in plan.footnotes {
      guard let call = calls[note.span.start], let caller = leaf(at: call, places) else { continue }
      let leaf = footnoteLeaf(note.span, node: caller.node)
      readParts(leaf, into: &parts)
      if parts.isEmpty { continue }
      reading.beginLeaf()
      readReferences(leaf, parts, &reading)
      readShortNames(leaf, parts, &reading)
    }
  }

  /// The leaf in which an offset lies, of those in the order of the text.
  private func leaf(at offset: Int, _ leaves: [FactLeaf]) -> FactLeaf? {
    var low = 0
    var high = leaves.count
    while low < high {
      let middle = (low + high) / 2
      if Int(leaves[middle].tokens[0].start) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, let last = leaves[low - 1].tokens.last, offset <= Int(last.end) + 1 else {
      return nil
    }
    return leaves[low - 1]
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
