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
      for clause in unit.clauses { readReport(clause, unit, reports, by: lead, leaf) }
    }
  }

  private mutating func readReport(
    _ clause: Range<Int>, _ unit: DutyUnit, _ reports: ReportWords, by lead: [String],
    _ leaf: FactLeaf
  ) {
    let verbs = reports.verbs(in: clause)
    guard let verb = verbs.first else { return }
    let dues = dues(of: leaf, in: clause, reports)
    guard dues.contains(where: { !$0.repeats.isEmpty || $0.before != nil }) else { return }
    var told = recipients(of: verbs, in: clause, unit, reports)
    if told.isEmpty {
      // "Báo cáo quý, năm", "Gửi báo cáo trước ngày 15/12": the verb opens the clause.
      guard verb.lowerBound - clause.lowerBound <= 1 else { return }
      told = [[]]
    }
    tell(lead, to: told, dues, span(unit.tokens, clause), node: leaf.node, rule: verb.rule)
  }
}
