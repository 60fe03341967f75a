import PlanText

/// Where the clauses of a unit end.
extension PlanReader {
  /// The ends of the clauses of some tokens: after each ";" and each full stop.
  func clauses(_ tokens: [Token]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var depth = 0
    func close(at place: Int) {
      if start < place { result.gather(start..<place) }
      start = place + 1
    }
    for place in tokens.indices where tokens[place].kind == .mark {
      switch markers.scalar(tokens[place]) {
      case 0x28: depth += 1
      case 0x29: depth = max(0, depth - 1)
      case 0x3B where depth == 0: close(at: place)
      case 0x2E where depth == 0 && endsSentence(place, tokens): close(at: place)
      default: break
      }
    }
    close(at: tokens.count)
    return result
  }

  /// Whether the full stop at `place` ends a sentence.
  private func endsSentence(_ place: Int, _ tokens: [Token]) -> Bool {
    guard place + 1 < tokens.count else { return true }
    let next = tokens[place + 1]
    return next.shape.contains(.spaced) && next.shape.contains(.capitalized)
      && !isShortened(before: place, tokens)
  }

  /// Whether the letters right before a full stop shorten a word, as those of a rank do.
  private func isShortened(before stop: Int, _ tokens: [Token]) -> Bool {
    guard stop > 0, tokens[stop - 1].shape.contains(.capitalized),
      !tokens[stop].shape.contains(.spaced), let letters = grammar.list("stopped-letters")
    else { return false }
    return grammar.entry(in: letters, tokens, at: stop - 1)?.end == stop
  }
}
