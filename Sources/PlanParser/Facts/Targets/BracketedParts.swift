import PlanModel
import PlanText

/// Finds the bare numbers into which a bracket breaks a quantity down: "18 giải (Toán: 01, Vật lý: 17)".
extension PlanReader {
  /// How many words may stand between a quantity and the bracket of its parts.
  private static var longestGap: Int { 6 }
  /// How many words may name a part.
  private static var longestName: Int { 6 }

  /// The quantities of a leaf with the bare numbers of such brackets.
  mutating func withBracketedParts(_ quantities: [Quantity], _ leaf: FactLeaf) -> [Quantity] {
    guard !quantities.isEmpty else { return quantities }
    var result = quantities
    var next = 0
    for bracket in brackets(leaf.tokens).ranges {
      while next < result.count, result[next].number < bracket.lowerBound { next += 1 }
      guard next > 0, case let whole = result[next - 1], tells(whole, bracket, leaf.tokens),
        next == result.count || result[next].lead >= bracket.upperBound,
        let parts = parts(of: whole, in: bracket, leaf.tokens)
      else { continue }
      result.insert(contentsOf: parts, at: next)
      next += parts.count
    }
    return result
  }

  /// Whether nothing but a few words stands between a count or a score and a bracket.
  private func tells(_ whole: Quantity, _ bracket: Range<Int>, _ tokens: [Token]) -> Bool {
    (whole.kind == .count || whole.kind == .measure) && !whole.isBare && whole.upper == nil
      && whole.end <= bracket.lowerBound && bracket.lowerBound - whole.end <= Self.longestGap
      && tokens[whole.end..<bracket.lowerBound].allSatisfy { $0.kind == .syllable }
  }

  /// The parts of a bracket that holds nothing else: two names or more, each with its number.
  private func parts(
    of whole: Quantity, in bracket: Range<Int>, _ tokens: [Token]
  ) -> [Quantity]? {
    var parts: [Quantity] = []
    var place = bracket.lowerBound + 1
    while place < bracket.upperBound - 1 {
      guard let part = part(place, whole, tokens) else { return nil }
      parts.append(part)
      place = part.end
      guard
        place == bracket.upperBound - 1 || isMark(tokens[place], 0x2C)
          || isMark(tokens[place], 0x3B)
      else { return nil }
      place += 1
    }
    return parts.count > 1 && add(parts, upTo: whole) ? parts : nil
  }

  /// A name of a few words and the number behind it.
  private func part(_ start: Int, _ whole: Quantity, _ tokens: [Token]) -> Quantity? {
    var colon = start
    while tokens[colon].kind == .syllable || isMark(tokens[colon], 0x26) { colon += 1 }
    guard (1...Self.longestName).contains(colon - start),
      tokens[start].shape.contains(.capitalized)
    else { return nil }
    let number = isMark(tokens[colon], 0x3A) ? colon + 1 : colon
    guard tokens[number].kind == .number, tokens[number].shape.contains(.spaced) else { return nil }
    let end = numberEnd(number, tokens)
    guard let value = self.number(number, end, tokens) else { return nil }
    var part = Quantity(
      kind: whole.kind, value: value, lead: colon, number: number, unit: end..<end, end: end,
      isBare: true, rule: whole.rule)
    (part.equals, part.isListedPart) = (colon < number, true)
    return part
  }

  /// Whether parts are those of a count, whose sum they are, or of a mean told as finely as each of them.
  private func add(_ parts: [Quantity], upTo whole: Quantity) -> Bool {
    if whole.value.scale > 0 { return parts.allSatisfy { $0.value.scale > 0 } }
    var sum = 0
    for part in parts {
      let (next, overflow) = sum.addingReportingOverflow(part.value.digits)
      guard part.value.scale == 0, !overflow else { return false }
      sum = next
    }
    return sum == whole.value.digits
  }
}
