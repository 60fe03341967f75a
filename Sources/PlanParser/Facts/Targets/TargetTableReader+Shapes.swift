import PlanModel
import PlanText

/// Tables of targets that the names of their columns tell: parts of the year, and a matrix.
extension PlanReader {
  /// How many columns are asked what they hold.
  private static var mostColumns: Int { 64 }

  /// The columns of the parts of a year in a table of targets, at least two: "Chỉ tiêu | ĐVT | Cả năm |
  /// Quý I | Quý II".
  mutating func partsOfYear(_ table: Table, _ planYear: Int?) -> [Int: TargetTable.ValueColumn] {
    guard let year = planYear else { return [:] }
    var parts: [Int: TargetTable.ValueColumn] = [:]
    for (place, name) in table.columns.prefix(Self.mostColumns).enumerated() {
      guard let (first, last) = partOfYear(name), isFigures(place, table) else { continue }
      let period = first == last ? "\(year)-\(first)" : "\(year)-\(first)/\(year)-\(last)"
      parts[place] = TargetTable.ValueColumn(time: TargetTime(period: period, lastYear: year))
    }
    return parts.count > 1 ? parts : [:]
  }

  /// The first and the last month of the part of a year that names a column.
  private mutating func partOfYear(_ name: String) -> (String, String)? {
    let name =
      name.utf8.lastIndex(of: UInt8(ascii: ":")).map {
        String(name[name.utf8.index(after: $0)...])
      } ?? name
    let tokens = tokens(of: Array(name.utf8))
    // "6 tháng cuối năm"
    let count = Int(String(name.drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber })) ?? 0
    guard let parts = grammar.list("parts-of-year"),
      let part = grammar.value(in: parts, tokens, from: count > 0 ? 1 : 0, to: tokens.count)
    else { return nil }
    func month(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    switch part {
    case "first" where (1..<12).contains(count): return ("01", month(count))
    case "last" where (1..<12).contains(count): return (month(13 - count), "12")
    case "first", "last": return nil
    default:
      let months = part.split(separator: "/").map(String.init)
      return months.count == 2 && count == 0 ? (months[0], months[1]) : nil
    }
  }

  /// Makes a table of targets of "Lĩnh vực | Chỉ tiêu 2026 | Chỉ tiêu 2027": the only column before
  /// the aims of years names what is measured, whatever it is called.
  mutating func nameRows(by unnamed: [Int], _ table: Table, into result: inout TargetTable) {
    guard let first = result.values.keys.min(),
      result.values.keys.allSatisfy({ place in
        result.values[place]?.time != nil && tellsFigures(place, table)
          && lineMatches(of: table.columns[place]).contains { value("part", of: $0) == "aim" }
      })
    else { return }
    let names = unnamed.filter { $0 < first && !tellsFigures($0, table) }
    if names.count == 1 { result.indicator = names[0] }
  }

  /// Makes a table of targets of a matrix where objectives stand: rows are named by the first column,
  /// and shares stand below names of what is measured ("Khối | Số lớp | Tốt | Khá").
  mutating func readMatrix(_ table: Table, _ names: [Int], into result: inout TargetTable) {
    let shares = table.columns.indices.prefix(Self.mostColumns).filter { isShares($0, table) }
    guard shares.count > 1, table.rows.count > 1, let first = shares.first,
      let name = names.first(where: { $0 < first })
    else { return }
    result.indicator = name
    result.namesPlaces = true
    let head = table.columns[name]
    for place in shares where !table.columns[place].isEmpty {
      result.values[place] = TargetTable.ValueColumn(name: table.columns[place], counted: head)
    }
    result.silent.formUnion(table.columns.indices)
  }

  /// Whether all filled cells of a column are a number with "%".
  private func isShares(_ column: Int, _ table: Table) -> Bool {
    var filled = 0
    for row in table.rows.prefix(Self.mostRows) where !row.group && column < row.cells.count {
      let cell = row.cells[column].utf8
      if cell.isEmpty { continue }
      guard cell.last == UInt8(ascii: "%"), cell.count <= 8,
        cell.dropLast().allSatisfy({
          $0.isDigit || $0 == 0x2C || $0 == 0x2E || $0 == 0x20
        })
      else { return false }
      filled += 1
    }
    return filled > 1
  }
}
