import PlanText

/// Offices that stand in a bracket behind the name of a person.
extension PlanReader {
  /// Whether a bracket behind a name tells the person's office, in letters or words: "đồng chí Lò Văn
  /// Pá (PHT), giáo viên các lớp"; a number is none.
  func endsWithOffice(_ name: Range<Int>, _ tokens: [Token]) -> Bool {
    guard isMark(tokens[name.upperBound - 1], 0x29),
      let open = name.last(where: { isMark(tokens[$0], 0x28) })
    else { return false }
    return tokens[open..<name.upperBound].contains { $0.kind == .syllable }
      && !tokens[open..<name.upperBound].contains { $0.kind == .number }
  }
}
