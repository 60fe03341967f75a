import PlanModel
import PlanText

/// The year of a date that a narrow cell broke, on the line below, behind what stands in the other
/// column: "Sơn Hà, ngày 18 tháng 3 năm" over "Số: 12/KH-UBND          2031".
extension PlanReader {
  /// How many lines below its date such a year stands at most.
  private static let mostYearLines = 3

  /// Completes the date of a head by the year below it, and tells where it stands; `nil` when the date
  /// has a year or none stands there.
  mutating func yearBelow(_ parts: [HeadPart], _ tokens: [Token], before end: Int) -> HeadPart? {
    guard let date = parts.first(where: { $0.meaning == .placeDate }),
      let day = number("day", of: date, tokens), let month = number("month", of: date, tokens),
      capture("year", of: date.match, tokens) == nil,
      tokens[date.match.end - 1].kind == .syllable
    else { return nil }
    var lines = 0
    var last = date.span.end
    for next in date.match.end..<tokens.count where Int(tokens[next].end) <= end {
      let token = tokens[next]
      let gap = bytes[last..<Int(token.start)]
      lines += gap.count { $0 == 0x0A }
      last = Int(token.end)
      guard lines <= PlanReader.mostYearLines else { return nil }
      let isLast = lineEnd(last) == last
      guard lines > 0, isLast, token.end - token.start == 4, let year = markers.number(token),
        (1900...2199).contains(year), gap.contains(0x0A) || gap.count > 2,
        !parts.contains(where: { $0.span.start <= Int(token.start) && last <= $0.span.end })
      else { continue }
      let span = ByteSpan(Int(token.start), last)
      let value = HeadDate.value(day: day, month: month, year: year)
      plan.header.date.text = folder.fold([plan.header.date.span ?? date.span, span])
      plan.header.date.value = value
      plan.header.date.status = .present
      plan.header.date.span?.end = last
      return HeadPart(match: date.match, meaning: .placeDate, span: span)
    }
    return nil
  }

  private mutating func number(_ name: String, of part: HeadPart, _ tokens: [Token]) -> Int? {
    capture(name, of: part.match, tokens).flatMap {
      $0.count == 1 ? markers.number(tokens[$0.lowerBound]) : nil
    }
  }
}
