import PlanModel
import PlanText

/// Reads tables that list reports: "Loại báo cáo | Đơn vị báo cáo | Nơi nhận | Thời hạn".
extension PlanReader {
  /// The columns of a table of reports.
  private struct ReportColumns {
    /// Which report.
    var kind: Int?
    /// Who reports.
    var by: Int?
    /// Who is told.
    var to: Int?
    /// How often and by when.
    var times: [Int] = []

    /// Whether the rows are reports: one that names them is not enough.
    var listReports: Bool { kind != nil && to != nil }
  }

  /// How many columns are asked what they hold.
  private static var mostColumns: Int { 16 }

  /// Tells the reports of the table whose first cell stands at a place.
  mutating func readReportTable(at place: Int, _ leaves: FactLeaves) {
    let first = leaves[place]
    guard first.zone == .body || first.zone == .appendix, let table = first.source?.table else {
      return
    }
    let columns = reportColumns(table)
    guard columns.listReports else { return }
    var next = place
    for (row, cells) in table.rows.enumerated() {
      let start = next
      while next < leaves.end, leaves[next].node == first.node,
        case .cell(row, _) = leaves[next].kind
      {
        next += 1
      }
      if !cells.group { readReport(ofRow: leaves[start..<next], columns) }
    }
  }

  /// Whether the rows of a table are reports, and no tasks.
  mutating func listsReports(_ table: Table) -> Bool { reportColumns(table).listReports }

  private mutating func reportColumns(_ table: Table) -> ReportColumns {
    var columns = ReportColumns()
    guard table.columns.count <= Self.mostColumns else { return columns }
    for (place, name) in table.columns.enumerated() {
      let part = lineMatches(of: name).first { meaning($0) == .reportColumn }
        .flatMap { value("part", of: $0) }
      switch part {
      case "kind": columns.kind = columns.kind ?? place
      case "by": columns.by = columns.by ?? place
      case "to": columns.to = columns.to ?? place
      case "time": columns.times.append(place)
      default: break
      }
    }
    return columns
  }

  /// Tells the report of one row.
  private mutating func readReport(ofRow cells: ArraySlice<FactLeaf>, _ columns: ReportColumns) {
    var by: [String] = []
    var to: [String] = []
    var kind: FactLeaf?
    var times: [FactLeaf] = []
    for cell in cells {
      guard case .cell(_, let column) = cell.kind, !cell.tokens.isEmpty else { continue }
      if column == columns.kind {
        kind = cell
      } else if column == columns.by {
        by = bodiesOfCell(cell).lead
      } else if column == columns.to {
        to = bodiesOfCell(cell).lead
      } else if columns.times.contains(column) {
        times.append(cell)
      }
    }
    guard let kind, let last = cells.last else { return }
    var due = self.due(joined([kind] + times))
    for cell in times {
      if due.repeats.isEmpty, let round = bareRound(cell.tokens) { due.repeats = [round] }
      // "15/12/2027": below "Thời hạn" each day is a deadline.
      let days = cell.times.filter { $0.start?.day != nil }
      if due.before == nil, days.count == 1,
        !isOneOfSeveral(days, in: 0..<cell.tokens.count, cell.tokens)
      {
        due.before = days[0].deadline
      }
    }
    guard !to.isEmpty || !due.repeats.isEmpty || due.before != nil else { return }
    let whole = span(kind.tokens, 0..<kind.tokens.count)
      .union(span(last.tokens, 0..<last.tokens.count))
    tell(by, to: [to], [due], whole, node: kind.node, rule: nil)
  }

  /// How often and by when some cells read together say that a report is due.
  private mutating func due(_ leaf: FactLeaf) -> ReportDue {
    let dues = dues(of: leaf, in: 0..<leaf.tokens.count, ReportWords(leaf, of: self))
    return dues.count == 1 ? dues[0] : ReportDue()
  }

  /// Some cells of a row as one leaf.
  private mutating func joined(_ cells: [FactLeaf]) -> FactLeaf {
    let tokens = cells.flatMap(\.tokens)
    let matches = phrases(tokens)
    return FactLeaf(
      kind: cells[0].kind, zone: cells[0].zone, node: cells[0].node, source: cells[0].source,
      role: cells[0].role, ancestors: cells[0].ancestors, tokens: tokens, matches: matches,
      meanings: meanings(of: matches), times: times(tokens, matches, year: nil))
  }

  /// How often a cell says that holds nothing else: "6 tháng".
  private func bareRound(_ tokens: [Token]) -> String? {
    guard let rounds = grammar.list("report-rounds"), let first = tokens.first else { return nil }
    let count = number(first)
    guard
      let round = grammar.value(in: rounds, tokens, from: count == nil ? 0 : 1, to: tokens.count)
    else { return nil }
    guard let count, count > 1 else { return round }
    return round == "FREQ=MONTHLY" ? round + ";INTERVAL=\(count)" : nil
  }
}
