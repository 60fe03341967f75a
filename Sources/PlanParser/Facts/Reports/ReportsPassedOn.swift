import PlanModel

/// Reads what the receiver of a report makes of it for somebody else.
extension PlanReader {
  /// Tells the report that those who are told make of it: "… gửi Phòng Kinh tế trước ngày 05/12 để
  /// tổng hợp, báo cáo UBND xã trước ngày 20/12".
  ///
  /// `ownDay` says that a day behind these words is that of the second; it is that of the first where
  /// none stands before them.
  mutating func passOn(
    _ purpose: Range<Int>, _ clause: Range<Int>, _ unit: DutyUnit, _ reports: ReportWords,
    from told: [[String]], _ before: [ReportDue], ownDay: Bool, _ leaf: FactLeaf
  ) {
    guard told.count == 1, let bodies = told.first, !bodies.isEmpty,
      case let verbs = reports.verbs(in: purpose), let verb = verbs.first,
      let to = recipients(of: verbs, in: clause, unit, reports).first, to != bodies
    else { return }
    var dues =
      ownDay
      ? dues(of: leaf, in: verb.upperBound..<purpose.upperBound, reports) : [ReportDue()]
    // "trước ngày 05/12 hằng năm … trước ngày 20/12": as often.
    if before.count == 1, dues.count == 1, dues[0].repeats.isEmpty, dues[0].before != nil {
      dues[0].repeats = before[0].repeats
      // Each year, and not in that of the title.
      if let day = dues[0].before, before[0].before?.hasPrefix("--") ?? false, day.utf8.count == 10
      {
        dues[0].before = "-" + day.dropFirst(4)
      }
    }
    // "… (qua Sở Tư pháp) để Sở Tư pháp tổng hợp, báo cáo Bộ Tư pháp": who gathers it is named.
    let named = reports.gatherer(at: purpose.lowerBound).map {
      names(at: $0.lowerBound, before: $0.upperBound, unit)
    }
    let gatherers = named.map { $0.isEmpty || $0 == to ? bodies : $0 } ?? bodies
    tell(gatherers, to: [to], dues, span(unit.tokens, clause), node: leaf.node, rule: verb.rule)
  }
}
