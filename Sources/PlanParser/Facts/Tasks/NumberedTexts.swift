import PlanModel
import PlanText

/// Tables of tasks without a column of numbers, whose texts begin with them.
extension PlanReader {
  /// Whether the texts of a table without a column of numbers begin with rising ones; "Khai mạc"
  /// before the first and "Bế mạc" behind the last have none, nor has a line that nothing stands beside.
  mutating func numbersTexts(_ table: Table, _ columns: TaskColumns) -> Bool {
    guard let column = columns.texts.first else { return false }
    var count = 0
    var hasEnded = false
    /// The numbers of the row above, whatever it is, and of the last that is work.
    var above: [Int] = []
    var last: [Int] = []
    for row in table.rows where column < row.cells.count {
      if row.cells[column].isEmpty { continue }
      guard let (number, rest) = numbered(row, column), !rest.isEmpty else {
        let isAlone = row.cells.count(where: { !$0.isEmpty }) == 1
        if !row.group, !isAlone { hasEnded = count > 0 }
        continue
      }
      let parts = number.split(separator: 0x2E).map { Int(String(decoding: $0, as: UTF8.self)) }
      let values = parts.compactMap { $0 }
      let isNumber = values.count == parts.count
      if row.group {
        above = isNumber ? values : []
        continue
      }
      guard !hasEnded, isNumber, follows(values, above) || follows(values, last) else {
        return false
      }
      (above, last) = (values, values)
      count += 1
    }
    return count > 1
  }

  /// Whether numbers come next behind others: "2" behind "1" and "1.3", "9.1" behind "9".
  private func follows(_ values: [Int], _ others: [Int]) -> Bool {
    guard let value = values.last else { return false }
    if values.count == 1, value == 1 { return true }
    let head = values.dropLast()
    guard others.starts(with: head) else { return false }
    return others.count > head.count ? others[head.count] + 1 == value : value == 1
  }
}
