import PlanModel
import PlanText

/// Enters documents with numbers, and those listed behind them.
extension PlanReader {
  /// Enters a numbered document and those listed behind it; gives where they end.
  mutating func cite(
    _ kind: String, from start: Int, _ first: DocumentNumber, _ leaf: FactLeaf,
    _ parts: DocumentParts, rule: Int, listedBy: Range<Int>? = nil, dated: String? = nil,
    _ reading: inout ReferenceReading
  ) -> Int {
    var number = first
    var kind = kind
    var listedBy = listedBy
    var start = start
    var lonely: [Int] = []
    var entries: [(reference: Int, tail: (date: String?, hasIssuer: Bool))] = []
    let opening = start
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
        let isSameDay =
          parts.match(.sameDay, at: skippingComma(leaf.tokens, number.range.upperBound)) != nil
        let same = isSameDay ? reading.ledger.date(of: reading.recent.last?.reference) : nil
        citation.date =
          tail.date ?? before?.date ?? same ?? (number.range == first.range ? dated : nil)
        citation.isGeneric = isGeneric(start, leaf)
        let told = tail.issuer.flatMap {
          tail.date == nil && isIssuerOfPlan($0, before: start, leaf, parts, reading) ? nil : $0
        }
        let writer =
          writer(before: start, leaf, parts) ?? writerOfBoth(start, leaf.tokens, parts, reading)
        var issuer =
          told ?? before?.issuer ?? writer ?? distantIssuer(after: end, leaf, parts) ?? listedBy
        reading.written = writer.flatMap { $0 == issuer ? ($0, end) : nil }
        var about = subject(
          after: tail.behind, leaf, parts, isFull: tail.date != nil || tail.issuer != nil)
        if issuer == nil, let subject = about,
          let behind = self.issuer(endingSubject: subject, of: number, leaf, parts)
        {
          issuer = behind.name
          about = subject.lowerBound..<behind.end
        }
        if citation.date == nil, let end = issuer?.upperBound,
          let word = parts.match(.issued, at: end)
        {
          // "do UBND tỉnh ban hành ngày 02/3/2026"
          citation.date = time(at: word.end, leaf).flatMap { day($0)?.value }
        }
        if let issuer {
          citation.issuer = folder.fold(self.span(leaf.tokens, issuer))
          citation.issuerWords = issuerWords(leaf.tokens, issuer)
        } else if let amended = issuerOfAmended(before: start, kind, number, leaf, parts, reading) {
          citation.issuer = amended.name
          citation.issuerWords = amended.words
        }
        citation.subject = about.map { folder.fold(self.span(leaf.tokens, $0)) }
        citation.topic = about.flatMap { topic($0, leaf, parts) }
        let place = reading.ledger.enter(citation)
        reading.starts.insert(span.start)
        reading.recent.append((place, start, kind))
        shareIssuer(of: place, start..<end, citation, number, leaf, parts, &reading)
        shareSubject(of: place, start..<end, citation, parts, &reading)
        entries.append((place, (tail.date, tail.issuer != nil)))
        if number.isDamaged { noteDamaged(number, leaf, place, &reading) }
        if let name = citation.issuer, issuer != listedBy {
          for other in lonely {
            reading.ledger.share(name, citation.issuerWords, with: other)
            if isSameDay { reading.ledger.share(date: citation.date, with: other) }
          }
          lonely = []
        } else {
          lonely.append(place)
        }
      }
      guard let next = listed(after: end, first, leaf, parts) else {
        shareDay(entries, behind: opening, leaf, &reading)
        return end
      }
      start = next.start
      number = next.number
      if let code = codeKind(number, leaf.tokens), code != codeKind(first, leaf.tokens) {
        kind = code
      }
      listedBy = reading.list.flatMap { documentKind($0.kind, leaf) == kind ? $0.issuer : nil }
    }
  }

  /// Whether the word at a token says of any document that it is one: "văn bản số 92/TTr-UBND".
  func isGeneric(_ start: Int, _ leaf: FactLeaf) -> Bool {
    grammar.list("generic-kinds").map {
      grammar.entry(in: $0, leaf.tokens, at: start) != nil
    } ?? false
  }

  /// "của Trưởng phòng Kinh tế tại Tờ trình số 04/TTr-KT và Công văn số 15/KT-VH": he wrote both.
  private func writerOfBoth(
    _ start: Int, _ tokens: [Token], _ parts: DocumentParts, _ reading: ReferenceReading
  ) -> Range<Int>? {
    guard let written = reading.written else { return nil }
    // "tại các văn bản số 12/BXD-HT ngày 20/3/2026, số 15/BXD-HT ngày 23/4/2026"
    let isListed = start == written.end + 1 && isMark(tokens[written.end], 0x2C)
    return isListed || parts.match(.and, at: written.end)?.end == start ? written.issuer : nil
  }

  /// The next number of a list: "57-NQ/TW, 59-NQ/TW và 66-NQ/TW".
  private func listed(
    after place: Int, _ first: DocumentNumber, _ leaf: FactLeaf, _ parts: DocumentParts
  ) -> (start: Int, number: DocumentNumber)? {
    let tokens = leaf.tokens
    guard let start = behindSeparator(place, leaf, parts) else { return nil }
    let word = parts.match(.number, at: start)
    guard let read = documentNumber(tokens, at: word?.end ?? start) else { return nil }
    let sharing = sharingSymbol(read, leaf, parts)
    let number = sharing ?? read
    guard number.hasSymbol, tokens[number.range.lowerBound].kind == .number else { return nil }
    // "các Công văn số 11/SYT-NV …, số 12/SYT-NV …": letters have no code, but their writer's.
    let isAlike = word != nil && number.issuerCode == first.issuerCode
    guard isAlike || sharing != nil || codeKind(number, tokens) != nil else { return nil }
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
}
