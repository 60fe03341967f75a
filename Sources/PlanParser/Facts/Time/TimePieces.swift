import PlanModel
import PlanText

/// Reads one match of a rule of time as a date or a recurrence.
extension PlanReader {
  /// What a match states; `nil` when its numbers are those of something else.
  mutating func piece(_ match: RuleMatch, _ tokens: [Token]) -> LeafTime? {
    let parts = captures(of: match, tokens)
    let bare = value("bare", of: match) != nil
    if bare, isInsideNumber(match, tokens) { return nil }
    func number(_ name: String) -> Int? {
      parts.first { $0.name == name }.flatMap { self.number(tokens[$0.start]) }
    }
    // What only shows where the time ends is no part of it.
    let span = parts.first { $0.name == "when" }.map { $0.start..<$0.end }
    let whole = span ?? match.start..<match.end
    var time = LeafTime(range: whole, core: whole, bound: .within, rule: match.rule)
    let year = shortYear(match, parts, tokens) ?? number("year")
    if parts.contains(where: { $0.name == "year" && tokens[$0.start].kind == .number }) {
      guard let year, PartialDate.years.contains(year) else {
        // "ngày 17/3/20015": a misprint, and no day of another year.
        guard value("form", of: match) == "day", !bare else { return nil }
        time.isInvalid = true
        return time
      }
    }
    time.isPair = parts.contains { $0.name == "first" }
    time.isNextYear = value("from", of: match) == "next-year"
    switch value("form", of: match) {
    case "day":
      guard let day = number("day") else { return nil }
      let month = number("month") ?? monthWord(parts, tokens)
      time.end = PartialDate(year: year, month: month, day: day)
      time.start = time.end
      if let first = number("first") {
        time.start = PartialDate(year: year, month: number("first-month") ?? month, day: first)
        // "ngày 10-5/2026" is one day.
        if year == nil, let last = month, PartialDate.years.contains(last) {
          time.start = PartialDate(year: last, month: day, day: first)
          time.end = time.start
        }
        // "từ 9/2026 đến 5/2027" has no days.
        if let firstMonth = number("first-month"), firstMonth > 12 { return nil }
        if let firstMonth = number("first-month"), let month, let year {
          // "05/12 - 10/01/2027" begins in the year before.
          time.start?.year = number("first-year") ?? (firstMonth > month ? year - 1 : year)
        }
        // "1/2 - 40/15/2026" is something else.
        if bare, time.start?.exists != true || time.end?.exists != true { return nil }
        // "5, 20, 08/9/2026" counts no days on.
        if value("listed", of: match) != nil, !ascends(parts, to: day, tokens) { return nil }
        // "ngày 15/6 và ngày 01/12/2026" are two.
        if value("next", of: match) != nil, time.start.map({ follows(day, month, $0) }) != true {
          return nil
        }
      }
      if month == nil, !(1...31).contains(day) { return nil }
      if let bound = value("before", of: match) {
        // "trước 5/2026" is a month.
        guard time.start?.exists == true else { return nil }
        // "đến 4/5 thôn" is a share of them.
        if bound == "until", day <= month ?? day { return nil }
        time.bound = bound == "until" ? .until : .before
        if let first = parts.first?.start { time.core = first..<match.end }
      }
    case "month":
      guard let month = number("month") ?? monthWord(parts, tokens) else { return nil }
      time.end = PartialDate(year: year, month: month)
      time.start = PartialDate(
        year: number("first-year") ?? year, month: number("first") ?? month)
      if bare || year == nil, !(1...12).contains(month) { return nil }
      if value("every", of: match) != nil {
        time.repeats = ["FREQ=YEARLY"]
        time.isPair = true
        // "tháng 10 - 3 hằng năm" goes on in the next year.
        if !(number("first").map { (1...12).contains($0) && $0 < month } ?? false) {
          (time.start, time.end) = (nil, nil)
        }
        return time
      }
      // "Trong tháng 9, 10 hộ": the number counts something.
      if value("list", of: match) != nil, match.end < tokens.count,
        tokens[match.end].kind != .mark
      {
        return nil
      }
      if bare, let first = number("first"), !(1...12).contains(first) || first >= month {
        return nil
      }
      // "Tháng 4, 10/2026" are two months, and none between.
      if skips(parts, to: month, tokens) { (time.start, time.end) = (nil, nil) }
    case "quarter":
      guard let last = quarter("quarter", parts, tokens) else { return nil }
      let first = quarter("first", parts, tokens) ?? last
      time.start = PartialDate(year: year, month: first * 3 - 2)
      time.end = PartialDate(year: year, month: last * 3)
      // "Quý I, III" are two, and none between.
      if last > first + 1, areTwo(parts, tokens) { (time.start, time.end) = (nil, nil) }
      if value("every", of: match) != nil { time.repeats = ["FREQ=YEARLY"] }
    case "first-months", "last-months":
      guard let count = monthCount(match, parts, tokens), (1...12).contains(count) else {
        return nil
      }
      let isFirst = value("form", of: match) == "first-months"
      time.start = PartialDate(year: year, month: isFirst ? 1 : 13 - count)
      time.end = PartialDate(year: year, month: isFirst ? count : 12)
    case "year":
      time.start = PartialDate(year: year)
      time.end = time.start
      if value("on", of: match) != nil {
        time.bound = .from
        time.isPair = true
      }
    case "years":
      // "2026, 2027" in a cell, but not "2026, 2028".
      let lists = value("listed", of: match) != nil
      guard let year, let first = number("first"), PartialDate.years.contains(first), first < year,
        !lists || year - first == parts.count - 1
      else { return nil }
      time.start = PartialDate(year: first)
      time.end = PartialDate(year: year)
    case "deadline":
      guard let day = number("day") else { return nil }
      time.end = PartialDate(month: number("month"), day: day)
      time.start = time.end
      let isQuarterly = value("every", of: match) == "quarter"
      time.repeats = [
        time.end?.month != nil
          ? "FREQ=YEARLY" : isQuarterly ? "FREQ=MONTHLY;INTERVAL=3" : "FREQ=MONTHLY"
      ]
    case "months-of-year":
      let months = parts.filter { $0.name == "month" }.compactMap { self.number(tokens[$0.start]) }
      guard !months.isEmpty, months.allSatisfy((1...12).contains) else { return nil }
      time.repeats = ["FREQ=YEARLY;BYMONTH=" + months.map(String.init).joined(separator: ",")]
      time.bound = .again
      return time
    case "weekdays":
      time.weekdays = weekdays(parts, tokens)
      time.repeats = ["FREQ=WEEKLY"]
      time.bound = .again
      return time.weekdays.isEmpty ? nil : time
    case "repeat":
      readRepeats(parts, tokens, &time)
      if let months = value("months", of: match) {
        time.repeats = ["FREQ=MONTHLY;INTERVAL=" + months]
        time.bound = .again
      }
      return time.repeats.isEmpty ? nil : time
    default: return nil
    }
    time.isInvalid = time.start?.exists == false || time.end?.exists == false
    return time
  }

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
