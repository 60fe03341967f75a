import PlanModel
import PlanText

/// Documents that are known by a name: laws, resolutions of congresses, national programmes.
extension PlanReader {
  /// Reads a law; gives where it ends.
  mutating func readLaw(
    _ kind: String, _ match: RuleMatch, _ leaf: FactLeaf, _ parts: DocumentParts,
    _ reading: inout ReferenceReading
  ) -> Int? {
    let amended = amendedLaws(from: match.end, leaf, parts)
    // Of a draft only the laws exist that it will amend.
    if amended != nil, isDraft(match.start, leaf.tokens) { return nil }
    guard
      let (name, known) = amended.map({ ($0, nil) }) ?? lawName(from: match.end, leaf, parts)
        ?? plainLaw(match, leaf, parts, reading).map({ ($0, nil) })
        ?? namelessLaw(match, leaf, parts)
    else { return nil }
    let isCapital = leaf.tokens[name].allSatisfy {
      $0.kind != .syllable || $0.shape.contains(.upper)
    }
    var end = name.upperBound
    var citation = ReferenceLedger.Citation(
      kind: kind,
      subject: name.isEmpty
        ? nil : known.flatMap { isCapital ? $0 : nil } ?? folder.fold(span(leaf.tokens, name)),
      isBasis: isBasis(leaf),
      mention: Mention(node: leaf.node, span: span(leaf.tokens, match.start..<name.upperBound)),
      rule: traced(match.rule))
    citation.isLaw = true
    // "Luật sửa đổi … của Luật Đất đai ngày 18/01/2024": the day is that of the first law.
    if match.start < reading.amendedEnd {
      reading.starts.insert(citation.mention.span.start)
      reading.recent.append((reading.ledger.enter(citation), match.start, kind))
      return end
    }
    if let word = parts.match(.revised, at: end) { end = word.end }
    var year: String?
    if let word = parts.match(.year, at: end) {
      // "Dự án Luật Thủy lợi năm 2012" was drafted then.
      if parts.kinds.isEmpty || parts.kind(endingAt: match.start) == nil {
        year = time(at: end, leaf)?.value
      }
      end = word.end
    }
    if year == nil, let bracketed = bracketedYear(at: end, leaf.tokens) {
      year = String(bracketed)
      end += 3
    } else if year == nil, let alone = yearAlone(at: end, leaf.tokens) {
      year = String(alone)
      end += 1
    }
    var number = parts.match(.number, at: skippingComma(leaf.tokens, end))
      .flatMap { documentNumber(leaf.tokens, at: $0.end) }
    if let number, number.hasSymbol {
      citation.number = number
      end = number.range.upperBound
      citation.mention.span = span(leaf.tokens, match.start..<end)
    }
    let day = date(after: end, leaf, parts)
    citation.date = day?.value ?? year
    if number == nil, let day, let told = bracketedNumber(at: day.end, leaf, parts) {
      number = told
      citation.number = told
      end = told.range.upperBound
    }
    // "Luật Làng nghề số 30/2026/QH15 ngày 29/6/2026 của Quốc hội"
    if citation.number != nil, amended == nil,
      let word = parts.match(.issuer, at: skippingComma(leaf.tokens, day?.end ?? end)),
      let issuer = issuerName(leaf.tokens, from: word.end, parts)
    {
      citation.issuer = folder.fold(span(leaf.tokens, issuer))
      citation.issuerWords = issuerWords(leaf.tokens, issuer)
      end = issuer.upperBound
    }
    let place = reading.ledger.enter(citation)
    reading.starts.insert(citation.mention.span.start)
    reading.recent.append((place, match.start, kind))
    if amended != nil {
      // The laws it amends are read on their own.
      reading.amendedEnd = name.upperBound
      return parts.match(.amending, at: match.end)?.end
    }
    return end
  }

  /// The end of a law that needs no name but its year: "Hiến pháp năm 2013".
  private func namelessLaw(
    _ match: RuleMatch, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> (range: Range<Int>, known: String?)? {
    guard let laws = grammar.list("laws-without-name"),
      grammar.entry(in: laws, leaf.tokens, at: match.start)?.end == match.end,
      parts.match(.year, at: match.end) != nil || date(after: match.end, leaf, parts) != nil
        || bracketedYear(at: match.end, leaf.tokens) != nil
        || yearAlone(at: match.end, leaf.tokens) != nil
    else { return nil }
    return (match.end..<match.end, nil)
  }

  /// The year in a bracket behind the name of a law: "Luật Lâm nghiệp (2017)".
  private func bracketedYear(at place: Int, _ tokens: [Token]) -> Int? {
    guard place + 2 < tokens.count, isMark(tokens[place], 0x28), isMark(tokens[place + 2], 0x29)
    else { return nil }
    return year(tokens[place + 1])
  }

  /// The year right behind the name of a law: "Luật Bảo vệ môi trường 2020".
  private func yearAlone(at place: Int, _ tokens: [Token]) -> Int? {
    guard place < tokens.count,
      place + 1 == tokens.count || !isTied(tokens, place + 1)
        || endsName(place + 1, tokens)
    else { return nil }
    return year(tokens[place])
  }

  /// The number in a bracket behind the day of a law: "ngày 16/6/2025 (Luật số 72/2025/QH15)".
  private func bracketedNumber(
    at place: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> DocumentNumber? {
    guard place + 1 < leaf.tokens.count, isMark(leaf.tokens[place], 0x28),
      let law = parts.match(.law, at: place + 1), let word = parts.match(.number, at: law.end),
      let number = documentNumber(leaf.tokens, at: word.end), number.hasSymbol
    else { return nil }
    return number
  }

  /// The name of a law that amends others: "sửa đổi, bổ sung một số điều của Luật Đất đai và Luật
  /// Nhà ở".
  private func amendedLaws(
    from start: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> Range<Int>? {
    guard let amending = parts.match(.amending, at: start) else { return nil }
    var end = amending.end
    var found: Int?
    while let law = parts.match(.law, at: end), end - start < PlanReader.longestLaw,
      let (name, _) = lawName(from: parts.kind(at: law.start)?.end ?? law.end, leaf, parts)
    {
      found = name.upperBound
      end =
        parts.match(.and, at: name.upperBound)?.end ?? skippingComma(leaf.tokens, name.upperBound)
    }
    return found.map { start..<$0 }
  }

  /// Reads the resolution of a congress or a national programme; gives where it ends.
  mutating func readNamed(
    _ match: RuleMatch, _ leaf: FactLeaf, _ parts: DocumentParts,
    _ reading: inout ReferenceReading
  ) -> Int {
    var end = match.end
    let isCongress = meaning(match) == .documentCongress
    // "Nghị quyết Trung ương 6 (khóa XII) số 19-NQ/TW": its number tells it.
    if isCongress, let kind = parts.kind(at: match.start),
      let word = parts.match(.number, at: skippingComma(leaf.tokens, end)),
      let number = documentNumber(leaf.tokens, at: word.end), number.hasSymbol
    {
      return cite(
        documentKind(kind, leaf), from: match.start, number, leaf, parts, rule: match.rule,
        &reading)
    }
    let name = capture(isCongress ? "issuer" : "subject", of: match, leaf.tokens)
    let text = name.map { folder.fold(span(leaf.tokens, $0)) }
    let head = match.start..<(name?.lowerBound ?? match.end)
    var citation = ReferenceLedger.Citation(
      kind: parts.kind(at: match.start).map { documentKind($0, leaf) }
        ?? folder.fold(span(leaf.tokens, head)),
      isBasis: isBasis(leaf),
      mention: Mention(node: leaf.node, span: span(leaf.tokens, match.start..<end)),
      rule: traced(match.rule))
    if isCongress {
      citation.issuer = text
      end = readMeeting(match, name, into: &citation, leaf, parts)
      let isTold = citation.date != nil || citation.subject != nil
      // "theo Nghị quyết kỳ họp thứ 5 HĐND xã": any of those that the session passed.
      if !isTold, value("of", of: match) == "session" { return match.end }
    } else {
      end = readProgramme(match, name, into: &citation, leaf)
    }
    let place = reading.ledger.enter(citation)
    reading.starts.insert(citation.mention.span.start)
    reading.recent.append((place, match.start, citation.kind))
    if isCongress { return end }
    // "các Chương trình mục tiêu quốc gia: xây dựng nông thôn mới; giảm nghèo bền vững"
    for further in captures(of: match, leaf.tokens).dropFirst() where further.name == "subject" {
      (citation.programme, citation.name) = (nil, nil)
      citation.mention.span = span(leaf.tokens, further.start..<further.end)
      citation.subject = folder.fold(citation.mention.span)
      reading.recent.append((reading.ledger.enter(citation), further.start, citation.kind))
      reading.starts.insert(citation.mention.span.start)
    }
    return end
  }

  /// Reads the name of a programme and its years, which tell it from the one before; gives where it
  /// ends.
  private mutating func readProgramme(
    _ match: RuleMatch, _ name: Range<Int>?, into citation: inout ReferenceLedger.Citation,
    _ leaf: FactLeaf
  ) -> Int {
    guard let name else { return match.end }
    let phase = capture("phase", of: match, leaf.tokens)
    let whole = name.lowerBound..<(phase ?? name).upperBound
    citation.subject = folder.fold(span(leaf.tokens, whole))
    citation.mention.span = span(leaf.tokens, match.start..<whole.upperBound)
    guard
      let known = grammar.list("programmes").flatMap({
        grammar.entry(in: $0, leaf.tokens, at: name.lowerBound)?.value
      })
    else { return match.end }
    let years = phase.map { phase in
      leaf.tokens[phase].filter { $0.kind == .number }.map {
        raw(ByteSpan(Int($0.start), Int($0.end)))
      }.joined(separator: "-")
    }
    citation.programme = (known, years)
    citation.name = years.map { known + " " + $0 } ?? known
    return match.end
  }

  /// Reads what tells of the resolution of a meeting: its term, or its date and its subject; gives
  /// where it ends.
  private mutating func readMeeting(
    _ match: RuleMatch, _ issuer: Range<Int>?, into citation: inout ReferenceLedger.Citation,
    _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> Int {
    citation.issuerWords = issuer.map { issuerWords(leaf.tokens, $0) } ?? []
    // One session passes many, one congress one.
    let isSession = value("of", of: match) == "session"
    citation.name =
      (isSession ? issuerWords(leaf.tokens, match.start..<match.end) : citation.issuerWords)
      .joined(separator: " ")
    if let term = parts.match(.term, at: skippingComma(leaf.tokens, match.end))
      ?? parts.match(.term, at: match.end),
      let words = capture("term", of: term, leaf.tokens)
    {
      citation.subject = folder.fold(span(leaf.tokens, words))
      citation.mention.span = span(leaf.tokens, match.start..<term.end)
      return term.end
    }
    if let term = capture("term", of: match, leaf.tokens) {
      // "Nghị quyết Đại hội Đảng bộ xã Sơn Hà nhiệm kỳ 2025 - 2030"
      citation.subject = folder.fold(span(leaf.tokens, term))
      return match.end
    }
    let date = date(after: match.end, leaf, parts)
    citation.date = date?.value
    let end = date?.end ?? match.end
    let subject = subject(after: end, leaf, parts, isFull: date != nil)
    citation.subject = subject.map { folder.fold(span(leaf.tokens, $0)) }
    return end
  }
}
