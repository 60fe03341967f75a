import PlanModel
import PlanText

/// Tables whose cells stand one to a line, where the names of few columns are known.
extension PlanReader {
  /// Whether the first two rows below the names of columns are as long as the head, and tell figures
  /// in the same column.
  ///
  /// "TT" / "Thôn" / "Số khung cửi" / "1" / "Bản Lũng" / "12" / "2" / "Bản Pác" / "15"
  func figureRows(from start: Int, columns: Int) -> Bool {
    let next = start + columns
    guard next + columns <= lines.count, rowOrdinal(on: start)?.values == [1],
      rowOrdinal(on: next)?.values == [2], rowOrdinal(on: start)?.kind == .number,
      rowOrdinal(on: next)?.kind == .number
    else { return false }
    // A row has words first: "1" / "2" / "3" number columns.
    guard !isFigure(start + 1), !isFigure(next + 1) else { return false }
    return (2..<columns).contains { isFigure(start + $0) && isFigure(next + $0) }
  }

  /// Whether the first three rows below the names of columns are as long as the head.
  func regularRows(from start: Int, columns: Int) -> Bool {
    guard start + 3 * columns <= lines.count else { return false }
    for row in 0..<3 {
      let first = start + row * columns
      guard let ordinal = rowOrdinal(on: first), ordinal.kind == .number,
        ordinal.values == [row + 1]
      else { return false }
      // "1" / "2" / "3" number columns, and a row that others divide is no whole one.
      for line in (first + 1)..<(first + columns) where rowOrdinal(on: line) != nil { return false }
    }
    return true
  }

  /// Whether a line is a number and nothing else: "412", "1.250,5".
  func isFigure(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.width <= 16, line.tabs == 0 else { return false }
    return bytes[line.content.start..<line.content.end].allSatisfy {
      $0.isDigit || $0 == 0x2E || $0 == 0x2C
    }
  }
}
