import PlanModel
import PlanText

/// Where the closing of a plan begins: "Trên đây là Kế hoạch …", and what asks all to carry it out.
extension PlanReader {
  /// The first draft of the closing: the last run of paragraphs, from the one that opens like a
  /// closing on.
  mutating func closingStart(_ zone: Zone, from body: Int) -> Int {
    var start = zone.drafts.count
    var index = zone.drafts.count - 1
    if lastBulletCloses(zone), index >= body {
      start = index
      index -= 1
    }
    while index >= body, case .paragraph = zone.drafts[index].kind {
      if let piece = zone.drafts[index].pieces.first, let last = zone.drafts[index].pieces.last {
        // The verb may stand on the second line.
        let tokens = piece == last ? tokens(piece) : allTokens(ByteSpan(piece.start, last.end))
        let match = lineMatch(.closing, tokens)
        let isLast = match.map {
          value("form", of: $0) == "last"
            || !fills(index, zone) && !(index == body && isLedIn(index, zone))
        }
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
    guard let first = zone.drafts[index].pieces.first,
      let last = zone.drafts[index].pieces.last
    else { return false }
    let fills = fills(index, zone)
    let orders = lineMatches(allTokens(ByteSpan(first.start, last.end)))
      .filter { meaning($0) == .lastOrder && (!fills || value("ends", of: $0) == "below") }
    guard !orders.isEmpty else { return false }
    for order in orders {
      switch value("ends", of: order) {
      case "yes" where !endsDocument(last): continue
      case "below" where next != index + 1 || !isBelowUnits(index, zone): continue
      case "last" where next != index + 1 || !isBelowUnits(index, zone) || handsOut(index, zone):
        continue
      default: return true
      }
    }
    guard next == index + 1, next < zone.drafts.count, let wish = zone.drafts[next].pieces.first
    else { return false }
    return lineMatch(.closing, tokens(wish)) == nil
  }

  /// Whether a numbered unit or a bullet stands right above a draft and others that ask all.
  private mutating func isBelowUnits(_ index: Int, _ zone: Zone) -> Bool {
    var above = index - 1
    while above >= 0, zone.drafts[above].marker == nil {
      let pieces = zone.drafts[above].pieces
      guard index - above < Self.lastParagraphs, let first = pieces.first, let last = pieces.last,
        lineMatch(.lastOrder, allTokens(ByteSpan(first.start, last.end))) != nil
      else { return false }
      above -= 1
    }
    return above >= 0
  }

  /// How many paragraphs that ask all stand at the end of a document at most.
  private static var lastParagraphs: Int { 6 }

  /// Whether a heading over the unit above a draft says that its section hands duties out, where a
  /// sentence that asks all is one of them.
  private mutating func handsOut(_ index: Int, _ zone: Zone) -> Bool {
    var above = index - 1
    while above >= 0 {
      if let piece = zone.drafts[above].pieces.first,
        let role = lineMatch(.role, tokens(piece)).flatMap({ value("role", of: $0) }),
        role == Role.assignment.rawValue || role == Role.implementation.rawValue
      {
        return true
      }
      above = zone.drafts[above].parent
    }
    return false
  }

  /// Whether the last draft is a bullet that says what only the last sentence of a plan does: "* Trên
  /// đây là Kế hoạch …".
  private mutating func lastBulletCloses(_ zone: Zone) -> Bool {
    guard let draft = zone.drafts.last, zone.drafts.count > 1, draft.marker?.family == .bullet,
      let first = draft.pieces.first, let match = lineMatch(.closing, tokens(first))
    else { return false }
    return value("form", of: match) == "last"
  }

  /// How many bytes the rest of a torn sentence has at most.
  private static var longestRest: Int { 48 }

  /// Whether a draft is the rest of a sentence that a page lost, with the mark that ends a document,
  /// behind a sentence of its own: "khai thực hiện./."; it tells of no duty.
  private mutating func isTornEnd(_ index: Int, _ zone: Zone) -> Bool {
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

  /// Whether a colon opens what a paragraph says: "Chủ tịch có ý kiến như sau:".
  private func isLedIn(_ index: Int, _ zone: Zone) -> Bool {
    index > 0 && zone.drafts[index - 1].ending == .colon && zone.drafts[index].marker == nil
  }

  /// Whether a paragraph is the first under a heading that has no other text; the last of a zone is
  /// none below the sentence that says what a body does.
  private mutating func fills(_ index: Int, _ zone: Zone) -> Bool {
    let parent = zone.drafts[index].parent
    guard parent >= 0, parent == index - 1, zone.drafts[parent].marker?.family != .bullet else {
      return false
    }
    if index == zone.drafts.count - 1, zone.drafts[parent].ending == .open,
      let piece = zone.drafts[parent].pieces.first, tellsDuty(tokens(piece))
    {
      return false
    }
    return zone.drafts[parent].ending == .open || zone.drafts[parent].ending == .colon
  }
}
