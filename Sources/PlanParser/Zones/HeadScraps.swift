import PlanModel
import PlanText

/// What recognition makes of rules and specks in a head.
extension PlanReader {
  /// How many bytes specks before the kind of a document take at most: "3ã KẾ HOẠCH".
  private static let scrapBytes = 8
  /// How many letters a rule that was read as a word has at least.
  private static let ruleLetters = 9

  /// Whether a line begins with the kind of the document, or with specks before it.
  func opensBehindScraps(_ line: Line, _ kind: ByteSpan) -> Bool {
    if line.content.start == kind.start { return true }
    guard line.content.contains(kind), kind.start - line.content.start <= Self.scrapBytes else {
      return false
    }
    var letters = 0
    var offset = line.content.start
    while offset < kind.start {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      letters = LetterCase(scalar) == .none ? 0 : letters + 1
      if letters > 1 { return false }
      offset += length
    }
    return true
  }

  /// Whether a run of the head is one word that nobody writes, with one letter three times running:
  /// "PETEEDESUHERSHIEEE", a rule.
  func isDrawnAsWord(_ run: ByteSpan) -> Bool {
    guard run.count >= Self.ruleLetters else { return false }
    var same = 0
    var isDrawn = false
    for place in run.start..<run.end {
      guard LetterCase(UInt32(bytes[place])) != .none else { return false }
      same = place > run.start && bytes[place] | 0x20 == bytes[place - 1] | 0x20 ? same + 1 : 1
      isDrawn = isDrawn || same > 2 && bytes[place] | 0x20 != UInt8(ascii: "i")
    }
    return isDrawn
  }
}
