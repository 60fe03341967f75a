import PlanModel

/// Rules of marks that stand on one line with the words above or below them.
///
/// "-------BỘ TRƯỞNG BỘ TÀI CHÍNH", as programs write them that take the drawn rule of a head for
/// text; "II. CHỈ TIÊU ======= 1. Giảm nghèo", where lines were poured into one another.
enum GluedRules {
  /// How many lines of a document can be its head.
  private static let reach = 80
  /// The shortest rule, in characters.
  private static let shortest = 5

  /// Cuts the rules off the lines of the head, and double rules out of all lines.
  static func cut(_ lines: [Line], _ bytes: [UInt8]) -> [Line] {
    guard lines.indices.contains(where: { place(in: lines[$0], at: $0, bytes) != nil }) else {
      return lines
    }
    var cut: [Line] = []
    for (index, line) in lines.enumerated() {
      var rest = line
      while let place = place(in: rest, at: index, bytes) {
        cut.append(LineReader.part(of: rest, from: rest.content.start, to: place, bytes))
        rest = LineReader.part(of: rest, from: place, to: rest.content.end, bytes)
        rest.blanksBefore = 0
      }
      cut.append(rest)
    }
    return cut
  }

  /// Where a line passes from a rule to words or from words to a rule.
  private static func place(in line: Line, at index: Int, _ bytes: [UInt8]) -> Int? {
    let content = line.content
    guard content.count > shortest, line.tabs == 0, line.bars == 0 else { return nil }
    let text = bytes[content.start..<content.end]
    if index < reach {
      let before = text.prefix { isRule($0) }.count
      let after = text.reversed().prefix { isRule($0) }.count
      if before == content.count { return nil }
      if before >= shortest { return content.start + before }
      if after >= shortest { return content.end - after }
    }
    return doubleRule(in: text)
  }

  /// Where a rule of "=" begins inside a line, or ends at its beginning.
  private static func doubleRule(in text: ArraySlice<UInt8>) -> Int? {
    var start = text.startIndex
    while let first = text[start...].firstIndex(of: UInt8(ascii: "=")) {
      let end = text[first...].firstIndex { $0 != UInt8(ascii: "=") } ?? text.endIndex
      if end - first >= shortest {
        if first > text.startIndex { return first }
        return end < text.endIndex ? end : nil
      }
      start = end
    }
    return nil
  }

  private static func isRule(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "=")
  }
}
