import PlanModel
import PlanText

/// Reads days that a column of times writes without the word for day: "Sáng 05/9", "08 - 09/9".
extension PlanReader {
  /// The day, or the days, with which some tokens end; `nil` without one or without a year.
  func bareDay(_ leaf: FactLeaf, _ range: Range<Int>, year: Int?) -> String? {
    let tokens = leaf.tokens
    let last = range.upperBound - 1
    guard let year, range.count >= 3, range.count <= 16, isTied(last - 1, last, tokens),
      bytes[Int(tokens[last - 1].start)] == UInt8(ascii: "/"),
      let day = number(tokens[last - 2]), let month = number(tokens[last])
    else { return nil }
    let end = PartialDate(year: year, month: month, day: day)
    guard end.exists, let value = end.edtf else { return nil }
    let place = last - 2
    guard place >= range.lowerBound + 1 else { return value }
    if place - 2 >= range.lowerBound, isDash(tokens[place - 1]),
      let first = number(tokens[place - 2])
    {
      let start = PartialDate(year: year, month: month, day: first)
      guard start.exists, start.isNotAfter(end), let from = start.edtf else { return nil }
      return from + "/" + value
    }
    // "1/2 - 3/5" and "2026/12/9" are no days.
    if tokens[place - 1].kind == .mark, bytes[Int(tokens[place - 1].start)] == UInt8(ascii: "/") {
      return nil
    }
    let isBefore = leaf.matches(from: 0, to: place).contains { match in
      match.end == place && meaning(match) == .time
        && (self.value("link", of: match) == "before" || self.value("link", of: match) == "until")
    }
    return isBefore ? "../" + value : value
  }

  /// Whether no blank parts a mark and the number behind it from what stands before.
  private func isTied(_ mark: Int, _ number: Int, _ tokens: [Token]) -> Bool {
    tokens[mark].kind == .mark && !tokens[mark].shape.contains(.spaced)
      && !tokens[number].shape.contains(.spaced)
  }
}
