import PlanModel
import PlanText

/// Tells whether a clause sets its quantity out, or only describes.
extension TargetDraft {
  // MARK: Is it set out?

  /// Whether it is set for each of some: "Mỗi trường có 02 câu lạc bộ".
  var isOfEach: Bool {
    (clause.range.lowerBound..<max(clause.range.lowerBound, quantity.number)).contains {
      words.aims[$0]?.kind == "each"
    }
  }

  /// Whether the place or the words of the clause set it out.
  var isSetOut: Bool { isGoal || isAimed || isStriven || isSister }

  /// Whether what stands above the clause, before its colon or its bracket sets it out.
  var isGoal: Bool { context.around.isGoal || clause.goalLead != nil || clause.whole != nil }

  /// Whether the clause stands where work is listed.
  var isTask: Bool {
    switch context.leaf.role {
    case .tasks, .solutions, .tasksSolutions, .content: true
    default: false
    }
  }

  /// Whether a bare number goes on with what the clause before it measures: "…, 100% trước ngày
  /// 31/01/2027", "…, khoảng 90 ha mỗi năm".
  var isContinued: Bool {
    if isBehindTimed, hasTime, endsClause { return true }
    return context.around.isGoal && (hasTime || quantity.compares || quantity.approximate)
  }

  /// Whether a share begins its clause and says something of what it is a share of.
  var isLeadingAlone: Bool {
    clause.range.lowerBound + 2 >= quantity.lead || quantity.compares || isPart || isBehindTime
  }

  /// Whether nothing but a time of its own stands before the number: "Đến năm 2030, 30% thợ được cấp
  /// sổ".
  private var isBehindTime: Bool {
    let first = words.joints[clause.range.lowerBound] ?? clause.range.lowerBound
    guard clauseStart == quantity.lead, first < quantity.lead else { return false }
    let yearly = words.aims[first].flatMap { aim in
      aim.kind == "loose" && words.countEnds.contains(first) ? aim.end : nil
    }
    guard
      let end = context.times.times[first].flatMap({ _ in context.times.range(at: first) })?
        .upperBound ?? yearly
    else { return false }
    return (end..<max(end, quantity.lead)).allSatisfy { mark($0) == UInt8(ascii: ",") }
  }

  /// Whether "trong đó" stands before a share in an entry of a list: "Kinh tế số phát triển, trong
  /// đó 51% hộ có tài khoản số".
  func endsWithPart(_ place: Int) -> Bool {
    guard quantity.kind == .percent, isUnit, place > clause.range.lowerBound,
      let part = words.parts.starting(in: clause.range.lowerBound..<place).last
    else { return false }
    return part.upperBound == place
  }

  /// Whether the time of the clause is not before the plan's year.
  var isAhead: Bool {
    guard let year = context.planYear, let last = time?.lastYear else { return true }
    return last >= year
  }

  /// Whether the words tell of the past, or describe.
  var isDescribed: Bool {
    if quantity.isTorn { return true }
    let whole = max(clause.range.lowerBound, goalStart)..<quantity.end
    let conditions = words.conditions.starting(in: whole)
    // "(trừ các đối tượng được miễn)" says nothing of what stands outside.
    if conditions.contains(where: { condition in
      words.brackets.holding(condition.lowerBound).map { $0.contains(quantity.number) } ?? true
    }) {
      return true
    }
    if words.ownConditions.starting(in: whole).contains(where: { $0.contains(quantity.number) }) {
      return true
    }
    if isSetAside(whole) || isHelp(whole) || isReported || isRest { return true }
    if let present = words.present, present < quantity.number, !context.around.isGoal {
      return !isStriving(from: present)
    }
    // "Toàn xã có 12 hợp tác xã" may be an objective, "Toàn xã có dân số 8.300 người" is none.
    if let whole = words.whole, whole < quantity.number,
      !isSetOut || !quantity.has && !isBehindAnother
    {
      return !isStriving(from: whole)
    }
    let told = clause.range.lowerBound..<quantity.number
    let estimate = isSetOut ? nil : words.estimates.first(within: told)
    guard let past = words.past.first(within: told) ?? estimate else { return false }
    // "hiện nay đạt 80%, phấn đấu đạt 90%"
    return !isStriving(from: past.upperBound)
  }

  /// Whether it only tells by how much something has changed: "…, tăng 3% so với cùng kỳ".
  var isChangeTold: Bool {
    quantity.direction != nil && !quantity.isUp && !quantity.isLeft && !isStriven && !isAimed
      && !hasTime && words.phraseEnds.contains(quantity.end)
  }

  /// Whether it is bound as the one before it is, which a joint ties it to: "ít nhất 60% số hộ hoặc ít
  /// nhất 40 người".
  var isJoinedBound: Bool {
    quantity.compares && words.joints[clause.range.lowerBound] == quantity.lead
      && quantityBefore?.compares == true
  }

  /// Whether its sentence reports, and strives for nothing before the number: "Thời gian qua, …".
  private var isReported: Bool {
    let told = clause.sentence.lowerBound..<max(clause.sentence.lowerBound, quantity.number)
    guard let report = words.reports.starting(in: told).last else { return false }
    return words.aheads.starting(in: report.upperBound..<max(report.upperBound, told.upperBound))
      .isEmpty
  }

  /// Whether it tells what is left, and nothing says by when: "Toàn xã còn 12 hộ ở nhà tạm".
  private var isRest: Bool {
    guard time == nil, let rest = words.rests.starting(in: clause.range).first,
      rest.lowerBound < quantity.number
    else { return false }
    return !isStriving(from: clause.range.lowerBound)
  }

  /// Whether it tells of those whose work is used, or goes on with them behind a token: "đội ngũ 42
  /// cán bộ và 18 tình nguyện viên".
  func tellsMeans(behind end: Int?) -> Bool {
    if !words.means.starting(in: clause.range.lowerBound..<quantity.end).isEmpty { return true }
    return end == clause.range.lowerBound && quantity.kind == .count && quantity.action == nil
      && words.joints[clause.range.lowerBound] == quantity.lead
  }

  /// Whether the number is how much help there is: "hỗ trợ tối đa 70%", but not "Tỷ lệ hộ được hỗ
  /// trợ vay vốn đạt 80%".
  private func isHelp(_ clause: Range<Int>) -> Bool {
    guard let help = words.helps.starting(in: clause).first else { return false }
    let isMeasured = !words.measures.starting(in: clause.lowerBound..<help.lowerBound).isEmpty
    let isBound = quantity.compares && quantity.lead - help.lowerBound > 2
    let isLevel = quantity.reaches && (isMeasured || quantity.direction == nil)
    return !isLevel && !(isMeasured && isBound)
  }

  /// Whether the number only tells of money that is set aside: "kinh phí: 500 triệu đồng", but not
  /// "kinh phí xã hội hóa đạt 500 triệu đồng", "bố trí tối thiểu 10% kinh phí".
  private func isSetAside(_ clause: Range<Int>) -> Bool {
    guard let money = words.money.starting(in: clause).first else { return false }
    switch quantity.kind {
    case .percent where money.lowerBound > quantity.number:
      return !isSetOut && !quantity.reaches && !quantity.compares && quantity.action == nil
    case .percent: return !quantity.reaches && !quantity.compares
    case .money: return !quantity.reaches
    default: return true
    }
  }

  /// Whether the clause strives for the number behind a token, or tells of what is ahead.
  private func isStriving(from token: Int) -> Bool {
    let start = max(token, clause.range.lowerBound)
    return (start..<max(start, quantity.number)).contains {
      words.aims[$0]?.kind == "strive" || words.ahead.contains($0)
    }
  }

  /// Whether the clause tells of what is ahead.
  var isPlanned: Bool {
    (clause.range.lowerBound..<max(clause.range.lowerBound, quantity.number)).contains {
      words.ahead.contains($0)
    }
  }

  /// The verb of the number without those that end the clause before: "25 tổ hợp tác do phụ nữ quản
  /// lý, vận động thêm 12 hội viên".
  private var clauseVerb: Range<Int>? {
    quantity.action.map { verb in
      // "duy trì, nâng cao chất lượng 19 tiêu chí" is one verb.
      verb.contains(clauseStart) && words.aims[verb.lowerBound]?.kind != "hold"
        ? clauseStart..<verb.upperBound : verb
    }
  }

  /// How many words a verb has with what it does, and one that brings it to so many places.
  private static var longestVerb: Int { 6 }
  private static var longestRollout: Int { 10 }

  /// The verb of a count with the words behind it: "duy trì hoạt động hiệu quả".
  var countVerb: Range<Int>? {
    guard let verb = clauseVerb, verb.lowerBound >= clause.range.lowerBound,
      !words.places.contains(quantity.lead) || quantity.isRollout,
      quantity.lead - verb.upperBound <= 1 || opensClause(verb)
    else { return nil }
    // "Đào tạo mỗi năm 15 doanh nghiệp"
    var end = quantity.lead
    if let beside = quantity.beside, beside > verb.lowerBound,
      words.aims[beside]?.kind == "loose"
    {
      end = min(end, beside)
    }
    while let start = words.prepositions[end] ?? words.sets[end], start >= verb.upperBound {
      end = start
    }
    let whole = verb.lowerBound..<max(end, verb.upperBound)
    let longest = quantity.isRollout ? Self.longestRollout : Self.longestVerb
    return whole.count <= longest ? whole : verb
  }

  /// Whether a verb begins the clause, or stands behind a comma, a joint or an aim.
  func opensClause(_ verb: Range<Int>) -> Bool {
    let start = verb.lowerBound
    // "thực hiện giao khoán bảo vệ rừng đối với 4.594 ha": the first verb opens it.
    if start == clauseStart || words.actions.contains(clauseStart) { return true }
    // "Duy trì hoạt động của 02 chốt", "Đưa sản phẩm của 12 xưởng lên sàn": the verb opened the clause.
    if quantity.isRollout, let aim = words.aims[start], aim.kind == "hold" || aim.kind == "bring",
      start == clause.range.lowerBound
    {
      return true
    }
    // "mỗi chi hội giúp thêm được hai gia đình"
    if words.aims[clauseStart]?.kind == "each", start - clauseStart <= 6 { return true }
    if mark(start - 1) == UInt8(ascii: ",") { return true }
    return words.aims[start - 1]?.end == start || start > 1 && words.aims[start - 2]?.end == start
  }
}
