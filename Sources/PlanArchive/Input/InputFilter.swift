import Glibc

/// Which files of the inputs a run takes.
package struct InputFilter: Sendable {
  /// Patterns of the shell; a file must match one, when there are any.
  private let patterns: [String]
  /// The time, in nanoseconds since 1970, since which a file must have been changed.
  private let since: Int?

  /// A filter; `since` is a day or a time in UTC: "2026-05-31", "2026-05-31T17:00".
  package init(patterns: [String] = [], since: String? = nil) throws(ArchiveError) {
    self.patterns = patterns
    self.since = try since.map { day throws(ArchiveError) in try Self.time(day) }
  }

  /// Whether nothing is left out.
  var takesAll: Bool { patterns.isEmpty && since == nil }

  /// Whether a path is taken: a pattern with a slash is compared with all of it, another one with
  /// the name.
  func takes(_ path: [UInt8]) -> Bool {
    if patterns.isEmpty { return true }
    let slash = UInt8(ascii: "/")
    let name = Array(path[(path.lastIndex(of: slash).map { $0 + 1 } ?? 0)...])
    return patterns.contains { pattern in
      let text = (pattern.utf8.contains(slash) ? path : name).map { CChar(bitPattern: $0) } + [0]
      return unsafe fnmatch(pattern, text, 0) == 0
    }
  }

  /// Whether a file of such an age is taken; one whose age is not told is.
  func takes(modified: Int?) -> Bool {
    guard let since, let modified else { return true }
    return modified >= since
  }

  private static func time(_ word: String) throws(ArchiveError) -> Int {
    let refusal = ArchiveError.argument(
      "\(word): no day such as 2026-05-31 or time such as 2026-05-31T17:00")
    let numbers = word.split { "-T:".contains($0) }.map { Int($0) }
    let widths = word.split { "-T:".contains($0) }.map(\.utf8.count)
    guard [[4, 2, 2], [4, 2, 2, 2, 2], [4, 2, 2, 2, 2, 2]].contains(widths) else { throw refusal }
    let parts = numbers.compactMap { $0 }
    guard parts.count == numbers.count, (1...12).contains(parts[1]), (1...31).contains(parts[2])
    else { throw refusal }
    var time = unsafe tm()
    unsafe time.tm_year = Int32(parts[0] - 1_900)
    unsafe time.tm_mon = Int32(parts[1] - 1)
    unsafe time.tm_mday = Int32(parts[2])
    if parts.count > 3 {
      unsafe time.tm_hour = Int32(parts[3])
      unsafe time.tm_min = Int32(parts[4])
    }
    if parts.count > 5 { unsafe time.tm_sec = Int32(parts[5]) }
    return unsafe timegm(&time) * 1_000_000_000
  }
}
