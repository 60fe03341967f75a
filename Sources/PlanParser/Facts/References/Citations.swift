import PlanModel
import PlanText

/// Reads what stands behind a document's number: its date, its issuer, its subject, and further
/// numbers of the same kind.
extension PlanReader {
  /// Enters a numbered document and those listed behind it; gives where they end.
  mutating func cite(
    _ kind: String, from start: Int, _ first: DocumentNumber, _ leaf: FactLeaf,
    _ parts: DocumentParts, rule: Int, _ reading: inout ReferenceReading
  ) -> Int {
    var number = first
    var kind = kind
    var start = start
    var lonely: [Int] = []
    while true {
      var end = number.range.upperBound
      let tail = tail(after: end, leaf, parts)
      end = tail.end
      if !isOwn(number, from: start, parts, reading) {
        let span = span(leaf.tokens, start..<number.range.upperBound)
        var citation = ReferenceLedger.Citation(
          kind: kind, number: number, date: tail.date, isBasis: isBasis(leaf),
          mention: Mention(node: leaf.node, span: span), rule: traced(rule))
        let before = issuing(before: start, leaf, parts)
        citation.date = tail.date ?? before?.date
        let told = tail.issuer.flatMap {
          tail.date == nil && isIssuerOfPlan($0, before: start, leaf, parts, reading) ? nil : $0
        }
        let issuer =
          told ?? before?.issuer ?? writer(before: start, leaf, parts)
          ?? distantIssuer(after: end, leaf, parts) ?? reading.list?.issuer
        if let issuer {
          citation.issuer = folder.fold(self.span(leaf.tokens, issuer))
          citation.issuerWords = issuerWords(leaf.tokens, issuer)
        }
        citation.subject = subject(
          after: end, leaf, parts, isFull: tail.date != nil || tail.issuer != nil)
        let place = reading.ledger.enter(citation)
        reading.starts.insert(span.start)
        reading.recent.append((place, start, kind))
        if number.isDamaged { noteDamaged(number, leaf, place, &reading) }
        if let name = citation.issuer {
          for other in lonely {
            reading.ledger.share(name, citation.issuerWords, with: other)
          }
          lonely = []
        } else {
          lonely.append(place)
        }
      }
      guard let next = listed(after: end, first, leaf, parts) else { return end }
      start = next.start
      number = next.number
      if let code = codeKind(number, leaf.tokens), code != codeKind(first, leaf.tokens) {
        kind = code
      }
    }
  }

  /// The next number of a list: "57-NQ/TW, 59-NQ/TW và 66-NQ/TW".
  private func listed(
    after place: Int, _ first: DocumentNumber, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> (start: Int, number: DocumentNumber)? {
    let tokens = leaf.tokens
    guard place < tokens.count else { return nil }
    var start = place
    if let and = parts.match(.and, at: place) {
      start = and.end
    } else if tokens[place].kind == .mark,
      [UInt8(ascii: ","), UInt8(ascii: ";")].contains(bytes[Int(tokens[place].start)])
    {
      start = place + 1
    } else {
      return nil
    }
    let word = parts.match(.number, at: start)
    guard let number = documentNumber(tokens, at: word?.end ?? start), number.hasSymbol,
      tokens[number.range.lowerBound].kind == .number, codeKind(number, tokens) != nil
    else { return nil }
    return (start, number)
  }

  private func noteDamaged(
    _ number: DocumentNumber, _ leaf: FactLeaf, _ place: Int, _ reading: inout ReferenceReading
  ) {
    let printed = folder.fold(span(leaf.tokens, number.range))
    reading.ledger.add(alias: printed, to: place)
  }

  /// What is named in the title and the preamble is a basis of the plan.
  func isBasis(_ leaf: FactLeaf) -> Bool { leaf.zone == .header || leaf.zone == .preamble }

  /// Whether a number is the document's own, which is no reference.
  private func isOwn(
    _ number: DocumentNumber, from start: Int, _ parts: DocumentParts,
    _ reading: ReferenceReading
  ) -> Bool {
    if number.key == reading.ownKey { return true }
    // "(Kèm theo Kế hoạch số 12/KH-UBND)" under a head whose number is still to be filled in.
    guard reading.ownKey == nil, let symbol = reading.ownSymbol, number.key.hasSuffix(symbol) else {
      return false
    }
    return parts.match(.enclosed, endingAt: start) != nil
  }

  /// Whether an issuer is that of the plan around the document: "Trên đây là Kế hoạch thực hiện
  /// Nghị quyết số 57-NQ/TW của Ủy ban nhân dân tỉnh".
  private func isIssuerOfPlan(
    _ name: Range<Int>, before start: Int, _ leaf: FactLeaf, _ parts: DocumentParts,
    _ reading: ReferenceReading
  ) -> Bool {
    guard !reading.ownIssuer.isEmpty,
      let verb = parts.match(.subject, endingAt: start, longest: 6),
      parts.kind(endingAt: verb.start) != nil
        || parts.match(.subject, endingAt: verb.start).map({
          parts.kind(endingAt: $0.start) != nil
        }) == true
    else { return false }
    return ReferenceLedger.agree(issuerWords(leaf.tokens, name), reading.ownIssuer)
  }

  // MARK: What follows a number

  private func tail(
    after place: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> (date: String?, issuer: Range<Int>?, end: Int) {
    var end = place
    var date: String?
    if let found = self.date(after: end, leaf, parts) { (date, end) = found }
    var issuer: Range<Int>?
    let next = skippingComma(leaf.tokens, end)
    if let word = parts.match(.issuer, at: next) ?? parts.match(.issuer, at: end)
      ?? strayStop(end, leaf.tokens, parts),
      let name = issuerName(
        leaf.tokens, from: parts.match(.meeting, at: word.end)?.end ?? word.end, parts)
    {
      issuer = name.lowerBound..<secondIssuer(after: name.upperBound, leaf.tokens, parts)
      end = issuer?.upperBound ?? end
      end = skippingAbbreviation(leaf.tokens, end)
    }
    // "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018 Chính phủ về …" has lost its "của".
    if issuer == nil, date != nil, let heads = grammar.list("issuer-heads") {
      let start = parts.match(.meeting, at: end)?.end ?? end
      if start < leaf.tokens.count, grammar.entry(in: heads, leaf.tokens, at: start) != nil,
        let name = issuerName(leaf.tokens, from: start, parts),
        parts.match(.about, at: name.upperBound) != nil
      {
        (issuer, end) = (name, name.upperBound)
      }
    }
    if date == nil, let found = self.date(after: end, leaf, parts) { (date, end) = found }
    return (date, issuer, end)
  }

  /// The word for the issuer behind a stop that recognition put there.
  private func strayStop(
    _ place: Int, _ tokens: [Token], _ parts: DocumentParts
  ) -> RuleMatch? {
    guard place + 1 < tokens.count, bytes[Int(tokens[place].start)] == UInt8(ascii: "."),
      !tokens[place + 1].shape.contains(.capitalized)
    else { return nil }
    return parts.match(.issuer, at: place + 1)
  }

  /// The end of a second body that issued together with the one that ends at a token: "của Bộ Tài
  /// chính và Bộ Xây dựng về …", but not "của Tỉnh ủy và Ủy ban nhân dân tỉnh chỉ đạo".
  private func secondIssuer(
    after place: Int, _ tokens: [Token], _ parts: DocumentParts
  ) -> Int {
    guard let and = parts.match(.and, at: place), let heads = grammar.list("issuer-heads"),
      grammar.entry(in: heads, tokens, at: and.end) != nil,
      let second = issuerName(tokens, from: and.end, parts)
    else { return place }
    let end = second.upperBound
    let isWhole =
      end == tokens.count || parts.match(.about, at: end) != nil
      || tokens[end].kind == .mark && !isDash(tokens[end])
    return isWhole ? end : place
  }

  /// The place behind a short name in brackets: "Ủy ban An toàn giao thông (ATGT)".
  private func skippingAbbreviation(_ tokens: [Token], _ place: Int) -> Int {
    guard place + 2 < tokens.count, bytes[Int(tokens[place].start)] == UInt8(ascii: "("),
      tokens[place + 1].shape.contains(.upper),
      bytes[Int(tokens[place + 2].start)] == UInt8(ascii: ")")
    else { return place }
    return place + 3
  }

  /// The date behind a number: "…, ngày 10/12/2025", "(ngày 05/6/2023", "ngày   tháng 5 năm 2026".
  func date(
    after place: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> (value: String, end: Int)? {
    let start = skippingComma(leaf.tokens, place)
    // "Luật Thủy sản số 18/2017/QH14 ban hành ngày 21/11/2017"
    let issued = parts.match(.issued, at: start)?.end
    for word in [start, parts.match(.day, at: start)?.end, issued] {
      if let word, let found = time(at: word, leaf).flatMap({ day($0) }) { return found }
    }
    // The damaged day's own words end with that of the month, where the time begins.
    guard let damaged = parts.match(.damagedDay, at: start) else { return nil }
    return time(at: damaged.end - 1, leaf).flatMap { day($0) }
  }

  private func day(_ time: LeafTime) -> (value: String, end: Int)? {
    // A year alone is when something is done: "thực hiện Đề án số 12-ĐA/TU năm 2026".
    guard time.bound == .within, time.start == time.end, time.start?.year != nil,
      time.start?.month != nil,
      let value = time.value
    else { return nil }
    return (value, time.range.upperBound)
  }

  /// The time that begins at a token.
  func time(at place: Int, _ leaf: FactLeaf) -> LeafTime? {
    var low = 0
    var high = leaf.times.count
    while low < high {
      let middle = (low + high) / 2
      if leaf.times[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
    }
    return low < leaf.times.count && leaf.times[low].range.lowerBound == place
      ? leaf.times[low] : nil
  }

  /// The place behind a comma or an opening bracket.
  func skippingComma(_ tokens: [Token], _ place: Int) -> Int {
    guard place < tokens.count, tokens[place].kind == .mark else { return place }
    let byte = bytes[Int(tokens[place].start)]
    return byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(") ? place + 1 : place
  }

  // MARK: Issuers that stand elsewhere

  /// "Ngày 22/12/2024, Bộ Chính trị đã ban hành Nghị quyết số 57-NQ/TW".
  private func issuing(
    before start: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> (issuer: Range<Int>, date: String?)? {
    let tokens = leaf.tokens
    if let word = parts.match(.issuedAt, endingAt: start, longest: 6) {
      return approving(before: word.start, tokens, parts).map { ($0, nil) }
    }
    guard let word = parts.match(.issued, endingAt: start), word.start > 0 else { return nil }
    let limit = max(0, word.start - 20)
    var first = word.start
    while first > limit {
      let token = tokens[first - 1]
      if token.kind == .mark, !isDash(token) { break }
      first -= 1
    }
    guard first > limit || first == 0, let name = issuerName(tokens, from: first, parts),
      name.upperBound == word.start
    else { return nil }
    return (name, day(before: first - 1, leaf))
  }

  /// "đã được Thủ tướng Chính phủ phê duyệt tại Quyết định số 12/QĐ-TTg".
  private func approving(
    before end: Int, _ tokens: [Token], _ parts: DocumentParts
  ) -> Range<Int>? {
    guard let heads = grammar.list("issuer-heads") else { return nil }
    for first in max(0, end - 12)..<end
    where tokens[first].shape.contains(.capitalized)
      && grammar.entry(in: heads, tokens, at: first) != nil
    {
      if let name = issuerName(tokens, from: first, parts), name.upperBound == end { return name }
    }
    return nil
  }

  /// The day that ends right before the comma at a token.
  private func day(before comma: Int, _ leaf: FactLeaf) -> String? {
    guard comma > 0, bytes[Int(leaf.tokens[comma].start)] == UInt8(ascii: ",") else { return nil }
    // Times stand in order and do not overlap: the last that begins before the comma.
    var low = 0
    var high = leaf.times.count
    while low < high {
      let middle = (low + high) / 2
      if leaf.times[middle].range.lowerBound < comma { low = middle + 1 } else { high = middle }
    }
    guard low > 0, leaf.times[low - 1].range.upperBound == comma,
      leaf.times[low - 1].start?.day != nil
    else { return nil }
    return day(leaf.times[low - 1])?.value
  }

  /// "Công ty … tại Văn bản số 12": the name fills the clause before.
  func writer(
    before start: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> Range<Int>? {
    guard let heads = grammar.list("writer-heads"),
      // "tại Văn bản", "tại các Văn bản"
      let end = [start - 1, start - 2].first(where: {
        $0 >= 0 && (parts.match(.written, at: $0)?.end ?? 0) > start
      })
    else { return nil }
    let tokens = leaf.tokens
    var first = end
    let limit = max(0, end - 24)
    while first > limit {
      let token = tokens[first - 1]
      if parts.match(.issuer, at: first - 1) != nil { break }
      if token.kind == .mark, !isDash(token), bytes[Int(token.start)] != UInt8(ascii: "&") {
        break
      }
      first -= 1
    }
    guard first < end, first > limit || first == 0, tokens[first].shape.contains(.capitalized),
      grammar.entry(in: heads, tokens, at: first) != nil
    else { return nil }
    return first..<end
  }

  /// "… hướng dẫn … do Bộ Tài chính ban hành".
  private func distantIssuer(
    after place: Int, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> Range<Int>? {
    guard let word = parts.first(.by, from: place), word.start - place <= 80 else { return nil }
    for index in place..<word.start where leaf.tokens[index].kind == .mark {
      if bytes[Int(leaf.tokens[index].start)] == UInt8(ascii: ";") { return nil }
    }
    // Another document in between is the one that was issued so.
    if let number = parts.first(.number, from: place), number.start < word.start { return nil }
    guard let name = issuerName(leaf.tokens, from: word.end, parts),
      parts.match(.issued, at: name.upperBound) != nil
    else { return nil }
    return name
  }
}
