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
    cutTitleRows()
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
    settle(from: start)
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
      if lineMatchAtEnd(.leadIn, allTokens(ByteSpan(start, piece.end))) != nil {
        return listStart(at: index, zone) ?? index + 1
      }
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
