import PlanText

/// Cells that say "as above".
extension PlanReader {
  /// Whether a cell holds only marks that say "as above".
  func isDitto(_ tokens: [Token]) -> Bool {
    !tokens.isEmpty
      && tokens.allSatisfy { token in Self.dittoMarks.contains { isMark(token, $0) } }
  }

  /// The marks that say "as above": quotation marks, strokes and double strokes.
  private static let dittoMarks: [UInt32] = [
    0x22, 0x27, 0x201C, 0x201D, 0x201E, 0x2033, 0x3003,
  ]
}
