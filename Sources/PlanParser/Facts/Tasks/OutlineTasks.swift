import PlanModel
import PlanText

/// The units of the outline that are tasks.
extension PlanReader {
  /// Adds the task that a unit is: one that labels tell of, or a lowest unit of a section that
  /// lists tasks or solutions.
  mutating func readTask(
    at index: Int, of leaves: FactLeaves, _ units: LabelledUnits, _ heads: inout TaskHeads,
    year: Int?
  ) {
    let leaf = leaves[index]
    let above = leaf.ancestors.last.map { leaves[$0] }
    guard let node = leaf.source, leaf.zone == .body || leaf.zone == .appendix,
      !leaf.tokens.isEmpty, !units.lines.contains(index)
    else { return }
    let fields = units.fields[index]
    let listed = lists(leaf.role)
    if let fields {
      // "Thời gian: 01 ngày" alone tells of a meeting, not of a task.
      let hands = !fields.lead.isEmpty || !fields.support.isEmpty
      // "II. CHỦ ĐỀ, THỜI GIAN" above "- Thời gian: …" tells of the whole plan.
      let isOfWhole = leaf.kind == .heading && leaf.ancestors.isEmpty && namesTime(leaf)
      // A day, or a label of work, makes a unit of any section a task, not a section of them.
      let time = fields.time ?? fields.start
      let dated =
        leaf.role == .other && leaf.kind != .paragraph
        && (time?.value != nil || fields.isOfWork)
        && node.children.allSatisfy { $0.type != .section }
        && !isOfWhole
      // "I. NỘI DUNG HỘI THI" above "- Thời gian: …" and "- Địa điểm: …" names a topic.
      let isTopic =
        leaf.kind == .heading && leaf.ancestors.isEmpty && fields.output == nil
      guard hands || listed || leaf.role == .content && !isTopic || dated else { return }
      if handsOut(leaf) { return }
    } else {
      let isLowest = leaf.isLowest || leaf.kind == .item && units.detailed.contains(index)
      guard listed, isLowest, !announces(leaf), !onlyPoints(leaf), !addsUp(leaf) else {
        return
      }
      // "II. NHIỆM VỤ TRỌNG TÂM" with nothing below names tasks and is none.
      if leaf.kind == .heading, leaf.ancestors.isEmpty { return }
      // "Giá sách phải có biển tên." below "a) Lắp đặt giá sách.": it only adds to the task above.
      if let above, leaf.kind == .paragraph, above.kind == .item, !above.tokens.isEmpty,
        !announces(above), !opensWithVerb(leaf)
      {
        return
      }
    }
    var task = PlanTask(
      origin: .body, text: "", node: leaf.node, span: span(leaf), rule: node.rule)
    task.$text = node.excerpt
    if let fields {
      if let place = content(of: leaf, at: index, fields, leaves), let told = leaves[place].source {
        task.$text = told.excerpt
        (task.node, task.span) = (leaves[place].node, span(leaves[place]))
      }
      task.lead = fields.lead
      task.support = fields.support
      task.time = whole(fields)
      task.output = fields.output
      task.rule = traced(fields.rule) ?? task.rule
      if let end = fields.textEnd {
        let own = trimmed(0..<end, leaf.tokens, .none)
        if !own.isEmpty { task.$text = folder.excerpt(self.span(leaf.tokens, own)) }
      }
    }
    if fields == nil, let above, let time = onlyTime(leaf, under: above, year: year) {
      task.time = time
      if let title = above.source { task.$text = title.excerpt }
      (task.node, task.span) = (above.node, span(above))
    }
    if task.lead.isEmpty { chargeInText(&task, leaf) }
    chargeFromAbove(&task, leaf, leaves, &heads)
    task.time =
      task.time ?? dueInText(leaf, year: year) ?? dueInBracket(leaf)
      ?? timeOfHeading(above: leaf, leaves)
    plan.tasks.append(task)
  }

  /// Whether an item only leads into who does what: "- Phân công nhiệm vụ:" above "+ Phụ trách chung: …".
  private mutating func handsOut(_ leaf: FactLeaf) -> Bool {
    guard leaf.kind == .item, let last = leaf.tokens.last, isMark(last, 0x3A) else { return false }
    return lineMatches(Array(leaf.tokens.dropLast())).contains {
      meaning($0) == .role && value("role", of: $0) == "assignment" && value("work", of: $0) == nil
    }
  }

  /// The leaf that tells the task of a section whose own title says only that it is one: "Nội dung:
  /// Kiểm kê trạm bơm".
  private mutating func content(
    of leaf: FactLeaf, at index: Int, _ fields: TaskFields, _ leaves: FactLeaves
  ) -> Int? {
    guard leaf.kind == .heading, leaf.tokens.count < 8 else { return nil }
    let titles = lineMatches(leaf.tokens)
    if titles.contains(where: { value("field", of: $0) == "text" && meaning($0) == .taskHeading }) {
      let next = index + 1
      guard next < leaves.end, leaves[next].kind == .paragraph,
        leaves[next].ancestors.last == index
      else { return nil }
      return next
    }
    return titles.contains { meaning($0) == .role } ? fields.content : nil
  }

  /// The time that is all that stands behind the colon of a task's title.
  ///
  /// "Kiểm tra, giám sát: Định kỳ hằng quý."
  private mutating func onlyTime(
    _ leaf: FactLeaf, under above: FactLeaf, year: Int?
  ) -> TimeExpression? {
    guard leaf.kind == .paragraph, above.kind == .heading, above.source?.children.count == 1,
      leaf.tokens.count <= 16
    else { return nil }
    let words = trimmed(0..<leaf.tokens.count, leaf.tokens, .none)
    guard !words.isEmpty, let time = time(leaf, in: words, year: year),
      time.value != nil || time.repeat != nil,
      leaf.times(in: words).contains(where: { $0.range == words })
    else { return nil }
    return time
  }

  /// Whether the heading of a section names the time of what the plan is about.
  private func namesTime(_ leaf: FactLeaf) -> Bool {
    guard let words = grammar.list("time-titles") else { return false }
    return leaf.tokens.indices.contains { grammar.entry(in: words, leaf.tokens, at: $0) != nil }
  }

  private func span(_ leaf: FactLeaf) -> ByteSpan { span(leaf.tokens, 0..<leaf.tokens.count) }

  /// Whether a unit begins with the verb of a duty.
  func opensWithVerb(_ leaf: FactLeaf) -> Bool {
    let isCounted = ["action-verbs", "weak-verbs"].contains { list in
      grammar.list(list).map { grammar.entry(in: $0, leaf.tokens, at: 0) != nil } ?? false
    }
    return isCounted
      || leaf.matches(from: 0, to: 1).contains { match in
        switch meaning(match) {
        case .act, .charge, .report: true
        // "Nhiệm vụ" alone hands nothing out.
        case .handOut: match.end < leaf.tokens.count
        default: false
        }
      }
  }

  /// Whether a short line without a verb heads the bullets behind it: "Nhóm 1: Sản xuất".
  func headsBullets(_ leaf: FactLeaf, before next: FactLeaf?) -> Bool {
    guard leaf.kind == .paragraph, lists(leaf.role), let next, next.kind == .item,
      next.ancestors == leaf.ancestors, let last = leaf.tokens.last, leaf.tokens.count <= 12,
      last.kind == .syllable || last.kind == .number, !opensWithVerb(leaf)
    else { return false }
    return !leaf.tells(.taskLabel)
  }

  /// Whether a unit only announces others ("như sau:").
  private func announces(_ leaf: FactLeaf) -> Bool {
    isMark(leaf.tokens[leaf.tokens.count - 1], 0x3A)
  }

  /// Whether a unit only points elsewhere: "(Chi tiết tại Phụ lục kèm theo)", or all of it stands in
  /// brackets.
  private mutating func onlyPoints(_ leaf: FactLeaf) -> Bool {
    if leaf.kind == .paragraph, leaf.tokens.count < 24, isMark(leaf.tokens[0], 0x28),
      isMark(leaf.tokens[leaf.tokens.count - 1], 0x29)
    {
      return true
    }
    return leaf.tokens.count < 24 && lineMatches(leaf.tokens).contains { meaning($0) == .noDuty }
  }

  /// Whether a unit only adds a table up: "Tổng cộng: 02 nhiệm vụ".
  private mutating func addsUp(_ leaf: FactLeaf) -> Bool {
    leaf.kind == .paragraph && leaf.tokens.count < 12
      && lineMatches(leaf.tokens).contains { meaning($0) == .total }
  }

  /// "Giao Sở Tài chính chủ trì, phối hợp với Sở Y tế …": the unit itself says who leads.
  private mutating func chargeInText(_ task: inout PlanTask, _ leaf: FactLeaf) {
    let words = bodyWords(leaf)
    guard let clause = clauses(leaf.tokens).first else { return }
    if chargeHandedOut(&task, clause, leaf, words) { return }
    let handed = handedInBracket(leaf, words)
    if !handed.lead.isEmpty {
      task.lead = handed.lead.map { text($0, leaf.tokens) }
      task.support += handed.support.map { text($0, leaf.tokens) }
      return
    }
    guard !words.charges.isEmpty else { return }
    if let inside = chargingBracket(leaf, words) {
      // "Tổ chức hội nghị (Phòng Kinh tế chủ trì, Công an xã phối hợp; hoàn thành …)"
      let (lead, support) = bodies(of: leaf, in: inside, words)
      task.lead = lead
      task.support += support
      return
    }
    guard let (list, _) = subject(of: clause, leaf.tokens, words), list.stopped else {
      chargeInNext(&task, leaf, words)
      return
    }
    let duty = duty(
      of: clause, from: list.end, otherwise: .responsible, leaf.tokens, words)
    guard duty.role == .lead else { return }
    task.lead = list.bodies.map { text($0, leaf.tokens) }
    task.support += duty.partners.map { text($0, leaf.tokens) }
  }

  /// Takes the bodies to whom a unit hands its work out: "Giao Văn phòng tham mưu kế hoạch"; false when
  /// it hands none out, or says more of who leads.
  private mutating func chargeHandedOut(
    _ task: inout PlanTask, _ clause: Range<Int>, _ leaf: FactLeaf, _ words: BodyWords
  ) -> Bool {
    guard let hand = words.handOuts[0], words.handOutsToBodies.contains(hand),
      let (list, handedOut) = subject(of: clause, leaf.tokens, words), handedOut, list.stopped,
      list.bodies.first?.lowerBound == hand
    else { return false }
    let duty = duty(of: clause, from: list.end, otherwise: .responsible, leaf.tokens, words)
    guard duty.role == .responsible else { return false }
    task.lead = list.bodies.map { text($0, leaf.tokens) }
    task.support += duty.partners.map { text($0, leaf.tokens) }
    return true
  }

  /// Takes who is charged from a later sentence or clause.
  ///
  /// "Rà soát hộ nghèo. Giao Phòng Kinh tế chủ trì, các thôn phối hợp", "Rà soát hộ nghèo. Phòng Kinh tế
  /// chịu trách nhiệm, xong trước 30/6", "Rà soát hộ nghèo; Phòng Kinh tế chủ trì", "Rà soát hộ nghèo -
  /// Phòng Kinh tế chủ trì", "Rà soát hộ nghèo, giao Phòng Kinh tế chủ trì"
  private mutating func chargeInNext(_ task: inout PlanTask, _ leaf: FactLeaf, _ words: BodyWords) {
    for clause in laterClauses(leaf.tokens, words) {
      let mark = leaf.tokens[clause.lowerBound - 1]
      guard let (list, _) = subject(of: clause, leaf.tokens, words), list.stopped,
        let first = list.bodies.first
      else { continue }
      let place = words.charge(from: list.end)
      guard place < words.charges.count, case let charge = words.charges[place],
        charge.range.lowerBound == list.end,
        charge.role == .lead
          || charge.role == .responsible && isMark(mark, 0x2E)
            && closes(charge.range.upperBound, leaf.tokens)
      else { continue }
      task.lead = list.bodies.map { text($0, leaf.tokens) }
      let duty = duty(of: clause, from: list.end, otherwise: .responsible, leaf.tokens, words)
      let others = bodies(of: leaf, in: first.lowerBound..<clause.upperBound, words).support
      task.support +=
        duty.partners.isEmpty ? others : duty.partners.map { text($0, leaf.tokens) }
      return
    }
  }

  /// The clauses of a unit behind its first, and what stands in the first behind a dash or behind a
  /// comma with words that hand work out.
  private func laterClauses(_ tokens: [Token], _ words: BodyWords) -> [Range<Int>] {
    let all = clauses(tokens)
    guard let first = all.first else { return [] }
    let inner = first.dropFirst(2).last { place in
      if isMark(tokens[place - 1], 0x2C) { return words.handOuts[place - 1] != nil }
      return isDash(tokens[place - 1]) && tokens[place - 1].shape.contains(.spaced)
        && tokens[place].shape.contains(.spaced) && words.heads[place] != nil
    }
    return (inner.map { [$0..<first.upperBound] } ?? []) + all.dropFirst().prefix(2)
  }

  /// Whether a mark or the end stands behind a word that charges.
  private func closes(_ place: Int, _ tokens: [Token]) -> Bool {
    place >= tokens.count || isMark(tokens[place], 0x2C) || isMark(tokens[place], 0x2E)
  }
}
