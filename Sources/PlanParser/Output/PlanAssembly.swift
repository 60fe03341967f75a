import PlanModel
import PlanText

/// From zones to the plan: preamble, body, closing, and what is missing.
extension PlanReader {
  /// Reads the whole document.
  mutating func read() -> Plan {
    takeGluedNumbers()
    takeQuoteMarks()
    joinFlow()
    cutForms()
    takeMargins()
    readPages()
    takeFrame()
    mendKind()
    partPouredHead()
    let start = head()
    takeStamp(from: start)
    takeOwnHeads(from: start)
    cutPoured(from: start)
    cutHeadings(from: start)
    settleLabels(from: start)
    settleHeadings(from: start)
    settleRecased(from: start)
    settleLetters(from: start)
    settleListMarks(from: start)
    settleNumbers(from: start)
    settleBullets(from: start)
    mendHeadings(from: start)
    let (zone, next) = zone(from: start, appendix: false)
    tell(zone)
    var index = next
    while index < lines.count {
      let before = index
      if let label = letterhead(at: index) {
        for line in lines[index..<label] { addFurniture(.runningHeader, line.content) }
        index = appendix(from: label)
      } else if startsAppendix(at: index, nil) {
        index = appendix(from: index)
      } else {
        index = ending(from: index)
        index = secondHead(from: index)
        if index < lines.count, index == before || !startsAppendix(at: index, nil) {
          if letterhead(at: index) != nil {
            continue
          } else if mayBeAppendix(at: index) {
            index = appendix(from: index)
          } else {
            addFurniture(.portal, trimmedRaw(lines[index]))
            index += 1
          }
        }
      }
      if index == before { index += 1 }
    }
    nameIssuers()
    missing(zone)
    tellEncoding()
    takeAddresses()
    tellRecognition()
    plan.furniture.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    // Facts are read from nodes alone.
    lines = []
    usedIds = [:]
    readFacts()
    sortDiagnostics()
    return plan
  }

  private mutating func tell(_ whole: Zone) {
    var zone = whole
    dropStrokes(&zone)
    let body = bodyStart(zone)
    let closing = closingStart(zone, from: body)
    plan.preamble = nodes(of: zone, in: 0..<body, prefix: "P")
    plan.body = nodes(of: zone, in: body..<closing, prefix: "")
    plan.closing = nodes(of: zone, in: closing..<zone.drafts.count, prefix: "C")
  }

  /// The first draft of the body: the first numbered unit, or what follows the line that
  /// announces the plan.
  private mutating func bodyStart(_ zone: Zone) -> Int {
    let numbered = zone.drafts.firstIndex { draft in
      draft.marker.map { $0.family != .bullet } ?? false
    }
    for index in 0..<(numbered ?? zone.drafts.count) {
      guard zone.drafts[index].ending == .colon, let piece = zone.drafts[index].pieces.last else {
        continue
      }
      var start = max(piece.start, piece.end - 120)
      while start > piece.start, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      if lineMatchAtEnd(.leadIn, allTokens(ByteSpan(start, piece.end))) != nil { return index + 1 }
    }
    if let bare = zone.drafts[..<(numbered ?? 0)].firstIndex(where: { isUnnumberedHeading($0) }) {
      return bare
    }
    if var first = numbered {
      // "- Về kinh tế:" / "(1) …": a bullet that holds the number is of the body too.
      while zone.drafts[first].parent >= 0 { first = zone.drafts[first].parent }
      return first
    }
    // Without numbers and lead-in only what opens like a preamble is one.
    var index = 0
    while index < zone.drafts.count,
      opensPreamble(zone.drafts[index]) || decides(at: index, zone)
    {
      index = addressEnd(at: index, zone)
    }
    return index
  }

  mutating func opensPreamble(_ draft: Draft) -> Bool {
    guard let piece = draft.pieces.first else { return false }
    return lineMatch(.preamble, tokens(piece)) != nil
  }

  /// Whether a draft names in capitals who decides, above the legal basis.
  private mutating func decides(at index: Int, _ zone: Zone) -> Bool {
    zone.drafts[index].capitals && zone.drafts[index].marker == nil
      && index + 1 < zone.drafts.count && opensPreamble(zone.drafts[index + 1])
  }

  /// The first draft of the closing: the last run of paragraphs, from the one that opens like a
  /// closing on.
  private mutating func closingStart(_ zone: Zone, from body: Int) -> Int {
    var start = zone.drafts.count
    var index = zone.drafts.count - 1
    while index >= body, case .paragraph = zone.drafts[index].kind {
      if let piece = zone.drafts[index].pieces.first, let last = zone.drafts[index].pieces.last {
        // The verb may stand on the second line.
        let tokens = piece == last ? tokens(piece) : allTokens(ByteSpan(piece.start, last.end))
        let match = lineMatch(.closing, tokens)
        let isLast = match.map { value("form", of: $0) == "last" || !fills(index, zone) }
        if isLast == true || thanks(tokens) || asksAll(index, zone, before: start)
          || isTornEnd(index, zone)
        {
          start = index
        }
      }
      index -= 1
    }
    return start
  }

  /// Whether a body asks all to carry the plan out in a paragraph, or puts it before another.
  ///
  /// Where the words do not say that they are the last, the end mark does: "Ủy ban nhân dân xã đề
  /// nghị các thôn triển khai thực hiện./."; or a wish or thanks right below, at `next`.
  private mutating func asksAll(_ index: Int, _ zone: Zone, before next: Int) -> Bool {
    guard !fills(index, zone), let first = zone.drafts[index].pieces.first,
      let last = zone.drafts[index].pieces.last,
      let match = lineMatch(.lastOrder, allTokens(ByteSpan(first.start, last.end)))
    else { return false }
    if value("ends", of: match) != "yes" || endsDocument(last) { return true }
    guard next == index + 1, next < zone.drafts.count, let wish = zone.drafts[next].pieces.first
    else { return false }
    return lineMatch(.closing, tokens(wish)) == nil
  }

  /// How many bytes the rest of a torn sentence has at most.
  private static var longestRest: Int { 48 }

  /// Whether a draft is the rest of a sentence that a page lost, with the mark that ends a document,
  /// behind a sentence of its own: "khai thực hiện./."; it tells of no duty.
  private func isTornEnd(_ index: Int, _ zone: Zone) -> Bool {
    let draft = zone.drafts[index]
    guard index + 1 == zone.drafts.count, index > 0, zone.drafts[index - 1].ending == .stop,
      draft.pieces.count == 1, case let text = draft.pieces[0], text.count <= Self.longestRest,
      LetterCase(Scalars.decode(bytes, at: text.start).scalar) == .lower
    else { return false }
    return endsDocument(text) && !fills(index, zone)
  }

  /// Whether a text ends with the mark that ends a document: "./.".
  private func endsDocument(_ span: ByteSpan) -> Bool {
    bytes[span.start..<span.end].suffix(3).elementsEqual([0x2E, 0x2F, 0x2E])
  }

  /// Whether a paragraph thanks, as the last of a letter does.
  private mutating func thanks(_ tokens: [Token]) -> Bool {
    phrases(Array(tokens.prefix(PlanReader.thankingWords))).contains { meaning($0) == .closing }
  }

  /// In how many words at the beginning of a paragraph thanks stand.
  static var thankingWords: Int { 24 }

  /// Whether a paragraph is the first under a heading that has no other text.
  private func fills(_ index: Int, _ zone: Zone) -> Bool {
    let parent = zone.drafts[index].parent
    guard parent >= 0, parent == index - 1, zone.drafts[parent].marker?.family != .bullet else {
      return false
    }
    return zone.drafts[parent].ending == .open || zone.drafts[parent].ending == .colon
  }

  // MARK: What is missing

  private mutating func missing(_ zone: Zone) {
    let header = plan.header
    let numbered = zone.drafts.contains { $0.marker.map { $0.family != .bullet } ?? false }
    if header.kind.status == .absent, header.number.status == .absent, !numbered,
      plan.appendices.isEmpty
    {
      diagnose(
        .notAPlan, .parser, .error,
        "neither kind, number nor numbered sections were found; check that this is a plan", nil)
      return
    }
    switch header.number.status {
    case .blank:
      diagnose(
        .numberBlank, .document, .note, "the number is still to be filled in", header.number.span,
        node: "header")
    case .absent:
      diagnose(.numberAbsent, .document, .note, "the document has no number", nil, node: "header")
    case .present: break
    }
    switch header.date.status {
    case .blank:
      diagnose(
        .dateIncomplete, .document, .note, "the date is not complete", header.date.span,
        node: "header")
    case .absent:
      diagnose(.dateAbsent, .document, .note, "the document has no date", nil, node: "header")
    case .present: break
    }
    if plan.signatures.isEmpty {
      diagnose(
        .signatureMissing, .document, .warning,
        "no signature was found; check the end of the document", nil)
    } else if let unnamed = plan.signatures.first(where: { $0.name == nil }) {
      diagnose(
        .signatureMissing, .document, .warning,
        "the signature has no name; see whether the document is signed", unnamed.span)
    }
    if plan.recipients.isEmpty {
      diagnose(.recipientsMissing, .document, .note, "no recipients were found", nil)
    }
  }

  /// Says what was assumed of a document whose encoding nothing names.
  private mutating func tellEncoding() {
    guard text.encodingGuessed else { return }
    let isSure = text.encodingConfidence >= 0.95
    let legacy = text.legacyEncodings.map(\.rawValue).joined(separator: ", ")
    diagnose(
      .encodingGuessed, .format, isSure ? .note : .warning,
      "read as \(legacy.isEmpty ? text.encoding : legacy), told by its characters alone; "
        + "compare some lines with the document", nil)
  }

  /// Diagnostics stand in the order of the text; those without a place come last.
  private mutating func sortDiagnostics() {
    let order = plan.diagnostics.enumerated().sorted { left, right in
      let leftStart = left.element.span?.start ?? Int.max
      let rightStart = right.element.span?.start ?? Int.max
      return leftStart != rightStart ? leftStart < rightStart : left.offset < right.offset
    }
    plan.diagnostics = order.map(\.element)
  }
}
