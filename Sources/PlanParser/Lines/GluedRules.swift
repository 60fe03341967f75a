import PlanModel

/// Rules of dashes that stand on one line with the words above or below them: "-------BỘ TRƯỞNG BỘ
/// TÀI CHÍNH", as programs write them that take the drawn rule of a head for text.
enum GluedRules {
  /// How many lines of a document can be its head.
  private static let reach = 80
  /// The shortest rule, in characters.
  private static let shortest = 5

  /// Cuts the rules off the lines of the head.
  static func cut(_ lines: [Line], _ bytes: [UInt8]) -> [Line] {
    guard lines.prefix(reach).contains(where: { place(in: $0, bytes) != nil }) else { return lines }
    var cut: [Line] = []
    for (index, line) in lines.enumerated() {
      guard index < reach, let place = place(in: line, bytes) else {
        cut.append(line)
        continue
      }
      cut.append(LineReader.part(of: line, from: line.content.start, to: place, bytes))
      var rest = LineReader.part(of: line, from: place, to: line.content.end, bytes)
      rest.blanksBefore = 0
      cut.append(rest)
    }
    return cut
  }

  /// Where a line passes from a rule to words or from words to a rule.
  private static func place(in line: Line, _ bytes: [UInt8]) -> Int? {
    let content = line.content
    guard content.count > shortest, line.tabs == 0, line.bars == 0 else { return nil }
    let text = bytes[content.start..<content.end]
    let before = text.prefix { isRule($0) }.count
    let after = text.reversed().prefix { isRule($0) }.count
    if before == content.count { return nil }
    if before >= shortest { return content.start + before }
    return after >= shortest ? content.end - after : nil
  }

  private static func isRule(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "=")
  }
}
