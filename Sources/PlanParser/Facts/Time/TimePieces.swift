import PlanModel
import PlanText

/// Reads one match of a rule of time as a date or a recurrence.
extension PlanReader {
  /// A match of a rule of time, and what it captured.
  private struct ToldTime {
    var match: RuleMatch
    var parts: [Capture]
    var tokens: [Token]
    /// The year that it tells.
    var year: Int?
    /// Whether no word of time stands with its numbers.
    var isBare: Bool
  }

  /// What a match states; `nil` when its numbers are those of something else.
  mutating func piece(_ match: RuleMatch, _ tokens: [Token]) -> LeafTime? {
    let parts = captures(of: match, tokens)
    var told = ToldTime(
      match: match, parts: parts, tokens: tokens, isBare: value("bare", of: match) != nil)
    if told.isBare, isInsideNumber(match, tokens) { return nil }
    // What only shows where the time ends is no part of it.
    let span = parts.first { $0.name == "when" }.map { $0.start..<$0.end }
    let whole = span ?? match.start..<match.end
    var time = LeafTime(range: whole, core: whole, bound: .within, rule: match.rule)
    told.year = shortYear(match, parts, tokens) ?? number("year", told)
    if parts.contains(where: { $0.name == "year" && tokens[$0.start].kind == .number }) {
      guard let year = told.year, PartialDate.years.contains(year) else {
        // "ngày 17/3/20015": a misprint, and no day of another year.
        guard value("form", of: match) == "day", !told.isBare else { return nil }
        time.isInvalid = true
        return time
      }
    }
    time.isPair = parts.contains { $0.name == "first" }
    time.isNextYear = value("from", of: match) == "next-year"
    return read(told, time)
  }

  /// Reads a match by its form.
  private mutating func read(_ told: ToldTime, _ time: LeafTime) -> LeafTime? {
    switch value("form", of: told.match) {
    case "day": checked(day(told, time))
    case "month" where value("every", of: told.match) != nil: everyMonth(told, time)
    case "month": checked(month(told, time))
    case "quarter": checked(quarter(told, time))
    case "first-months": checked(months(ofYear: .first, told, time))
    case "last-months": checked(months(ofYear: .last, told, time))
    case "year": checked(year(told, time))
    case "years": checked(years(told, time))
    case "deadline": checked(deadline(told, time))
    case "months-of-year": monthsOfYear(told, time)
    case "weekdays": weekdays(told, time)
    case "repeat": recurrence(told, time)
    default: nil
    }
  }

  /// A time, with whether the calendar has its dates.
  private func checked(_ time: LeafTime?) -> LeafTime? {
    guard var time else { return nil }
    time.isInvalid = time.start?.exists == false || time.end?.exists == false
    return time
  }

  /// The number that a capture holds.
  private func number(_ name: String, _ told: ToldTime) -> Int? {
    told.parts.first { $0.name == name }.flatMap { number(told.tokens[$0.start]) }
  }

  // MARK: Dates

  /// "ngày 17/3/2026", "từ ngày 05 đến ngày 10/4".
  private mutating func day(_ told: ToldTime, _ given: LeafTime) -> LeafTime? {
    var time = given
    guard let day = number("day", told) else { return nil }
    let month = number("month", told) ?? monthWord(told.parts, told.tokens)
    time.end = PartialDate(year: told.year, month: month, day: day)
    time.start = time.end
    if let first = number("first", told),
      !readFirstDay(first, to: day, month, told, into: &time)
    {
      return nil
    }
    if month == nil, !(1...31).contains(day) { return nil }
    if let bound = value("before", of: told.match) {
      // "trước 5/2026" is a month.
      guard time.start?.exists == true else { return nil }
      // "đến 4/5 thôn" is a share of them.
      if bound == "until", day <= month ?? day { return nil }
      time.bound = bound == "until" ? .until : .before
      if let first = told.parts.first?.start { time.core = first..<told.match.end }
    }
    return time
  }

  /// Reads the first of several days; false when they are no days.
  private mutating func readFirstDay(
    _ first: Int, to day: Int, _ month: Int?, _ told: ToldTime, into time: inout LeafTime
  ) -> Bool {
    let firstMonth = number("first-month", told)
    time.start = PartialDate(year: told.year, month: firstMonth ?? month, day: first)
    // "ngày 10-5/2026" is one day.
    if told.year == nil, let last = month, PartialDate.years.contains(last) {
      time.start = PartialDate(year: last, month: day, day: first)
      time.end = time.start
    }
    // "từ 9/2026 đến 5/2027" has no days.
    if let firstMonth, firstMonth > 12 { return false }
    if let firstMonth, let month, let year = told.year {
      // "05/12 - 10/01/2027" begins in the year before.
      time.start?.year = number("first-year", told) ?? (firstMonth > month ? year - 1 : year)
    }
    // "1/2 - 40/15/2026" is something else.
    if told.isBare, time.start?.exists != true || time.end?.exists != true { return false }
    // "5, 20, 08/9/2026" counts no days on.
    if value("listed", of: told.match) != nil, !ascends(told.parts, to: day, told.tokens) {
      return false
    }
    // "ngày 15/6 và ngày 01/12/2026" are two.
    return value("next", of: told.match) == nil
      || time.start.map { follows(day, month, $0) } == true
  }

  /// The months of a match, as they are written.
  private func writtenMonths(_ told: ToldTime, _ given: LeafTime) -> LeafTime? {
    var time = given
    guard let month = number("month", told) ?? monthWord(told.parts, told.tokens) else {
      return nil
    }
    time.end = PartialDate(year: told.year, month: month)
    time.start = PartialDate(
      year: number("first-year", told) ?? told.year, month: number("first", told) ?? month)
    if told.isBare || told.year == nil, !(1...12).contains(month) { return nil }
    return time
  }

  /// "tháng 10 hằng năm".
  private func everyMonth(_ told: ToldTime, _ given: LeafTime) -> LeafTime? {
    guard var time = writtenMonths(told, given), let month = time.end?.month else { return nil }
    time.repeats = ["FREQ=YEARLY"]
    time.isPair = true
    // "tháng 10 - 3 hằng năm" goes on in the next year.
    if !(number("first", told).map { (1...12).contains($0) && $0 < month } ?? false) {
      (time.start, time.end) = (nil, nil)
    }
    return time
  }

  /// "tháng 5/2026", "từ tháng 3 đến tháng 5".
  private func month(_ told: ToldTime, _ given: LeafTime) -> LeafTime? {
    guard var time = writtenMonths(told, given), let month = time.end?.month else { return nil }
    // "Trong tháng 9, 10 hộ": the number counts something.
    if value("list", of: told.match) != nil, told.match.end < told.tokens.count,
      told.tokens[told.match.end].kind != .mark
    {
      return nil
    }
    if told.isBare, let first = number("first", told), !(1...12).contains(first) || first >= month {
      return nil
    }
    // "Tháng 4, 10/2026" are two months, and none between.
    if skips(told.parts, to: month, told.tokens) { (time.start, time.end) = (nil, nil) }
    return time
  }

  /// "quý II/2026", "quý I, III hằng năm".
  private func quarter(_ told: ToldTime, _ given: LeafTime) -> LeafTime? {
    var time = given
    guard let last = quarter("quarter", told.parts, told.tokens) else { return nil }
    let first = quarter("first", told.parts, told.tokens) ?? last
    time.start = PartialDate(year: told.year, month: first * 3 - 2)
    time.end = PartialDate(year: told.year, month: last * 3)
    // "Quý I, III" are two, and none between.
    if last > first + 1, areTwo(told.parts, told.tokens) { (time.start, time.end) = (nil, nil) }
    if value("every", of: told.match) != nil { time.repeats = ["FREQ=YEARLY"] }
    return time
  }

  /// The part of a year that some months are.
  private enum YearPart { case first, last }

  /// "6 tháng đầu năm", "ba tháng cuối năm 2026".
  private func months(ofYear part: YearPart, _ told: ToldTime, _ given: LeafTime) -> LeafTime? {
    var time = given
    guard let count = monthCount(told.match, told.parts, told.tokens), (1...12).contains(count)
    else { return nil }
    time.start = PartialDate(year: told.year, month: part == .first ? 1 : 13 - count)
    time.end = PartialDate(year: told.year, month: part == .first ? count : 12)
    return time
  }

  /// "năm 2026", "từ năm 2026 trở đi".
  private func year(_ told: ToldTime, _ given: LeafTime) -> LeafTime? {
    var time = given
    time.start = PartialDate(year: told.year)
    time.end = time.start
    if value("on", of: told.match) != nil {
      time.bound = .from
      time.isPair = true
    }
    return time
  }

  /// "giai đoạn 2026-2030".
  private func years(_ told: ToldTime, _ given: LeafTime) -> LeafTime? {
    var time = given
    // "2026, 2027" in a cell, but not "2026, 2028".
    let lists = value("listed", of: told.match) != nil
    guard let year = told.year, let first = number("first", told),
      PartialDate.years.contains(first), first < year,
      !lists || year - first == told.parts.count - 1
    else { return nil }
    time.start = PartialDate(year: first)
    time.end = PartialDate(year: year)
    return time
  }

  // MARK: Recurrences

  /// "trước ngày 25 hằng tháng", "trước ngày 15/12 hằng năm".
  private func deadline(_ told: ToldTime, _ given: LeafTime) -> LeafTime? {
    var time = given
    guard let day = number("day", told) else { return nil }
    time.end = PartialDate(month: number("month", told), day: day)
    time.start = time.end
    let isQuarterly = value("every", of: told.match) == "quarter"
    time.repeats = [
      time.end?.month != nil
        ? "FREQ=YEARLY" : isQuarterly ? "FREQ=MONTHLY;INTERVAL=3" : "FREQ=MONTHLY"
    ]
    return time
  }

  /// "vào tháng 6 và tháng 12 hằng năm".
  private func monthsOfYear(_ told: ToldTime, _ given: LeafTime) -> LeafTime? {
    var time = given
    let months = told.parts.filter { $0.name == "month" }
      .compactMap { number(told.tokens[$0.start]) }
    guard !months.isEmpty, months.allSatisfy((1...12).contains) else { return nil }
    time.repeats = ["FREQ=YEARLY;BYMONTH=" + months.map(String.init).joined(separator: ",")]
    time.bound = .again
    return time
  }

  /// "thứ Hai và thứ Sáu hằng tuần".
  private func weekdays(_ told: ToldTime, _ given: LeafTime) -> LeafTime? {
    var time = given
    time.weekdays = weekdays(told.parts, told.tokens)
    time.repeats = ["FREQ=WEEKLY"]
    time.bound = .again
    return time.weekdays.isEmpty ? nil : time
  }

  /// "hằng năm", "định kỳ 6 tháng".
  private func recurrence(_ told: ToldTime, _ given: LeafTime) -> LeafTime? {
    var time = given
    readRepeats(told.parts, told.tokens, &time)
    if let months = value("months", of: told.match) {
      time.repeats = ["FREQ=MONTHLY;INTERVAL=" + months]
      time.bound = .again
    }
    return time.repeats.isEmpty ? nil : time
  }

  // MARK: Parts

  /// The month that a word tells: "Tháng Ba".
  private func monthWord(_ parts: [Capture], _ tokens: [Token]) -> Int? {
    parts.first { $0.name == "word" }.flatMap {
      grammar.value(list: "month-words", tokens, from: $0.start, to: $0.end)
    }.flatMap { Int($0) }
  }

  /// Whether months are listed that do not follow one another: "tháng 3, tháng 6 và tháng 10".
  private func skips(_ parts: [Capture], to month: Int, _ tokens: [Token]) -> Bool {
    let firsts = parts.filter { $0.name == "first" }
    guard firsts.count > 1 else {
      let first = firsts.first.flatMap { number(tokens[$0.start]) }
      return first.map { month != $0 + 1 } == true && areTwo(parts, tokens)
    }
    let months = firsts.compactMap { number(tokens[$0.start]) } + [month]
    return !zip(months, months.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }

  /// Whether two are told and no more, with a comma or "và" between them.
  private func areTwo(_ parts: [Capture], _ tokens: [Token]) -> Bool {
    let firsts = parts.filter { $0.name == "first" }
    guard firsts.count == 1 else { return false }
    let end = firsts[0].end
    let joint = grammar.list("further-days").flatMap { grammar.entry(in: $0, tokens, at: end) }
    return isMark(tokens[end], 0x2C) || joint != nil
  }

  /// The year of a day that is told by its last two figures: "ngày 27/11/19".
  private func shortYear(_ match: RuleMatch, _ parts: [Capture], _ tokens: [Token]) -> Int? {
    guard value("form", of: match) == "day", value("bare", of: match) == nil,
      let part = parts.first(where: { $0.name == "year" }), part.start > 0,
      tokens[part.start].end - tokens[part.start].start == 2, isMark(tokens[part.start - 1], 0x2F),
      let figures = self.number(tokens[part.start]), figures < 70
    else { return nil }
    return 2000 + figures
  }

  /// Whether a bare "5/2026" or "2026-2030" is a part of a longer number: "05/2026/QĐ-UBND".
  private func isInsideNumber(_ match: RuleMatch, _ tokens: [Token]) -> Bool {
    func isSlash(_ token: Token) -> Bool {
      token.kind == .mark && markers.scalar(token) == 0x2F
    }
    if match.start > 0 {
      let before = tokens[match.start - 1]
      let isTied = !tokens[match.start].shape.contains(.spaced)
      if isTied, isSlash(before) || isDash(before) || before.kind == .syllable { return true }
      if isTied, match.start > 1, tokens[match.start - 2].kind == .number,
        !before.shape.contains(.spaced)
      {
        return true  // "1.5/2026"
      }
    }
    guard match.end < tokens.count else { return false }
    let after = tokens[match.end]
    guard !after.shape.contains(.spaced) else { return false }
    if isSlash(after) || after.kind == .syllable { return true }
    // "05/2026-QĐ", but also "2/2012-5/2012".
    return isDash(after) && match.end + 1 < tokens.count && tokens[match.end + 1].kind == .syllable
  }

  /// The quarter, 1 to 4, that a capture names.
  private func quarter(_ name: String, _ parts: [Capture], _ tokens: [Token]) -> Int? {
    guard let capture = parts.first(where: { $0.name == name }) else { return nil }
    let part = capture.start
    if let slip = misreadWords(at: Int(tokens[part].start)), capture.end > part + 1 {
      return quarter(of: slip)
    }
    let token = tokens[part]
    let value =
      number(token)
      ?? grammar.value(list: "quarter-codes", tokens, from: part, to: part + 1).flatMap { Int($0) }
      ?? Letters.roman(
        bytes[Int(token.start)..<Int(token.end)].map { $0 & 0xDF })
    return value.flatMap { (1...4).contains($0) ? $0 : nil }
  }

  /// The quarter that words name which recognition damaged: "Quý 1V".
  private func quarter(of slip: MisreadWords.Slip) -> Int? {
    slip.reading.utf8.split(separator: UInt8(ascii: " ")).last.flatMap {
      Letters.roman(Array($0))
    }
  }

  /// The number of months in "6 tháng đầu năm", in figures or words.
  private func monthCount(_ match: RuleMatch, _ parts: [Capture], _ tokens: [Token]) -> Int? {
    guard let part = parts.first(where: { $0.name == "count" }) else {
      return value("count", of: match).flatMap { Int($0) }
    }
    return number(tokens[part.start])
      ?? grammar.value(list: "month-counts", tokens, from: part.start, to: part.end)
      .flatMap { Int($0) }
  }

  /// The recurrences that a match names which is no time itself: "báo cáo quý, năm".
  mutating func repeats(of match: RuleMatch, _ tokens: [Token]) -> [String] {
    let parts = captures(of: match, tokens)
    // "báo cáo năm 2026", "báo cáo tháng 6": a time of its own.
    if let last = parts.last, last.end == match.end, match.end < tokens.count,
      tokens[match.end].kind == .number || isQuarterNumber(tokens[match.end])
    {
      return []
    }
    var time = LeafTime(
      range: match.start..<match.end, core: match.start..<match.end, bound: .again,
      rule: match.rule)
    readRepeats(parts, tokens, &time)
    return time.repeats
  }

  /// Whether a token is a quarter's Roman numeral: "báo cáo quý I".
  private func isQuarterNumber(_ token: Token) -> Bool {
    guard token.kind == .syllable, token.shape.contains(.upper) else { return false }
    let numeral = Letters.roman(bytes[Int(token.start)..<Int(token.end)].map { $0 })
    return numeral.map { (1...4).contains($0) } ?? false
  }

  /// The recurrences of "định kỳ hàng quý, 6 tháng và năm".
  private func readRepeats(_ parts: [Capture], _ tokens: [Token], _ time: inout LeafTime) {
    var parts = parts
    // "hằng năm, năm 2026": the last word begins a date.
    if let last = parts.last, time.range.upperBound < tokens.count,
      tokens[time.range.upperBound].kind == .number, last.end == time.range.upperBound,
      parts.count > 1
    {
      parts.removeLast()
      time.range = time.range.lowerBound..<max(parts[parts.count - 1].end, last.start - 1)
      time.core = time.range
    }
    for part in parts {
      let count =
        number(tokens[part.start])
        ?? grammar.value(list: "round-counts", tokens, from: part.start, to: part.end)
        .flatMap { Int($0) }
      let text: String
      switch part.name {
      case "day": text = "FREQ=DAILY"
      case "week": text = "FREQ=WEEKLY"
      case "month": text = "FREQ=MONTHLY"
      case "quarter": text = "FREQ=MONTHLY;INTERVAL=3"
      case "year": text = "FREQ=YEARLY"
      case "days":
        guard let count, (1...366).contains(count) else { continue }
        text = count == 1 ? "FREQ=DAILY" : "FREQ=DAILY;INTERVAL=\(count)"
      case "weeks":
        guard let count, (1...52).contains(count) else { continue }
        text = count == 1 ? "FREQ=WEEKLY" : "FREQ=WEEKLY;INTERVAL=\(count)"
      case "months":
        guard let count, (1...120).contains(count) else { continue }
        // "9 tháng" comes every year.
        text =
          count == 1
          ? "FREQ=MONTHLY" : count == 9 ? "FREQ=YEARLY" : "FREQ=MONTHLY;INTERVAL=\(count)"
      case "years":
        guard let count, (1...50).contains(count) else { continue }
        text = count == 1 ? "FREQ=YEARLY" : "FREQ=YEARLY;INTERVAL=\(count)"
      default: continue
      }
      if !time.repeats.contains(text) { time.repeats.append(text) }
    }
    time.bound = .again
  }
}
