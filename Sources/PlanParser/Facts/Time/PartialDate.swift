/// A date of which some parts may be left out: a day, a month or a year of the calendar.
struct PartialDate: Equatable {
  /// The year.
  var year: Int?
  /// The month, from 1.
  var month: Int?
  /// The day of the month, from 1.
  var day: Int?

  /// Whether the calendar can have it.
  var exists: Bool {
    if let year, !PartialDate.years.contains(year) { return false }
    if let month, !(1...12).contains(month) { return false }
    guard let day else { return true }
    // A day without its year may fall in a leap year.
    guard let month else { return (1...31).contains(day) }
    return HeadDate.exists(day: day, month: month, year: year ?? 2000)
  }

  /// The value in Extended Date/Time Format: "2026-04-07", "2026-04", "2026", "XXXX-01";
  /// `nil` for a day without its month and for nothing at all.
  var edtf: String? {
    guard let month else { return day == nil ? year.map(String.init) : nil }
    let head = (year.map(String.init) ?? "XXXX") + "-" + PartialDate.padded(month)
    return day.map { head + "-" + PartialDate.padded($0) } ?? head
  }

  /// The deadline that it names: "2026-12-16", "--12-15" each year, "---18" each month.
  var deadline: String? {
    guard let day else { return year == nil ? nil : edtf }
    if year != nil { return edtf }
    guard let month else { return "---" + PartialDate.padded(day) }
    return "--" + PartialDate.padded(month) + "-" + PartialDate.padded(day)
  }

  /// The parts that stand here, the others from `other` as far as they are larger ones.
  func completed(by other: PartialDate) -> PartialDate {
    var result = self
    if result.month == nil, result.day != nil { result.month = other.month }
    if result.year == nil, result.month != nil { result.year = other.year }
    return result
  }

  /// Whether it cannot be told to lie after `other`.
  func isNotAfter(_ other: PartialDate) -> Bool {
    for (mine, theirs) in [(year, other.year), (month, other.month), (day, other.day)] {
      guard let mine, let theirs else { return true }
      if mine != theirs { return mine < theirs }
    }
    return true
  }

  /// The month or the year behind it; a day stays itself, and of a December without its year nobody
  /// can tell.
  var following: PartialDate? {
    if day != nil { return self }
    guard let month else { return year.map { PartialDate(year: $0 + 1) } }
    if month < 12 { return PartialDate(year: year, month: month + 1) }
    return year.map { PartialDate(year: $0 + 1, month: 1) }
  }

  /// The years that plans speak of.
  static let years = 1900...2199

  private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
