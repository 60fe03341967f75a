import PlanModel
import PlanText

/// How often and by when reports are due.
extension PlanReader {
  /// A deadline of a report and the recurrences that it holds for.
  struct ReportDue {
    var repeats: [String] = []
    var before: String?
  }

  /// How many tokens of a round may stand behind a time that says it too: a mark or the next verb.
  private static var roundTail: Int { 2 }
  /// How many days of a clause are asked whether something else is due by them.
  private static var mostDeadlines: Int { 4 }
  /// How many times and rounds of a clause are read: each may make a report of the whole clause.
  private static var mostTimes: Int { 48 }

  /// How often and by when, as a clause says: one entry, or one for each of several deadlines.
  mutating func dues(
    of leaf: FactLeaf, in clause: Range<Int>, _ reports: ReportWords
  ) -> [ReportDue] {
    let times = leaf.times(in: clause).prefix(Self.mostTimes)
    // The mark before a clause is part of what tells the round: "; báo cáo năm gửi trước ngày 05/12".
    let intervals = reports.intervals(in: max(0, clause.lowerBound - 1)..<clause.upperBound)
    if times.isEmpty, intervals.isEmpty { return [ReportDue()] }
    var rounds: [(place: Int, end: Int, repeats: [String])] = []
    for match in intervals.prefix(Self.mostTimes) {
      let repeats = repeats(of: match, leaf.tokens)
      if !repeats.isEmpty { rounds.append((match.start, match.end, repeats)) }
    }
    for time in times where !time.repeats.isEmpty {
      // "báo cáo 6 tháng" inside "định kỳ báo cáo 6 tháng một lần" is said once; "mỗi học kỳ và cuối
      // năm học" says more than "mỗi học kỳ".
      rounds.removeAll {
        time.range.contains($0.place) && $0.end <= time.range.upperBound + Self.roundTail
      }
      rounds.append((time.range.lowerBound, time.range.upperBound, time.repeats))
    }
    rounds.sort { $0.place < $1.place }
    // "định kỳ 6 tháng … trước ngày 15 tháng 6": said once of what comes again.
    let again = !rounds.isEmpty
    var deadlines: [(place: Int, end: Int, day: String, isOnce: Bool)] = []
    /// Where days without "trước" stand that are alone in their bracket.
    var bracketed: [Int] = []
    for time in withFurtherDays(times, of: leaf, before: clause.upperBound) {
      // "vào ngày 25 hằng tháng" is as much a deadline as "trước ngày 25 hằng tháng".
      let isDay = time.start?.day != nil && !time.repeats.isEmpty
      // "hằng tháng (ngày 25), năm (ngày 15/12)"
      let isBracketed =
        again && time.bound != .before && !isDay && isAloneInBracket(time, leaf.tokens)
      guard time.bound == .before || isDay || isBracketed,
        let day = deadline(time, again: again, leaf.tokens)
      else { continue }
      if isBracketed { bracketed.append(time.range.lowerBound) }
      // "báo cáo tháng trước ngày 20, báo cáo quý trước ngày 20 tháng cuối quý": the same day of another.
      let place = time.range.lowerBound
      let isTold = deadlines.contains { known in
        known.day == day && !rounds.contains { known.place < $0.place && $0.place < place }
      }
      if isBracketed || !isTold {
        let isOnce = time.repeats.isEmpty && !day.hasPrefix("-")
        deadlines.append((time.range.lowerBound, time.range.upperBound, day, isOnce))
      }
    }
    // "xây dựng kế hoạch xong trước ngày 10/3, báo cáo UBND xã trước ngày 15/12"
    // "ban hành kế hoạch trước ngày 10/3 và báo cáo UBND xã chậm nhất 05 ngày sau khi kết thúc"
    let isDueBehind = reports.tellsDaysBehind(in: clause)
    if deadlines.count > 1 || isDueBehind, deadlines.count <= Self.mostDeadlines {
      let own = deadlines.filter { !reports.isOfDeed($0.place..<$0.end) }
      if !own.isEmpty || isDueBehind { deadlines = own }
    }
    let every = rounds.reduce(into: [String]()) { all, round in
      for text in round.repeats where !all.contains(text) { all.append(text) }
    }
    if deadlines.count == 1, rounds.count > 1,
      let own = rounds.last(where: { round in
        bracketed.contains { round.place < $0 && $0 - round.place <= 4 }
      })
    {
      // "hằng tháng, năm (ngày 15/12)": the day is that of the year alone.
      let others = every.filter { !own.repeats.contains($0) }
      return [
        ReportDue(repeats: others), ReportDue(repeats: own.repeats, before: deadlines[0].day),
      ].filter { !$0.repeats.isEmpty }
    }
    guard deadlines.count > 1 else {
      return [ReportDue(repeats: every, before: deadlines.first?.day)]
    }
    // "định kỳ 6 tháng, hằng năm báo cáo trước ngày 15/6 và ngày 15/12": one for each.
    if every.count == deadlines.count, rounds.allSatisfy({ $0.place < deadlines[0].place }),
      !deadlines.contains(where: \.isOnce)
    {
      return zip(every, deadlines).map { ReportDue(repeats: [$0], before: $1.day) }
    }
    // "báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12": each has its own; a deadline
    // without one has that of those before it.
    var result: [ReportDue] = []
    var start = clause.lowerBound
    for deadline in deadlines {
      var own: [String] = []
      // "trước ngày 10/6 (báo cáo 6 tháng) và trước ngày 10/12 (báo cáo năm)"
      let bracket = bracket(at: deadline.end, before: clause.upperBound, leaf.tokens)
      let reach = max(deadline.place, (bracket ?? 0) - 1)
      let labelled = label(of: deadline.place, leaf.tokens, rounds.map(\.place), from: start)
      for round in rounds where (labelled ?? start...reach).contains(round.place) {
        for text in round.repeats where !own.contains(text) { own.append(text) }
      }
      // "…, báo cáo năm trước ngày 10/12/2026": that one year's.
      // "trước ngày 15/6 đối với báo cáo 6 tháng, trước ngày 15/12 đối với báo cáo năm"
      let behind = purpose(of: deadline.end, leaf.tokens, rounds.map(\.place))
      if let behind { own = rounds[behind].repeats }
      if deadline.isOnce {
        own = []
      } else if own.isEmpty {
        // "báo cáo quý I trước ngày 15/3, báo cáo 6 tháng trước ngày 15/6": the first has none; but
        // "báo cáo 6 tháng đầu năm (trước ngày 15/6), báo cáo năm (trước ngày 15/12)".
        let belongsToLater = rounds.contains { round in
          deadlines.contains { $0.place > round.place } && round.place > deadline.place
        }
        own = result.last?.repeats ?? (belongsToLater && every != ["FREQ=YEARLY"] ? [] : every)
      }
      result.append(ReportDue(repeats: own, before: deadline.day))
      start = max(reach, behind.map { rounds[$0].place } ?? 0) + 1
    }
    return result
  }

  /// When a report is due that a semicolon ties to the first clause of a unit which begins with a time:
  /// "Hằng quý, các xã tổ chức sơ kết; đồng thời báo cáo kết quả về Sở Nội vụ".
  mutating func duesOfOpening(
    before clause: Range<Int>, _ unit: DutyUnit, _ reports: ReportWords, _ leaf: FactLeaf
  ) -> [ReportDue]? {
    guard unit.clauses.count > 1, unit.clauses[1] == clause, let time = leaf.times.first,
      time.range.lowerBound == 0, case let end = time.range.upperBound, end < clause.lowerBound,
      isMark(unit.tokens[end], 0x2C), isMark(unit.tokens[clause.lowerBound - 1], 0x3B),
      !reports.tellsDaysBehind(in: clause), reports.verbs(in: 0..<clause.lowerBound).isEmpty,
      subject(of: clause, unit.tokens, unit.words) == nil
    else { return nil }
    return dues(of: leaf, in: 0..<end, reports)
  }

  /// Which of some recurrences stands right behind the words that tie it to the day that ends at a
  /// place: "trước ngày 15/6 đối với báo cáo 6 tháng".
  private func purpose(of end: Int, _ tokens: [Token], _ rounds: [Int]) -> Int? {
    guard let words = grammar.list("deadline-purposes"),
      let place = grammar.entry(in: words, tokens, at: end)?.end
    else { return nil }
    return rounds.firstIndex { $0 >= place && $0 <= place + 1 }
  }

  /// The place of the recurrence before a colon that labels the deadline: "quý: trước ngày 20 tháng
  /// cuối quý; năm: trước ngày 10/12"; `nil` when none does.
  private func label(
    of deadline: Int, _ tokens: [Token], _ rounds: [Int], from start: Int
  ) -> ClosedRange<Int>? {
    let near = max(start, deadline - Self.longestLead)
    guard let colon = (near..<deadline).last(where: { isMark(tokens[$0], 0x3A) }),
      let round = rounds.last(where: { $0 < colon && $0 >= start && colon - $0 <= 5 })
    else { return nil }
    return round...round
  }

  /// How many tokens may stand between a label's colon and its deadline.
  private static var longestLead: Int { 4 }

  /// How many days may stand behind one that is the first of several.
  private static var mostFurtherDays: Int { 11 }

  /// The times of a clause, and the days that go on with the one before which a report is due:
  /// "trước ngày 10/5 và 10/11", "vào các ngày 15/6, 15/12 hằng năm".
  private func withFurtherDays(
    _ times: ArraySlice<LeafTime>, of leaf: FactLeaf, before limit: Int
  ) -> [LeafTime] {
    var result: [LeafTime] = []
    var known = times.makeIterator()
    var next = known.next()
    while var time = next {
      next = known.next()
      guard time.start?.day != nil, time.start?.month != nil, time.start == time.end else {
        result.append(time)
        continue
      }
      var run = [time]
      // "20/3 (quý I), 20/6 (6 tháng)": what the brackets tell stands aside.
      var aside: [LeafTime] = []
      while run.count <= Self.mostFurtherDays {
        let end = time.range.upperBound
        if let close = bracket(at: end, before: min(limit, end + Self.longestRemark), leaf.tokens) {
          while let inner = next, inner.range.upperBound < close {
            aside.append(inner)
            next = known.next()
          }
        }
        if let read = next, ties(read, to: time, leaf.tokens, before: limit) {
          time = read
          next = known.next()
          run.append(time)
          continue
        }
        guard let day = furtherDay(behind: time, leaf.tokens, before: limit) else { break }
        time = day
        // "10/11 hằng năm", "10/11/2026": read already.
        if let read = next, read.core.lowerBound <= day.core.lowerBound + 1 {
          guard read.start?.day != nil, read.start == read.end else { break }
          time = read
          next = known.next()
        }
        run.append(time)
      }
      let first = run[0]
      if run.count > 1,
        let bound = run.first(where: { $0.bound == .before || !$0.repeats.isEmpty })
      {
        for index in run.indices {
          run[index].bound = first.bound == .before ? .before : run[index].bound
          if run[index].repeats.isEmpty { run[index].repeats = bound.repeats }
        }
      }
      result += run + aside
    }
    return result
  }

  /// Whether a comma or "và" ties one day in words to another, a bracket that explains that one set
  /// aside: "ngày 30 tháng 1 (học kỳ I) và ngày 20 tháng 6 (cả năm)".
  private func ties(
    _ next: LeafTime, to time: LeafTime, _ tokens: [Token], before limit: Int
  ) -> Bool {
    guard next.start?.day != nil, next.start?.month != nil, next.start == next.end,
      let place = behindJoint(time.range.upperBound, tokens, before: limit)
    else { return false }
    return next.range.lowerBound == place
  }

  /// The place behind a comma or "và" at a place, or behind a bracket there; `nil` without one.
  private func behindJoint(_ end: Int, _ tokens: [Token], before limit: Int) -> Int? {
    var place = bracket(at: end, before: min(limit, end + Self.longestRemark), tokens) ?? end
    let isListed = place < limit && isMark(tokens[place], 0x2C)
    if isListed { place += 1 }
    let joint = grammar.list("further-days").flatMap {
      grammar.entry(in: $0, tokens, at: place)
    }
    guard isListed || joint.map({ $0.value != "day" }) ?? false else { return nil }
    // "và ngày 20 tháng 6": the day's own word is part of its time.
    let isWord = joint.map { $0.end - place > 1 || $0.value == "day" } ?? false
    return isWord ? (joint?.end ?? place) - 1 : joint?.end ?? place
  }

  /// How many tokens the bracket behind a day may have that tells what is due then.
  private static var longestRemark: Int { 16 }

  /// The day of the same form that a comma or "và" ties to the one before; `nil` without one.
  private func furtherDay(
    behind time: LeafTime, _ tokens: [Token], before limit: Int
  ) -> LeafTime? {
    guard let joints = grammar.list("further-days") else { return nil }
    let end = time.range.upperBound
    var place = bracket(at: end, before: min(limit, end + Self.longestRemark), tokens) ?? end
    let isListed = place < limit && isMark(tokens[place], 0x2C)
    if isListed { place += 1 }
    let joint = grammar.entry(in: joints, tokens, at: place)
    guard isListed || joint.map({ $0.value != "day" }) ?? false else { return nil }
    if let joint { place = joint.end }
    guard place + 2 < min(limit, tokens.count), isMark(tokens[place + 1], 0x2F),
      !tokens[place + 1].shape.contains(.spaced), !tokens[place + 2].shape.contains(.spaced),
      let day = number(tokens[place]), let month = number(tokens[place + 2]), month <= 12
    else { return nil }
    var further = time
    var last = place + 3
    var date = PartialDate(year: time.start?.year, month: month, day: day)
    if last + 1 < limit, isMark(tokens[last], 0x2F), let own = number(tokens[last + 1]), own > 999 {
      date.year = own
      last += 2
    }
    guard date.exists else { return nil }
    further.range = place..<last
    further.core = place..<last
    further.start = date
    further.end = date
    return further
  }

  /// Whether a day is all that stands in its bracket.
  func isAloneInBracket(_ time: LeafTime, _ tokens: [Token]) -> Bool {
    let range = time.range
    guard time.start?.day != nil, range.lowerBound > 0, range.upperBound < tokens.count,
      isMark(tokens[range.upperBound], 0x29)
    else { return false }
    // "(ngày 20)", "(vào ngày 20)"
    return isMark(tokens[range.lowerBound - 1], 0x28)
      || range.lowerBound > 1 && isMark(tokens[range.lowerBound - 2], 0x28)
  }

  /// The day by which a report is due; the year of one that comes again is not the title's.
  private func deadline(_ time: LeafTime, again: Bool, _ tokens: [Token]) -> String? {
    let states = time.core.contains { tokens[$0].kind == .number && number(tokens[$0]) ?? 0 > 999 }
    guard var day = time.start, !states, day.day != nil, !time.isInvalid else {
      return time.deadline
    }
    guard again else { return time.deadline }
    day.year = nil
    return day.deadline
  }
}
