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
      partDays(bytes, grammar, tokenizer)
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

  /// How many tokens stand between the word of a day and that of its month at most.
  private static let dayTokens = 3
  /// How many letters are looked at for the word of a day.
  private static let dayLetters = 6

  /// Cuts tokens that begin with the word of a day, whose blank was lost before what was written by
  /// hand: "ngàyÖŠ tháng".
  private mutating func partDays(_ bytes: [UInt8], _ grammar: Grammar, _ tokenizer: Tokenizer) {
    guard let days = grammar.list("day-glued"), let months = grammar.list("day-glued-before") else {
      return
    }
    var found: [(place: Int, words: [Token])] = []
    for month in tokens.indices
    where grammar.entry(in: months, tokens, at: month) != nil {
      for place in max(found.last.map { $0.place + 1 } ?? 0, month - 1 - Self.dayTokens)..<month
      where !tokens[place].isKnown && tokens[place].kind == .syllable {
        if let words = dayWords(bytes, tokens[place], days, grammar, tokenizer) {
          found.append((place, words))
        }
      }
    }
    guard !found.isEmpty else { return }
    var parted: [Token] = []
    var done = 0
    for (place, words) in found {
      parted += tokens[done..<place]
      parted += words
      done = place + 1
    }
    tokens = parted + tokens[done...]
  }

  /// The word of a day that a token begins with, and what stands behind it.
  private func dayWords(
    _ bytes: [UInt8], _ token: Token, _ days: Grammar.List, _ grammar: Grammar,
    _ tokenizer: Tokenizer
  ) -> [Token]? {
    var seam = Int(token.start)
    for _ in 0..<Self.dayLetters {
      seam += Scalars.decode(bytes, at: seam).length
      guard seam < Int(token.end) else { return nil }
      var words: [Token] = []
      tokenizer.tokenize(bytes, ByteSpan(Int(token.start), seam), into: &words)
      guard words.count == 1, grammar.value(in: days, words, from: 0, to: 1) != nil else {
        continue
      }
      tokenizer.tokenize(bytes, ByteSpan(seam, Int(token.end)), into: &words)
      for index in words.indices.dropFirst() { words[index].shape.remove(.spaced) }
      if !token.shape.contains(.spaced) { words[0].shape.remove(.spaced) }
      return words
    }
    return nil
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
