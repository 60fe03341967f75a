import PlanModel
import PlanText

/// Reports that only say who is told of those listed below them: "Công an xã báo cáo Công an tỉnh:" over
/// "báo cáo ngày trước 15 giờ".
struct ReportLists {
  /// Their places among the reports, by the leaf over the list.
  private var openings: [Int: Int] = [:]
  /// Those of them that the reports below take the place of.
  private var replaced: Set<Int> = []
  /// Who is told of the reports of a section, by the leaf of its heading.
  private var receivers: [Int: [String]] = [:]
  /// The reports that name nobody who is told, each with its section.
  private var open: [(report: Int, section: Int)] = []

  /// Notes who is told of the reports of a section.
  mutating func note(_ names: [String], in section: Int) {
    receivers[section] = receivers[section] ?? names
  }

  /// Notes the reports of a section from one on that name nobody.
  mutating func noteOpen(_ reports: [Report], from start: Int, in section: Int) {
    for place in start..<max(start, reports.count) where reports[place].to.isEmpty {
      open.append((place, section))
    }
  }

  /// Who is told of the reports that a leaf lists.
  func receivers(above leaf: FactLeaf, _ reports: [Report]) -> [[String]] {
    leaf.ancestors.last.flatMap { openings[$0] }.map { [reports[$0].to] } ?? []
  }

  /// Notes what the reports of a leaf, from one on, are to those below and above it.
  mutating func note(_ leaf: FactLeaf, _ index: Int, _ reports: [Report], from start: Int) {
    guard start < reports.count else { return }
    if reports.count == start + 1, leaf.source?.children.isEmpty == false,
      !reports[start].to.isEmpty, reports[start].repeat.isEmpty, reports[start].before == nil
    {
      openings[index] = start
    }
    guard let above = leaf.ancestors.last.flatMap({ openings[$0] }) else { return }
    if reports[start...].contains(where: { $0.to == reports[above].to }) { replaced.insert(above) }
  }

  /// Completes the reports that name nobody, and removes those that others take the place of.
  func removeAnnouncing(_ reports: inout [Report]) {
    for (place, section) in open {
      guard let names = receivers[section] else { continue }
      reports[place].to = names
      reports[place].by.removeAll(where: names.contains)
    }
    for place in replaced.sorted(by: >) { reports.remove(at: place) }
  }
}

/// Reports that a unit lists behind a colon, and those that it only asks for.
extension PlanReader {
  /// Whether a unit only asks to be told of difficulties: "Nếu có khó khăn, các thôn phản ánh …".
  mutating func asksOfDifficulties(_ leaf: FactLeaf) -> Bool {
    lineMatches(Array(leaf.tokens.prefix(48))).contains {
      meaning($0) == .noDuty && value("kind", of: $0) != nil
    }
  }

  /// Whether the only reports of a clause are what the one who is asked will do: "phản ánh về Phòng
  /// Kinh tế để tổng hợp, báo cáo UBND xã".
  func tellsOfAnother(_ clause: Range<Int>, _ reports: ReportWords) -> Bool {
    guard let purpose = reports.purpose(in: clause) else { return false }
    return !reports.verbs(in: clause).contains { $0.lowerBound < purpose }
  }

  /// Whether a clause only says who is told of the reports that are listed behind its colon, each with
  /// its time: "báo cáo Công an tỉnh theo quy định: báo cáo ngày trước 15 giờ; báo cáo tuần …".
  func opensList(_ clause: Range<Int>, _ unit: DutyUnit, _ reports: ReportWords) -> Bool {
    let behind = clause.upperBound
    guard behind < unit.tokens.count,
      isMark(unit.tokens[behind], 0x3A) || isMark(unit.tokens[behind - 1], 0x3A),
      !reports.verbs(in: clause).isEmpty, reports.intervals(in: clause).isEmpty,
      let place = unit.clauses.firstIndex(where: { $0.lowerBound >= behind })
    else { return false }
    let next = unit.clauses[place]
    return opens(reports.verbs(in: next).first, next, unit)
      && !reports.intervals(in: next).isEmpty
  }

  /// Tells what a clause without a verb adds to the report before it in a unit, one more time when
  /// it is due: "… báo cáo về Phòng Kinh tế: quý trước ngày 10; năm trước ngày 05/12".
  mutating func addTime(
    of clause: Range<Int>, _ unit: DutyUnit, _ reports: ReportWords, after told: Int,
    _ leaf: FactLeaf
  ) {
    guard plan.reports.count > told, let last = plan.reports.last, clause.lowerBound > 0,
      reports.verbs(in: clause).isEmpty
    else { return }
    // The semicolon is part of what tells the time: "; năm trước ngày 05/12".
    let whole = clause.lowerBound - 1..<clause.upperBound
    guard let first = reports.intervals(in: whole).first, first.start <= clause.lowerBound + 1
    else { return }
    let dues = dues(of: leaf, in: whole, reports)
    guard dues.allSatisfy({ !$0.repeats.isEmpty && $0.before != nil }) else { return }
    tell(
      last.by, to: [last.to], dues, span(unit.tokens, clause), node: leaf.node, rule: first.rule)
  }

  /// Gives the reports of a sentence that name nobody the receiver that its last one names: "Báo cáo
  /// ngày trước 16 giờ 30; báo cáo tuần trước 10 giờ thứ Sáu, gửi về Văn phòng Sở".
  mutating func shareReceiver(from first: Int) {
    guard plan.reports.count > first + 1, let last = plan.reports.last, !last.to.isEmpty else {
      return
    }
    // "Các thôn báo cáo ngày 20; UBND xã báo cáo UBND tỉnh": those who report are told by others.
    for place in first..<plan.reports.count - 1
    where plan.reports[place].to.isEmpty && plan.reports[place].by == last.by
      && !plan.reports[place].repeat.isEmpty
    {
      plan.reports[place].to = last.to
    }
  }

  /// Whether a clause begins with a word that tells of a report.
  func opens(_ verb: ReportWords.Verb?, _ clause: Range<Int>, _ unit: DutyUnit) -> Bool {
    guard let verb else { return false }
    return (clause.lowerBound..<verb.lowerBound).allSatisfy { unit.tokens[$0].kind == .mark }
  }
}
