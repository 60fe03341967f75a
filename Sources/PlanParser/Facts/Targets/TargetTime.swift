import PlanModel
import PlanText

/// When a target is to be reached, or the time it holds for.
struct TargetTime: Equatable {
  /// The date by which it is to be reached.
  var by: String?
  /// The interval it holds for.
  var period: String?
  /// The last year it names.
  var lastYear: Int?
  /// The years of a list, to which numbers belong in their order ("các năm 2026, 2027 và 2028").
  var years: [Int] = []

  /// Whether it tells only when something begins ("từ tháng 3/2026").
  var isStart: Bool { period?.hasSuffix("..") ?? false }
}

/// The times that a leaf tells, in order, none inside another.
struct TimeTable {
  /// Where they stand.
  private(set) var ranges = SortedRanges()
  /// The times, by their first tokens; none for a base ("so với năm 2019") or a standard.
  private(set) var times = PlaceMap<TargetTime>()
  /// Where times begin, by where they end.
  private var starts = PlaceMap<Int>()

  /// Adds a place behind the last.
  mutating func append(_ range: Range<Int>, _ time: TargetTime?) {
    ranges.append(range)
    times[range.lowerBound] = time
    starts[range.upperBound] = range.lowerBound
  }

  /// The place that begins at a token.
  func range(at token: Int) -> Range<Int>? {
    ranges.holding(token).flatMap { $0.lowerBound == token ? $0 : nil }
  }

  /// Where a time begins that ends before a token.
  func start(endingAt token: Int) -> Int? {
    starts[token].flatMap { times[$0] == nil ? nil : $0 }
  }

  /// The last time told.
  var latest: TargetTime? {
    ranges.ranges.last { times[$0.lowerBound] != nil }.flatMap { times[$0.lowerBound] }
  }

  /// The places with a time that begin within a range.
  func told(in range: Range<Int>) -> [Range<Int>] {
    ranges.starting(in: range).filter { times[$0.lowerBound] != nil }
  }
}

extension PlanReader {
  /// The times that a leaf tells.
  mutating func times(_ leaf: FactLeaf, planYear: Int? = nil) -> TimeTable {
    var places = TimeTable()
    var rest = leaf.times.filter { isWithoutYear($0, leaf.tokens) }[...]
    guard leaf.tells(.targetTime) || !rest.isEmpty else { return places }
    var end = 0
    func appendRest(before start: Int) {
      while let time = rest.first, time.range.lowerBound < start {
        rest.removeFirst()
        guard time.range.lowerBound >= end, time.range.upperBound <= start else { continue }
        let last = time.bound == .before ? time.start : time.end
        places.append(time.range, TargetTime(by: last?.edtf, lastYear: last?.year))
        end = time.range.upperBound
      }
    }
    var goals = leaf.matches.filter { meaning($0) == .targetTime && value("goal", of: $0) != nil }[
      ...]
    for match in leaf.matches where meaning(match) == .targetTime && match.start >= end {
      appendRest(before: match.start)
      if value("form", of: match) == "base" {
        goals = goals.drop { $0.start <= match.start }
        // "theo hộ để đến năm 2026 …": the year is the goal's.
        if let goal = goals.first, timeRange(goal, leaf.tokens).upperBound <= match.end { continue }
        places.append(match.start..<match.end, nil)
        end = match.end
      } else if value("form", of: match) == "origin" {
        // "100% dự án hoàn thành năm 2025": which ones, where that year is over.
        guard isOver(match, leaf.tokens, planYear) else { continue }
        let range = timeRange(match, leaf.tokens)
        appendRest(before: range.lowerBound)
        places.append(range, nil)
        end = range.upperBound
      } else if isOfDocument(match, leaf.tokens) {
        // "theo Nghị quyết số 12-NQ/TU ngày 12/6/2021"
        places.append(match.start..<match.end, nil)
        end = match.end
      } else if let time = time(match, leaf.tokens) {
        // "2026: 70%": the colon is the number's.
        let range = timeRange(match, leaf.tokens)
        let hasColon = isMark(leaf.tokens[range.upperBound - 1], 0x3A)
        places.append(range.lowerBound..<(hasColon ? range.upperBound - 1 : range.upperBound), time)
        end = range.upperBound
      }
    }
    appendRest(before: leaf.tokens.count)
    return places
  }

  /// Whether the last year of a match is before that of the plan.
  private mutating func isOver(_ match: RuleMatch, _ tokens: [Token], _ planYear: Int?) -> Bool {
    guard let planYear else { return false }
    guard let last = captures(of: match, tokens).last(where: { $0.name == "year" }),
      let year = year(tokens[last.start])
    else { return false }
    return year < planYear
  }

  /// Where the words of a time stand in its match: "theo quy định" of "theo quy định đến năm 2026" is
  /// none of them.
  private mutating func timeRange(_ match: RuleMatch, _ tokens: [Token]) -> Range<Int> {
    capture("when", of: match, tokens) ?? match.start..<match.end
  }

  /// Whether a month, quarter or day leaves its year to the title: "đến 30/9", "hết quý III".
  private func isWithoutYear(_ time: LeafTime, _ tokens: [Token]) -> Bool {
    guard !time.isInvalid, time.repeats.isEmpty, time.end?.edtf != nil,
      [.within, .until, .before].contains(time.bound)
    else { return false }
    return !time.core.contains { year(tokens[$0]) != nil }
  }

  /// Whether a time stands behind the number of a document and is its day; "Kế hoạch số 77/KH-UBND
  /// trước ngày 30/9/2026" says by when.
  private func isOfDocument(_ match: RuleMatch, _ tokens: [Token]) -> Bool {
    var place = match.start
    if tokens[place].kind == .syllable, let words = grammar.list("document-day-words"),
      grammar.entry(in: words, tokens, at: place) == nil
    {
      return false
    }
    if place > 0, isMark(tokens[place - 1], 0x2C) { place -= 1 }
    guard place > 1, tokens[place - 1].shape.contains(.upper) else { return false }
    return tokens[place - 2].kind == .mark && !tokens[place - 1].shape.contains(.spaced)
  }

  private mutating func time(_ match: RuleMatch, _ tokens: [Token]) -> TargetTime? {
    func number(_ capture: Capture?) -> Int? {
      guard let capture else { return nil }
      return Int(raw(span(tokens, capture.start..<capture.end)))
    }
    let parts = captures(of: match, tokens)
    func part(_ name: String) -> Capture? { parts.first { $0.name == name } }
    func year(_ name: String) -> Int? {
      parts.first { $0.name == name }.flatMap { self.year(tokens[$0.start]) }
    }
    switch value("form", of: match) {
    case "period":
      guard let start = year("start"), let end = year("end"), start <= end else { return nil }
      return TargetTime(period: "\(start)/\(end)", lastYear: end)
    case "years":
      let years = parts.compactMap { self.year(tokens[$0.start]) }
      guard years.count > 1, years.count == parts.count, let first = years.first,
        let last = years.last, zip(years, years.dropFirst()).allSatisfy({ $0 < $1 })
      else { return nil }
      let isWhole = last - first == years.count - 1
      return TargetTime(
        period: isWhole ? "\(first)/\(last)" : nil, lastYear: last, years: years)
    case "untold": return TargetTime()
    case "from":
      // "từ tháng 01 đến hết tháng 12/2026"
      if let end = year("end"), let last = parts.last(where: { $0.name == "month" }) {
        let first = date(year("start") ?? end, number(part("month")), nil)
        return TargetTime(period: first + "/" + date(end, number(last), nil), lastYear: end)
      }
      guard let start = year("start") else { return nil }
      let month = quarter(parts).map { $0 * 3 - 2 } ?? number(part("month"))
      let date = date(start, month, number(part("day")))
      return TargetTime(period: date + "/..")
    default:
      guard let year = year("year") else { return nil }
      if let quarter = quarter(parts) {
        return TargetTime(by: String(year) + Self.twoDigits(quarter * 3), lastYear: year)
      }
      let date = date(year, number(part("month")), number(part("day")))
      return TargetTime(by: date, lastYear: year)
    }
  }

  /// The quarter that one of the parts of a time tells.
  private func quarter(_ parts: [Capture]) -> Int? {
    parts.first { $0.name.hasPrefix("q") }.flatMap { Int($0.name.dropFirst()) }
  }

  /// A year with the month and the day in it that are told.
  private func date(_ year: Int, _ month: Int?, _ day: Int?) -> String {
    var date = String(year)
    guard let month, month >= 1, month <= 12 else { return date }
    date += Self.twoDigits(month)
    if let day, day >= 1, day <= 31 { date += Self.twoDigits(day) }
    return date
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "-0\(number)" : "-\(number)"
  }
}
