import PlanModel
import PlanText

/// The head of a copy that prints no letterhead: one line says what the document is, or is its title.
extension PlanReader {
  /// How many lines the name of a page and the line that says what the document is take at most.
  private static let identityLines = 4

  /// Reads a first line that says kind, number, date, issuer and subject; the result is the line at
  /// which the preamble begins.
  ///
  /// "Kết luận số 12-KL/TU" / "Kết luận số 12-KL/TU ngày 03/4/2026 của Tỉnh ủy Hoài Lam về nghề dệt".
  mutating func identityHead() -> Int? {
    guard let first = lines.firstIndex(where: { !$0.bare }), first < PlanReader.identityLines,
      let opening = identity(at: first)
    else { return nil }
    var told = (index: first, match: opening)
    // The page has its name above the line that says all.
    if let next = lines[(first + 1)...].firstIndex(where: { !$0.bare }),
      next <= first + PlanReader.identityLines, let whole = identity(at: next),
      capture("issuer", of: whole, tokens(lines[next].content)) != nil
    {
      addFurniture(.portal, lines[first].content)
      told = (next, whole)
    }
    for line in lines[..<told.index] where line.bare { addFurniture(.separator, trimmedRaw(line)) }
    tell(identity: told.match, allTokens(lines[told.index].content), lines[told.index].content)
    return note(from: told.index + 1)
  }

  /// What line `index` says of the document when it says its kind and number first.
  private mutating func identity(at index: Int) -> RuleMatch? {
    let line = lines[index]
    guard line.tabs == 0, !line.pipe, line.ending == .open || line.ending == .stop else {
      return nil
    }
    return lineMatch(.identity, tokens(line.content))
  }

  private mutating func tell(identity match: RuleMatch, _ tokens: [Token], _ line: ByteSpan) {
    guard let kind = capture("kind", of: match, tokens),
      let symbol = capture("symbol", of: match, tokens)
    else { return }
    let rule = traced(match.rule)
    plan.header.kind = KindField(
      text: folder.fold(span(tokens, kind)),
      code: grammar.value(
        list: "identity-kinds", tokens, from: kind.lowerBound, to: kind.upperBound),
      status: .present, span: span(tokens, kind), rule: rule)
    let number = span(tokens, kind.upperBound..<symbol.upperBound)
    plan.header.number = NumberField(
      text: folder.fold(number),
      sequence: capture("sequence", of: match, tokens).map { folder.fold(span(tokens, $0)) },
      symbol: folder.fold(span(tokens, symbol)), status: .present, span: number, rule: rule)
    guard let day = capture("day", of: match, tokens),
      let year = capture("year", of: match, tokens),
      let issuer = capture("issuer", of: match, tokens),
      let about = capture("about", of: match, tokens)
    else { return }
    let date = span(tokens, (day.lowerBound - 1)..<year.upperBound)
    placeDate(HeadPart(match: match, meaning: .placeDate, span: date), tokens)
    // "… của Tỉnh ủy về việc học tập về nghề": the first such word ends the name.
    let word = tokens[about.lowerBound].key
    let end = issuer.dropFirst().first { tokens[$0].key == word } ?? about.lowerBound
    addFurniture(.label, span(tokens, year.upperBound..<issuer.lowerBound))
    tell(bodies: [HeadBody(pieces: [span(tokens, issuer.lowerBound..<end)], heads: true)])
    take(title: [ByteSpan(Int(tokens[end].start), line.end)])
  }

  /// Reads a first line that is a title by its type and stands alone above the legal basis, where
  /// nothing names a kind; the result is the line after it.
  ///
  /// "# Tăng cường dạy nghề dệt" / "Căn cứ Nghị quyết …"; "Về việc …" needs no legal basis below it.
  mutating func firstTitle() -> Int {
    guard let first = lines.firstIndex(where: { !$0.bare }), first < PlanReader.identityLines,
      case let line = lines[first],
      !line.ended, line.tabs == 0, !line.pipe, !line.startsLower,
      PlanReader.titleWidth.contains(line.width),
      let next = lines[(first + 1)...].firstIndex(where: { !$0.bare })
    else { return 0 }
    let tokens = tokens(line.content)
    let stands = line.heading > 0 || line.bold || line.capitals || lines[next].blanksBefore > 0
    let tellsSubject = opensAbout(tokens)
    guard
      tellsSubject
        || stands && opensPreamble(at: next) && lines[next].heading == 0 && !lines[next].capitals
        || isHighestHeading(first)
    else { return 0 }
    // "# Tiến trình thực hiện Hội thi dệt năm 2031" says more than what a section is for.
    guard marker(tokens) == nil,
      isHighestHeading(first) ? !isBareTitle(line.content) : lineMatch(.role, tokens) == nil,
      lineMatch(.preamble, tokens) == nil, lineMatch(.appendix, tokens) == nil,
      lineMatch(.decision, tokens) == nil, endMeaning(line) == nil, furniture(of: line) == nil,
      !namesBody(line)
    else { return 0 }
    for line in lines[..<first] { addFurniture(.separator, trimmedRaw(line)) }
    take(title: [line.content])
    return note(from: first + 1)
  }

  /// Whether a line is the one heading of the first level, as the title of a text is in markdown.
  private func isHighestHeading(_ first: Int) -> Bool {
    lines[first].heading == 1 && !lines[(first + 1)...].contains { $0.heading == 1 }
  }

  /// Whether words open a title with those for its subject: "Về việc …", "V/v …".
  mutating func opensAbout(_ tokens: [Token]) -> Bool {
    lineMatches(tokens).contains {
      meaning($0) == .titleOpener && value("form", of: $0) == "about"
    }
  }

  /// How many characters such a title has.
  private static let titleWidth = 16...300
}
