import PlanText

/// When, on what ground and how a body acts, told between its name and its charge.
extension PlanReader {
  /// How many tokens may tell it.
  private static var longestCircumstance: Int { 26 }

  /// The place of the charge behind such words, where they are all that stands before it: "Sở Nội vụ,
  /// trong quá trình thực hiện, | chủ trì …", "Các đơn vị căn cứ Kế hoạch này | có trách nhiệm …"; else
  /// `start`.
  func behindCircumstance(
    _ start: Int, before limit: Int, _ tokens: [Token], _ words: BodyWords
  ) -> Int {
    guard start < limit, let openers = grammar.list("circumstance-words") else { return start }
    let isParted =
      isMark(tokens[start], 0x2C) || start > 0 && isMark(tokens[start - 1], 0x2C)
    let first = isMark(tokens[start], 0x2C) ? start + 1 : start
    guard first < limit, let end = grammar.entry(in: openers, tokens, at: first)?.end,
      case let index = words.charge(from: end), index < words.charges.count,
      case let charge = words.charges[index].range.lowerBound,
      charge < min(limit, first + Self.longestCircumstance)
    else { return start }
    if isMark(tokens[charge - 1], 0x2C) {
      // "Sở Nội vụ, hằng năm, rà soát hồ sơ, chủ trì …": another duty stands before it.
      let isDuty = (end..<charge - 1).contains {
        isMark(tokens[$0], 0x2C) && words.stops.contains($0 + 1)
      }
      return isParted && !isDuty ? charge : start
    }
    // "dưới sự chỉ đạo của Sở Nội vụ | chủ trì"
    let isOpen = grammar.entry(in: openers, tokens, at: first)?.value == "open"
    let isDuty = (end..<charge).contains {
      isOpen ? tokens[$0].kind == .mark : words.stops.contains($0) || words.heads[$0] != nil
    }
    return isDuty || isParted ? start : charge
  }
}
