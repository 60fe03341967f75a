import PlanModel
import PlanText

/// How many lines lie from one row to the next where the cells of a table stand one to a line, empty
/// cells among them.
extension PlanReader {
  /// How many lines the row on line `first` has with its number, up to the number that follows it;
  /// `nil` when none does.
  func rowPeriod(from first: Int) -> (lines: Int, next: Int)? {
    guard first < lines.count, let ordinal = rowOrdinal(on: first), ordinal.kind == .number else {
      return nil
    }
    var filled = 1
    var index = first + 1
    while index < lines.count, filled <= Self.mostStackedColumns {
      filled += emptyCells(before: index, gap: 0).count
      if let next = rowOrdinal(on: index), ordinal.precedes(next) { return (filled, index) }
      filled += 1
      index += 1
    }
    return nil
  }

  /// Whether the first two rows below the names of columns are as long as the head, empty cells
  /// counted, and begin with words.
  ///
  /// "TT" / "Môn" / "Số tiết" / "Ghi chú" / "1" / "Toán" / "120" / "" / "2" / "Văn" / "110" / "" / "3"
  func evenRows(from start: Int, columns: Int) -> Bool {
    guard columns > 2, !wrap.isHard, start < lines.count, rowOrdinal(on: start)?.values == [1],
      let first = rowPeriod(from: start), let second = rowPeriod(from: first.next)
    else { return false }
    return first.lines == columns && second.lines == columns
      && [start, first.next, second.next].allSatisfy {
        $0 + 1 < lines.count && rowOrdinal(on: $0 + 1) == nil && !isFigure($0 + 1)
      }
  }

  /// Whether the last of the names heads the first rows: the rows below have one line fewer than
  /// there are names, and all others name columns.
  ///
  /// "TT" / "Nhiệm vụ" / "Chủ trì" / "Thời gian" / "Công tác chỉ đạo" / "1"
  mutating func headsRows(_ names: [Int], over first: Int) -> Bool {
    guard names.count > 3, !wrap.isHard, let last = names.last, columnRole(at: last) == nil,
      let row = rowPeriod(from: first), row.lines == names.count - 1
    else { return false }
    if let next = rowPeriod(from: row.next), next.lines < row.lines || next.lines > row.lines + 1 {
      return false
    }
    if lines[last].capitals || isTime(last) { return true }
    for name in names.dropLast() where columnRole(at: name) == nil { return false }
    return true
  }

  /// Whether a line behind all cells of a row heads the rows after it, with nothing before it that
  /// counts: other groups of the table are such lines, the rows count anew, or the last cell is a
  /// time already.
  mutating func headsPlainly(_ index: Int, behind before: [Int?], _ head: StackedHead) -> Bool {
    guard head.gap == 0, !head.isProgramme, !wrap.isHard, before.count == head.columns - 1,
      index + 1 < lines.count, lines[index].blanksBefore == 0, lines[index].tabs == 0,
      rowOrdinal(on: index) == nil, rowOrdinal(on: index + 1) != nil
    else { return false }
    let line = lines[index]
    guard line.width <= 200, line.ending == .open, !line.startsLower, !begins(bullet: line.content)
    else {
      return false
    }
    if head.hasPlainGroups { return true }
    guard head.roles.last == "time", let last = before.last ?? nil else { return false }
    return kind(of: lines[last], head) == .time && kind(of: line, head) == .text
  }

  /// How many lines the first row below a head has behind its ordinal.
  func cells(ofRowAt first: Int) -> Int {
    var index = first + 1
    while index < lines.count, index <= first + Self.mostStackedColumns {
      if let ordinal = rowOrdinal(on: index), !ordinal.opens, ordinal.values == [2] { break }
      index += 1
    }
    return index - first - 1
  }
}
