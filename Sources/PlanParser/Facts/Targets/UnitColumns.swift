import PlanModel
import PlanText

/// Tables of targets in which the heads of columns tell what is measured and in what: "Cây trồng |
/// Diện tích (ha) | Năng suất (tạ/ha)".
extension PlanReader {
  /// Makes a table of targets of one whose columns of figures tell their units, where objectives
  /// stand or the title of the appendix hands figures out.
  ///
  /// Besides them it has numbers, one column of names and notes, and nothing else: what tells who
  /// does something, when, or where, lists works and things that are.
  mutating func readUnitColumns(_ cell: FactLeaf, _ table: Table, into result: inout TargetTable) {
    guard result.indicator == nil, result.values.isEmpty, table.columns.count > 1,
      table.columns.count <= 64, setsGoals(cell) || allots(appendixOf: cell)
    else { return }
    var named: Int?
    var values: [Int: TargetTable.ValueColumn] = [:]
    for (place, name) in table.columns.enumerated() {
      if let unit = unit(behind: name) {
        guard let value = valueColumn(name, in: unit), isFigures(place, table) else { continue }
        values[place] = value
      } else if !isBeside(name), !isFigures(place, table) {
        guard named == nil, values.isEmpty else { return }
        named = place
      }
    }
    guard let named, !values.isEmpty else { return }
    result.indicator = named
    result.values = values
    result.unit = nil
  }

  /// What a column of figures tells of them; `nil` where they are of things as they are.
  private mutating func valueColumn(_ name: String, in unit: String) -> TargetTable.ValueColumn? {
    for piece in name.split(separator: ":") + [name[...]] {
      let tells = lineMatches(of: String(piece)).contains {
        meaning($0) == .targetColumn && value("part", of: $0) == "told"
          || meaning($0) == .targetColumnExisting
      }
      if tells { return nil }
    }
    guard let open = name.utf8.lastIndex(of: UInt8(ascii: "(")) else { return nil }
    let measured = name[..<open].split(separator: " ").joined(separator: " ")
    guard !measured.isEmpty else { return nil }
    return TargetTable.ValueColumn(time: Self.time(measured), unit: unit, name: measured)
  }

  /// Whether a column only numbers the rows or notes something of them.
  private mutating func isBeside(_ name: String) -> Bool {
    name.isEmpty
      || lineMatches(of: name).contains { match in
        meaning(match) == .column && value("column", of: match) == "ordinal"
          || meaning(match) == .targetColumn && value("part", of: match) == "told"
      }
  }

  /// Whether a cell stands in an appendix whose title hands figures out: "Giao chỉ tiêu gieo trồng".
  private mutating func allots(appendixOf cell: FactLeaf) -> Bool {
    guard cell.zone == .appendix, cell.node.utf8.first == UInt8(ascii: "A"),
      let number = Int(cell.node.dropFirst().prefix { $0 != "." && $0 != "~" }),
      plan.appendices.indices.contains(number - 1),
      let title = plan.appendices[number - 1].title
    else { return false }
    return lineMatches(of: title).contains {
      meaning($0) == .targetTitle
    }
  }
}
