import PlanModel
import PlanText

/// Reads days that a column of times writes without the word for day: "Sáng 05/9", "08 - 09/9".
extension PlanReader {
  /// The day, or the days, with which some tokens end; `nil` without one.
  ///
  /// One day alone needs a year; so do two of one month, unless they stand alone.
  func bareDay(_ leaf: FactLeaf, _ range: Range<Int>, year: Int?) -> String? {
    let tokens = leaf.tokens
    let last = range.upperBound - 1
    guard range.count >= 3, range.count <= 16, let day = day(endingAt: last, range, tokens) else {
      return nil
    }
    let end = PartialDate(year: year, month: day.month, day: day.day)
    guard end.exists, let value = end.edtf else { return nil }
    let place = last - 2
    guard place >= range.lowerBound + 1 else { return year == nil ? nil : value }
    if place - 2 >= range.lowerBound, isDash(tokens[place - 1]),
      let first = number(tokens[place - 2])
    {
      // "24/08 – 30/08", "08 - 09/9"
      let other = self.day(endingAt: place - 2, range, tokens)
      guard other != nil || year != nil || isDayLead(range.lowerBound..<place - 2, tokens) else {
        return nil
      }
      let start =
        other.map { PartialDate(year: year, month: $0.month, day: $0.day) }
        ?? PartialDate(year: year, month: day.month, day: first)
      guard start.exists, start.isNotAfter(end), let from = start.edtf else { return nil }
      return from + "/" + value
    }
    if let listed = listedDays(before: place, day, range, tokens, year: year) {
      return listed + "/" + value
    }
    // "15/3; 15/9": of several days none stands for all.
    let hasOther = (range.lowerBound..<place).contains { other in
      self.day(endingAt: other, range, tokens) != nil
    }
    guard year != nil, !hasOther else { return nil }
    // "2026/12/9" is no day.
    if tokens[place - 1].kind == .mark, bytes[Int(tokens[place - 1].start)] == UInt8(ascii: "/") {
      return nil
    }
    let isBefore = leaf.matches(from: 0, to: place).contains { match in
      match.end == place && meaning(match) == .time
        && (self.value("link", of: match) == "before" || self.value("link", of: match) == "until")
    }
    return isBefore ? "../" + value : value
  }

  /// The day of a year that nothing tells, which is all that a cell under the name of a time holds:
  /// "11/11", "Thứ Hai 11/11", "Thứ 3 (12/11)"; `nil` for others.
  func dayAlone(_ leaf: FactLeaf) -> String? {
    let tokens = leaf.tokens
    guard leaf.times.isEmpty, let end = tokens.indices.last else { return nil }
    let last = isMark(tokens[end], 0x29) ? end - 1 : end
    let range = tokens.startIndex..<last + 1
    guard let day = day(endingAt: last, range, tokens) else { return nil }
    let date = PartialDate(month: day.month, day: day.day)
    guard isDayLead(tokens.startIndex..<last - 2, tokens, ofOne: true), date.exists else {
      return nil
    }
    return date.edtf
  }

  /// The days with which a cell begins before a semicolon behind which words tell of another stage:
  /// "08 - 15/10; công bố trước 20/10/2026"; `nil` for other cells.
  func daysBeforeRemarks(
    _ leaf: FactLeaf, _ times: [LeafTime], _ range: Range<Int>, year: Int?
  ) -> String? {
    guard let other = times.first,
      let mark = range.first(where: { isMark(leaf.tokens[$0], 0x3B) }),
      mark < other.core.lowerBound,
      (mark + 1..<other.core.lowerBound).contains(where: { leaf.tokens[$0].kind == .syllable }),
      case let first = range.lowerBound..<mark, first.count >= 5, isDash(leaf.tokens[mark - 4])
    else { return nil }
    return bareDay(leaf, first, year: year ?? other.end?.year)
  }

  /// Whether nothing but days of the week, parts of a day and marks between them stands before a day;
  /// before the first of two (not `ofOne`) also the word for "from".
  private func isDayLead(_ range: Range<Int>, _ tokens: [Token], ofOne: Bool = false) -> Bool {
    var place = range.lowerBound
    while place < range.upperBound {
      let token = tokens[place]
      if isMark(token, 0x28) || isMark(token, 0x2C) || isDash(token) {
        place += 1
        continue
      }
      var entry: (value: String, end: Int)?
      for case let list? in [grammar.list("weekdays"), grammar.list("day-leads")]
      where entry == nil {
        entry = grammar.entry(in: list, tokens, at: place)
      }
      guard let entry, !ofOne || entry.value != "from" else { return false }
      place = entry.end
    }
    return place == range.upperBound
  }

  /// The quarter or the month that is all of a cell: "III/2026", "8-2026".
  func bareMonths(_ tokens: [Token], _ range: Range<Int>) -> String? {
    let first = range.lowerBound
    guard range.count == 3, isDash(tokens[first + 1]) || isMark(tokens[first + 1], 0x2F),
      let year = number(tokens[first + 2]), PartialDate.years.contains(year)
    else { return nil }
    if let month = number(tokens[first]) {
      let date = PartialDate(year: year, month: month)
      return date.exists ? date.edtf : nil
    }
    guard tokens[first].shape.contains(.upper),
      let quarter = ["I", "II", "III", "IV"].firstIndex(of: text(first..<first + 1, tokens)),
      let start = PartialDate(year: year, month: quarter * 3 + 1).edtf,
      let end = PartialDate(year: year, month: quarter * 3 + 3).edtf
    else { return nil }
    return start + "/" + end
  }

  /// The day and month of "24/8" that end at a token.
  private func day(
    endingAt last: Int, _ range: Range<Int>, _ tokens: [Token]
  ) -> (day: Int, month: Int)? {
    guard last - 2 >= range.lowerBound, isTied(last - 1, last, tokens),
      bytes[Int(tokens[last - 1].start)] == UInt8(ascii: "/"),
      let day = number(tokens[last - 2]), let month = number(tokens[last]), month <= 12
    else { return nil }
    return (day, month)
  }

  /// Whether no blank parts a mark and the number behind it from what stands before.
  private func isTied(_ mark: Int, _ number: Int, _ tokens: [Token]) -> Bool {
    tokens[mark].kind == .mark && !tokens[mark].shape.contains(.spaced)
      && !tokens[number].shape.contains(.spaced)
  }
}
