import PlanModel
import PlanText

/// The head of a document that prints neither motto nor number nor a kind in capitals: a web page
/// that gives the title "Kế hoạch …" and then the text.
extension PlanReader {
  /// Reads such a head; the result is the line at which the preamble begins.
  mutating func plainHead() -> Int {
    guard let (index, match) = plainTitle() else { return 0 }
    let tokens = tokens(lines[index].content)
    let words = capture("kind", of: match, tokens) ?? match.start..<match.end
    let kind = span(tokens, words)
    plan.header.kind = KindField(
      text: folder.fold(kind), code: value("code", of: match), status: .present, span: kind,
      rule: traced(match.rule))
    // Bodies in capitals right above the title issue it; the rest is of the page.
    var first = index
    while first > 0, isLateBody(lines[first - 1]) { first -= 1 }
    for line in lines[..<first] { addFurniture(.portal, trimmedRaw(line)) }
    bodies(from: first, to: index + 1, before: kind.start, [])
    return title(after: kind)
  }

  /// The last line before the text that begins with the name of a kind, as a title does.
  private mutating func plainTitle() -> (index: Int, match: RuleMatch)? {
    var found: (Int, RuleMatch)?
    for index in lines.indices.prefix(PlanReader.pageTitleReach) {
      let line = lines[index]
      let tokens = tokens(line.content)
      if lineMatch(.preamble, tokens) != nil || marker(tokens) != nil { return found }
      guard !line.ended, line.width < 300, line.tabs == 0, !line.pipe,
        let match = lineMatch(.kind, tokens),
        !phrases(tokens).contains(where: { meaning($0) == .number })
      else { continue }
      found = (index, match)
    }
    return nil
  }
}
