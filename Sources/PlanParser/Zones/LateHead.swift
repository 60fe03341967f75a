import PlanModel
import PlanText

/// Parts of the head that stand after the title: number, place and date, motto, the body.
extension PlanReader {
  /// How many lines after the title may still be head.
  private static let lateLines = 8

  /// Reads what of the head follows the title at line `start`; the result is the line after it.
  mutating func lateHead(from start: Int) -> Int {
    let limit = min(lines.count, start + PlanReader.lateLines)
    guard start < limit else { return start }
    // Only a number, a date or a motto shows that the head goes on.
    guard let last = (start..<limit).last(where: { isLatePart(lines[$0]) }) else { return start }
    for line in lines[start...last] where !isLatePart(line) && !isLateBody(line) { return start }
    var bodies: [HeadBody] = []
    for line in lines[start...last] {
      let tokens = tokens(line.content)
      guard let part = latePart(tokens) else {
        bodies.append(HeadBody(pieces: [line.content], heads: true))
        continue
      }
      switch part.meaning {
      case .number where plan.header.number.status == .absent: number(part, tokens)
      case .placeDate where plan.header.date.status == .absent: placeDate(part, tokens)
      default: addFurniture(.motto, part.span, rule: part.match.rule)
      }
    }
    if plan.header.issuer.status == .absent { tell(bodies: bodies) }
    return last + 1
  }

  /// The part of the head that is the whole of a line; `nil` when it is something else.
  mutating func latePart(_ tokens: [Token]) -> HeadPart? {
    for match in phrases(tokens) where match.start == 0 && match.end == tokens.count {
      // "Thứ Hai, 24/10/2031" below a title is the date of a page.
      if value("form", of: match) == "bare" { continue }
      let meaning = meaning(match)
      switch meaning {
      case .number where plan.header.number.status == .absent,
        .placeDate where plan.header.date.status == .absent, .motto:
        return HeadPart(
          match: match, meaning: meaning, span: span(tokens, match.start..<match.end))
      default: continue
      }
    }
    return nil
  }

  /// Whether a line is a number, a place and date or a motto that the head still lacks.
  mutating func isLatePart(_ line: Line) -> Bool {
    line.width < 80 && line.tabs == 0 && latePart(tokens(line.content)) != nil
  }

  /// Whether a line in capitals names a body, or the position of the one who decides.
  mutating func isLateBody(_ line: Line) -> Bool {
    guard line.capitals, line.tabs == 0, line.width < 100 else { return false }
    return lineMatch(.position, tokens(line.content)) != nil || namesBody(line)
  }

  /// Whether a line in capitals names a body.
  mutating func namesBody(_ line: Line) -> Bool {
    guard line.capitals, line.tabs == 0, line.width < 100 else { return false }
    let tokens = tokens(line.content)
    // "BAN HÀNH ĐỀ ÁN …" begins with no body, though "BAN" does.
    let longest = phrases(tokens, startingBefore: 1).filter { meaning($0) == .organisation }
      .max { $0.end < $1.end }
    guard let longest, value("head", of: longest) != "no" else { return false }
    // "PHÒNG, CHỐNG THIÊN TAI" names no office.
    return longest.end >= tokens.count || markers.scalar(tokens[longest.end]) != 0x2C
  }
}
