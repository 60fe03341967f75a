/// Takes one of the patterns of a rule away.
enum Narrowing {
  /// A rule's source without one of its patterns, for each of several; nothing when it has but one.
  static func narrowed(_ source: String) -> [String] {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let starts = lines.indices.filter { $0 > 0 && isPattern(lines[$0]) }
    guard starts.count > 1 else { return [] }
    return starts.map { start in
      // What stands further in goes on with it.
      let end = lines[(start + 1)...].firstIndex { indent($0) <= indent(lines[start]) }
      return (lines[..<start] + lines[(end ?? lines.count)...]).joined(separator: "\n")
    }
  }

  /// Whether a line begins a pattern.
  private static func isPattern(_ line: Substring) -> Bool {
    ["line", "phrase"].contains(line.dropFirst(indent(line)).prefix { $0 != " " })
  }

  private static func indent(_ line: Substring) -> Int { line.prefix { $0 == " " }.count }
}
