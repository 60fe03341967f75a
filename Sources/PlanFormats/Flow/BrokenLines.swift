import PlanText

/// Lines of one paragraph that a hand broke within a sentence, as in text out of a message.
enum BrokenLines {
  /// How many characters a line has at least that its writer broke for its width, and one that ends
  /// with the blank between two words.
  private static let width = 75
  private static let widthBeforeBlank = 45

  /// The lines with those joined that go on with each other.
  static func join(_ lines: [FlowLine]) -> [FlowLine] {
    guard var last = lines.first else { return lines }
    var joined = [last]
    for line in lines.dropFirst() {
      if goesOn(last, line) {
        joined[joined.count - 1].append(line)
      } else {
        joined.append(line)
      }
      last = line
    }
    return joined
  }

  private static func goesOn(_ line: FlowLine, _ next: FlowLine) -> Bool {
    guard !line.isBlank, !next.isBlank, line.style.bold == next.style.bold,
      !line.bytes.contains(0x09), !next.bytes.contains(0x09)
    else { return false }
    let text = String(decoding: line.cellText, as: UTF8.self)
    let isBetweenWords = line.bytes.last == 0x20 || next.bytes.first == 0x20
    let rest = String(decoding: next.cellText, as: UTF8.self)
    return text.unicodeScalars.count >= (isBetweenWords ? widthBeforeBlank : width)
      && !LineBegin.endsSentence(text) && LineBegin.hasSmallLetters(text)
      && !LineBegin.isCapital(rest)
      && (!LineBegin.hasMarker(rest) || LineBegin.isMarkerAlone(rest))
  }
}
