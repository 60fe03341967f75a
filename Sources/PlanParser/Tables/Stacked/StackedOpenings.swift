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
      let ordinal = rowOrdinal(on: index), ordinal.values.count == 1,
      rowOrdinal(on: index + 1) == nil, !isFigure(index + 1)
    else { return false }
    guard ordinal.kind == .number else {
      // "IV" / "Nhóm việc thứ hai" / "10"
      return index + 2 < lines.count && lines[index + 1].blanksBefore == 0
        && rowOrdinal(on: index + 2)?.kind == .number && head.columns > 2
        && (leaps(to: index + 2, head, after: []) || leaps(to: index + 2, head, after: ordinals))
    }
    guard let place = nextRow(behind: index, head) else { return false }
    let isBehind = ordinals.contains { $0.kind == .number }
    guard place < lines.count else { return !ordinals.isEmpty }
    if let next = rowOrdinal(on: place) {
      guard next.kind == .number else { return isBehind && startsGroup(place) }
      guard next.values.count == 1 else { return false }
      if next.values[0] - ordinal.values[0] == 1 { return true }
      // A third row as far away, whatever its number.
      guard place + 1 < lines.count, !isFigure(place + 1), let third = nextRow(behind: place, head)
      else { return false }
      return isBehind
        || third < lines.count
          && rowOrdinal(on: third).map { $0.kind == .number || startsGroup(third) } == true
    }
    return !ordinals.isEmpty && (endsStack(place) || isNumbered(lines[place]))
  }

  /// Whether a Roman numeral or a letter stands over a line of words and a number.
  private func startsGroup(_ index: Int) -> Bool {
    index + 2 < lines.count && rowOrdinal(on: index)?.kind != .number
      && rowOrdinal(on: index + 1) == nil && rowOrdinal(on: index + 2)?.kind == .number
  }

  /// The line behind as many lines as a row has; `nil` when what stands below the table begins among
  /// them.
  private mutating func nextRow(behind index: Int, _ head: StackedHead) -> Int? {
    var filled = 0
    var place = index + 1
    while place < lines.count {
      filled += emptyCells(before: place, gap: 0).count
      if filled >= head.columns - 1 { break }
      guard !endsStack(place) else { return nil }
      filled += 1
      place += 1
    }
    return filled == head.columns - 1 ? place : nil
  }

  /// Whether the rows below line `start`, which names the column that opens them, are told apart by
  /// their ordinals: "Giai đoạn" over "1".
  func countsStages(from start: Int) -> Bool {
    guard start < lines.count, let ordinal = rowOrdinal(on: start) else { return false }
    return ordinal.opens
  }
}
