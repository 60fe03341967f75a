import PlanModel
import PlanText

/// Reads times out of the leaves of a plan.
extension PlanReader {
  /// The times that stand in some tokens, in order; `year` completes a month without its own.
  ///
  /// Where two rules read the same words, the one that begins first and then the longer is taken.
  mutating func times(
    _ tokens: [Token], _ matches: [RuleMatch], year: Int?
  ) -> [LeafTime] {
    var pieces: [LeafTime] = []
    var links: [RuleMatch] = []
    var end = 0
    for match in matches where meaning(match) == .time {
      switch value("form", of: match) {
      case "link": links.gather(match)
      case "none": if match.start >= end { end = match.end }
      default:
        guard match.start >= end, let piece = piece(match, tokens) else { continue }
        end = piece.range.upperBound
        pieces.gather(piece)
      }
    }
    return pieces.isEmpty ? [] : joined(pieces, links, tokens, year: year)
  }

  /// The time that some tokens of a leaf state, such as those of a cell; `nil` when there are none.
  ///
  /// The text is that of the whole range. Several dates that follow one another give no value.
  /// `times` are those of the leaf, unless its place tells of another year than the title.
  mutating func time(
    _ leaf: FactLeaf, in range: Range<Int>, year: Int?, times all: [LeafTime]? = nil
  ) -> TimeExpression? {
    guard !range.isEmpty, range.upperBound <= leaf.tokens.count else { return nil }
    var expression = TimeExpression(text: folder.fold(span(leaf.tokens, range)))
    let here = (all ?? leaf.times).filter { range.contains($0.core.lowerBound) }
    let times = here.filter { !isOfCited($0, leaf) }
    if here.isEmpty {
      expression.value =
        bareYear(leaf.tokens, range).flatMap { PartialDate(year: $0).edtf }
        ?? boundYear(leaf, range)
        ?? bareMonths(leaf.tokens, range)
        ?? bareDay(leaf, withoutBracket(range, leaf.tokens), year: year)
        ?? wholeYear(leaf, range, year: year)
    }
    let values = Set(times.compactMap(\.value))
    if let both = continued(times, in: range, leaf.tokens) ?? begunAndEnded(times, leaf.tokens) {
      expression.value = both
    } else if let days = daysBeforeRemarks(leaf, times, range, year: year) {
      expression.value = days
    } else if values.count == 1,
      times.count < here.count || !isOneOfSeveral(times, in: range, leaf.tokens)
    {
      expression.value = values.first
    } else if let first = times.first, isAloneBeforeRemarks(first, times, range, leaf.tokens) {
      expression.value = first.value
    } else if let day = dayToldAgain(times) {
      expression.value = day.value
    }
    expression.repeat = times.first { !$0.repeats.isEmpty }?.repeats.first
    if times.count == 1, let told = roundOfDays(times[0]) { expression.repeat = told }
    return expression
  }

  /// The interval of a cell that says when work begins and one that says when it ends.
  func interval(_ start: TimeExpression, _ end: TimeExpression) -> TimeExpression {
    var both = TimeExpression(
      text: start.text + " " + end.text, repeat: start.repeat ?? end.repeat)
    // "11/2026" and "Tháng 1" do not say in which year it ends.
    if let first = start.value, let last = end.value, Self.runsBackwards(first, last) {
      return both
    }
    // "Quý I | Quý III": from the begin of the first to the end of the other.
    guard let first = start.value?.split(separator: "/").first,
      let last = end.value?.split(separator: "/").last, first != "..", last != "..",
      first <= last
    else {
      both.value = start.value ?? end.value
      return both
    }
    both.value = first == last ? String(first) : first + "/" + last
    return both
  }

  /// The one year that the title of the document states.
  func titleYear(_ title: FactLeaf) -> Int? {
    var years: Set<Int> = []
    for time in title.times where !isOfDocument(time, title.tokens) {
      for date in [time.start, time.end] { if let year = date?.year { years.insert(year) } }
    }
    return years.count == 1 ? years.first : nil
  }

  /// Whether a time stands behind a number: "Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024".
  func isOfDocument(_ time: LeafTime, _ tokens: [Token]) -> Bool {
    let place = time.range.lowerBound
    guard place > 1, time.start?.day != nil else { return false }
    let comma = tokens[place - 1].kind == .mark ? 1 : 0
    guard place - comma > 1 else { return false }
    // "131/QĐ-TTg": the mark before the last letters stands in the number.
    let last = tokens[place - comma - 1]
    return tokens[place - comma - 2].kind == .mark
      && (last.shape.contains(.upper) || last.kind == .syllable && !last.shape.contains(.spaced))
  }

  /// Whether a day is that of a document which its cell only cites: "Theo Kế hoạch số 45/KH-UBND ngày
  /// 10/01/2026".
  private func isOfCited(_ time: LeafTime, _ leaf: FactLeaf) -> Bool {
    guard time.bound == .within, time.start?.day != nil, time.start == time.end,
      time.range == time.core
    else { return false }
    return isOfDocument(time, leaf.tokens)
  }

  /// Tells of the dates that no calendar has.
  mutating func diagnoseDates(_ leaves: FactLeaves) {
    for leaf in leaves.all {
      for time in leaf.times where time.isInvalid {
        let span = span(leaf.tokens, time.core)
        diagnose(
          .dateInvalid, .document, .warning,
          "the calendar has no \"\(folder.fold(span))\", correct the date", span, node: leaf.node)
      }
    }
  }

  /// A cell that holds nothing but a year.
  private func bareYear(_ tokens: [Token], _ range: Range<Int>) -> Int? {
    guard range.count == 1 else { return nil }
    return number(tokens[range.lowerBound]).flatMap {
      PartialDate.years.contains($0) ? $0 : nil
    }
  }

  /// The year without its word that a cell binds: "Hoàn thành trước 2028", "Từ 2028".
  private func boundYear(_ leaf: FactLeaf, _ range: Range<Int>) -> String? {
    let last = range.upperBound - 1
    let place = isMark(leaf.tokens[last], 0x2E) ? last - 1 : last
    guard place > range.lowerBound, let year = bareYear(leaf.tokens, place..<place + 1),
      let link = leaf.matches(from: range.lowerBound, to: place).first(where: {
        $0.start == range.lowerBound && $0.end == place && meaning($0) == .time
          && value("form", of: $0) == "link" && value("join", of: $0) == nil
      })
    else { return nil }
    switch value("link", of: link) {
    case "from": return String(value("at", of: link) == nil ? year : year + 1) + "/.."
    default: return "../" + String(year)
    }
  }

  /// The year of the title, when a cell says that work goes on through all of it: "Cả năm".
  private func wholeYear(_ leaf: FactLeaf, _ range: Range<Int>, year: Int?) -> String? {
    guard let year else { return nil }
    let tells = leaf.matches(from: range.lowerBound, to: range.upperBound).contains {
      meaning($0) == .time && value("form", of: $0) == "this-year" && $0.start == range.lowerBound
        && $0.end == range.upperBound
    }
    return tells ? PartialDate(year: year).edtf : nil
  }

  /// A cell without the bracket that closes it: "Thứ Hai (04/5)".
  private func withoutBracket(_ range: Range<Int>, _ tokens: [Token]) -> Range<Int> {
    guard let last = range.last, isMark(tokens[last], 0x29) else { return range }
    return range.lowerBound..<last
  }

  /// The value of a token of digits; `nil` when it is none or has more than four.
  func number(_ token: Token) -> Int? {
    guard token.kind == .number else { return nil }
    var value = 0
    var count = 0
    for offset in Int(token.start)..<Int(token.end) {
      let byte = bytes[offset]
      // Full-width digits are digits too, but no plan writes dates with them.
      guard byte.isDigit, count < 4 else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      count += 1
    }
    return value
  }

  /// Whether a token is a dash of any kind.
  func isDash(_ token: Token) -> Bool {
    let start = Int(token.start)
    if token.kind != .mark { return false }
    if bytes[start] == UInt8(ascii: "-") { return true }
    return token.end - token.start == 3 && bytes[start] == 0xE2 && bytes[start + 1] == 0x80
      && (0x90...0x95).contains(bytes[start + 2])
  }
}
