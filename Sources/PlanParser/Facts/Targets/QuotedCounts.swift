import PlanText

/// Counts of things that are called by a quoted name: "sửa chữa 02 “Mái ấm công đoàn”".
extension PlanReader {
  /// How many tokens a quoted name may have.
  private static var longestQuoted: Int { 8 }

  /// The words within the quotation marks that open at a token; `nil` without a name there.
  func quotedName(_ start: Int, _ tokens: [Token]) -> Range<Int>? {
    guard start + 2 < tokens.count, isMark(tokens[start], 0x201C) || isMark(tokens[start], 0x22),
      tokens[start].shape.contains(.spaced), tokens[start + 1].shape.contains(.capitalized)
    else { return nil }
    for place in start + 2..<min(tokens.count, start + 2 + Self.longestQuoted) {
      if isMark(tokens[place], 0x201D) || isMark(tokens[place], 0x22) { return start + 1..<place }
      if tokens[place].kind == .mark, !isDash(tokens[place]) { return nil }
    }
    return nil
  }
}
