import PlanModel
import PlanText

/// Reads who is charged with what (phân công) in the sections that hand duties out.
extension PlanReader {
  /// Reads the assignments out of the leaves; `labelled` are the places of those that label a task:
  /// "Cơ quan chủ trì: …" belongs to the unit above.
  mutating func readAssignments(
    _ leaves: FactLeaves, besides labelled: Set<Int>, _ context: inout AssignmentContext
  ) {
    context.beginPart(unknown: unknownHeads(leaves))
    for index in leaves.indices {
      if let head = ordered(by: leaves[index]) {
        context.roleLine(index, leaves[index], head)
      } else if !labelled.contains(index), readHeadedJob(leaves[index], leaves, context) {
        continue
      } else if !labelled.contains(index), tellsDuty(leaves[index], leaves, context) {
        readDuties(leaves[index], index, &context)
      }
    }
  }

  /// Whether duties are told in a leaf.
  private mutating func tellsDuty(
    _ leaf: FactLeaf, _ leaves: FactLeaves, _ context: AssignmentContext
  ) -> Bool {
    guard !leaf.tokens.isEmpty, leaf.zone == .body || leaf.zone == .appendix || leaf.isOrdered
    else { return false }
    guard
      leaf.role == .assignment || leaf.role == .implementation || leaf.isOrdered
        || isDeciding(leaf, leaves) || context.charges(leaf)
    else { return false }
    switch leaf.kind {
    case .heading, .item, .paragraph: break
    case .title, .cell: return false
    }
    // "Sở Y tế trân trọng cảm ơn./."
    if leaf.tells(.closing),
      leaf.matches.contains(where: {
        meaning($0) == .closing && $0.start < PlanReader.thankingWords
      })
    {
      return false
    }
    // "(Kèm theo Phụ lục …)"
    let matches = lineMatches(Array(leaf.tokens.prefix(48)))
    return !matches.contains { meaning($0) == .noDuty }
  }

  private mutating func readDuties(
    _ leaf: FactLeaf, _ index: Int, _ context: inout AssignmentContext
  ) {
    let whole = dutyUnit(leaf)
    let (tokens, words) = (whole.tokens, whole.words)
    let clauses = withHelpersApart(
      withWholePartners(whole.clauses, tokens, words), tokens, words)
    let unit = DutyUnit(tokens: tokens, words: words, clauses: clauses)
    guard !unit.clauses.isEmpty else { return }
    let above = context.bodies(above: leaf)
    if above != nil, onlyLeadsIn(unit, leaf) {
      // "Thực hiện các nhiệm vụ sau:" charges with nothing of its own.
      return
    } else if let above, let head = roleLeadIn(unit, leaf, under: above) {
      context.roleLine(index, leaf, head)
    } else if let above, leaf.kind != .heading, leaf.isLowest,
      unit.words.invites && !above.isSeveral || opensWithLeading(unit)
    {
      readInherited(above, unit, leaf)
    } else if let above, unit.words.chargesStaff, leaf.kind != .heading, leaf.isLowest {
      readInherited(above, unit, leaf)
    } else if let addressee = addressee(unit, leaf, context) {
      readInherited(addressee, unit, leaf)
    } else if let found = subject(of: unit, under: above).flatMap({
      above?.isNamed == true && isOffice($0.list, unit, leaf) ? nil : $0
    })
      ?? (above == nil ? labelled(unit, leaf) : nil)
      ?? (context.unknown.contains(index) ? wholeHead(unit) : nil)
      ?? officeHeading(unit, leaf).map({ ($0, false) })
    {
      var list = wholeHeading(found.list, unit, leaf) ?? found.list
      if leaf.kind != .heading, leaf.isLowest,
        isMark(unit.tokens[unit.tokens.count - 1], 0x2E), !isWholeLabel(list, unit)
      {
        list = withoutDuty(list, unit.tokens, unit.words) ?? list
      }
      let apart = list.stopped ? withBodiesApart(unit, from: list.end) : unit
      readOwn(list, found.handedOut, apart, leaf, index, &context)
    } else if above == nil, readHandedJob(unit, leaf) {
      return
    } else if isLine(unit, leaf) {
      // "Chế độ báo cáo": a heading that lost its number and names nobody.
      context.line(leaf, nil)
    } else if let above, leaf.kind != .heading, leaf.isLowest,
      !above.sentence || unit.words.stops.contains(0) || unit.words.opening != nil,
      !judges(unit)
    {
      if let list = ordered(in: unit, leaf) {
        readOwn(list, true, unit, leaf, index, &context)
        let words = unit.words
        if !words.stops.contains(0) || words.adverbs[0] != nil || words.scopes.contains(0) {
          return
        }
      }
      readInherited(above, unit, leaf)
    }
  }

  /// Who is asked above a unit that begins with whom its work is about, outside of the sections that
  /// hand duties out: "Đề nghị Phòng Kinh tế:" over "+ Đối với Chi bộ Nà Lịm: Sửa …".
  func addressee(
    _ unit: DutyUnit, _ leaf: FactLeaf, _ context: AssignmentContext
  ) -> AssignmentContext.Head? {
    guard unit.words.opensWithMatter, leaf.kind == .item, leaf.isLowest, leaf.role != .assignment,
      leaf.role != .implementation
    else { return nil }
    return context.addressee(above: leaf)
  }

  /// The bodies that a unit is about; of one that stands alone, those of a later sentence too.
  private func subject(
    of unit: DutyUnit, under above: AssignmentContext.Head?
  ) -> (list: BodyList, handedOut: Bool)? {
    let isUnderBody = above?.sentence == false
    // "Đề nghị cấp có thẩm quyền khen thưởng …": what the body above does.
    if isUnderBody, unit.words.proposes { return nil }
    if let found = subject(
      of: unit.clauses[0], unit.tokens, unit.words, isUnderBody: isUnderBody)
    {
      if isUnderBody, above?.isSeveral == false, tellsMatterAlone(found.list, unit) { return nil }
      return found
    }
    guard above == nil else { return nil }
    // "Kế hoạch này được lồng ghép …. Các thành viên Tổ công tác triển khai …"
    for clause in unit.clauses.dropFirst().prefix(3) {
      if let found = subject(of: clause, unit.tokens, unit.words), found.list.stopped {
        return found
      }
      // "…. Hằng năm, các đơn vị được giao nhiệm vụ có trách nhiệm lập dự toán."
      if isMark(unit.tokens[clause.lowerBound - 1], 0x2E),
        let list = listBehindWhen(clause, unit.tokens, unit.words)
      {
        return (list, false)
      }
    }
    return nil
  }

  /// The bodies behind the few words and the comma that tell when a sentence holds, where a word
  /// says that they have a duty.
  private func listBehindWhen(
    _ clause: Range<Int>, _ tokens: [Token], _ words: BodyWords
  ) -> BodyList? {
    let opening = clause.prefix(Self.longestWhen)
    guard let comma = opening.first(where: { isMark(tokens[$0], 0x2C) }),
      !(clause.lowerBound..<comma).contains(where: { words.heads[$0] != nil }),
      let list = bodyList(at: comma + 1, before: clause.upperBound, tokens, words), list.stopped
    else { return nil }
    let charge = words.charge(from: list.end)
    guard charge < words.charges.count, words.charges[charge].range.lowerBound == list.end else {
      return nil
    }
    return list
  }

  /// How many tokens may tell when, before the bodies of a sentence.
  private static var longestWhen: Int { 12 }

  /// Whoever a colon parts from a duty in a section that hands duties out, though no rule knows the
  /// name: "Nhóm hậu cần: Chuẩn bị nước uống".
  private func labelled(_ unit: DutyUnit, _ leaf: FactLeaf) -> (list: BodyList, handedOut: Bool)? {
    guard leaf.role == .assignment, leaf.kind == .item, !leaf.tells(.noBody),
      unit.tokens[0].shape.contains(.capitalized),
      let colon = unit.tokens.prefix(Self.longestLabel).firstIndex(where: { $0.kind == .mark }),
      isMark(unit.tokens[colon], 0x3A), colon > 1, opensDuty(colon, unit),
      !(0..<colon).contains(where: { unit.words.stops.contains($0) })
    else { return nil }
    return (BodyList(bodies: [0..<colon], end: colon, stopped: false), false)
  }

  /// Whether a list is one person, whom a colon parts from a duty: "Phó Hiệu trưởng phụ trách chuyên
  /// môn: Chỉ đạo …".
  private func isWholeLabel(_ list: BodyList, _ unit: DutyUnit) -> Bool {
    guard list.bodies.count == 1, isMark(unit.tokens[min(list.end, unit.tokens.count - 1)], 0x3A),
      let kind = unit.words.heads[list.bodies[0].lowerBound]?.kind,
      kind == .person || kind == .named && list.end <= Self.longestName
    else { return false }
    return opensDuty(list.end, unit)
  }

  /// How many tokens a name that no rule knows may have before its colon.
  private static var longestLabel: Int { 8 }

  /// A heading over duties that is a name for several bodies: "Các đơn vị sử dụng bến đò", in which
  /// a verb tells which bodies they are; `nil` for other headings.
  private mutating func wholeHeading(_ list: BodyList, _ unit: DutyUnit, _ leaf: FactLeaf)
    -> BodyList?
  {
    guard leaf.kind == .heading, leaf.source?.children.isEmpty == false else { return nil }
    if let whole = wholeTeam(list, unit) ?? officeHeading(unit, leaf) { return whole }
    guard list.stopped, list.bodies.count == 1, unit.tokens.count <= Self.longestHeading,
      unit.clauses.count == 1,
      unit.words.charges.isEmpty, unit.words.partners.isEmpty,
      unit.tokens[unit.tokens.count - 1].kind == .syllable
    else { return nil }
    let start = list.bodies[0].lowerBound
    guard let kind = unit.words.heads[start]?.kind,
      kind == .group || kind == .bare || kind == .person && unit.words.offices.contains(list.end)
        || kind == .named && goesOnBehindComma(list, unit.tokens, unit.words),
      kind == .named || unit.tokens.count <= Self.longestName
    else { return nil }
    return BodyList(
      bodies: [start..<unit.tokens.count], end: unit.tokens.count, stopped: false)
  }

  /// How many tokens a heading that is the name of one body may have.
  private static var longestHeading: Int { 20 }

  /// How many tokens the name of several bodies in a heading may have.
  private static var longestName: Int { 12 }

  /// Whether a leaf is a short line without a full stop that says nothing to do.
  private func isLine(_ unit: DutyUnit, _ leaf: FactLeaf) -> Bool {
    leaf.kind == .paragraph && (leaf.source?.children.isEmpty ?? true) && unit.clauses.count == 1
      && unit.tokens.count < 12 && !isMark(unit.tokens[unit.tokens.count - 1], 0x2E)
      && !unit.words.stops.contains(0)
  }

  /// Whether a unit begins with a body that judges or agrees.
  private func judges(_ unit: DutyUnit) -> Bool {
    guard !unit.words.judgements.isEmpty else { return false }
    // "Đã báo cáo UBND tỉnh tại …"
    if unit.words.judgements.contains(0) { return true }
    guard let list = bodyList(at: 0, before: unit.tokens.count, unit.tokens, unit.words)
    else { return false }
    return unit.words.judgements.contains(list.end)
  }

  // MARK: Units that name their bodies

  private mutating func readOwn(
    _ list: BodyList, _ handedOut: Bool, _ unit: DutyUnit, _ leaf: FactLeaf, _ index: Int,
    _ context: inout AssignmentContext
  ) {
    let tokens = unit.tokens
    let names =
      repeatedBodies(list, under: context.bodies(above: leaf), unit)
      ?? bodyNames(list, tokens, unit.words)
    let place = unit.clauses.firstIndex { $0.upperBound >= list.end } ?? unit.clauses.count - 1
    var duty = duty(
      of: unit.clauses[place], from: list.end, otherwise: .responsible, tokens, unit.words)
    leadLater(&duty, behind: place, unit)
    // "Sở Nội vụ (chủ trì) phối hợp với Sở Tài chính"
    if duty.role == .responsible, !duty.partners.isEmpty,
      let role = AssignmentContext.Head.role(bracketedCharge(list, tokens, unit.words))
    {
      duty.role = role
    }
    duty.rule = duty.rule ?? rule(of: list, unit)
    let by = words(by: list, unit) ?? words(givingTo: list, unit)
    let whole = !list.stopped && list.end >= tokens.count - 1 && by == nil
    let lowest = leaf.isLowest || leaf.isSentenceHeading
    if whole || !lowest {
      let last = tokens[tokens.count - 1]
      var head = AssignmentContext.Head(
        bodies: names, role: duty.role, rule: rule(of: list, unit),
        sentence: list.stopped && !isMark(last, 0x3A))
      head.isNamed =
        list.bodies.count == 1 && unit.words.heads[list.bodies[0].lowerBound]?.isNamed == true
      head.isSeveral =
        list.bodies.count == 1 && unit.words.heads[list.bodies[0].lowerBound]?.kind == .group
      if names.count > 1, let charges = bracketedCharges(list, tokens, unit.words) {
        head.charges = charges
        head.sentence = false
      }
      if let role = bracketedCharge(list, tokens, unit.words) {
        head.charge = role
        head.sentence = false
      }
      // "Phòng Kinh tế chủ trì, phối hợp với các thôn:" says it of all below.
      if saysNoWork(from: duty.start, unit) {
        head.partners = duty.partners.map { text($0, tokens) }
      }
      context.head(index, head)
      if whole, lowest, leaf.kind == .paragraph, tokens.count < 30 {
        // A heading that lost its number: what follows beside it is under it.
        (head.role, head.sentence) = (.responsible, false)
        context.line(leaf, head)
      }
      // "2. Văn phòng soạn lịch gặt." over bullets is an order of its own.
      let orders = leaf.kind == .item && isMark(last, 0x2E)
      if duty.explicit || orders, list.stopped, !saysNoWork(from: duty.start, unit) {
        let first = plan.assignments.count
        tell(duty, names, unit, leaf)
        let own = DutyUnit(tokens: tokens, words: unit.words, clauses: [unit.clauses[place]])
        tellLaterPartners(duty, own, leaf, toldFrom: first)
      }
      return
    }
    if leaf.source?.children.isEmpty == false {
      // A sentence with paragraphs behind it, which may be about others.
      context.head(
        index,
        AssignmentContext.Head(
          bodies: names, role: duty.role, rule: rule(of: list, unit), sentence: true))
    }
    // In running text a name ends where a duty begins.
    guard list.stopped || handedOut || opensDuty(list.end, unit) || labels(list, unit, leaf),
      !onlyListsMembers(from: duty.start, unit)
    else { return }
    let first = plan.assignments.count
    // "…; giao Sở Y tế hướng dẫn …": another duty in the same unit, where the one before ends.
    var later: [(clause: Range<Int>, list: BodyList)] = []
    for clause in unit.clauses.dropFirst(place + 1) {
      guard let (next, handedOut) = subject(of: clause, tokens, unit.words),
        next.stopped || opensDuty(next.end, unit),
        handedOut || isCharged(next, in: clause, unit) || self.words(by: next, unit) != nil,
        !(list.stopped && tellsOff(next, in: clause, unit))
      else { continue }
      later.append((clause, next))
    }
    if !later.isEmpty { duty.start = wordsOfDuty(duty, in: unit.clauses[place], unit) }
    if by != nil { duty.start = 0 }
    duty = told(duty, from: list.end, otherwise: .responsible, unit)
    var limit = by ?? later.first?.clause.lowerBound
    if by == nil, let (clause, next) = later.first,
      let shared = sharedWords(duty, with: next, in: clause, unit)
    {
      duty.start = shared
      limit = later.count > 1 ? later[1].clause.lowerBound : nil
    }
    if limit == nil {
      limit = unit.clauses.dropFirst(place + 1).first { closes($0, unit) }?.lowerBound
    }
    if !duty.explicit, let charges = bracketedCharges(list, tokens, unit.words) {
      for (name, charge) in zip(names, charges) {
        duty.role = charge.flatMap { AssignmentRole(rawValue: $0.rawValue) } ?? .responsible
        tell(duty, [name], unit, leaf, before: limit)
      }
    } else {
      tell(duty, names, unit, leaf, before: limit)
    }
    for (index, (clause, next)) in later.enumerated() {
      var other = self.duty(
        of: clause, from: next.end, otherwise: .responsible, tokens, unit.words)
      other.rule = other.rule ?? rule(of: next, unit)
      other.start = wordsOfDuty(other, in: clause, unit)
      var limit = index + 1 < later.count ? later[index + 1].clause.lowerBound : nil
      // "…; công tác y tế do Trạm Y tế phụ trách"
      if let by = self.words(by: next, unit) { (other.start, limit) = (clause.lowerBound, by) }
      let bodies = bodyNames(next, tokens, unit.words)
      tell(other, bodies, unit, leaf, before: limit)
    }
    tellLaterPartners(duty, unit, leaf, toldFrom: first)
  }

  /// Whether a sentence is one with which plans close and asks others, so that it is no more of the
  /// duty before it: "Trong quá trình thực hiện, nếu có vướng mắc, đề nghị các bộ phận báo cáo …".
  private mutating func closes(_ clause: Range<Int>, _ unit: DutyUnit) -> Bool {
    isMark(unit.tokens[clause.lowerBound - 1], 0x2E)
      && clause.contains { unit.words.handOuts[$0] != nil }
      && lineMatch(.closing, Array(unit.tokens[clause])) != nil
  }

  /// Where a duty begins: of "Phòng Kinh tế chủ trì; Công an xã bảo đảm trật tự" with its only word.
  private func wordsOfDuty(_ duty: Duty, in clause: Range<Int>, _ unit: DutyUnit) -> Int {
    guard duty.explicit, duty.partners.isEmpty, duty.start >= clause.upperBound,
      let charge = unit.words.charges.last(where: { $0.range.upperBound <= clause.upperBound }),
      clause.contains(charge.range.lowerBound)
    else { return duty.start }
    return charge.range.lowerBound
  }

  /// The rule that found the first body of a list.
  private func rule(of list: BodyList, _ unit: DutyUnit) -> Int? {
    list.bodies.first.flatMap { unit.words.heads[$0.lowerBound]?.rule }
  }

  /// Whether a colon stands behind the bodies and a duty behind it: "Công an xã, Đoàn Thanh niên:
  /// Bảo đảm trật tự".
  private func opensDuty(_ place: Int, _ unit: DutyUnit) -> Bool {
    guard place + 1 < unit.tokens.count else { return false }
    if isDash(unit.tokens[place]) {
      // "Phòng Kinh tế - cơ quan thường trực Ban Chỉ đạo tham mưu …", "Ông An - Trưởng ban: Chỉ đạo"
      return (place + 1..<min(place + 24, unit.tokens.count)).contains {
        unit.words.stops.contains($0)
          || isMark(unit.tokens[$0], 0x3A) && unit.words.capitalStops.contains($0 + 1)
      }
    }
    guard isMark(unit.tokens[place], 0x3A) else { return false }
    if unit.words.stops.contains(place + 1) || unit.words.capitalStops.contains(place + 1) {
      return true
    }
    // "Tổ Văn - Sử: Ra đề": a verb that no rule names; "Tổ hậu cần: đồng chí Lan" has none.
    let next = unit.tokens[place + 1]
    return next.kind == .syllable && next.shape.contains(.capitalized)
      && unit.words.heads[place + 1] == nil && unit.tokens.count > place + 2
      && !unit.tokens[place + 2].shape.contains(.capitalized)
  }

  /// Whether a later clause of a unit begins with bodies of its own: "Kế toán bố trí kinh phí; công
  /// chức Văn hóa tuyên truyền".
  private func isCharged(_ list: BodyList, in clause: Range<Int>, _ unit: DutyUnit) -> Bool {
    guard let first = list.bodies.first, first.lowerBound - clause.lowerBound <= 1,
      clause.lowerBound > 0,
      isMark(unit.tokens[clause.lowerBound - 1], 0x3B)
        || isMark(unit.tokens[clause.lowerBound - 1], 0x2E)
        || isMark(unit.tokens[clause.lowerBound - 1], 0x2C),
      let head = unit.words.heads[first.lowerBound]
    else { return false }
    return head.kind != .bare || unit.tokens[first.lowerBound].shape.contains(.capitalized)
  }

  /// Adds the assignments of a duty.
  mutating func tell(
    _ duty: Duty, _ subjects: [String], _ unit: DutyUnit, _ leaf: FactLeaf, before limit: Int? = nil
  ) {
    let tokens = unit.tokens
    var limit = limit ?? tokens.count
    if limit < tokens.count, limit > 0,
      isMark(tokens[limit - 1], 0x3B) || isMark(tokens[limit - 1], 0x2C)
    {
      limit -= 1
    }
    var start = min(duty.start, limit)
    if !duty.partners.isEmpty { start = behindLink(start, before: limit, unit) }
    while start < limit {
      if tokens[start].kind == .mark, !isMark(tokens[start], 0x28) {
        start += 1
      } else if start == duty.start, let join = unit.words.joins[start] {
        // "phối hợp và tổ chức thực hiện"
        start = join
      } else {
        break
      }
    }
    // "Phòng Kinh tế chủ trì." names no other duty.
    if start >= limit, let charge = duty.charge, duty.role != .responsible, leaf.kind != .heading {
      (start, limit) = (charge.lowerBound, charge.upperBound)
    }
    guard start < limit else { return }
    let span = span(tokens, start..<limit)
    var assignment = Assignment(
      body: "", role: duty.role, duty: "", node: leaf.node, span: span, rule: traced(duty.rule))
    assignment.$duty = folder.excerpt(span)
    for body in subjects {
      assignment.body = body
      plan.assignments.append(assignment)
    }
    assignment.role = .support
    for partner in duty.partners {
      assignment.body = text(partner, tokens)
      plan.assignments.append(assignment)
    }
  }
}
