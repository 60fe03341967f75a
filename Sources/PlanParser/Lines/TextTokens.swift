import PlanModel
import PlanText

/// The tokens of a text, cut once: a line is looked at many times, by spans that begin and end
/// elsewhere in it.
struct TextTokens {
  /// How much of a text is kept cut, which bounds memory: what stands behind is cut when asked for.
  private static let reach = 1 << 20

  private var tokens: [Token] = []
  private var isCut = false
  /// The first token of the span that was asked for last: the next mostly begins near it.
  private var last = 0
  /// The words that recognition gave for others.
  private(set) var misread = MisreadWords()

  /// Appends the tokens under a span as `tokenizer` cuts it.
  mutating func append(
    under span: ByteSpan, of bytes: [UInt8], to result: inout [Token], _ grammar: Grammar,
    _ tokenizer: Tokenizer, _ words: inout WordCache
  ) {
    let reach = min(bytes.count, Self.reach)
    guard span.start >= 0, span.end <= reach else {
      tokenizer.tokenize(bytes, span, into: &result, words: &words)
      return
    }
    if !isCut {
      tokens.reserveCapacity(reach / 4)
      tokenizer.tokenize(bytes, ByteSpan(0, reach), into: &tokens, words: &words)
      partGlued(bytes, tokenizer)
      AbbreviationDots.remove(from: &tokens, bytes, grammar)
      misread.mend(&tokens, grammar, tokenizer)
      isCut = true
    }
    let first = index(from: span.start, near: last)
    last = first
    // No token is shorter than a byte.
    let most = min(tokens.count, first + max(0, span.end - span.start))
    var end = index(from: span.end, in: first..<most)
    // A token that the span's start cuts, and what it leaves of it, are another's.
    if first > 0, Int(tokens[first - 1].end) > span.start {
      tokenizer.tokenize(bytes, span, into: &result, words: &words)
      return
    }
    guard first < end else { return }
    // Of a token that the span's end cuts its beginning belongs to the span.
    let isWhole = Int(tokens[end - 1].end) <= span.end
    if !isWhole { end -= 1 }
    let place = result.count
    if result.isEmpty {
      result = Array(tokens[first..<end])
    } else {
      result.append(contentsOf: tokens[first..<end])
    }
    if !isWhole {
      let cut = ByteSpan(Int(tokens[end].start), span.end)
      let isSpaced = first == end || tokens[end].shape.contains(.spaced)
      let place = result.count
      tokenizer.tokenize(bytes, cut, into: &result, words: &words)
      if !isSpaced, place < result.count { result[place].shape.remove(.spaced) }
    }
    if place < result.count { result[place].shape.insert(.spaced) }
  }

  /// Cuts tokens that are two words whose blank was lost: "thựchiện", where rules know both and not
  /// the whole.
  private mutating func partGlued(_ bytes: [UInt8], _ tokenizer: Tokenizer) {
    var parted: [Token] = []
    var done = 0
    for (index, token) in tokens.enumerated() where !token.isKnown && token.kind == .syllable {
      let seams = GluedWord.seams(bytes, from: Int(token.start), to: Int(token.end))
      var found: [[Token]] = []
      for seam in seams {
        var words: [Token] = []
        tokenizer.tokenize(bytes, ByteSpan(Int(token.start), seam), into: &words)
        tokenizer.tokenize(bytes, ByteSpan(seam, Int(token.end)), into: &words)
        if words.count == 2, words.allSatisfy(\.isKnown) { found.append(words) }
      }
      // "cánhân" may be "cá nhân" and "cán hân": both are known to nobody.
      guard found.count == 1 else { continue }
      parted += tokens[done..<index]
      if !token.shape.contains(.spaced) { found[0][0].shape.remove(.spaced) }
      parted += found[0]
      done = index + 1
    }
    if done > 0 { tokens = parted + tokens[done...] }
  }

  /// The index of the first token that begins at an offset or behind it, looked for in ever wider
  /// steps behind a place that it may stand near.
  private func index(from offset: Int, near place: Int) -> Int {
    guard place < tokens.count, Int(tokens[place].start) < offset else {
      return index(from: offset, in: 0..<min(place, tokens.count))
    }
    var (low, step) = (place, 4)
    while low + step < tokens.count, Int(tokens[low + step].start) < offset {
      low += step
      step *= 2
    }
    return index(from: offset, in: (low + 1)..<min(low + step, tokens.count))
  }

  /// The index of the first token of some that begins at an offset or behind it.
  private func index(from offset: Int, in range: Range<Int>) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(tokens[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
