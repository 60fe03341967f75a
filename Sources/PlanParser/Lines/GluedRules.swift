import PlanModel

/// Rules of marks that stand on one line with the words above or below them.
///
/// "-------BỘ TRƯỞNG BỘ TÀI CHÍNH", as programs write them that take the drawn rule of a head for
/// text; "II. CHỈ TIÊU ======= 1. Giảm nghèo", where lines were poured into one another.
enum GluedRules {
  /// How many lines of a document can be its head.
  private static let reach = 80
  private static let equals = UInt8(ascii: "=")
  /// The shortest rule, in characters.
  private static let shortest = 5

  /// Cuts the rules off the lines of the head, and double rules out of all lines.
  static func cut(_ lines: [Line], _ bytes: [UInt8]) -> [Line] {
    let places = lines.indices.map { self.places(in: lines[$0], at: $0, bytes) }
    guard places.contains(where: { !$0.isEmpty }) else { return lines }
    return zip(lines, places).flatMap { line, places -> [Line] in
      guard !places.isEmpty else { return [line] }
      let starts = [line.content.start] + places
      return zip(starts, places + [line.content.end]).map { start, end in
        var part = LineReader.part(of: line, from: start, to: end, bytes)
        if start > line.content.start { part.blanksBefore = 0 }
        return part
      }
    }
  }

  /// Where a line passes from a rule to words or from words to a rule.
  private static func places(in line: Line, at index: Int, _ bytes: [UInt8]) -> [Int] {
    let content = line.content
    guard content.count > shortest, line.tabs == 0, line.bars == 0 else { return [] }
    let text = bytes[content.start..<content.end]
    guard
      isRule(bytes[content.start]) || isRule(bytes[content.end - 1])
        || ByteWord.first(equals, in: bytes, from: content.start, to: content.end) != nil
    else { return [] }
    var places = doubleRules(in: text)
    if index < reach {
      let before = text.prefix { isRule($0) }.count
      let after = text.reversed().prefix { isRule($0) }.count
      if before == content.count { return [] }
      if before >= shortest { places.insert(content.start + before) }
      if after >= shortest { places.insert(content.end - after) }
    }
    return places.sorted()
  }

  /// Where rules of "=" begin and end inside a line.
  private static func doubleRules(in text: ArraySlice<UInt8>) -> Set<Int> {
    var places: Set<Int> = []
    var start = text.startIndex
    while let first = text[start...].firstIndex(of: equals) {
      let end = text[first...].firstIndex { $0 != equals } ?? text.endIndex
      if end - first >= shortest {
        if first > text.startIndex { places.insert(first) }
        if end < text.endIndex { places.insert(end) }
      }
      start = end
    }
    return places
  }

  private static func isRule(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == equals
  }
}
