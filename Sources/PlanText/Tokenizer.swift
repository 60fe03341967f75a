package import PlanModel

/// Cuts canonical text into tokens and looks each up in a vocabulary.
package struct Tokenizer: Sendable {
  private let vocabulary: Vocabulary
  private let folding = ScalarFolding.shared

  /// A tokenizer whose tokens carry the keys of `vocabulary`.
  package init(vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
  }

  /// Appends the tokens of a byte range; the first of them is `spaced`.
  ///
  /// A range that begins or ends inside a character holds it whole or not at all: one cut at the
  /// range's start or end is left out.
  package func tokenize(_ text: CanonicalText, _ range: ByteSpan, into tokens: inout [Token]) {
    tokenize(text.bytes, range, into: &tokens)
  }

  /// Appends the tokens of all `bytes`; for text that is no document.
  package func tokenize(_ bytes: [UInt8], into tokens: inout [Token]) {
    tokenize(bytes, ByteSpan(0, bytes.count), into: &tokens)
  }

  /// Appends the tokens of a byte range of `bytes`; the first of them is `spaced`.
  package func tokenize(_ bytes: [UInt8], _ range: ByteSpan, into tokens: inout [Token]) {
    let bytes = bytes.span
    // Token offsets are 32 bits; decoding refuses longer documents.
    let limit = min(bytes.count, Int(Int32.max))
    var start = min(max(range.start, 0), limit)
    var end = min(max(range.end, start), limit)
    while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    if end < bytes.count, bytes[end] & 0xC0 == 0x80 {
      // At most three bytes belong to the character that the end cuts.
      var cut = end
      while cut > start, end - cut < 3, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
      if bytes[cut] >= 0xC0 { end = cut }
    }

    // What is longer than any known word and any Roman numeral need not be kept whole.
    let capacity = max(vocabulary.longest, RomanNumeral.longest)
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: capacity) { scratch in
      unsafe scratch.initialize(repeating: 0)
      var index = start
      var spaced = Token.Shape.spaced
      while index < end {
        let (entry, length) = ScalarFolding.read(
          bytes, at: index, end: end, entries: folding.entries.span, pages: folding.pages.span)
        switch entry.classRaw {
        case FoldedScalar.Class.space.rawValue:
          spaced = .spaced
          index += length
        case FoldedScalar.Class.skipped.rawValue:
          index += length
        case FoldedScalar.Class.letter.rawValue, FoldedScalar.Class.digit.rawValue:
          var token = unsafe word(
            bytes, index, end, first: entry, length: length, scratch: scratch)
          token.shape.formUnion(spaced)
          tokens.append(token)
          spaced = []
          index = Int(token.end)
        default:
          let key = markKey(entry.folded)
          tokens.append(
            Token(start: index, end: index + length, key: key, kind: .mark, shape: spaced))
          spaced = []
          index += length
        }
      }
    }
  }

  /// The syllable or number that begins with `first` at `start`.
  @inline(__always)
  private func word(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, first: FoldedScalar, length: Int,
    scratch: UnsafeMutableBufferPointer<UInt32>
  ) -> Token {
    let kind = first.classRaw
    var entry = first
    var length = length
    var next = start
    var last = start
    var hash = Vocabulary.seed
    var count = 0
    var letters = 0
    var tone: UInt32 = 0
    // The flags that all its letters have, and those that some have.
    var all = first.rawValue
    var any: UInt32 = 0

    @inline(__always) func push(_ scalar: UInt32) {
      if count < scratch.count { unsafe scratch[count] = scalar }
      count += 1
      hash = Vocabulary.step(hash, scalar)
    }

    scan: while true {
      if entry.tone != 0 {
        if tone != 0 { push(tone) }
        tone = entry.tone
      }
      push(entry.folded)
      letters += 1
      all &= entry.rawValue
      any |= entry.rawValue
      next += length
      last = next
      repeat {
        guard next < end else { break scan }
        (entry, length) = ScalarFolding.read(
          bytes, at: next, end: end, entries: folding.entries.span, pages: folding.pages.span)
        if !entry.is(.skipped) { break }
        next += length
      } while true
      if entry.classRaw == kind { continue }
      guard entry.is(.combining), kind == FoldedScalar.Class.letter.rawValue else { break }
    }
    if tone != 0 { push(tone) }

    let known = count <= vocabulary.longest
    let key = known ? unsafe vocabulary.key(scratch.span, count: count, hash: hash) : 0
    guard kind == FoldedScalar.Class.letter.rawValue else {
      return Token(start: start, end: last, key: key, kind: .number, shape: [])
    }
    var shape: Token.Shape = letters == 1 ? .single : []
    if first.rawValue & FoldedScalar.upperFlag != 0 { shape.formUnion(.capitalized) }
    if all & FoldedScalar.upperFlag != 0 { shape.formUnion(.upper) }
    if all & FoldedScalar.romanFlag != 0,
      shape.contains(.upper) || any & FoldedScalar.upperFlag == 0,
      unsafe RomanNumeral.isWellFormed(scratch.span, count: count)
    {
      shape.formUnion(.roman)
    }
    return Token(start: start, end: last, key: key, kind: .syllable, shape: shape)
  }

  /// The key of a mark.
  @inline(__always)
  private func markKey(_ folded: UInt32) -> UInt32 {
    if folded < 0x80 { return vocabulary.asciiKeys[Int(folded)] }
    let one: [1 of UInt32] = [folded]
    return vocabulary.key(one.span, count: 1, hash: Vocabulary.step(Vocabulary.seed, folded))
  }
}
