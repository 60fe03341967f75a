import PlanText

/// Finds the brackets of a leaf.
extension PlanReader {
  /// The bracketed stretches of some tokens, without those inside others.
  func brackets(_ tokens: [Token]) -> SortedRanges {
    var result = SortedRanges()
    var depth = 0
    var open = 0
    for (index, token) in tokens.enumerated() where token.kind == .mark {
      switch bytes[Int(token.start)] {
      case UInt8(ascii: "("):
        if depth == 0 { open = index }
        depth += 1
      case UInt8(ascii: ")") where depth > 0:
        depth -= 1
        if depth == 0 { result.append(open..<(index + 1)) }
      default: continue
      }
    }
    return result
  }

  /// Parts the brackets that hold the number of a clause from the others: "(1) tỷ lệ hộ nghèo dưới
  /// 2%; (2) …", "(i) …; (ii) …", "(a) …"; none of them adds anything to the words before it.
  func labels(_ brackets: SortedRanges, _ tokens: [Token]) -> (
    labels: PlaceMap<Int>, rest: SortedRanges
  ) {
    var labels = PlaceMap<Int>()
    var rest = SortedRanges()
    for bracket in brackets.ranges {
      if isLabel(bracket, tokens) {
        labels[bracket.lowerBound] = bracket.upperBound
      } else {
        rest.append(bracket)
      }
    }
    return (labels, rest)
  }

  /// The brackets without those that only say in figures what stands before them: "Toàn bộ (100%)
  /// khu công nghiệp …".
  func withoutFigures(_ brackets: SortedRanges, _ aims: PlaceMap<TargetWords.Aim>) -> SortedRanges {
    var rest = SortedRanges()
    for bracket in brackets.ranges where aims[bracket.lowerBound - 2]?.end != bracket.lowerBound + 1
    {
      rest.append(bracket)
    }
    return rest
  }

  /// Whether a bracket is the number of the clause behind it: it stands where one begins.
  private func isLabel(_ bracket: Range<Int>, _ tokens: [Token]) -> Bool {
    guard bracket.count == 3, bracket.upperBound < tokens.count,
      tokens[bracket.upperBound].kind != .mark, opensPart(bracket.lowerBound, tokens)
    else { return false }
    let inner = tokens[bracket.lowerBound + 1]
    let length = inner.end - inner.start
    switch inner.kind {
    case .number: return length <= 2
    case .syllable:
      return length == 1
        || length <= 5
          && Letters.roman(bytes[Int(inner.start)..<Int(inner.end)].lazy.map { $0 & 0xDF }) != nil
    case .mark: return false
    }
  }

  /// Whether a token begins the leaf, or stands behind a mark that parts clauses.
  private func opensPart(_ place: Int, _ tokens: [Token]) -> Bool {
    guard place > 0 else { return true }
    guard tokens[place - 1].kind == .mark else { return false }
    return [0x2C, 0x2D, 0x2E, 0x3A, 0x3B].contains { isMark(tokens[place - 1], $0) }
  }
}
