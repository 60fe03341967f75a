import PlanModel
import PlanText

/// Joins dates by the words between and before them.
extension PlanReader {
  /// The times that pieces and the words beside them make.
  mutating func joined(
    _ pieces: [LeafTime], _ links: [RuleMatch], _ tokens: [Token], year: Int?
  ) -> [LeafTime] {
    var result: [LeafTime] = []
    var link = 0
    var index = 0
    while index < pieces.count {
      var time = pieces[index]
      let before = self.link(endingAt: time.range.lowerBound, links, &link)
      index += 1
      var atEnd = false
      if let before {
        time.range = min(before.start, time.range.lowerBound)..<time.range.upperBound
        // "Từ ngày 16-18/01/2014" and "đến giai đoạn 2026-2030" hold their own interval.
        if !time.isPair, value("join", of: before) == nil { time.bound = bound(before) }
        if value("at", of: before) != nil { atEnd = true }
      }
      if index < pieces.count, time.bound == .within || time.bound == .from,
        time.repeats.isEmpty, !time.isPair,
        pieces[index].repeats.isEmpty || comesEachYear(time, pieces[index]),
        joins(time, pieces[index], links, &link, tokens)
      {
        join(&time, pieces[index])
        index += 1
      }
      if index < pieces.count, isFollowed(time, by: pieces[index], tokens) {
        join(&time, pieces[index])
        index += 1
      }
      if index < pieces.count, isOfEachYear(time, pieces[index], tokens) {
        time.repeats = pieces[index].repeats
        time.range = time.range.lowerBound..<pieces[index].range.upperBound
        index += 1
      }
      complete(&time, year: year)
      if let before, value("at", of: before) != nil, time.bound == .from, time.repeats.isEmpty {
        // "Sau quý II/2027": behind its end.
        time.start = time.end?.following
        if time.start == nil { time.end = nil }
      }
      // "chậm nhất quý III": by its end.
      if atEnd, time.bound == .before { time.start = time.end }
      if time.start?.month == nil, time.start?.day != nil, time.repeats.isEmpty,
        time.bound != .before, !isAloneInBracket(time, tokens)
      {
        // "ngày 18" alone says nothing; "báo cáo tháng (ngày 18)" says when
        guard isOfEachMonth(time, behind: result.last, tokens) else { continue }
        time.repeats = Self.monthly
      }
      result.gather(time)
    }
    return result
  }

  /// The link that ends where a time begins; links are asked for in order.
  private func link(endingAt place: Int, _ links: [RuleMatch], _ next: inout Int) -> RuleMatch? {
    while next < links.count, links[next].end < place { next += 1 }
    guard next < links.count else { return nil }
    let link = links[next]
    // "chậm nhất trong năm 2026", "từ đầu năm 2026": they share a word.
    return link.end == place || link.end == place + 1 && link.start < place ? link : nil
  }

  /// Whether the second of two dates comes each year, and so does the interval that they make: "từ 01/3
  /// đến 31/12 hằng năm".
  private func comesEachYear(_ first: LeafTime, _ second: LeafTime) -> Bool {
    second.repeats == Self.yearly && second.start != nil && second.bound != .before
      && first.start?.year == nil
  }

  /// Whether right behind a time without a year stands that it is of each: "Quý II, III hằng năm".
  private func isOfEachYear(_ time: LeafTime, _ next: LeafTime, _ tokens: [Token]) -> Bool {
    guard time.repeats.isEmpty, next.repeats == Self.yearly, next.start == nil, next.end == nil,
      next.weekdays.isEmpty, time.start?.month != nil, time.start?.year == nil,
      time.end?.year == nil
    else { return false }
    let gap = time.range.upperBound..<next.range.lowerBound
    return gap.isEmpty || gap.count == 1 && isMark(tokens[gap.lowerBound], 0x2C)
  }

  /// Whether the month behind a month or quarter begins a second that is named beside it, each with its
  /// year: "Quý IV/2025 và Quý I/2026".
  private func isFollowed(_ time: LeafTime, by next: LeafTime, _ tokens: [Token]) -> Bool {
    let dates = [time.start, time.end, next.start, next.end]
    guard time.bound == .within, next.bound == .within, time.repeats.isEmpty,
      next.repeats.isEmpty, !time.isInvalid, !next.isInvalid,
      dates.allSatisfy({ $0?.year != nil && $0?.month != nil && $0?.day == nil }),
      time.end?.following == next.start, let joins = grammar.list("time-joins")
    else { return false }
    let gap = time.range.upperBound
    return gap + 1 == next.range.lowerBound
      && (isMark(tokens[gap], 0x2C) || grammar.entry(in: joins, tokens, at: gap)?.end == gap + 1)
  }

  private static var yearly: [String] { ["FREQ=YEARLY"] }
  private static var monthly: [String] { ["FREQ=MONTHLY"] }

  /// How many tokens may stand between the words that something comes each month and its day.
  private static var farthestDay: Int { 40 }

  /// Whether the sentence that tells a day of the month began by saying that it comes each month:
  /// "Hằng tháng, các thôn báo cáo Ủy ban nhân dân xã vào ngày 25".
  private func isOfEachMonth(_ day: LeafTime, behind round: LeafTime?, _ tokens: [Token]) -> Bool {
    guard let round, round.repeats == Self.monthly, round.start == nil, day.bound == .within,
      day.start == day.end, let words = grammar.list("day-prepositions")
    else { return false }
    let (end, start) = (round.range.upperBound, day.range.lowerBound)
    guard end < start, start - end <= Self.farthestDay,
      [start - 1, start - 2].contains(where: {
        $0 >= end && grammar.entry(in: words, tokens, at: $0)?.end == start
      })
    else { return false }
    return !(end..<start).contains { isMark(tokens[$0], 0x2E) || isMark(tokens[$0], 0x3B) }
  }

  private func bound(_ link: RuleMatch) -> LeafTime.Bound {
    switch value("link", of: link) {
    case "from": .from
    case "before": .before
    default: .until
    }
  }

  /// Whether only a dash or "đến" stands between two dates.
  private func joins(
    _ first: LeafTime, _ second: LeafTime, _ links: [RuleMatch], _ next: inout Int,
    _ tokens: [Token]
  ) -> Bool {
    let gap = first.range.upperBound..<second.range.lowerBound
    if gap.count == 1, isDash(tokens[gap.lowerBound]) { return true }
    guard !gap.isEmpty, let link = link(endingAt: gap.upperBound, links, &next) else {
      return false
    }
    return link.start == gap.lowerBound && value("link", of: link) == "until"
  }

  /// Makes one interval of two dates, each completed by the other.
  private func join(_ first: inout LeafTime, _ second: LeafTime) {
    let start = first.start
    if let end = second.end {
      first.start = first.start?.completed(by: end)
      if let start { first.end = end.completed(by: start) }
    }
    first.range = first.range.lowerBound..<second.range.upperBound
    first.core = first.core.lowerBound..<second.range.upperBound
    first.bound = .within
    first.isInvalid = first.isInvalid || second.isInvalid
    first.repeats = second.repeats
  }

  /// Takes the year from around the words and drops an interval that runs backwards.
  private func complete(_ time: inout LeafTime, year: Int?) {
    guard time.repeats.isEmpty else { return }
    if let year {
      let around = PartialDate(year: time.isNextYear ? year + 1 : year)
      time.start = time.start?.completed(by: around)
      time.end = time.end?.completed(by: around)
    }
    if let start = time.start, let end = time.end {
      if !start.exists || !end.exists { time.isInvalid = true }
      // "Từ tháng 10 đến tháng 3/2026" does not say in which year it begins.
      if !start.isNotAfter(end) {
        time.start = nil
        time.end = nil
      }
    }
  }
}
