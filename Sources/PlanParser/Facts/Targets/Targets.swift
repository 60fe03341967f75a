import PlanModel
import PlanText

/// What is known while the targets of a plan are read.
struct TargetReading {
  /// The line without a number that targets stand below.
  var line: GoalLine?
  /// Whether the title says that the plan lists figures.
  var listsFigures = false
  /// Targets that go on with another one: "450 ha, khoảng 90 ha mỗi năm" is no conflict.
  var continued: Set<Int> = []
}

extension PlanReader {
  /// Reads the targets out of the leaves.
  mutating func readTargets(
    _ leaves: FactLeaves, titleYear: Int?, _ reading: inout TargetReading
  ) {
    var surroundings = surroundings(leaves, after: &reading.line)
    if let first = leaves.all.first, listsFigures(first) { reading.listsFigures = true }
    if reading.listsFigures {
      for place in figureList(leaves, surroundings, titleYear: titleYear) {
        surroundings[place - leaves.first].isGoal = true
      }
    }
    let year = plan.header.date.value.flatMap { Int($0.prefix(4)) }
    // A plan for 2027 may be of 2026, whose figures its tables tell beside its own.
    let tableYear = [year, titleYear].compactMap { $0 }.max()
    let isReport = plan.header.kind.code.map(Self.reports.contains) ?? false
    var table = TargetTable()
    for place in leaves.indices {
      let leaf = leaves[place]
      let around = surroundings[place - leaves.first]
      guard !around.isPast, !around.setsNothing, mayHoldTargets(leaf) else {
        readForecasts(leaf, around, planYear: year)
        continue
      }
      var isOutcome = false
      var parts: [FactLeaf]?
      // "6. Vốn đầu tư toàn xã hội: 5.000 tỷ đồng": the title is read with the text it runs into.
      if place + 1 < leaves.end, namesAmount(leaf, leaves[place + 1]) { continue }
      if case .cell(let row, let column) = leaf.kind {
        if table.node != leaf.node {
          table = targetTable(leaf, caption(leaf, at: place, leaves), planYear: tableYear)
        }
        if table.row != row { table.due = due(at: place, row, table.deadline, leaves) }
        let first = plan.targets.count
        read(leaf, row, column, around, &table)
        // "≤ 3 toàn tỉnh; ≤ 10 cả nước" of one cell are no conflict.
        if first + 1 < plan.targets.count {
          reading.continued.formUnion(first + 1..<plan.targets.count)
        }
        // Nor are "Chỉ tiêu giao" and "Phấn đấu" of one row.
        if first < plan.targets.count, table.goesOn(column) { reading.continued.insert(first) }
        if first < plan.targets.count { continue }
        if !table.holdsSentences(column) {
          guard table.outputs.contains(column), !table.setsFigures else { continue }
          isOutcome = opensWithOutcome(leaf)
          if !isOutcome, column == table.deadline || !opensWithCount(leaf) {
            (parts, isOutcome) = (outcomes(leaf), true)
          }
        }
      }
      var (read, above) = (leaf, around)
      if isOutcome { above.isGoal = true }
      if case .cell(_, let column) = leaf.kind, let time = table.times[column] { above.time = time }
      if place > leaves.first, namesAmount(leaves[place - 1], leaf) {
        read = joined(leaves[place - 1], leaf)
        above = surroundings[place - 1 - leaves.first]
      }
      if parts == nil, !mayHoldQuantities(read) { continue }
      if read.tells(.goal), setsOutItself(read) { above.isGoal = true }
      for part in parts ?? [read] {
        let quantities = quantities(part)
        if quantities.isEmpty { continue }
        let context = TargetContext(
          leaf: part, quantities: quantities, times: times(part, planYear: year), around: above,
          planYear: year,
          isReport: isReport, subject: above.subject.map { leaves[$0] })
        var told = targets(context)
        if part.role == .scope, !setsOut(told.map(\.target), in: part) {
          told.removeAll { !tellsAttendance($0.target, in: part) }
        }
        for (target, isContinued) in told where part.role != .funding || target.unit == "%" {
          if isContinued { reading.continued.insert(plan.targets.count) }
          plan.targets.append(target)
        }
      }
    }
  }

  /// The codes of kinds of documents that report.
  private static let reports: Set<String> = ["BC"]
  /// The kinds of goals that set out nothing by themselves.
  private static let noGoals: Set<String> = [
    "forecast", "missed", "nothing", "equipped", "attendance", "figures", "sector",
  ]

  /// Whether the first words of a leaf say that it sets out what it tells: "Chỉ tiêu: …".
  private func setsOutItself(_ leaf: FactLeaf) -> Bool {
    leaf.kind != .heading
      && leaf.matches.contains { meaning($0) == .goal && value("kind", of: $0) == "lead" }
  }

  // MARK: Where targets are looked for

  /// Whether a leaf stands where targets are set out: not in the legal bases, the end, the
  /// money.
  private func mayHoldTargets(_ leaf: FactLeaf) -> Bool {
    switch leaf.zone {
    case .header, .preamble, .closing, .footnote: return false
    case .body, .appendix: break
    }
    switch leaf.role {
    case .situation, .reporting: return false
    // "Phấn đấu tiết kiệm 5% chi thường xuyên", "Lắp đặt 100% nhà văn hóa có loa"
    case .funding: return strives(leaf) || equips(leaf)
    // "Mở 06 lớp, mỗi lớp không quá 60 học viên": see `setsOut`.
    case .scope: return leaf.tells(.action) || leaf.tells(.aim)
    default: return true
    }
  }

  /// Whether words set out what a unit tells that else only says whom and where a plan is for: "Mở 06
  /// lớp", "Phấn đấu …".
  private func setsOut(_ targets: [Target], in leaf: FactLeaf) -> Bool {
    // "Hộ được hỗ trợ xây 01 nhà tiêu" only tells whom.
    // "Mỗi tổ cử ít nhất 02 thí sinh" tells what each is to do.
    targets.contains { target in
      guard let action = target.action else { return false }
      return target.comparator == .ge && opensWithEach(target, in: leaf)
        || target.text.hasPrefix(action)
    }
      || strives(leaf)
  }

  /// Whether a target is how many must come: "bảo đảm ít nhất 90% hội viên tham dự".
  private func tellsAttendance(_ target: Target, in leaf: FactLeaf) -> Bool {
    leaf.matches.contains {
      meaning($0) == .goal && value("kind", of: $0) == "attendance"
        && span(leaf.tokens, $0.start..<$0.end).end > target.span.start
        && span(leaf.tokens, $0.start..<$0.end).start < target.span.end
    }
  }

  /// Whether a leaf says that something is striven for: "Phấn đấu …".
  private func strives(_ leaf: FactLeaf) -> Bool {
    leaf.matches.contains { meaning($0) == .aim && value("kind", of: $0) == "strive" }
  }

  /// Whether a leaf begins with a share of the rooms, houses or the like that are equipped.
  private func equips(_ leaf: FactLeaf) -> Bool {
    leaf.matches(from: 0, to: 2).contains {
      meaning($0) == .goal && value("kind", of: $0) == "equipped"
    }
  }

  /// Whether the words of a target begin with those that it is set for: "Mỗi tổ dân phố".
  private func opensWithEach(_ target: Target, in leaf: FactLeaf) -> Bool {
    leaf.matches.contains {
      meaning($0) == .aim && value("kind", of: $0) == "each"
        && Int(leaf.tokens[$0.start].start) == target.span.start
    }
  }

  /// Whether a cell begins with a verb and its count: "Tổ chức 1-2 buổi tập huấn".
  private func opensWithCount(_ cell: FactLeaf) -> Bool {
    guard let first = cell.tokens.firstIndex(where: { $0.kind != .mark }) else { return false }
    return cell.matches(from: first, to: first + 1).contains {
      meaning($0) == .action && value("kind", of: $0) == nil && $0.end - $0.start <= 4
    }
  }

  /// Whether the cell of what comes out begins with a share, a measure or a bound: "Ít nhất 03 lớp
  /// được mở", "100% cơ sở có điện", "Tỷ lệ huy động công suất 50%".
  private mutating func opensWithOutcome(_ cell: FactLeaf) -> Bool {
    guard let first = cell.tokens.firstIndex(where: { $0.kind != .mark }) else { return false }
    return cell.matches(from: first, to: first + 1).contains { match in
      switch meaning(match) {
      case .measured: value("kind", of: match) == nil
      case .quantity: value("kind", of: match) == "percent"
      case .beforeNumber:
        captures(of: match, cell.tokens).contains { $0.name == "least" || $0.name == "noless" }
      default: false
      }
    }
      || isRange(cell, at: first)
        && cell.matches.contains { meaning($0) == .act && value("kind", of: $0) == "passive" }
  }

  /// Whether a cell begins with a range: "02 - 03 dự án được quyết định đầu tư".
  private func isRange(_ cell: FactLeaf, at first: Int) -> Bool {
    first + 2 < cell.tokens.count && cell.tokens[first].kind == .number
      && isDash(cell.tokens[first + 1]) && cell.tokens[first + 2].kind == .number
  }

  /// The parts of a cell that begin so: "Danh mục được duyệt; ít nhất 03 dự án khởi công".
  private mutating func outcomes(_ cell: FactLeaf) -> [FactLeaf] {
    guard cell.tells(.quantity) else { return [] }
    var result: [FactLeaf] = []
    for clause in clauses(cell.tokens).dropFirst().prefix(Self.mostOutcomes) {
      let tokens = Array(cell.tokens[clause])
      guard tokens.contains(where: { $0.kind == .number }) else { continue }
      let matches = phrases(tokens)
      let part = FactLeaf(
        kind: cell.kind, zone: cell.zone, node: cell.node, source: cell.source, role: cell.role,
        ancestors: cell.ancestors, tokens: tokens, matches: matches,
        meanings: meanings(of: matches), times: [])
      if opensWithOutcome(part) { result.append(part) }
    }
    return result
  }

  /// How many parts of a cell are looked at.
  private static var mostOutcomes: Int { 16 }

  // MARK: Titles that run into an amount

  /// Whether a paragraph only tells the amount of what the title before it names.
  private mutating func namesAmount(_ title: FactLeaf, _ paragraph: FactLeaf) -> Bool {
    guard title.tokens.count <= TargetSurroundings.longestHeading, runsInto(title, paragraph)
    else { return false }
    guard let amount = quantities(paragraph).first else {
      return namesFigure(title, paragraph)
    }
    // "Tỷ lệ dân số dùng nước máy: năm 2026 đạt 61,5%; năm 2027 đạt 66%"
    let strive = strivingEnd(paragraph)
    let start = times(paragraph).range(at: strive)?.upperBound ?? strive
    guard paragraph.tokens[start..<max(amount.lead, start)].allSatisfy({ $0.kind == .mark }) else {
      return false
    }
    // "Nuôi ong: 450 đàn": what is counted is named behind the number; but "Kết nạp đảng viên mới: 5
    // đồng chí".
    let isWork =
      amount.end >= paragraph.tokens.count - 1 && title.tokens.count > 3
      && ["action-verbs", "weak-verbs"].contains { list in
        grammar.list(list).map { grammar.entry(in: $0, title.tokens, at: 0) != nil } ?? false
      }
    // "Giáo viên dạy giỏi: 12 đồng chí": nothing else is told.
    let isAlone = paragraph.tokens[amount.end...].allSatisfy { $0.kind == .mark }
    // "Khám bệnh: 85.000 lượt": the noun names nothing.
    if amount.kind == .count, amount.bareNoun == nil, !isWork, !isAlone || title.tokens.count <= 3,
      !title.matches.contains(where: {
        $0.start == 0 && meaning($0) == .measured && value("kind", of: $0) == nil
      })
    {
      return false
    }
    // "Tuyên truyền: 100% hộ dân được tập huấn" is whole without its title.
    return amount.end == paragraph.tokens.count || paragraph.tokens[amount.end].kind == .mark
      || endsPhrase(paragraph, at: amount.end)
  }

  /// Whether words begin at a token that end what is measured: "Giảm số vụ cháy: 10% so với năm 2025".
  private func endsPhrase(_ paragraph: FactLeaf, at place: Int) -> Bool {
    paragraph.matches(from: place, to: place + 1).contains {
      meaning($0) == .phraseEnd && value("scope", of: $0) == "all"
    }
  }

  /// Whether a paragraph is a figure that only the measure before it makes one: "Số vụ cháy, nổ: 0",
  /// "Tuổi thọ trung bình: 75 tuổi".
  private mutating func namesFigure(_ title: FactLeaf, _ paragraph: FactLeaf) -> Bool {
    guard let number = paragraph.tokens.first, number.kind == .number,
      paragraph.tokens.count <= 8,
      title.matches(from: 0, to: 1).contains(where: {
        meaning($0) == .measured && value("kind", of: $0) == nil
      })
    else { return false }
    let whole = joined(title, paragraph)
    guard let amount = quantities(whole).last else { return false }
    return whole.tokens[amount.end...].allSatisfy { $0.kind == .mark }
  }

  /// Where "phấn đấu" ends that begins a paragraph: "Về doanh thu: phấn đấu đạt 50 tỷ đồng".
  private func strivingEnd(_ paragraph: FactLeaf) -> Int {
    paragraph.matches(from: 0, to: 1).first {
      meaning($0) == .aim && value("kind", of: $0) == "strive"
    }?.end ?? 0
  }

  /// A paragraph read together with the title before it.
  private mutating func joined(_ title: FactLeaf, _ paragraph: FactLeaf) -> FactLeaf {
    var end = title.tokens.count
    while end > 0, title.tokens[end - 1].kind == .mark { end -= 1 }
    // "**Chuyên cần:** 98%": the marks that set letters part nothing.
    let between = allTokens(
      ByteSpan(Int(title.tokens[end - 1].end), Int(paragraph.tokens[0].start))
    ).filter { !isMark($0, 0x2A) && !isMark($0, 0x5F) }
    let tokens = title.tokens[..<end] + between + paragraph.tokens
    let matches = phrases(tokens)
    return FactLeaf(
      kind: title.kind, zone: title.zone, node: title.node, source: title.source, role: title.role,
      ancestors: title.ancestors, tokens: tokens, matches: matches,
      meanings: meanings(of: matches),
      times: title.times + paragraph.times.map { $0.moved(by: end + between.count) })
  }

  // MARK: What stands above a leaf

  /// What the headings above each leaf say of its targets.
  private mutating func surroundings(
    _ leaves: FactLeaves, after line: inout GoalLine?
  ) -> [TargetSurroundings] {
    var result: [TargetSurroundings] = []
    result.reserveCapacity(leaves.all.count)
    // What a leaf says to those below it.
    var below: [TargetSurroundings] = []
    below.reserveCapacity(leaves.all.count)
    for place in leaves.indices {
      let leaf = leaves[place]
      var around = leaf.ancestors.last.map { below[$0 - leaves.first] } ?? TargetSurroundings()
      line = goalLine(leaf, after: line, around)
      if let line, line.ancestors == leaf.ancestors { around = line.around }
      if leaf.kind == .heading, leaf.source?.role == .situation { around.isPast = true }
      if leaf.role == .situation { around.isPast = true }
      if leaf.role?.setsGoals ?? false || leaf.role == .vision {
        around.isGoal = true
        // "2. Mục tiêu" under "Bối cảnh và mục tiêu" is of what comes.
        around.isPast = false
      }
      result.append(around)
      var inside = around
      switch leaf.kind {
      case .heading, .item: read(leaf, place, into: &inside)
      default: break
      }
      below.append(inside)
    }
    return result
  }

  /// Adds what a heading or a lead-in says to those below it.
  private mutating func read(
    _ leaf: FactLeaf, _ place: Int, into around: inout TargetSurroundings
  ) {
    guard let source = leaf.source, !source.children.isEmpty,
      leaf.tokens.count <= TargetSurroundings.longestHeading, let last = leaf.tokens.last,
      let first = leaf.tokens.first,
      Int(last.end) - Int(first.start) <= TargetSurroundings.longestName
    else { return }
    let goals = leaf.matches.filter { meaning($0) == .goal }.map { value("kind", of: $0) ?? "" }
    if goals.contains("nothing") { around.setsNothing = true }
    let isGoal = goals.contains { !Self.noGoals.contains($0) }
    if isGoal { around.isGoal = true }
    // "Mục tiêu cụ thể" and "Năm 2026" complete no indicator.
    let time = times(leaf).latest
    // nor does "Nhiệm vụ"; but "Kết quả rèn luyện" does.
    let role = lineMatches(leaf.tokens).first { meaning($0) == .role }
    let tellsRole = role.map { value("measured", of: $0) == nil } ?? false
    // but "Cơ cấu kinh tế đến năm 2030" does.
    let isMeasure = leaf.matches(from: 0, to: 1).contains {
      meaning($0) == .measured && ["", "whole"].contains(value("of", of: $0) ?? "")
    }
    around.subject = isGoal || time != nil && !isMeasure || tellsRole ? nil : place
    if let time { around.time = time }
  }
}
