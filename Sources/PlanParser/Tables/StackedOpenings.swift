import PlanModel
import PlanText

/// What opens the rows of a table whose cells stand one to a line.
extension PlanReader {
  /// The ordinal that is the whole of a line.
  func rowOrdinal(on index: Int) -> RowOrdinal? {
    let line = lines[index]
    guard line.width <= 8, line.tabs == 0 else { return nil }
    return RowOrdinal(bytes[line.content.start..<line.content.end])
  }

  /// Whether a row begins at a line.
  mutating func opensRow(
    _ index: Int, _ head: StackedHead, after ordinals: [RowOrdinal]
  ) -> Bool {
    guard index + 1 < lines.count else { return false }
    if head.isProgramme { return isTime(index) }
    guard let ordinal = rowOrdinal(on: index), ordinal.follows(ordinals) else { return false }
    // "3" over "2" behind the row 1: the number of a page.
    let next = rowOrdinal(on: index + 1)
    return next.map { $0.precedes(ordinal) && $0.follows(ordinals) } != true
  }

  /// Whether a line is a time and nothing else: "7h15 - 7h45", "Ngày 24/8", "Quý I".
  mutating func isTime(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.width <= Self.widestKey, line.tabs == 0 else { return false }
    let tokens = tokens(line.content)
    if lineMatch(.programmeTime, tokens) != nil { return true }
    let times = phrases(tokens).filter { meaning($0) == .time }
    guard let first = times.first, first.start == 0 else { return false }
    return times.contains { $0.end == tokens.count }
  }

  /// Whether a row begins at a line whose ordinal does not count on from the row above, as one number
  /// was misprinted or rows were left out: as many lines as there are columns follow it, and then
  /// another row with a greater ordinal, or what stands below the table.
  ///
  /// "2" / "Nạo vét mương" / "Phòng Kinh tế" / "5" / "Đo độ mặn" / "Phòng Kinh tế" / "6" / …
  mutating func leaps(to index: Int, _ head: StackedHead, after ordinals: [RowOrdinal]) -> Bool {
    guard !head.isProgramme, !wrap.isHard, head.gap == 0, index + 1 < lines.count,
      let ordinal = rowOrdinal(on: index), ordinal.kind == .number, ordinal.values.count == 1,
      rowOrdinal(on: index + 1) == nil, !isFigure(index + 1)
    else { return false }
    if let same = ordinals.last(where: { $0.kind == .number }) {
      guard same.values.count == 1, same.values[0] < ordinal.values[0] else { return false }
    }
    var filled = 0
    var place = index + 1
    while place < lines.count {
      filled += emptyCells(before: place, gap: 0).count
      if filled >= head.columns - 1 { break }
      guard !endsStack(place) else { return false }
      filled += 1
      place += 1
    }
    guard filled == head.columns - 1 else { return false }
    guard place < lines.count else { return !ordinals.isEmpty }
    if let next = rowOrdinal(on: place) {
      return next.kind == .number && next.values.count == 1
        && next.values[0] - ordinal.values[0] == 1
    }
    return !ordinals.isEmpty && (endsStack(place) || isNumbered(lines[place]))
  }

  /// Whether the rows below line `start`, which names the column that opens them, are told apart by
  /// their ordinals: "Giai đoạn" over "1".
  func countsStages(from start: Int) -> Bool {
    guard start < lines.count, let ordinal = rowOrdinal(on: start) else { return false }
    return ordinal.opens
  }
}
