import PlanModel

/// Sections that open an account of what was done with who led it.
extension PlanReader {
  /// The code of documents that are such an account.
  private static var reportCode: String { "BC" }

  /// The purpose of the first section that says anything, which tells who led what was done where
  /// results follow it; `nil` for other sections.
  ///
  /// "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH" / "II. KẾT QUẢ THỰC HIỆN": right behind it in a plan, behind
  /// sections that say nothing in a report.
  mutating func ledBefore(
    saying said: HeadingPurpose?, beside others: ArraySlice<Int>, _ zone: Zone
  ) -> HeadingPurpose? {
    guard let said, said.isLed else { return nil }
    let isReport = plan.header.kind.code == Self.reportCode
    for index in others where zone.drafts[index].marker != nil {
      if let next = purpose(ofHeading: zone.drafts[index], end: nil) {
        guard next.role == .situation else { return nil }
        return HeadingPurpose(role: .situation, rule: said.rule, isPast: true)
      }
      if !isReport { return nil }
    }
    return nil
  }
}
