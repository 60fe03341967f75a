import PlanModel
import PlanText

/// The row of the numbers of columns, where the table that it heads is told by no form.
extension PlanReader {
  /// How many columns such a row numbers at least.
  private static let fewestColumns: UInt8 = 3

  /// Whether a line holds the numbers of columns in brackets, each behind one blank, and nothing else:
  /// "(1) (2) (3) (4)".
  func numbersColumns(_ line: Line) -> Bool {
    guard bytes[line.content.start] == 0x28, line.tabs == 0 else { return false }
    var expected: UInt8 = 1
    var offset = line.content.start
    while offset + 2 < line.content.end {
      guard expected < 10, bytes[offset] == 0x28, bytes[offset + 1] == 0x30 + expected,
        bytes[offset + 2] == 0x29
      else { return false }
      expected += 1
      offset += 3
      guard offset < line.content.end else { break }
      guard bytes[offset] == 0x20 else { return false }
      offset += 1
    }
    return offset == line.content.end && expected > PlanReader.fewestColumns
  }
}
