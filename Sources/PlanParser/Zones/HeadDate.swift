/// The date of a head.
enum HeadDate {
  /// The EDTF value of the parts that are given: "2026-04-07", "2026-04", "2026".
  static func value(day: Int?, month: Int?, year: Int?) -> String? {
    guard let year, year >= 1000 else { return nil }
    guard let month, (1...12).contains(month) else { return String(year) }
    guard let day, (1...31).contains(day) else { return "\(year)-\(padded(month))" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  /// Whether the Gregorian calendar has the date.
  static func exists(day: Int, month: Int, year: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }

  private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
