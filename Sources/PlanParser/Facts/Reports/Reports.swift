import PlanModel
import PlanText

/// What is known while the reports of a plan are read.
struct ReportReading {
  /// The bodies that headings name.
  var context = AssignmentContext()
  /// The reports that only say who is told of others.
  var lists = ReportLists()
}

/// Reads the duties to report (chế độ báo cáo).
extension PlanReader {
  /// How many tokens may stand between the verb and the one who is told.
  private static var farthest: Int { 80 }

  /// Reads the reports out of the leaves.
  mutating func readReports(_ leaves: FactLeaves, _ reading: inout ReportReading) {
    reading.context.beginPart()
    var table: String?
    for index in leaves.indices {
      if case .cell = leaves[index].kind, leaves[index].node != table {
        table = leaves[index].node
        readReportTable(at: index, leaves)
      }
      if let head = ordered(by: leaves[index]) {
        reading.context.roleLine(index, leaves[index], head)
      }
      guard mayReport(leaves[index]) else { continue }
      let section = reportSection(of: leaves[index], leaves)
      if let section, case let names = receivers(toldAt: index, leaves), !names.isEmpty {
        reading.lists.note(names, in: section)
        continue
      }
      let leaf = titled(index, leaves) ?? leaves[index]
      if !ReportWords.stand(in: leaf), !mayHead(leaf) { continue }
      let reports = ReportWords(leaf, of: self)
      let isRegular = reports.tellsRegularReport(in: 0..<leaf.tokens.count)
      if reports.isEmpty, !isRegular, !mayHead(leaf) { continue }
      let whole = dutyUnit(leaf)
      guard let first = whole.clauses.first else { continue }
      let above = reading.context.bodies(above: leaf)
      let found = subject(
        of: first, whole.tokens, whole.words, isUnderBody: above?.sentence == false)
      let own = officeHeading(whole, leaf) ?? teamHeading(found?.list, whole, leaf) ?? found?.list
      let names = own.map { bodyNames($0, leaf.tokens, whole.words) }
      if mayHead(leaf), let own, let names {
        let isWhole = !own.stopped && own.end >= leaf.tokens.count - 1
        let head = AssignmentContext.Head(
          bodies: names, role: .responsible, rule: nil, sentence: own.stopped)
        if isWhole, leaf.kind == .paragraph { reading.context.line(leaf, head) }
        let heads = isWhole || isDutySection(leaf) && leaf.source?.children.isEmpty == false
        if heads || onlyCharges(own, whole, leaf) { reading.context.head(index, head) }
      }
      let unit =
        reports.isEmpty
        ? whole : whole.stopping(at: Array(reports.objects) + reports.alsos + deadlines(of: leaf))
      let isCharged = found.map { charges($0, unit) } ?? false
      let isShare = above.map { found?.list.isShare(of: $0.bodies, unit.tokens, self) == true }
      var current =
        addressee(whole, leaf, reading.context)?.bodies
        ?? (isCharged && isShare != true ? names : above?.bodies)
      /// Who is told by the clauses behind a colon: "báo cáo Công an tỉnh: báo cáo ngày …; …".
      let told = plan.reports.count
      /// The first report of the sentence.
      var sentence = told
      var announced = reading.lists.receivers(above: leaf, plan.reports)
      let asks = asksOfDifficulties(leaf)
      for clause in unit.clauses {
        // "…. Giao Văn phòng chủ trì; tổng hợp, báo cáo …": the last who was charged reports.
        if clause.lowerBound > 0, let next = subject(of: clause, unit.tokens, unit.words),
          charges(next, unit),
          next.handedOut || isMark(unit.tokens[clause.lowerBound - 1], 0x2E)
        {
          current = bodyNames(next.list, unit.tokens, unit.words)
        }
        // "… chỉ đạo, giao Văn phòng Đảng ủy chủ trì; báo cáo …"
        if let found, clause.upperBound > found.list.end,
          let ordered = lastOrdered(
            in: clause, since: found.list.end,
            before: reports.verbs(in: clause).first?.lowerBound ?? clause.upperBound, unit)
        {
          current = bodyNames(ordered, unit.tokens, unit.words)
        }
        if asks, tellsOfAnother(clause, reports) { continue }
        if opensList(clause, unit, reports) {
          announced = recipients(of: reports.verbs(in: clause), in: clause, unit, reports)
          if !announced.isEmpty { continue }
        }
        let goesOn = found.map { clause.lowerBound < $0.list.end } ?? false
        let before = plan.reports.count
        readReport(
          clause, unit, reports, by: current, isUnderBody: above?.sentence == false,
          to: announced, goesOn: goesOn,
          needs: neededTime(leaf, below: leaves), leaf)
        if clause.lowerBound > 0 { repeatAsLed(from: before, unit, reports, leaf) }
        if plan.reports.count == before { addTime(of: clause, unit, reports, after: told, leaf) }
        let end = clause.upperBound
        let isEnd = end >= unit.tokens.count || isMark(unit.tokens[end], 0x2E)
        if isEnd || isMark(unit.tokens[end - 1], 0x2E) {
          shareReceiver(from: sentence)
          sentence = plan.reports.count
        }
      }
      reading.lists.note(leaf, index, plan.reports, from: told)
      if let section { reading.lists.noteOpen(plan.reports, from: told, in: section) }
    }
  }

  /// How many words may stand before the colon of what leads a unit: "Báo cáo 6 tháng:".
  private static var longestLead: Int { 8 }

  /// Gives the reports from one on that tell no recurrence the one that leads their unit: "Báo cáo 6
  /// tháng: Các đơn vị gửi …; Sở Tài chính báo cáo …".
  private mutating func repeatAsLed(
    from first: Int, _ unit: DutyUnit, _ reports: ReportWords, _ leaf: FactLeaf
  ) {
    guard first < plan.reports.count,
      let colon = unit.tokens.prefix(Self.longestLead).firstIndex(where: { isMark($0, 0x3A) }),
      case let repeats = dues(of: leaf, in: 0..<colon + 1, reports).flatMap(\.repeats),
      !repeats.isEmpty
    else { return }
    for place in first..<plan.reports.count
    where plan.reports[place].repeat.isEmpty
      && plan.reports[place].before.map({ $0.hasPrefix("-") }) ?? true
    {
      plan.reports[place].repeat = repeats
    }
  }

  /// Puts the reports in order, without those that only announce others.
  mutating func finishReports(_ reading: ReportReading) {
    reading.lists.removeAnnouncing(&plan.reports)
    sortReports()
  }

  /// Puts the reports of rows, which are read first, where they stand among the others.
  private mutating func sortReports() {
    let order = plan.reports.indices.sorted { first, second in
      let (one, other) = (plan.reports[first].span.start, plan.reports[second].span.start)
      return one == other ? first < second : one < other
    }
    plan.reports = order.map { plan.reports[$0] }
  }

  /// Whether bodies are charged with what follows: a duty or a colon stands behind them, or what
  /// they are between dashes.
  private func charges(_ found: (list: BodyList, handedOut: Bool), _ unit: DutyUnit) -> Bool {
    if found.list.stopped { return true }
    guard found.list.end < unit.tokens.count else { return false }
    let behind = unit.tokens[found.list.end]
    return isMark(behind, 0x3A) || found.handedOut && isDash(behind)
  }

  /// Whether a leaf may tell of a duty to report.
  private func mayReport(_ leaf: FactLeaf) -> Bool {
    switch leaf.kind {
    case .title, .cell: false
    // "III. KINH PHÍ VÀ CHẾ ĐỘ BÁO CÁO" may hold some.
    case .heading, .item, .paragraph: standsWhereReportsAre(leaf) || tellsOfMoney(leaf)
    }
  }

  /// Whether a leaf stands among those on money.
  private func tellsOfMoney(_ leaf: FactLeaf) -> Bool {
    leaf.role == .funding && leaf.zone != .preamble && leaf.zone != .header
      && !leaf.tokens.isEmpty
  }

  /// The time that a duty to report must have to be told where a leaf stands.
  private enum NeededTime {
    case none
    case some
    /// A recurrence and a day: "trước ngày 25 hằng tháng".
    case round
  }

  /// Under a heading on money alone only a regular report that is due on a day is told, and one of
  /// any time where the heading is on reports too ("Kinh phí và chế độ thông tin, báo cáo").
  private func neededTime(_ leaf: FactLeaf, below leaves: FactLeaves) -> NeededTime {
    guard leaf.role == .funding else { return .none }
    let isOnReports = leaf.ancestors.contains {
      leaves[$0].kind == .heading && leaves[$0].tells(.reportRegular)
    }
    return isOnReports ? .some : .round
  }

  /// Whether duties to report may be told where a leaf stands.
  func standsWhereReportsAre(_ leaf: FactLeaf) -> Bool {
    guard !leaf.tokens.isEmpty, leaf.zone != .preamble, leaf.zone != .header else { return false }
    switch leaf.role {
    case .situation, .purpose, .requirements, .purposeRequirements, .objectives,
      .generalObjective, .specificObjectives, .viewpoints, .vision, .scope, .funding:
      return false
    default: return true
    }
  }

  /// Whether a leaf may name the bodies that what stands under it, or beside it, is about.
  private func mayHead(_ leaf: FactLeaf) -> Bool {
    // "1. Khoa Dược" below "NHIỆM VỤ": whose work stands under it.
    guard isDutySection(leaf) else {
      return leaf.kind == .heading && (lists(leaf.role) || leaf.tells(.charge))
    }
    return leaf.kind == .heading || leaf.source?.children.isEmpty == false
      || leaf.tokens.count < 30
  }

  private mutating func readReport(
    _ clause: Range<Int>, _ unit: DutyUnit, _ reports: ReportWords, by above: [String]?,
    isUnderBody: Bool, to announced: [[String]], goesOn: Bool,
    needs needed: NeededTime, _ leaf: FactLeaf
  ) {
    var due = clause
    if let purpose = reports.purpose(in: clause),
      !leaf.times(in: clause.lowerBound..<purpose).isEmpty
    {
      // "… trước ngày 20 để tổng hợp báo cáo UBND tỉnh trước ngày 25": the second is another's.
      due = clause.lowerBound..<purpose
    }
    var dues = dues(of: leaf, in: due, reports)
    if dues.allSatisfy({ $0.repeats.isEmpty && $0.before == nil }),
      let opening = duesOfOpening(before: clause, unit, reports, leaf)
    {
      dues = opening
    }
    let timed = dues.contains { !$0.repeats.isEmpty || $0.before != nil }
    switch needed {
    case .none: break
    case .some: guard timed else { return }
    case .round:
      guard dues.contains(where: { !$0.repeats.isEmpty && $0.before != nil }) else { return }
    }
    let verbs = withoutBracketed(reports.verbs(in: clause), clause, unit.tokens)
    var told: [[String]] = []
    if let purpose = reports.purpose(in: clause), timed || !verbs.isEmpty {
      // "… gửi Vụ Pháp chế để tổng hợp, báo cáo Bộ": the first of them is told.
      var starts = reports.sends(from: clause.lowerBound, to: purpose)
      // "… gửi văn bản về Vụ Pháp chế để tổng hợp": what is sent stands between.
      if let send = starts.first { starts += reports.leads(from: send + 1, to: purpose) }
      if let verb = verbs.first, verb.lowerBound < purpose {
        starts = [verb.upperBound] + reports.leads(from: verb.upperBound, to: purpose)
      }
      var to = recipients(from: starts, before: purpose, unit, reports)
      // "gửi số liệu để Phòng Kinh tế tổng hợp, báo cáo UBND xã"
      if to.isEmpty, !starts.isEmpty, let body = reports.gatherer(at: purpose) {
        to = names(at: body.lowerBound, before: body.upperBound, unit)
      }
      if !to.isEmpty { told = [to] }
    }
    if told.isEmpty { told = recipients(of: verbs, in: clause, unit, reports) }
    if told.isEmpty, timed, let verb = verbs.first,
      let send = reports.sends(from: clause.lowerBound, to: verb.lowerBound).first
    {
      // "gửi kế hoạch về Phòng Kinh tế trước ngày 15/3, báo cáo kết quả trước ngày 10/6"
      let starts = [send] + reports.leads(from: send + 1, to: verb.lowerBound)
      let to = recipients(from: starts[...], before: verb.lowerBound, unit, reports)
      if !to.isEmpty { told = [to] }
    }
    if told.isEmpty, verbs.isEmpty, isDutySection(leaf),
      timed
        && (reports.tellsObject(in: clause)
          || !reports.verbs(in: 0..<clause.lowerBound).isEmpty
          // "Chậm nhất ngày 18 tháng cuối quý, các kho gửi bảng kê về Phòng Vật tư"
          || leaf.role == .reporting && dues.contains { !$0.repeats.isEmpty && $0.before != nil }
          // "tổng hợp trình Ban Giám đốc vào ngày cuối cùng của quý"
          || reports.gathers(in: clause) && dues.contains { !$0.repeats.isEmpty })
        || reports.tellsRegularReport(in: clause)
    {
      // "Tổng hợp số liệu, gửi Công an phường trước ngày 25 hằng tháng", "tham mưu chế độ báo cáo
      // định kỳ gửi Tỉnh ủy"
      var starts = reports.sends(from: clause.lowerBound, to: clause.upperBound)
      if let send = starts.first { starts += reports.leads(from: send + 1, to: clause.upperBound) }
      // "Thực hiện chế độ báo cáo 6 tháng về Phòng Kinh tế"
      if starts.isEmpty, let word = reports.regularReport(in: clause) {
        starts = reports.leads(from: word, to: clause.upperBound)
      }
      let to = recipients(from: starts, before: clause.upperBound, unit, reports)
      if !to.isEmpty { told = [to] }
    }
    if told.isEmpty, timed, opens(verbs.first, clause, unit) { told = announced }
    // "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các xã báo cáo": the list holds the semicolon.
    let own =
      goesOn
      ? nil : subject(of: clause, unit.tokens, unit.words, isUnderBody: isUnderBody)?.list
    var by =
      own?.stopped == true ? own.map { bodyNames($0, unit.tokens, unit.words) } ?? [] : above ?? []
    if let verb = verbs.first, let reporter = reporter(before: verb.lowerBound, clause, unit, by) {
      by = reporter
    }
    if told.isEmpty {
      // "Thực hiện chế độ báo cáo định kỳ (tháng, quý, năm)"
      guard leaf.kind != .heading, timed || reports.isRegular(in: clause),
        !verbs.isEmpty || timed && reports.tellsRegularReport(in: clause)
          // "thực hiện chế độ báo cáo định kỳ, đột xuất theo quy định"
          || reports.tellsPeriodicReport(in: clause)
      else { return }
      // "Học viên báo cáo tiến độ 6 tháng một lần": in any section.
      let isRound = !by.isEmpty && !verbs.isEmpty && dues.contains { !$0.repeats.isEmpty }
      guard isDutySection(leaf) || isRound && mayOrder(leaf) else { return }
      told = [[]]
    }
    tell(
      by, to: told, dues, span(unit.tokens, clause), node: leaf.node, rule: verbs.first?.rule)
    if let purpose = reports.purpose(in: clause) {
      passOn(
        purpose..<clause.upperBound, clause, unit, reports, from: told, dues,
        ownDay: due.upperBound < clause.upperBound, leaf)
    }
  }

  /// Tells a report to each of its receivers for each time when it is due.
  mutating func tell(
    _ bodies: [String], to receivers: [[String]], _ dues: [ReportDue], _ span: ByteSpan,
    node: String, rule: Int?
  ) {
    let span = withoutEndMark(span)
    for to in receivers {
      // Nobody reports to himself.
      let bodies = bodies.filter { !to.contains($0) }
      for due in dues {
        var report = Report(
          by: bodies, to: to, repeat: due.repeats, before: due.before, text: "", node: node,
          span: span, rule: traced(rule))
        report.$text = folder.excerpt(span)
        plan.reports.append(report)
      }
    }
  }

  /// A span without what a sentence keeps of the mark that ends a document: "… theo quy định./".
  private func withoutEndMark(_ span: ByteSpan) -> ByteSpan {
    let isMarked = bytes[span.start..<span.end].suffix(2).elementsEqual([0x2E, 0x2F])
    return isMarked ? ByteSpan(span.start, span.end - 2) : span
  }

  /// "báo cáo kết quả (báo cáo quý trước ngày 10/3; …) về UBND xã": what the bracket lists is no
  /// report of its own.
  private func withoutBracketed(
    _ verbs: ArraySlice<ReportWords.Verb>, _ clause: Range<Int>, _ tokens: [Token]
  ) -> ArraySlice<ReportWords.Verb> {
    guard verbs.count > 1 else { return verbs }
    var outside: [ReportWords.Verb] = []
    var depth = 0
    var place = clause.lowerBound
    for verb in verbs {
      while place < verb.lowerBound {
        if isMark(tokens[place], 0x28) { depth += 1 }
        if isMark(tokens[place], 0x29) { depth = max(0, depth - 1) }
        place += 1
      }
      if depth == 0 { outside.append(verb) }
    }
    return outside.isEmpty ? verbs : outside[...]
  }

  /// Who is told by each of some words that tell of a report.
  func recipients(
    of verbs: ArraySlice<ReportWords.Verb>, in clause: Range<Int>, _ unit: DutyUnit,
    _ reports: ReportWords
  ) -> [[String]] {
    var told: [[String]] = []
    for place in verbs.indices.prefix(4) {
      let verb = verbs[place]
      let next = place + 1 < verbs.endIndex ? verbs[place + 1].lowerBound : clause.upperBound
      let limit = min(next, verb.upperBound + Self.farthest)
      let starts = [verb.upperBound] + reports.leads(from: verb.upperBound, to: limit)
      let to = recipients(from: starts[...], before: limit, unit, reports)
      if !to.isEmpty, !told.contains(to) { told.append(to) }
    }
    return told
  }

  /// Whether a leaf stands where duties are handed out.
  private func isDutySection(_ leaf: FactLeaf) -> Bool {
    leaf.role == .assignment || leaf.role == .implementation || leaf.role == .reporting
      || leaf.isOrdered
  }
}
