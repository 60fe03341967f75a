package import PlanModel

/// Cuts canonical text into tokens and looks each up in a vocabulary.
package struct Tokenizer: Sendable {
  private let vocabulary: Vocabulary

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
    let (start, end) = Self.wholeCharacters(bytes, range)
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.scratch) { scratch in
      unsafe scratch.initialize(repeating: 0)
      unsafe ScalarReader.read(bytes, end: end) { read in
        var index = start
        var spaced = Token.Shape.spaced
        while index < end {
          let (entry, length) = unsafe read(index)
          if entry.isIn(Self.wordStarts) {
            let token = unsafe word(index, end, entry, length, spaced, read, scratch)
            tokens.append(token)
            spaced = []
            index = Int(token.end)
          } else if entry.is(.space) {
            spaced = .spaced
            index &+= length
          } else if entry.is(.skipped) {
            index &+= length
          } else {
            let next = index &+ length
            let key = markKey(entry.folded)
            tokens.append(Token(start: index, end: next, key: key, kind: .mark, shape: spaced))
            spaced = []
            index = next
          }
        }
      }
    }
  }

  /// As `tokenize(_:_:into:)`, taking words that were met before from a cache.
  package func tokenize(
    _ bytes: [UInt8], _ range: ByteSpan, into tokens: inout [Token], words: inout WordCache
  ) {
    let (start, end) = Self.wholeCharacters(bytes, range)
    let table = WordBytes.classes
    let classes = table.span
    // Tokens are handed over in chunks: to append each by itself costs more than to find it.
    unsafe withUnsafeTemporaryAllocation(of: Token.self, capacity: Self.chunk) { chunk in
      var count = 0
      var index = start
      var spaced = Token.Shape.spaced
      unsafe bytes.withUnsafeBufferPointer { buffer in
        while index < end {
          if count == Self.chunk {
            unsafe tokens.append(contentsOf: chunk)
            count = 0
          }
          let byte = unsafe buffer[index]
          if byte == 0x20 {
            spaced = .spaced
            index &+= 1
            continue
          }
          let token: Token
          if let next = unsafe WordBytes.end(buffer, from: index, to: end, classes),
            next &- index <= WordCache.longest
          {
            let (low, high) = unsafe Self.load(buffer, index, next &- index)
            let place = WordCache.place(low, high)
            var entry = words.entry(at: place)
            if entry.low != low || entry.high != high || Int(entry.length) != next &- index {
              entry = remember(bytes, index, next, low, high, place, &words)
            }
            token = Token(start: index, end: next, symbol: entry.symbol, spaced)
          } else if byte < 0x80, byte > 0x20, byte != 0x7F, classes[Int(byte)] == 0 {
            token = Token(
              start: index, end: index &+ 1, key: markKey(UInt32(byte)), kind: .mark,
              shape: spaced)
          } else {
            let (other, next) = takeOne(bytes, index, end, &spaced)
            guard let other else {
              index = next
              continue
            }
            token = other
          }
          unsafe chunk.initializeElement(at: count, to: token)
          count &+= 1
          spaced = []
          index = Int(token.end)
        }
      }
      unsafe tokens.append(contentsOf: UnsafeBufferPointer(rebasing: chunk[..<count]))
    }
  }

  /// How many tokens are put together before they are handed over: what the stack has room for.
  private static let chunk = 80

  /// The bytes of a word of at most sixteen, low first.
  @inline(__always)
  private static func load(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int
  ) -> (low: UInt64, high: UInt64) {
    if start &+ 16 <= bytes.count {
      let raw = UnsafeRawBufferPointer(bytes)
      let low = unsafe raw.loadUnaligned(fromByteOffset: start, as: UInt64.self)
      if count <= 8 { return (low & ~0 >> UInt64(64 &- 8 &* count), 0) }
      let high = unsafe raw.loadUnaligned(fromByteOffset: start &+ 8, as: UInt64.self)
      return (low, high & ~0 >> UInt64(128 &- 8 &* count))
    }
    var low: UInt64 = 0
    var high: UInt64 = 0
    for offset in 0..<count {
      let byte = unsafe UInt64(bytes[start &+ offset])
      if offset < 8 {
        low |= byte << UInt64(8 &* offset)
      } else {
        high |= byte << UInt64(8 &* offset &- 64)
      }
    }
    return (low, high)
  }

  /// Folds a word that the cache does not hold, and keeps it there.
  @inline(never)
  private func remember(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ low: UInt64, _ high: UInt64, _ place: Int,
    _ words: inout WordCache
  ) -> WordCache.Entry {
    var token = Token(start: start, end: end, key: 0, kind: .mark, shape: [])
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.scratch) { scratch in
      unsafe scratch.initialize(repeating: 0)
      unsafe ScalarReader.read(bytes, end: end) { read in
        let (entry, length) = unsafe read(start)
        token = unsafe word(start, end, entry, length, [], read, scratch)
      }
    }
    let entry = WordCache.Entry(
      low: low, high: high, symbol: token.symbol, length: UInt32(end - start))
    words.keep(entry, at: place)
    return entry
  }

  /// Takes what stands at `index` by folding its scalars: at most one token, and where to go on;
  /// `spaced` says whether space was met.
  @inline(never)
  private func takeOne(
    _ bytes: [UInt8], _ index: Int, _ end: Int, _ spaced: inout Token.Shape
  ) -> (token: Token?, next: Int) {
    var result: (token: Token?, next: Int) = (nil, index &+ 1)
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.scratch) { scratch in
      unsafe scratch.initialize(repeating: 0)
      unsafe ScalarReader.read(bytes, end: end) { read in
        let (entry, length) = unsafe read(index)
        if entry.isIn(Self.wordStarts) {
          let token = unsafe word(index, end, entry, length, spaced, read, scratch)
          result = (token, Int(token.end))
        } else if entry.is(.space) || entry.is(.skipped) {
          if entry.is(.space) { spaced = .spaced }
          result = (nil, index &+ length)
        } else {
          let next = index &+ length
          let key = markKey(entry.folded)
          result = (Token(start: index, end: next, key: key, kind: .mark, shape: spaced), next)
        }
      }
    }
    return result
  }

  /// The most folded scalars of a word that are kept, a power of two: no known word has so many.
  private static let scratch = 64
  private static let wordStarts =
    FoldedScalar.Class.letter.rawValue
    | FoldedScalar.Class.digit.rawValue

  /// The range within the bytes, without the characters that its start and its end cut.
  private static func wholeCharacters(
    _ bytes: [UInt8], _ range: ByteSpan
  ) -> (start: Int, end: Int) {
    // Token offsets are 32 bits; decoding refuses longer documents.
    let limit = min(bytes.count, CanonicalText.limit)
    var start = min(max(range.start, 0), limit)
    let end = min(max(range.end, start), limit)
    while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    guard end < bytes.count, bytes[end] & 0xC0 == 0x80 else { return (start, end) }
    // At most three bytes belong to the character that the end cuts.
    var cut = end
    while cut > start, end - cut < 3, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
    return (start, bytes[cut] >= 0xC0 ? cut : end)
  }

  /// The syllable or number that begins at `start` with `first`, which has `length` bytes.
  @inline(__always)
  private func word(
    _ start: Int, _ end: Int, _ first: FoldedScalar, _ length: Int, _ spaced: Token.Shape,
    _ read: ScalarReader, _ scratch: UnsafeMutableBufferPointer<UInt32>
  ) -> Token {
    let isSyllable = first.is(.letter)
    let members =
      isSyllable
      ? FoldedScalar.Class.letter.rawValue | FoldedScalar.Class.combining.rawValue
      : FoldedScalar.Class.digit.rawValue
    var entry = first
    var next = start &+ length
    var last = next
    var hash = Vocabulary.seed
    var count = 0
    var tone: UInt32 = 0
    // What all its letters share.
    var shared = first.rawValue

    @inline(__always) func push(_ scalar: UInt32) {
      // What is too long to be known may overwrite itself.
      unsafe scratch[count & (Self.scratch - 1)] = scalar
      count &+= 1
      hash = Vocabulary.step(hash, scalar)
    }

    scan: while true {
      if entry.hasTone {
        if tone != 0 { push(tone) }
        tone = entry.tone
      }
      push(entry.folded)
      shared &= entry.rawValue
      last = next
      while true {
        guard next < end else { break scan }
        let (following, length) = unsafe read(next)
        if following.isIn(members) {
          entry = following
          next &+= length
          break
        }
        guard following.is(.skipped) else { break scan }
        next &+= length
      }
    }
    let isSingle = count == 1
    if tone != 0 { push(tone) }

    let isShort = count < Self.scratch
    let key = isShort ? unsafe vocabulary.key(scratch.span, count: count, hash: hash) : 0
    guard isSyllable else {
      return Token(start: start, end: last, key: key, kind: .number, shape: spaced)
    }
    var shape = spaced
    if isSingle { shape.formUnion(.single) }
    if first.isIn(FoldedScalar.upper) {
      shape.formUnion(.capitalized)
      if shared & FoldedScalar.upper != 0 { shape.formUnion(.upper) }
    }
    if shared & FoldedScalar.roman != 0, shared & (FoldedScalar.upper | FoldedScalar.lower) != 0,
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
