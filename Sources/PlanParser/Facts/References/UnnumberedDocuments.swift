import PlanModel
import PlanText

/// Documents that a plan rests on without telling their number: "Căn cứ Chiến lược quốc gia … đến năm
/// 2030", "Căn cứ Công văn ngày 05/01/2027 của Sở Y tế".
extension PlanReader {
  /// How many tokens such a document may take.
  private static var longestUnnumbered: Int { 120 }

  /// Reads a document that the preamble names without a number; gives where it ends.
  mutating func readUnnumbered(
    _ kind: String, _ match: RuleMatch, _ leaf: FactLeaf, _ parts: DocumentParts,
    _ reading: inout ReferenceReading
  ) -> Int? {
    let isSmall = !leaf.tokens[match.start].shape.contains(.capitalized)
    let isAdded =
      !isSmall && isLegalBasis(leaf) && isJoined(match.start, leaf, parts, reading)
    guard leaf.zone == .preamble || isAdded || !isSmall && isBasisAlone(match, leaf, parts),
      isAdded || opensBasis(match.start, leaf.tokens, isSmall ? "legal-words" : "basis-words")
        || isListed(match.start, leaf, parts, reading)
    else { return nil }
    let part = match.end..<endOfPart(match.end, leaf, parts)
    // "Căn cứ kế hoạch Lễ ra quân năm 2026, khoa thông báo": only its year ends such a name.
    let whole =
      isSmall ? commaBehindYear(in: part, leaf.tokens) ?? part.upperBound : part.upperBound
    let end =
      beginningOfNext(in: match.end..<whole, leaf, parts)
      ?? enacting(in: match.end..<whole, leaf, parts)?.lowerBound ?? whole
    // "Kế hoạch của UBND tỉnh (số 44/KH-UBND …)": its number stands in the bracket.
    if end < leaf.tokens.count, isMark(leaf.tokens[end], 0x28),
      parts.match(.number, at: end + 1) != nil
    {
      return nil
    }
    // A document that names another by its number is told by that.
    guard
      !parts.all(.number).contains(where: {
        $0.start >= match.end && $0.end < end && leaf.tokens[$0.end].kind == .number
      }),
      parts.kinds(from: match.end, to: end).allSatisfy({
        !leaf.tokens[$0.start].shape.contains(.capitalized)
      })
    else { return nil }
    let name = behindKind(match.end, end, leaf, parts)
    let isNamed =
      grammar.list("named-kinds").map {
        grammar.entry(in: $0, leaf.tokens, at: match.start)?.end == match.end
      } ?? false
    let tells = [name.date != nil, name.issuer != nil, name.subject != nil].filter { $0 }.count
    guard isNamed ? name.subject.map({ $0.count > 1 }) ?? (tells > 0) : tells > 1 else {
      return nil
    }
    // "Căn cứ kế hoạch, nhiệm vụ được giao" names none, "Căn cứ kế hoạch Lễ ra quân" does.
    if isSmall {
      guard isNamed, let subject = name.subject, subject.count > 1,
        leaf.tokens[subject.lowerBound].shape.contains(.capitalized)
      else { return nil }
    }
    enter(kind, match, to: end, name, leaf, parts, &reading)
    return end
  }

  /// Enters a document that is told without a number.
  mutating func enter(
    _ kind: String, _ match: RuleMatch, to end: Int,
    _ name: (date: String?, issuer: Range<Int>?, subject: Range<Int>?), _ leaf: FactLeaf,
    _ parts: DocumentParts, _ reading: inout ReferenceReading
  ) {
    var citation = ReferenceLedger.Citation(
      kind: kind, date: name.date, isBasis: isBasis(leaf),
      mention: Mention(node: leaf.node, span: span(leaf.tokens, match.start..<end)),
      rule: traced(match.rule))
    if let issuer = name.issuer {
      citation.issuer = folder.fold(span(leaf.tokens, issuer))
      citation.issuerWords = issuerWords(leaf.tokens, issuer)
    }
    citation.subject = name.subject.map { folder.fold(span(leaf.tokens, $0)) }
    citation.topic = name.subject.flatMap { topic($0, leaf, parts) }
    let place = reading.ledger.enter(citation)
    reading.starts.insert(citation.mention.span.start)
    reading.recent.append((place, match.start, kind))
  }

  /// What a subject says a document is about, in small letters: "về nước sạch" is "nước sạch".
  func topic(_ subject: Range<Int>, _ leaf: FactLeaf, _ parts: DocumentParts) -> String? {
    let start = parts.match(.about, at: subject.lowerBound)?.end ?? subject.lowerBound
    guard start + 2 < subject.upperBound else { return nil }
    return folder.fold(span(leaf.tokens, start..<subject.upperBound)).lowercased()
  }

  /// The words that name the document by which the one before them was issued: "ban hành kèm theo
  /// Quyết định số 12/QĐ-UBND", "đã được Thủ tướng Chính phủ phê duyệt tại Quyết định số …".
  func enacting(
    in range: Range<Int>, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> Range<Int>? {
    guard let word = parts.first(.enacted, from: range.lowerBound), word.start <= range.upperBound,
      let kind = parts.kind(at: word.end), leaf.tokens[kind.start].shape.contains(.capitalized),
      documentNumber(leaf.tokens, at: parts.match(.number, at: kind.end)?.end ?? kind.end)?
        .hasSymbol == true
    else { return nil }
    return word.start..<kind.end
  }

  /// Where "và" joins a document with a number to the one named before it ("Điều lệ Hội Nông dân
  /// Việt Nam và Hướng dẫn số 01-HD/HNDTW"), or one without to one that both were issued by somebody.
  private func beginningOfNext(
    in range: Range<Int>, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> Int? {
    range.first { place in
      guard let and = parts.match(.and, at: place), and.end < range.upperBound,
        leaf.tokens[and.end].shape.contains(.capitalized), let kind = parts.kind(at: and.end)
      else { return false }
      if parts.match(.number, at: kind.end) != nil { return true }
      return endsWithIssuer(kind.end, leaf, parts)
        && (range.lowerBound..<place).contains { of in
          parts.match(.issuer, at: of).flatMap {
            issuerName(leaf.tokens, from: $0.end, parts)
          }?.upperBound == place
        }
    }
  }

  /// Whether a document without a number stands behind "và" and the one read before it.
  private func isJoined(
    _ place: Int, _ leaf: FactLeaf, _ parts: DocumentParts, _ reading: ReferenceReading
  ) -> Bool {
    guard place > 0, parts.match(.and, at: place - 1) != nil, let last = reading.recent.last,
      let kind = parts.kind(at: place)
    else { return false }
    return last.start < place && endsWithIssuer(kind.end, leaf, parts)
  }

  /// Whether a document stands behind the semicolon of the one read before it: "Căn cứ Điều lệ Công
  /// đoàn Việt Nam; Điều lệ Đoàn …".
  private func isListed(
    _ place: Int, _ leaf: FactLeaf, _ parts: DocumentParts, _ reading: ReferenceReading
  ) -> Bool {
    guard place > 0, isMark(leaf.tokens[place - 1], 0x3B), let last = reading.recent.last,
      last.start < place, leaf.tokens[place].shape.contains(.capitalized),
      let first = parts.kinds.first
    else { return false }
    return opensBasis(first.start, leaf.tokens, "basis-words")
      && !leaf.tokens[last.start..<place - 1].contains { isMark($0, 0x3B) }
  }

  /// Whether a leaf names what the plan rests on: in the preamble, or as a unit of the body that
  /// opens so and ends in a semicolon.
  func isLegalBasis(_ leaf: FactLeaf) -> Bool {
    if leaf.zone == .preamble { return true }
    let tokens = leaf.tokens
    guard leaf.zone == .body, let last = tokens.last, isMark(last, 0x3B),
      let words = grammar.list("legal-words"),
      let first = tokens.firstIndex(where: { $0.kind != .mark })
    else { return false }
    return grammar.entry(in: words, tokens, at: first) != nil
  }

  /// Whether a unit of the body is a legal basis and nothing else, as plans list them in a section
  /// of their own: "- Căn cứ Kế hoạch giáo dục năm học 2026 - 2027 của Trường THPT Sơn Hà;".
  private func isBasisAlone(
    _ kind: RuleMatch, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> Bool {
    let tokens = leaf.tokens
    guard leaf.zone == .body, let words = grammar.list("legal-words"),
      let first = tokens.firstIndex(where: { $0.kind != .mark }),
      grammar.entry(in: words, tokens, at: first)?.end == kind.start,
      let last = tokens.last, isMark(last, 0x3B) || isMark(last, 0x2E)
    else { return false }
    // "Căn cứ Kế hoạch này, các lớp …": behind a comma a sentence may go on.
    let isOne = isMark(last, 0x3B) || !tokens.contains { isMark($0, 0x2C) }
    return isOne && endOfPart(kind.end, leaf, parts) == tokens.count - 1
      && endsWithIssuer(kind.end, leaf, parts)
  }

  /// The date, the issuer and the subject between a kind and the end of its part.
  func behindKind(
    _ start: Int, _ end: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> (date: String?, issuer: Range<Int>?, subject: Range<Int>?) {
    let tail = tail(after: start, leaf, parts)
    if tail.date != nil || tail.issuer != nil {
      return (tail.date, tail.issuer, tail.behind < end ? tail.behind..<end : nil)
    }
    // "Nghị quyết Đảng ủy, UBND xã về việc …": the word for who issued it is left out.
    if let issuer = issuerAtOnce(start, leaf, parts), issuer.upperBound < end {
      // "Nghị quyết Chi bộ tháng 9/2026"
      let dated = date(after: issuer.upperBound, leaf, parts)
      let behind = dated?.end ?? issuer.upperBound
      return (dated?.value, issuer, behind < end ? behind..<end : nil)
    }
    // "… giai đoạn 2026 - 2030 của UBND tỉnh": who issued it stands at its end.
    var name = start..<end
    var date: String?
    if let time = leaf.times(in: name).last, time.range.upperBound <= end,
      time.start?.day != nil, let day = day(time)
    {
      date = day.value
      name = start..<time.range.lowerBound
    }
    let from = date == nil ? start : name.upperBound
    for place in (from..<end).reversed().prefix(32) {
      guard let word = parts.match(.issuer, at: place),
        let issuer = issuerName(leaf.tokens, from: word.end, parts), issuer.upperBound == end
      else { continue }
      name = start..<min(name.upperBound, place)
      return (date, issuer, name.isEmpty ? nil : name)
    }
    return (date, nil, name.isEmpty ? nil : name)
  }

  /// Who issued a document, where the name follows its kind at once and what it is about the name.
  private func issuerAtOnce(
    _ start: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> Range<Int>? {
    let tokens = leaf.tokens
    guard let heads = grammar.list("issuer-heads"),
      grammar.entry(in: heads, tokens, at: start) != nil,
      let name = issuerName(tokens, from: start, parts)
    else { return nil }
    let end = listedIssuers(after: name.upperBound, of: start, tokens, parts) ?? name.upperBound
    let isTold = parts.match(.about, at: end) != nil || date(after: end, leaf, parts) != nil
    return isTold ? start..<end : nil
  }

  /// The first comma that stands behind a year.
  private func commaBehindYear(in range: Range<Int>, _ tokens: [Token]) -> Int? {
    range.dropFirst().first { isMark(tokens[$0], 0x2C) && isYear(tokens[$0 - 1]) }
  }

  /// Whether only a word of a list that names a basis stands before a token: "Căn cứ", "Thực hiện".
  func opensBasis(_ place: Int, _ tokens: [Token], _ list: String) -> Bool {
    guard let words = grammar.list(list),
      let first = tokens[..<place].firstIndex(where: { $0.kind != .mark })
    else { return false }
    return grammar.entry(in: words, tokens, at: first)?.end == place
  }

  /// Where the part of a preamble ends that begins at a token, without its last mark.
  private func endOfPart(_ start: Int, _ leaf: FactLeaf, _ parts: DocumentParts) -> Int {
    let tokens = leaf.tokens
    let limit = min(tokens.count, start + Self.longestUnnumbered)
    var end =
      (start..<limit).first {
        tokens[$0].kind == .mark && (endsSubject($0, leaf, parts) || somebodyActs($0, leaf, parts))
      } ?? limit
    // "Căn cứ Kế hoạch phòng, chống lũ năm 2026," at the end of the basis.
    while end > start, isMark(tokens[end - 1], 0x2C) { end -= 1 }
    return end
  }

  /// Whether behind a comma somebody makes the plan: "…, UBND xã xây dựng Kế hoạch như sau:".
  private func somebodyActs(_ place: Int, _ leaf: FactLeaf, _ parts: DocumentParts) -> Bool {
    guard isMark(leaf.tokens[place], 0x2C), place + 1 < leaf.tokens.count,
      let heads = grammar.list("writer-heads"),
      grammar.entry(in: heads, leaf.tokens, at: place + 1) != nil,
      let name = issuerName(leaf.tokens, from: place + 1, parts)
    else { return false }
    return parts.match(.issued, at: name.upperBound) != nil
      || parts.match(.stop, at: name.upperBound) != nil
  }
}
