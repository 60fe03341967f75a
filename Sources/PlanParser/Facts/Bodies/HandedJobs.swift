import PlanModel
import PlanText

/// Lists of jobs, each with those who do it behind a colon: "Âm thanh, ánh sáng: Đoàn Thanh niên".
extension PlanReader {
  /// How many tokens may tell a job.
  private static var longestJob: Int { 12 }

  /// Tells of the job that a unit hands to the bodies behind its colon; false when it hands out none.
  ///
  /// Nothing but bodies stands behind the colon, and no body before it: "Ban giám khảo: cô Lan" tells
  /// who belongs to it.
  mutating func readHandedJob(_ unit: DutyUnit, _ leaf: FactLeaf) -> Bool {
    let (tokens, words) = (unit.tokens, unit.words)
    guard leaf.kind == .item, leaf.isLowest,
      leaf.role == .assignment && (!leaf.tells(.noBody) || opensMatter(tokens))
        || namesCharge(unit),
      !opensMembership(tokens), tokens[0].shape.contains(.capitalized),
      let colon = tokens.prefix(Self.longestJob).firstIndex(where: { isMark($0, 0x3A) }),
      colon > 1, tokens[..<colon].allSatisfy({ $0.kind == .syllable || isMark($0, 0x2C) }),
      !(0..<colon).contains(where: { words.heads[$0].map { $0.kind != .bare } ?? false }),
      lineMatches(Array(tokens[..<colon])).allSatisfy({ meaning($0) != .taskHeading }),
      let list = bodyList(at: colon + 1, before: tokens.count, tokens, words), !list.stopped,
      tokens[list.end...].allSatisfy({ $0.kind == .mark }),
      list.bodies.allSatisfy({ words.heads[$0.lowerBound].map { $0.kind != .bare } ?? false })
    else { return false }
    let duty = Duty(
      role: .responsible, start: 0, explicit: false,
      rule: words.heads[list.bodies[0].lowerBound]?.rule)
    tell(duty, list.bodies.map { text($0, tokens) }, unit, leaf, before: colon)
    return true
  }

  /// Tells of the job that the heading above a unit is, where the unit says only who does it.
  ///
  /// "2. Trang trí khánh tiết: Đoàn Thanh niên, Hội Phụ nữ"; false where the unit says more.
  mutating func readHeadedJob(
    _ leaf: FactLeaf, _ leaves: FactLeaves, _ context: AssignmentContext
  ) -> Bool {
    guard leaf.kind == .paragraph || leaf.kind == .item, leaf.isLowest, !leaf.tokens.isEmpty,
      leaf.role == .assignment, let place = leaf.ancestors.last,
      case let heading = leaves[place], heading.kind == .heading, !heading.ancestors.isEmpty,
      heading.role == .assignment, !heading.tokens.isEmpty,
      context.bodies(above: leaf) == nil
        || isSeat(heading.tokens[..<jobEnd(heading.tokens)])
    else { return false }
    let job = dutyUnit(heading)
    // Bullets may tell who belongs to something; under a verb, or "Công tác …", they do not.
    let isRunIn = leaf.kind == .paragraph && heading.source?.children.count == 1
    let opens = job.words.stops.contains(0) || opensMatter(job.tokens)
    guard isRunIn || opens, namesJob(job, heading), let list = workers(dutyUnit(leaf)) else {
      return false
    }
    let unit = dutyUnit(leaf)
    let duty = Duty(
      role: .responsible, start: 0, explicit: false,
      rule: unit.words.heads[list.bodies[0].lowerBound]?.rule)
    let names = bodyNames(list, unit.tokens, unit.words)
    tell(duty, names, job, heading, before: jobEnd(job.tokens))
    return true
  }

  /// Whether a heading is the name of a job: a few words without a body or the label of a task.
  private mutating func namesJob(_ job: DutyUnit, _ heading: FactLeaf) -> Bool {
    let end = jobEnd(job.tokens)
    guard end > 1, end <= Self.longestJob, job.tokens[0].shape.contains(.capitalized),
      job.tokens[..<end].allSatisfy({ $0.kind == .syllable || isMark($0, 0x2C) }),
      isSeat(job.tokens[..<end])
        || !(0..<end).contains(where: { job.words.heads[$0].map { $0.kind != .bare } ?? false }),
      !heading.tells(.noBody) || opensMatter(job.tokens), !opensMembership(job.tokens)
    else { return false }
    return lineMatches(Array(job.tokens[..<end])).allSatisfy { meaning($0) != .taskHeading }
  }

  /// The place behind the last word of a heading.
  private func jobEnd(_ tokens: [Token]) -> Int {
    tokens[tokens.count - 1].kind == .mark ? tokens.count - 1 : tokens.count
  }

  /// Whether some tokens say what a body is besides: "Cơ quan thường trực".
  private func isSeat(_ tokens: ArraySlice<Token>) -> Bool {
    guard let seats = grammar.list("seat-nouns") else { return false }
    return grammar.entry(in: seats, Array(tokens), at: 0)?.end == tokens.count
  }

  /// Whether some tokens begin with a word for a matter and go on: "Công tác hậu cần".
  private func opensMatter(_ tokens: [Token]) -> Bool {
    guard let nouns = grammar.list("matter-nouns"),
      let entry = grammar.entry(in: nouns, tokens, at: 0)
    else { return false }
    return entry.end < tokens.count && tokens[entry.end].kind == .syllable
  }

  /// Whether some tokens begin with what somebody is in a committee: "Ủy viên".
  private func opensMembership(_ tokens: [Token]) -> Bool {
    grammar.list("member-nouns").flatMap { grammar.entry(in: $0, tokens, at: 0) } != nil
  }

  /// The bodies that a unit names and nothing else, or with no more than that they do it: "Do Văn phòng
  /// thực hiện", "Giao Văn phòng phụ trách".
  private func workers(_ unit: DutyUnit) -> BodyList? {
    let (tokens, words) = (unit.tokens, unit.words)
    let given = words.bys.contains(0) ? 1 : words.handOuts[0]
    guard let list = bodyList(at: given ?? 0, before: tokens.count, tokens, words),
      list.bodies.allSatisfy({ words.heads[$0.lowerBound].map { $0.kind != .bare } ?? false })
    else { return nil }
    let rest = tokens[list.end...].count { $0.kind != .mark }
    if given != nil, words.dones.contains(list.end) {
      return rest <= Self.longestDoing && unit.clauses.count == 1 ? list : nil
    }
    return given == nil && !list.stopped && rest == 0 ? list : nil
  }

  /// How many words say that somebody does a job.
  private static var longestDoing: Int { 3 }

  /// Whether a unit begins with a word for what somebody is charged with: "Đầu mối tổng hợp: Văn phòng".
  private func namesCharge(_ unit: DutyUnit) -> Bool {
    guard let nouns = grammar.list("charge-nouns") else { return false }
    return grammar.entry(in: nouns, unit.tokens, at: 0) != nil
  }
}
