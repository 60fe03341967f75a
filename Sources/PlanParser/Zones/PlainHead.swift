import PlanModel
import PlanText

/// The head of a document that prints neither motto nor number nor a kind in capitals: a web page
/// that gives the title "Kế hoạch …" and then the text.
extension PlanReader {
  /// Reads such a head; the result is the line at which the preamble begins.
  mutating func plainHead() -> Int {
    if let next = identityHead() { return next }
    guard let (index, match) = plainTitle() else { return firstTitle() }
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
    // "Kế hoạch số 12/KH-UBND về phát triển nghề dệt".
    if let number = phrases(tokens).first(where: { meaning($0) == .number }),
      number.start == words.upperBound
    {
      let part = HeadPart(
        match: number, meaning: .number, span: span(tokens, number.start..<number.end))
      self.number(part, tokens)
      return title(after: kind.union(part.span))
    }
    return title(after: kind)
  }

  /// The kind that is the whole of a line in small letters: "Kế hoạch".
  mutating func plainKind(of tokens: [Token]) -> KindField? {
    guard tokens.count < 5, let match = lineMatch(.kind, tokens),
      value("form", of: match) == "alone", let words = capture("kind", of: match, tokens)
    else { return nil }
    let span = span(tokens, words)
    return KindField(
      text: folder.fold(span), code: value("code", of: match), status: .present, span: span,
      rule: traced(match.rule))
  }

  /// Whether a kind in capitals is the last of a line, behind a mark: "… năm 2030 • KẾ HOẠCH".
  func closesLine(_ match: RuleMatch, _ tokens: [Token]) -> Bool {
    match.start > 0 && match.end == tokens.count && tokens[match.start - 1].kind == .mark
      && tokens[match.start].shape.contains(.upper)
  }

  /// The last line before the text that begins with the name of a kind, as a title does.
  private mutating func plainTitle() -> (index: Int, match: RuleMatch)? {
    var found: (Int, RuleMatch)?
    for index in lines.indices.prefix(PlanReader.pageTitleReach) {
      let line = lines[index]
      let tokens = tokens(line.content)
      if lineMatch(.preamble, tokens) != nil || marker(tokens) != nil { return found }
      guard !line.ended, line.width < 300, line.tabs == 0, !line.pipe,
        let match = lineMatch(.kind, tokens)
      else { continue }
      // The title of a crawled page says kind, number and subject on its first line.
      let isFirst = value("form", of: match) == "first"
      if value("below", of: match) == "subject" {
        guard let next = lineOfText(below: index), opensAbout(self.tokens(next.content)) else {
          continue
        }
      }
      guard
        isFirst
          ? lines[..<index].allSatisfy(\.bare)
          : !phrases(tokens).contains(where: { meaning($0) == .number })
      else { continue }
      found = (index, match)
      if isFirst { return found }
    }
    return nil
  }

  /// How many lines of a page may stand between a kind and its title.
  private static var pageLines: Int { 2 }

  /// The first line below another that is none of a page: "Thông báo" / "(04/09/2022 09:49:30)" / "Về
  /// việc …".
  private mutating func lineOfText(below index: Int) -> Line? {
    for line in lines[(index + 1)...].prefix(Self.pageLines + 1) where furniture(of: line) == nil {
      return line
    }
    return nil
  }
}
