import PlanModel

/// Group rows whose labels have a name: "PHẦN A. …", "Chương II: …".
extension PlanReader {
  /// The text of a group row behind such a label; `nil` when it has none.
  mutating func textBehindName(_ row: TableRow, _ place: Int) -> String? {
    let span = unmarked(row.spans[place])
    guard let marker = marker(allTokens(span)), marker.rule != nil,
      [.part, .chapter, .division].contains(marker.family), marker.span.start == span.start,
      marker.textStart < span.end
    else { return nil }
    return folder.fold(ByteSpan(marker.textStart, span.end))
  }
}
