import PlanModel
import PlanText

/// What is wrong with the units of a zone, told when their ids are known.
extension PlanReader {
  /// How many units before a gap the title is looked for that lost its number.
  private static let lostReach = 40
  /// How many bytes such a title has at most.
  private static let lostBytes = 150

  /// Tells of gaps and doubles in the numbers of the drafts in `range`, and of lines that were joined
  /// to them; `ids` begins with the first of the range.
  mutating func tellFaults(of zone: Zone, in range: Range<Int>, ids: [String]) {
    for (draft, fault) in zone.faults where range.contains(draft) {
      tell(fault, draft, zone, id: ids[draft - range.lowerBound])
    }
    for (draft, span) in zone.joined where range.contains(draft) {
      diagnose(
        .paragraphJoined, .parser, .note, "a line was joined to the unit it goes on with", span,
        node: ids[draft - range.lowerBound])
    }
  }

  private mutating func tell(_ fault: Outline.Fault, _ index: Int, _ zone: Zone, id: String) {
    let draft = zone.drafts[index]
    let span = draft.marker?.span ?? draft.span
    let label = draft.label ?? ""
    switch fault {
    case .gap(let previous):
      let isLost = draft.marker.map { $0.value > previous + 1 } ?? false
      let title = (isLost ? lostTitle(before: index, zone) : nil)
        .map { "; likely \"\($0)\" lost its number" }
      let message =
        previous == 0
        ? "the series begins with \"\(label)\"" + (title ?? "; look for a lost unit before it")
        : "\"\(label)\" does not follow the unit before it"
          + (title ?? "; look for a lost or misread number")
      diagnose(.numberingGap, .document, .warning, message, span, node: id)
    case .duplicate:
      diagnose(
        .numberingDuplicate, .document, .warning,
        "\"\(label)\" stands twice under one parent; check the numbers", span, node: id)
    case .read:
      let reading = draft.marker?.spelling ?? label
      let printed = folder.fold(draft.marker?.label ?? span)
      // A mark behind the number may be what was misread.
      guard printed != reading else { return }
      diagnose(
        .ocrSuspect, .recognition, .warning,
        "\"\(printed)\" was read as \"\(reading)\"; check the number", span, node: id)
    }
  }

  /// The title without a number that stands last between a unit and the one before it of its kind:
  /// a short paragraph without closing mark above text of its own, in capitals where the unit is.
  private mutating func lostTitle(before index: Int, _ zone: Zone) -> String? {
    let unit = zone.drafts[index]
    guard let family = unit.marker?.family else { return nil }
    var next = index
    while next > 0, next > index - Self.lostReach {
      next -= 1
      let draft = zone.drafts[next]
      if draft.marker?.family == family { return nil }
      guard next + 1 < index, isTitle(next, zone), draft.capitals == unit.capitals else { continue }
      return folder.fold(draft.pieces[0])
    }
    return nil
  }

  /// Whether a draft is a short paragraph without closing mark that stands alone: above text, and
  /// below it.
  private mutating func isTitle(_ index: Int, _ zone: Zone) -> Bool {
    let draft = zone.drafts[index]
    guard draft.marker == nil, case .paragraph = draft.kind, let piece = draft.pieces.first,
      draft.pieces.count == 1, piece.count <= Self.lostBytes, draft.ending == .open
    else { return false }
    let (before, after) = (index > 0 ? zone.drafts[index - 1] : nil, zone.drafts[index + 1])
    guard before.map({ $0.ending != .open || $0.capitals || $0.marker != nil }) ?? true,
      draft.capitals || after.marker != nil || after.ending != .open
    else { return false }
    let tokens = tokens(piece)
    return tokens.first?.shape.contains(.capitalized) == true
      && lineMatch(.preamble, tokens) == nil && lineMatch(.tableUnit, tokens) == nil
  }
}
