import PlanModel
import PlanText

/// Reads days that are told in a row: "06, 07, 08/9/2027", "thứ Bảy, Chủ nhật hằng tuần".
extension PlanReader {
  /// Whether a day of a month is the next after a date.
  func follows(_ day: Int, _ month: Int?, _ first: PartialDate) -> Bool {
    guard let month, let firstMonth = first.month, let firstDay = first.day else { return false }
    if month == firstMonth { return day == firstDay + 1 }
    let isLast = !PartialDate(year: first.year, month: firstMonth, day: firstDay + 1).exists
    return day == 1 && month == firstMonth + 1 && isLast
  }

  /// Whether the days before the last of a row follow one another.
  mutating func ascends(_ parts: [Capture], to day: Int, _ tokens: [Token]) -> Bool {
    let days = parts.filter { $0.name == "first" }.compactMap { number(tokens[$0.start]) } + [day]
    return zip(days, days.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }

  /// The first of the days that open a cell before the last of them, each the day behind the one
  /// before: "06, 07, 08/9" where `place` is that of the 08; `nil` for others.
  func listedDays(
    before place: Int, _ last: (day: Int, month: Int), _ range: Range<Int>, _ tokens: [Token],
    year: Int?
  ) -> String? {
    var first = place
    var day = last.day
    while first - 2 >= range.lowerBound, isListing(tokens[first - 1]),
      number(tokens[first - 2]) == day - 1
    {
      first -= 2
      day -= 1
    }
    guard first < place, year != nil, first == range.lowerBound || !isListing(tokens[first - 1])
    else { return nil }
    return PartialDate(year: year, month: last.month, day: day).edtf
  }

  /// Whether a comma or a word joins two of a list.
  func isListing(_ token: Token) -> Bool {
    isMark(token, 0x2C) || isMark(token, 0x2B)
      || grammar.list("further-days").flatMap { grammar.entry(in: $0, [token], at: 0) } != nil
  }

  /// The days of the week that a match names, each or from one to another, in the order of the week.
  func weekdays(_ parts: [Capture], _ tokens: [Token]) -> [String] {
    func places(_ name: String) -> [Int] {
      parts.filter { $0.name == name }.compactMap { part in
        grammar.value(list: "weekdays", tokens, from: part.start, to: part.end)
          .flatMap { Self.week.firstIndex(of: $0) }
      }
    }
    if let first = places("first").first, let last = places("last").first {
      return first < last ? Array(Self.week[first...last]) : []
    }
    return Set(places("weekday")).sorted().map { Self.week[$0] }
  }

  /// The days of the week as RFC 5545 calls them.
  private static var week: [String] { ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] }
}
