import PlanModel
import PlanText

/// Marks between and behind the words of a clause.
extension TargetDraft {
  /// The byte of a mark of one byte; 0 for everything else.
  func mark(_ index: Int) -> UInt8 {
    guard index >= 0, index < tokens.count, tokens[index].kind == .mark,
      tokens[index].end - tokens[index].start == 1
    else { return 0 }
    return bytes[Int(tokens[index].start)]
  }

  /// Whether a token is a mark that no text ends with: a comma, a colon, a dash.
  func endsNothing(_ index: Int) -> Bool {
    switch mark(index) {
    case 0: isEllipsis(index)
    case UInt8(ascii: ")"), UInt8(ascii: "%"), UInt8(ascii: "\""): false
    default: true
    }
  }

  /// Whether a token is "…".
  private func isEllipsis(_ index: Int) -> Bool {
    guard tokens[index].kind == .mark, tokens[index].end - tokens[index].start == 3 else {
      return false
    }
    let start = Int(tokens[index].start)
    return bytes[start] == 0xE2 && bytes[start + 1] == 0x80 && bytes[start + 2] == 0xA6
  }
}
