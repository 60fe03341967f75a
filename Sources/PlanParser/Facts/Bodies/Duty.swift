import PlanModel
import PlanText

/// What one clause charges bodies with.
struct Duty {
  /// What the subjects are charged to be.
  var role: AssignmentRole
  /// Who helps.
  var partners: [Range<Int>] = []
  /// Where the words of the duty begin.
  var start: Int
  /// The words that say the role, right before those of the duty.
  var charge: Range<Int>?
  /// Whether a word says the role ("chủ trì", "có trách nhiệm") or hands the duty out ("Giao").
  var explicit: Bool
  /// The rule that told the role, or that found the first body.
  var rule: Int?
  /// Where a word says what another body does: "Theo dõi việc Công an xã chủ trì".
  var other: Int?
}

/// Reading duties out of a unit's text.
extension PlanReader {
  /// How many places are tried for a subject behind an opening phrase.
  private static var mostOpenings: Int { 12 }

  /// The bodies that a clause is about, and the place after them; `nil` when it names none.
  ///
  /// They stand at its beginning ("Sở Tài chính thẩm định"), behind a word that hands out ("Giao
  /// Sở Tài chính") or behind an opening phrase ("Căn cứ …, các cơ quan chủ động"). What stands
  /// under the name of a body (`isUnderBody`) is about that one, and a comma between two names of an
  /// opening phrase ends none: "Theo hướng dẫn của Sở Y tế, Sở Tài chính thanh toán".
  func subject(
    of clause: Range<Int>, _ tokens: [Token], _ words: BodyWords, isUnderBody: Bool = false
  ) -> (list: BodyList, handedOut: Bool)? {
    let limit = clause.upperBound
    var start = clause.lowerBound
    if start == 0 { start = min(words.leadIn, limit) }
    while start < limit, tokens[start].kind == .mark, !isMark(tokens[start], 0x28) { start += 1 }
    if let list = listOfSeat(clause, tokens, words) { return list }
    // A list may hold ";": "Các tạp chí, bản tin; Trang thông tin điện tử …".
    if let hand = handOut(at: start, words)
      ?? (isUnderBody ? nil : appointing(at: start, tokens, words))
    {
      if let list = bodyList(at: hand, before: tokens.count, tokens, words) {
        if let own = assigning(list, from: start, tokens, words) { return (own, false) }
        if let office = listOfOffices(list, before: limit, tokens, words) { return (office, true) }
        if words.opensWithMatter, let own = listBehindThose(list, before: limit, tokens, words) {
          return own
        }
        let whole = withAskedBesides(list, tokens, words)
        return (withoutBracketedCharge(whole, tokens, words), true)
      }
      if words.handOutsToBodies.contains(hand),
        let list = unknownBody(at: hand, before: limit, tokens, words)
      {
        return (list, true)
      }
      if let list = listBehindUnknown(at: hand, before: limit, tokens, words) {
        return (list, true)
      }
    }
    if let list = bodyList(at: start, before: tokens.count, tokens, words) {
      if let posted = withPostedName(list, before: limit, tokens, words) { return (posted, false) }
      if let below = bodies(chargedBy: list, tokens, words) { return (below, true) }
      // "Đảng ủy xã thống nhất chủ trương …"
      if words.judgements.contains(list.end) { return nil }
      return (withoutBracketedCharge(list, tokens, words), false)
    }
    // "Cửa hàng nước mắm có trách nhiệm …": the charge tells that a body stands before it.
    if let list = unknownBody(at: start, before: limit, tokens, words) {
      let charge = words.charge(from: list.end)
      if charge < words.charges.count, words.charges[charge].role != .support,
        words.charges[charge].range.lowerBound == list.end
      {
        return (list, false)
      }
      if isNamedByLetters(list, tokens, words) { return (list, false) }
    }
    if let list = listBehindTopic(clause, tokens, words) { return list }
    if let list = listBehindMatter(clause, tokens, words) { return list }
    if let list = listGivenMatter(clause, tokens, words) { return list }
    if let list = listBehindBy(clause, tokens, words) { return list }
    if let list = listItBelongsTo(clause, tokens, words) { return list }
    guard clause.lowerBound == 0, let opening = words.opening else { return nil }
    var tried = 0
    var place = opening
    while place < limit, tried < Self.mostOpenings {
      defer { place += 1 }
      var next: Int?
      if words.openingEnds.contains(place) { next = place }
      // "Định kỳ hằng tháng (trước ngày 20) các xã gửi báo cáo"
      if isMark(tokens[place], 0x2C) || isMark(tokens[place], 0x29) { next = place + 1 }
      // "Đối với tuyến đê xung yếu: Giao Phòng Kinh tế rà soát"
      if isMark(tokens[place], 0x3A), words.handOuts[place] != nil { next = place + 1 }
      guard let next, next < limit else { continue }
      if let hand = words.handOuts[place],
        let list = bodyList(at: hand, before: limit, tokens, words)
      {
        return (list, true)
      }
      guard let head = words.heads[next], head.kind != .bare else { continue }
      tried += 1
      // "Căn cứ kế hoạch của UBND tỉnh, các trường …" is about the schools.
      if isUnderBody, head.kind == .named, isMark(tokens[place], 0x2C),
        tokens[next].shape.contains(.capitalized),
        isInsideNames(place, since: opening - 1, before: limit, tokens, words)
      {
        continue
      }
      if let list = bodyList(at: next, before: limit, tokens, words), list.stopped {
        // "Để làm tốt Kế hoạch, UBND xã yêu cầu các thôn …"
        if let below = bodies(chargedBy: list, tokens, words) { return (below, true) }
        return words.judgements.contains(list.end) ? nil : (list, false)
      }
    }
    return nil
  }

  /// What a clause charges with, from `start` on, where its subjects end; without a word that
  /// says so their role is `otherwise`.
  func duty(
    of clause: Range<Int>, from start: Int, otherwise: AssignmentRole, _ tokens: [Token],
    _ words: BodyWords
  ) -> Duty {
    var duty = Duty(
      role: otherwise, start: apposition(at: start, tokens, words) ?? start, explicit: false)
    let charges = words.charges
    var index = words.charge(from: start)
    /// Whether the charge before this one, "có trách nhiệm", stands right before it.
    var follows = false
    // "Sở Tài chính – cơ quan thường trực Ban Chỉ đạo chủ trì …": what the dash adds is no duty.
    let reach = start < tokens.count && isDash(tokens[start]) ? 24 : 3
    /// Behind what stands between a body and its charge.
    let aside = behindAside(start, before: clause.upperBound, tokens, words)
    var near = behindCircumstance(aside, before: clause.upperBound, tokens, words)
    if near == aside { near = behindScope(aside, before: clause.upperBound, tokens, words) }
    func open(_ charge: BodyWords.Charge) {
      duty.start = charge.range.upperBound
      duty.charge = charge.range
      near = charge.range.upperBound
    }
    if start == 0, let partner = words.partner(from: 0), partner.lowerBound == 0,
      index == charges.count || charges[index].range.lowerBound > 0
    {
      // "Cùng với Hội Phụ nữ tuyên truyền"
      takePartners(&duty, near, after: 0, clause, tokens, words)
      return duty
    }
    while index < charges.count {
      let charge = charges[index]
      guard charge.range.lowerBound < clause.upperBound else { break }
      let opens =
        charge.range.lowerBound - near < reach && !hasAct(near, charge, words)
      switch charge.role {
      case .lead:
        // "Chỉ đạo Trạm Y tế chủ trì phòng dịch": another leads.
        if !opens, isOfAnother(charge, from: near, tokens, words) {
          duty.other = charge.range.lowerBound
          return duty
        }
        duty.role = .lead
        duty.explicit = true
        duty.rule = charge.rule
        if opens { open(charge) }
        takePartners(&duty, near, after: charge.range.lowerBound, clause, tokens, words)
        return duty
      case .responsible:
        duty.explicit = true
        duty.rule = charge.rule
        if opens { open(charge) }
        // "có trách nhiệm phối hợp", "có trách nhiệm chủ trì": the next word says more.
        let next = index + 1
        follows = true
        guard next < charges.count,
          charges[next].range.lowerBound - charge.range.upperBound <= 1
        else {
          takePartners(&duty, near, after: charge.range.lowerBound, clause, tokens, words)
          return duty
        }
      case .support:
        // "Đôn đốc các trường phối hợp với Trạm Y tế": another's partner.
        if !opens, !follows, isOfAnother(charge, from: near, tokens, words, people: false) {
          duty.other = charge.range.lowerBound
          return duty
        }
        if takePartners(&duty, near, after: charge.range.lowerBound, clause, tokens, words) {
          duty.explicit = true
          duty.rule = charge.rule
          return duty
        }
        if isWithSomebody(charge, words) {
          // "phối hợp với chuyên môn tổ chức …": with somebody that no rule names.
          return duty
        }
        if opens || follows {
          duty.role = .support
          duty.explicit = true
          duty.rule = charge.rule
          open(charge)
          return duty
        }
      }
      index += 1
    }
    return duty
  }

  /// Whether "với" stands behind a charge to help.
  private func isWithSomebody(_ charge: BodyWords.Charge, _ words: BodyWords) -> Bool {
    guard let partner = words.partner(from: charge.range.lowerBound) else { return false }
    return charge.range.contains(partner.lowerBound)
      && partner.upperBound > charge.range.upperBound
  }

  /// The place behind a phrase that stands between a body and its charge, and the comma behind it.
  func behindAside(
    _ start: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Int {
    var place = start
    if place < limit, isMark(tokens[place], 0x2C), words.asides[place] == nil { place += 1 }
    guard var end = words.asides[place], end <= limit else { return start }
    // "Là cơ quan thường trực …; chủ trì, phối hợp với …"
    if end < limit, isMark(tokens[end], 0x2C) || isMark(tokens[end], 0x3B) { end += 1 }
    return end
  }

  /// Whether a word that begins a duty stands before a charge.
  private func hasAct(_ start: Int, _ charge: BodyWords.Charge, _ words: BodyWords) -> Bool {
    guard start < charge.range.lowerBound else { return false }
    return (start..<charge.range.lowerBound).contains { words.stops.contains($0) }
  }

  /// The place behind the words that tell in what a body acts, and the comma that ends them: "căn cứ
  /// lịch vụ, phối hợp với các bản tiêm phòng".
  private func behindScope(
    _ start: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Int {
    guard start < limit, words.scopes.contains(start) else { return start }
    let comma = (start..<min(limit, start + Self.longestScope)).first {
      isMark(tokens[$0], 0x2C)
    }
    return comma.map { $0 + 1 } ?? start
  }

  /// How many tokens may tell in what a body acts.
  private static var longestScope: Int { 30 }

  /// Whether a comma or "và" stands before the words that name a partner.
  private func isNext(_ partner: Range<Int>, _ tokens: [Token], _ words: BodyWords) -> Bool {
    isMark(tokens[partner.lowerBound - 1], 0x2C)
      || words.joins[partner.lowerBound - 1] == partner.lowerBound
  }

  /// Takes the bodies behind the first "phối hợp với" after a place as partners.
  @discardableResult
  private func takePartners(
    _ duty: inout Duty, _ near: Int, after place: Int, _ clause: Range<Int>, _ tokens: [Token],
    _ words: BodyWords
  ) -> Bool {
    guard let partner = words.partner(from: place), partner.lowerBound < clause.upperBound,
      let whole = bodyList(
        at: partner.upperBound, before: clause.upperBound, tokens, words, expected: true)
        ?? unknownPartners(at: partner.upperBound, before: clause.upperBound, tokens, words)
    else { return false }
    var near = near
    if near < partner.lowerBound, isMark(tokens[near], 0x2C) { near += 1 }
    near = behindScope(near, before: partner.lowerBound, tokens, words)
    while near < partner.lowerBound, let end = words.adverbs[near], end <= partner.lowerBound {
      near = end
    }
    // "quan tâm, phối hợp với …": the charge begins before the words that name the partner.
    let index = words.charge(from: near)
    if index < words.charges.count, words.charges[index].range.contains(partner.lowerBound),
      words.charges[index].range.lowerBound - near <= 2
    {
      near = partner.lowerBound
    }
    let between = partner.lowerBound - near
    // "Dạy chữ, phối hợp với Công an xã phát sách": he helps with what stands behind him.
    if between > 2, whole.stopped, isNext(partner, tokens, words),
      duty.role == .lead || (near..<partner.lowerBound - 1).contains(where: words.stops.contains)
    {
      duty.explicit = true
      return false
    }
    let list = between <= 2 ? withoutDuty(whole, tokens, words) ?? whole : whole
    duty.partners = list.bodies
    if between <= 2 { duty.start = list.end }
    return true
  }
}
