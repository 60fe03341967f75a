/// The days that a time of a plan spans, out of its date or interval in EDTF.
struct DueRange: Equatable, Sendable {
  /// The first day ("2026-04-01"), when there is one.
  var starts: String?
  /// The last day ("2026-06-30"), when there is one.
  var ends: String?

  /// No days: the time is not stated, or it comes back each year.
  static let none = DueRange(starts: nil, ends: nil)

  init(starts: String?, ends: String?) {
    self.starts = starts
    self.ends = ends
  }

  /// The days of "2026", "2026-04", "2026-04-07", "2026-04/2026-06", "../2030" or "2026/..".
  init(_ value: String?) {
    self = .none
    guard let value else { return }
    let parts = value.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, let last = parts.last else { return }
    let begin = Self.days(first)
    let end = Self.days(last)
    // One half that cannot be understood makes no half of an interval.
    if begin == nil, first != ".." { return }
    if end == nil, last != ".." { return }
    starts = begin?.first
    ends = end?.last
  }

  /// The first and last day of a date.
  private static func days(_ date: Substring) -> (first: String, last: String)? {
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count),
      zip(parts, widths).allSatisfy({ part, width in
        part.utf8.count == width && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    switch numbers.count {
    case 1: return ("\(date)-01-01", "\(date)-12-31")
    case 2:
      guard (1...12).contains(numbers[1]) else { return nil }
      return ("\(date)-01", "\(date)-\(length(of: numbers[1], year: numbers[0]))")
    default: return (String(date), String(date))
    }
  }

  private static func length(of month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether work at this time is due within another range, whose both ends are known.
  ///
  /// It is when the times meet. Work without a first day counts by its last, and work that only
  /// comes back (`recurs`) is always due.
  func isDue(within other: DueRange, recurs: Bool) -> Bool {
    guard let from = other.starts, let to = other.ends else { return false }
    if let ends { return ends >= from && (starts ?? ends) <= to }
    if let starts { return starts <= to }
    return recurs
  }

  /// The years that the range touches as words of the index, and "always" where it has no end.
  func tags(recurs: Bool) -> [String] {
    guard let ends else { return starts != nil || recurs ? ["always"] : [] }
    return Self.years(from: starts ?? ends, to: ends)
  }

  /// "y2026 y2027": a word for each year, at most sixty.
  static func years(from start: String, to end: String) -> [String] {
    guard let first = Int(start.prefix(4)), let last = Int(end.prefix(4)), first <= last else {
      return []
    }
    return (max(first, last - 59)...last).map { "y\($0)" }
  }
}
