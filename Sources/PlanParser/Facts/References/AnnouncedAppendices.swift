import PlanModel
import PlanText

/// Appendices that the text announces.
extension PlanReader {
  /// Tells of appendices that a leaf announces and the document does not have.
  ///
  /// A list may be any table of the document.
  mutating func readAnnounced(_ leaf: FactLeaf, _ parts: DocumentParts, hasTable: Bool) {
    var told = 0
    for match in parts.announced where match.start >= told {
      told = match.end
      let isOwn = value("of", of: match) == "own"
      if isOwn, hasTable || !plan.appendices.isEmpty { continue }
      // "Phụ lục II kèm theo Nghị định số 30/2020/NĐ-CP" is another document's.
      if !isOwn, parts.kind(at: match.end) != nil { continue }
      if hasTable, value("of", of: match) == "list" { continue }
      let label = capture("label", of: match, leaf.tokens).map {
        folder.fold(span(leaf.tokens, $0))
      }
      if hasAppendix(label, for: leaf.node) { continue }
      let place = span(leaf.tokens, match.start..<match.end)
      diagnose(
        .appendixMissing, .document, .warning,
        "\"\(folder.fold(place))\" is announced and not there, add it to the file", place,
        node: leaf.node)
    }
  }

  /// Whether the document has an appendix of a label, or any, that is not the plan in which it is
  /// announced.
  private func hasAppendix(_ label: String?, for node: String) -> Bool {
    let isInside = node.hasPrefix("A1.") && plan.appendices.first?.isPlan == true
    let others = isInside ? plan.appendices.dropFirst() : plan.appendices[...]
    guard let label else { return !others.isEmpty }
    guard let value = ordinal(label) else { return true }
    // Appendices without labels of their own are counted.
    return others.count >= value
      || others.contains { $0.label.flatMap { ordinal($0) } == value }
  }

  /// The number that a label names, in Roman or Arabic figures.
  private func ordinal(_ label: String) -> Int? {
    if label.utf8.count > 4 { return nil }
    return Int(label) ?? Letters.roman(label.utf8.map { $0 & 0xDF })
  }
}

extension Appendix {
  /// Whether it is a plan, as a decision brings one: it says what is to be reached or done, and who
  /// carries it out.
  fileprivate var isPlan: Bool {
    let roles = body.lazy.compactMap(\.role)
    return roles.contains { $0 == .implementation || $0 == .assignment }
      && roles.contains {
        switch $0 {
        case .purpose, .requirements, .purposeRequirements, .tasks, .solutions, .tasksSolutions,
          .content:
          true
        default: $0.setsGoals
        }
      }
  }
}
