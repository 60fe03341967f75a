import PlanModel
import PlanText

/// Sections that hand duties out, which the bodies at the head of their parts show as much as their
/// own heading.
extension PlanReader {
  /// How many words such a heading has at most.
  private static var organizingWords: Int { 12 }
  /// How many words the name of a body has at most, its marks counted.
  private static var nameWords: Int { 9 }
  /// How many bytes of a part are read.
  private static var partBytes: Int { 160 }

  /// The purpose of a section whose heading speaks of organising or of dividing work and most of whose
  /// parts begin with bodies; `nil` for other sections, and where the heading says another.
  ///
  /// "BIỆN PHÁP TỔ CHỨC" / "1. Văn phòng Sở" / "2. Thanh tra Sở chủ trì kiểm tra."
  mutating func handedOut(
    ofHeading draft: Draft, over parts: ArraySlice<Int>, _ zone: Zone,
    saying said: HeadingPurpose?
  ) -> HeadingPurpose? {
    guard said?.role != .assignment, said?.role != .implementation, draft.pieces.count <= 2,
      let first = draft.pieces.first, let last = draft.pieces.last
    else { return nil }
    var words = allTokens(ByteSpan(first.start, last.end))
    while let closing = words.last, closing.kind == .mark { words.removeLast() }
    guard words.count <= Self.organizingWords, let match = lineMatch(.organizingHeading, words),
      let role = value("role", of: match).flatMap({ Role(rawValue: $0) })
    else { return nil }
    let units = parts.filter { zone.drafts[$0].marker != nil }
    let bodies = units.count { beginsWithBody(zone.drafts[$0]) }
    guard bodies > 0, bodies * 3 >= units.count * 2 else { return nil }
    return HeadingPurpose(role: role, rule: match.rule, place: .noWork)
  }

  /// Whether a unit is headed by a body, or is a sentence that says what a body does.
  private mutating func beginsWithBody(_ unit: Draft) -> Bool {
    guard let first = unit.pieces.first, let last = unit.pieces.last else { return false }
    let words = allTokens(ByteSpan(first.start, min(last.end, first.start + Self.partBytes)))
    if tellsDuty(words) { return true }
    return words.count <= Self.nameWords
      && phrases(words, startingBefore: 1).contains { $0.start == 0 && meaning($0) == .actor }
  }
}
