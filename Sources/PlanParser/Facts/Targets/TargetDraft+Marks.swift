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

  /// Some words with the quotation mark right before them, where the one that closes stands among them:
  /// ""Gia đình văn hóa" đạt 95%".
  func withOpeningQuote(_ words: Range<Int>) -> Range<Int> {
    let open = words.lowerBound - 1
    guard open >= clause.range.lowerBound, !words.isEmpty,
      !tokens[words.lowerBound].shape.contains(.spaced)
    else { return words }
    let isCurly = isSign(open, [0xE2, 0x80, 0x9C])
    guard isCurly || mark(open) == UInt8(ascii: "\"") else { return words }
    let marks = words.filter { index in
      isCurly ? isSign(index, [0xE2, 0x80, 0x9D]) : mark(index) == UInt8(ascii: "\"")
    }
    return marks.count.isMultiple(of: 2) ? words : open..<words.upperBound
  }

  /// Whether a token is a mark of some bytes.
  private func isSign(_ index: Int, _ sign: [UInt8]) -> Bool {
    tokens[index].kind == .mark
      && bytes[Int(tokens[index].start)..<Int(tokens[index].end)].elementsEqual(sign)
  }

  /// Whether a token is "…".
  private func isEllipsis(_ index: Int) -> Bool {
    isSign(index, [0xE2, 0x80, 0xA6])
  }
}
