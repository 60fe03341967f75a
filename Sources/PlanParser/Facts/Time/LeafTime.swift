import PlanModel

/// A time that stands in a leaf, with the words that bind it ("từ", "trước", "đến").
struct LeafTime: Equatable {
  /// How the time binds what it is said of.
  enum Bound: Equatable {
    /// "Trong năm 2026", "Quý II/2026", "2026-2030", "từ … đến …".
    case within
    /// "Từ năm 2026".
    case from
    /// "Đến năm 2030", "hết năm 2030".
    case until
    /// "Trước ngày 01/01/2030", "chậm nhất ngày …".
    case before
    /// "Hằng năm", "định kỳ 6 tháng".
    case again
  }

  /// Its tokens, the binding words among them.
  var range: Range<Int>
  /// The tokens of the dates alone.
  var core: Range<Int>
  /// How it binds.
  var bound: Bound
  /// Its first day, month or year; `nil` when it only says how often.
  var start: PartialDate?
  /// Its last day, month or year, the same as `start` for a single date.
  var end: PartialDate?
  /// How often: recurrences of RFC 5545.
  var repeats: [String] = []
  /// The days of the week on which it comes again: "MO", "FR".
  var weekdays: [String] = []
  /// Whether the calendar has no such date.
  var isInvalid = false
  /// Whether it is said to lie in the year behind that of the plan: "ngày 15/01 năm sau".
  var isNextYear = false
  /// Whether its own words name both ends: "16-18/01/2014", "quý I đến quý III/2026".
  var isPair = false
  /// The rule that found the first part.
  var rule: Int

  /// Whether a first and a last year, month or day differ.
  var isInterval: Bool { start != end }

  /// The value in Extended Date/Time Format; `nil` when there is none or it is impossible.
  var value: String? {
    guard !isInvalid, let start, let end else { return nil }
    guard let first = start.edtf, let last = end.edtf else { return nil }
    switch bound {
    case .within: return start == end ? first : first + "/" + last
    case .from: return first + "/.."
    case .until: return "../" + last
    case .before: return "../" + first
    case .again: return nil
    }
  }

  /// The same time behind so many more tokens.
  func moved(by count: Int) -> LeafTime {
    var time = self
    time.range = range.lowerBound + count..<range.upperBound + count
    time.core = core.lowerBound + count..<core.upperBound + count
    return time
  }

  /// The day by which something is due: "2026-12-16", "--12-15" each year, "---18" each month.
  var deadline: String? {
    guard !isInvalid, let end else { return nil }
    return bound == .before ? start?.deadline : end.deadline
  }
}
