import PlanModel
import PlanText

/// Rows that nothing numbers and that times open: "9/2025", "Tháng 3".
extension PlanReader {
  /// Whether a first cell is a whole time behind another whole one, which does not go on.
  mutating func beginsTime(_ piece: CellLine.Piece, behind last: CellLine.Piece?) -> Bool {
    guard let last, last.ending != .comma, last.ending != .semicolon else { return false }
    return isTime(last.span) && isTime(piece.span)
  }

  /// The first lines of rows whose times in the column `key` stand beside the middles of their other
  /// cells; `nil` unless each does, and the first has lines above it.
  mutating func centredTimes(in lines: [CellLine], _ key: Int) -> [Int]? {
    guard lines[0].cells[key] == nil else { return nil }
    var starts: [Int] = []
    var next = 0
    for (index, line) in lines.enumerated() {
      guard let piece = line.cells[key] else { continue }
      guard index >= next, !line.gap || index == next, isTime(piece.span) else { return nil }
      starts.append(next)
      next = 2 * index - next + 1
    }
    return starts.count > 1 && next == lines.count ? starts : nil
  }
}
