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
}
