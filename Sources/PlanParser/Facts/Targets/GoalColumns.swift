import PlanModel
import PlanText

/// Columns that say how much of what stands beside them is an objective: "Nội dung | Mức phấn đấu".
extension PlanReader {
  /// Whether a cell stands where objectives are set out.
  mutating func setsGoals(_ cell: FactLeaf) -> Bool {
    switch cell.role {
    case .objectives, .specificObjectives, .generalObjective, .vision: true
    default: setsGoals(appendixOf: cell)
    }
  }

  /// Whether a column says how much of what stands beside it is an objective, of no year that is
  /// past.
  func isGoal(_ name: String, _ matches: [RuleMatch], _ planYear: Int?) -> Bool {
    let tells = matches.contains { match in
      let part = value("part", of: match)
      return part == "goal" || part == "value"
    }
    guard tells, let year = planYear, let last = Self.time(name)?.lastYear else { return tells }
    return last >= year
  }

  /// Makes columns of rates or terms hold values where no other column does: "Chỉ tiêu | Tỷ lệ (%)",
  /// "Chỉ tiêu | Học kỳ I | Học kỳ II".
  func readTerms(_ columns: [Int], _ table: Table, into result: inout TargetTable) {
    guard result.indicator != nil, result.values.isEmpty else { return }
    for place in columns where isFigures(place, table) {
      result.values[place] = TargetTable.ValueColumn()
    }
  }

  /// Leaves out the school year that ends in the plan's year beside one that begins later: "Năm học
  /// 2026-2027 | Năm học 2027-2028".
  func leaveOutLastYear(_ planYear: Int?, _ table: inout TargetTable) {
    guard let year = planYear else { return }
    let past = table.values.filter { column in
      guard let time = column.value.time, let last = time.lastYear else { return false }
      return time.period == "\(last - 1)/\(last)" && last <= year
    }
    guard past.count < table.values.count else { return }
    for place in past.keys {
      table.values[place] = nil
      table.silent.insert(place)
    }
  }

  /// Leaves out columns that only say whether a criterion is met, where the one of its aim tells how
  /// much: "Chỉ tiêu | Kế hoạch năm 2026" over "≥ 80% | Đạt".
  func leaveOutVerdicts(_ aims: [Int], _ table: Table, _ result: inout TargetTable) {
    guard let indicator = result.indicator, !result.values.isEmpty,
      aims.contains(where: { $0 != indicator && isFigures($0, table) }),
      result.values.keys.allSatisfy({ !holdsNumbers($0, table) })
    else { return }
    result.silent.formUnion(result.values.keys)
    result.values = [:]
  }

  /// Whether a cell of a column has a number.
  private func holdsNumbers(_ column: Int, _ table: Table) -> Bool {
    table.rows.prefix(Self.mostRows).contains { row in
      column < row.cells.count && row.cells[column].utf8.contains { $0.isDigit }
    }
  }

  /// Lets columns of aims hold sentences in a table that sets no figures of its own: "Mục tiêu | Chỉ
  /// tiêu đến năm 2026".
  func readSentences(
    _ aims: [Int], _ table: Table, _ planYear: Int?, into result: inout TargetTable
  ) {
    for place in aims where !isFigures(place, table) {
      guard let time = Self.time(table.columns[place]) else { continue }
      if let year = planYear, let last = time.lastYear, last < year { continue }
      result.silent.remove(place)
      result.times[place] = time
    }
  }

  /// Whether the cells of a column begin with figures, as most that are filled do.
  func isFigures(_ column: Int, _ table: Table) -> Bool {
    var filled = 0
    var figures = 0
    for row in table.rows.prefix(Self.mostRows) where !row.group && column < row.cells.count {
      let cell = row.cells[column]
      if cell.isEmpty { continue }
      filled += 1
      // "≥ 80", "> 60", "40 - 50"
      let first = cell.unicodeScalars.first { scalar in
        !scalar.properties.isWhitespace && scalar.value >= 0x30
          && !(0x3C...0x3F).contains(scalar.value) && scalar.value != 0x7E
          && scalar.value != 0x2264 && scalar.value != 0x2265
      }
      if let first, first.value.isDigit, !Self.isNumbered(cell) { figures += 1 }
    }
    return filled > 0 && figures * 2 > filled
  }

  /// Whether a cell begins with the number of its row: "1) Thu ngân sách".
  private static func isNumbered(_ cell: String) -> Bool {
    let rest = cell.utf8.drop { $0.isDigit }
    guard rest.count < cell.utf8.count, let mark = rest.first else { return false }
    return (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"))
      && rest.dropFirst().first == UInt8(ascii: " ")
  }
}
