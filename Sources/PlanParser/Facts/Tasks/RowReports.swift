import PlanModel
import PlanText

/// Duties to report that the cells of a task table tell.
extension PlanReader {
  /// Reads "Gửi báo cáo về Phòng Kinh tế trước ngày 15/12" in a row whose work others lead.
  ///
  /// A cell names much that is called a report; it is a duty where a day or a round stands beside it.
  mutating func readReports(
    ofRow leaves: ArraySlice<FactLeaf>, _ columns: TaskColumns, by lead: [String]
  ) {
    for leaf in leaves {
      guard case .cell(_, let column) = leaf.kind, leaf.tells(.report), column != columns.ordinal,
        ![columns.leads, columns.supports, columns.outputs].contains(where: {
          $0.contains(column)
        }), standsWhereReportsAre(leaf)
      else { continue }
      let reports = ReportWords(leaf, of: self)
      if reports.verbs.isEmpty { continue }
      let unit = dutyUnit(leaf).stopping(at: reports.objects)
      let dates = leaves.filter { columns.holdsTime($0) }
      for clause in unit.clauses {
        readReport(clause, unit, reports, by: lead, leaf, timedBy: dates)
      }
    }
  }

  private mutating func readReport(
    _ clause: Range<Int>, _ unit: DutyUnit, _ reports: ReportWords, by lead: [String],
    _ leaf: FactLeaf, timedBy dates: [FactLeaf]
  ) {
    let verbs = reports.verbs(in: clause)
    guard let verb = verbs.first else { return }
    var dues = dues(of: leaf, in: clause, reports)
    var told = recipients(of: verbs, in: clause, unit, reports)
    // The verb opens the clause.
    let opens = verb.lowerBound - clause.lowerBound <= 1
    if !Self.isTimed(dues), opens, !told.isEmpty, let date = dates.first {
      // "Báo cáo kết quả về Sở Y tế | Công an xã | Trước 15/12 hằng năm"
      dues = self.dues(of: date, in: 0..<date.tokens.count, ReportWords(date, of: self))
    }
    guard Self.isTimed(dues) else { return }
    if told.isEmpty {
      // "Báo cáo quý, năm", "Gửi báo cáo trước ngày 15/12"
      guard opens else { return }
      told = [[]]
    }
    tell(lead, to: told, dues, span(unit.tokens, clause), node: leaf.node, rule: verb.rule)
  }

  /// Whether a day or a round is told.
  private static func isTimed(_ dues: [ReportDue]) -> Bool {
    dues.contains { !$0.repeats.isEmpty || $0.before != nil }
  }
}
