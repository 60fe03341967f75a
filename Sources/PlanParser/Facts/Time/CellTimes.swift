import PlanText

/// Which of several times in one cell is that of the work.
extension PlanReader {
  /// Whether the one time that was read is not the only day of a cell: "30/6 và 31/12 hằng năm",
  /// "Trước 30/4; 30/9".
  func isOneOfSeveral(_ times: [LeafTime], in range: Range<Int>, _ tokens: [Token]) -> Bool {
    guard times.count == 1, let time = times.first, time.start?.day != nil, range.count > 2 else {
      return false
    }
    return (range.lowerBound..<range.upperBound - 2).contains { place in
      !time.range.overlaps(place..<place + 3) && tokens[place].kind == .number
        && isMark(tokens[place + 1], 0x2F) && tokens[place + 2].kind == .number
    }
  }

  /// The interval of a time that ends with its year and the next year behind a comma, where nothing
  /// else stands in the cell: "Quý III, IV/2026, 2027", "Quý IV/2026, năm 2027".
  func continued(_ times: [LeafTime], in range: Range<Int>, _ tokens: [Token]) -> String? {
    guard let first = times.first, times.count <= 2, first.range.lowerBound == range.lowerBound,
      first.bound == .within, first.repeats.isEmpty, let end = first.end, end.month == 12,
      end.day == nil, let year = end.year, let last = range.last,
      number(tokens[last]) == year + 1, case let comma = first.range.upperBound, comma < last,
      isMark(tokens[comma], 0x2C)
    else { return nil }
    // "2027" alone, or a time of its own with the word for year.
    let rest = comma + 1..<range.upperBound
    let further = times.dropFirst().first
    let isYear =
      rest.count == 1
      || further.map { $0.range == rest && $0.value == String(year + 1) } ?? false
    guard isYear, let start = first.start?.edtf else { return nil }
    return start + "/" + String(year + 1)
  }

  /// The interval of two times of which words say that work begins and ends then: "Bắt đầu từ 01/2026,
  /// kết thúc 6/2026".
  func begunAndEnded(_ times: [LeafTime], _ tokens: [Token]) -> String? {
    guard times.count == 2, let last = times[1].bound == .before ? times[1].start : times[1].end,
      stands("begin", before: times[0], tokens), stands("end", before: times[1], tokens),
      let first = times[0].start?.completed(by: last), first.isNotAfter(last),
      let start = first.edtf, let end = last.edtf
    else { return nil }
    return start + "/" + end
  }

  /// Whether a word that something begins or ends stands right before a time, or in its first words.
  private func stands(_ edge: String, before time: LeafTime, _ tokens: [Token]) -> Bool {
    guard let words = grammar.list("time-edges") else { return false }
    let start = time.range.lowerBound
    return (max(0, start - 3)...start).contains { place in
      grammar.entry(in: words, tokens, at: place).map {
        $0.value == edge && $0.end >= start && $0.end <= time.core.lowerBound
      } ?? false
    }
  }

  /// Whether a time opens its cell, and the others stand in remarks behind a semicolon: "Từ tháng
  /// 9/2026; danh mục xong trong tháng 10/2026".
  func isAloneBeforeRemarks(
    _ first: LeafTime, _ times: [LeafTime], _ range: Range<Int>, _ tokens: [Token]
  ) -> Bool {
    let lead = grammar.list("time-leads").flatMap {
      grammar.entry(in: $0, tokens, at: range.lowerBound)?.end
    }
    let start = first.range.lowerBound
    if isBeforeBracket(first, times, range, tokens), start == range.lowerBound || start == lead {
      return true
    }
    guard times.count > 1, first.repeats.isEmpty, start == range.lowerBound || start == lead,
      let mark = (first.range.upperBound..<times[1].range.lowerBound)
        .last(where: { isMark(tokens[$0], 0x3B) })
    else { return false }
    return (mark..<times[1].range.lowerBound).contains { tokens[$0].kind == .syllable }
  }

  /// The day with which a cell begins, where all other times only tell again in which month or year
  /// it lies: "28/10/2026, cuối tháng 10".
  func dayToldAgain(_ times: [LeafTime]) -> LeafTime? {
    guard times.count > 1, let first = times.first, first.bound == .within, first.repeats.isEmpty,
      let day = first.start, day == first.end, day.day != nil, day.year != nil
    else { return nil }
    let isRough = times.dropFirst().allSatisfy { time in
      guard time.bound == .within, time.repeats.isEmpty, let start = time.start, start.day == nil,
        start == time.end, start.month != nil || start.year != nil
      else { return false }
      return (start.month ?? day.month) == day.month && (start.year ?? day.year) == day.year
    }
    return isRough ? first : nil
  }

  /// Whether a day, a month or a quarter stands before a bracket that ends the cell and holds the
  /// other times: "ngày 12/02/2026 (chậm nhất ngày 20/02/2026)", "Quý I/2027 (xong trước 25/3)".
  private func isBeforeBracket(
    _ first: LeafTime, _ times: [LeafTime], _ range: Range<Int>, _ tokens: [Token]
  ) -> Bool {
    guard times.count > 1, first.repeats.isEmpty, first.bound == .within, first.start?.month != nil,
      first.start?.year != nil,
      let close = bracket(at: first.range.upperBound, before: range.upperBound, tokens)
    else { return false }
    return close == range.upperBound || close + 1 == range.upperBound && isMark(tokens[close], 0x2E)
  }
}

extension PlanReader {
  /// The recurrence of a day of the week or the month that comes again, and of nothing that is only
  /// due then: "Thứ Hai hằng tuần", "Ngày 20 hằng tháng".
  func roundOfDays(_ time: LeafTime) -> String? {
    if !time.weekdays.isEmpty, time.repeats == ["FREQ=WEEKLY"] {
      return "FREQ=WEEKLY;BYDAY=" + time.weekdays.joined(separator: ",")
    }
    guard time.bound == .within || time.bound == .again, time.repeats == ["FREQ=MONTHLY"],
      let start = time.start, start == time.end, start.month == nil, let day = start.day,
      !time.isInvalid
    else { return nil }
    return "FREQ=MONTHLY;BYMONTHDAY=\(day)"
  }

  /// Whether one date is later than another, as far as both tell.
  static func runsBackwards(_ first: String, _ last: String) -> Bool {
    let length = min(first.utf8.count, last.utf8.count)
    guard first.utf8.first != UInt8(ascii: "X"), last.utf8.first != UInt8(ascii: "X") else {
      return false
    }
    return first.prefix(length) > last.prefix(length)
  }
}
