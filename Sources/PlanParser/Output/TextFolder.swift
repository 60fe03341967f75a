import PlanModel
import PlanText

/// Makes the text of a node from the bytes under its span: white space folded to one space,
/// markdown emphasis and escapes removed, everything else as it stands.
struct TextFolder {
  /// The canonical text.
  let bytes: [UInt8]
  /// Whether the document uses markdown emphasis.
  let markdown: Bool
  /// The cells whose text stands in pieces.
  var broken = BrokenCells()
  /// What stands inside of units and is none of their text, in order: page numbers, footnotes.
  var holes: [ByteSpan] = []
  /// The marks that call footnotes, which no fact tells: their lengths, by where they begin.
  var calls: [Int: Int] = [:]

  /// A folder of a text.
  init(bytes: [UInt8], markdown: Bool) {
    self.bytes = bytes
    self.markdown = markdown
  }

  /// The text under `pieces` as an excerpt of the document, where it stands there as it is.
  func excerpt(_ pieces: [ByteSpan]) -> Excerpt {
    pieces.count == 1 ? excerpt(pieces[0]) : Excerpt(wrappedValue: fold(pieces))
  }

  /// The text under one span as an excerpt of the document, where it stands there as it is.
  func excerpt(_ piece: ByteSpan) -> Excerpt {
    let isPlain =
      calls.isEmpty && Scalars.isWhole(bytes, piece) && broken.pieces(of: piece) == nil
      && parts(of: piece) == nil
      && isPlain(piece)
    return isPlain ? Excerpt(bytes, piece) : Excerpt(wrappedValue: fold(piece))
  }

  /// The text under `pieces`, joined by one space each.
  func fold(_ pieces: [ByteSpan]) -> String {
    if pieces.count == 1 { return fold(pieces[0]) }
    var output: [UInt8] = []
    output.reserveCapacity(pieces.reduce(0) { $0 + max(0, $1.count) + 1 })
    for piece in pieces {
      for part in broken.pieces(of: piece) ?? [piece] { append(part, to: &output) }
    }
    return finish(&output)
  }

  /// The text under one span.
  func fold(_ piece: ByteSpan) -> String {
    guard piece.start < piece.end else { return "" }
    if let pieces = broken.pieces(of: piece) { return fold(pieces) }
    if let pieces = parts(of: piece) { return fold(pieces) }
    if calls.isEmpty, isPlain(piece) { return Scalars.string(bytes, piece) }
    var output: [UInt8] = []
    output.reserveCapacity(piece.count)
    append(piece, to: &output)
    return finish(&output)
  }

  /// The parts of a span between the holes inside it; `nil` when there is none.
  private func parts(of span: ByteSpan) -> [ByteSpan]? {
    guard !holes.isEmpty else { return nil }
    var low = 0
    var high = holes.count
    while low < high {
      let middle = (low + high) / 2
      if holes[middle].start <= span.start { low = middle + 1 } else { high = middle }
    }
    var parts: [ByteSpan] = []
    var start = span.start
    while low < holes.count, holes[low].start < span.end {
      let hole = holes[low]
      low += 1
      guard hole.end < span.end, hole.start >= start else { continue }
      parts.append(ByteSpan(start, hole.start))
      start = hole.end
    }
    guard !parts.isEmpty else { return nil }
    return parts + [ByteSpan(start, span.end)]
  }

  /// Whether the bytes under a span are the text already: single spaces, no marks of markdown.
  private func isPlain(_ piece: ByteSpan) -> Bool {
    let start = plainPrefix(piece)
    let bytes = bytes.span
    var blank = start == piece.start || bytes[start - 1] == 0x20
    for offset in start..<piece.end {
      let byte = bytes[offset]
      // Small letters and all but the first byte of others mean nothing here.
      if byte > 0x5F, byte < 0xC2 {
        blank = false
      } else if byte > 0x20 {
        blank = false
        switch byte {
        case 0x2A, 0x5B, 0x5C, 0x5D, 0x5F:
          if markdown { return false }
        case 0x3C: return false  // <br>
        case 0xC2, 0xE2, 0xE3, 0xEF:
          if Blank.length(self.bytes, at: offset, end: piece.end) > 0 { return false }
        default: continue
        }
      } else {
        if blank || byte < 0x20 { return false }
        blank = true
      }
    }
    return !blank
  }

  /// Up to where the bytes under a span are surely plain, looked at eight at a time.
  private func plainPrefix(_ piece: ByteSpan) -> Int {
    var offset = piece.start
    unsafe bytes.withUnsafeBytes { bytes in
      // The top bit of a byte before which a space is one too many.
      var follows: UInt64 = 0x80
      while offset + 8 <= piece.end {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let spaces = ByteWord.places(of: 0x20, word)
        if ByteWord.holdsLess(than: 0x20, word) || spaces & (spaces << 8 | follows) != 0
          || Self.mayHoldBlank(word) || markdown && Self.holdsMark(word)
        {
          return
        }
        follows = spaces >> 56
        offset += 8
      }
    }
    return offset
  }

  /// Whether a byte needs a look: what begins `<br>` or a blank of several bytes.
  private static func mayHoldBlank(_ word: UInt64) -> Bool {
    ByteWord.holds(0x3C, word) || ByteWord.holds(0xC2, word) || ByteWord.holds(0xE2, word)
      || ByteWord.holds(0xE3, word) || ByteWord.holds(0xEF, word)
  }

  /// Whether a byte is a mark of markdown.
  private static func holdsMark(_ word: UInt64) -> Bool {
    ByteWord.holds(0x2A, word) || ByteWord.holds(0x5F, word) || ByteWord.holds(0x5C, word)
      || ByteWord.holds(0x5B, word) || ByteWord.holds(0x5D, word)
  }

  private func finish(_ output: inout [UInt8]) -> String {
    if output.last == 0x20 { output.removeLast() }
    return String(decoding: output, as: UTF8.self)
  }

  private func append(_ piece: ByteSpan, to output: inout [UInt8]) {
    var offset = piece.start
    var gap = !output.isEmpty && output.last != 0x20
    while offset < piece.end {
      let plain = calls.isEmpty ? plainEnd(from: offset, to: piece.end) : offset
      if plain > offset {
        if gap { output.append(0x20) }
        gap = false
        output += bytes[offset..<plain]
        offset = plain
        continue
      }
      let byte = bytes[offset]
      if !calls.isEmpty, let call = calls[offset] {
        offset += call
        continue
      }
      if byte <= 0x20 || byte >= 0xC2 {
        let blank = Blank.length(bytes, at: offset, end: piece.end)
        if blank > 0 {
          if !Blank.isInvisible(bytes, at: offset) { gap = !output.isEmpty && output.last != 0x20 }
          offset += blank
          continue
        }
      } else if let skipped = markLength(at: offset, in: piece) {
        if byte == UInt8(ascii: "<") { gap = !output.isEmpty && output.last != 0x20 }
        offset += skipped
        continue
      }
      if gap {
        output.append(0x20)
        gap = false
      }
      output.append(byte)
      offset += 1
      // The rest of a character of several bytes.
      while byte >= 0xC0, offset < piece.end, bytes[offset] & 0xC0 == 0x80 {
        output.append(bytes[offset])
        offset += 1
      }
    }
  }

  /// Up to where bytes are neither marks of any kind nor blanks, but for single spaces between them.
  private func plainEnd(from start: Int, to end: Int) -> Int {
    let bytes = bytes.span
    var isSpaced = false
    for offset in start..<end {
      switch bytes[offset] {
      case 0x21...0x29, 0x2B...0x3B, 0x3D...0x5A, 0x5E, 0x60...0xC1, 0xC3...0xE0: isSpaced = false
      case 0xE1 where offset + 1 < end && bytes[offset + 1] != 0x9A: isSpaced = false
      case 0x20 where !isSpaced && offset > start: isSpaced = true
      default: return isSpaced ? offset - 1 : offset
      }
    }
    return isSpaced ? end - 1 : end
  }

  /// The length of the markup at `offset` that is no text; `nil` when it is text.
  private func markLength(at offset: Int, in piece: ByteSpan) -> Int? {
    switch bytes[offset] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"):
      guard markdown else { return nil }
      return emphasis(at: offset, in: piece)
    case UInt8(ascii: "\\"):
      guard markdown, offset + 1 < piece.end else { return nil }
      return Markdown.mayEscape(bytes[offset + 1]) ? 1 : nil
    case UInt8(ascii: "["):
      // The piece may end within the link.
      return markdown && Markdown.opensLink(bytes, at: offset) ? 1 : nil
    case UInt8(ascii: "]"):
      guard markdown else { return nil }
      return Markdown.linkEnd(bytes, at: offset).map { min($0, piece.end) - offset }
    case UInt8(ascii: "<"):
      return TextFolder.lineBreak(bytes, at: offset, end: piece.end)
    default: return nil
    }
  }

  /// The length of `<br>`, `<br/>` or `<br />` at `offset`.
  static func lineBreak(_ bytes: [UInt8], at offset: Int, end: Int) -> Int? {
    guard offset + 3 < end, bytes[offset + 1] | 0x20 == UInt8(ascii: "b"),
      bytes[offset + 2] | 0x20 == UInt8(ascii: "r")
    else { return nil }
    var close = offset + 3
    while close < end, bytes[close] == 0x20 || bytes[close] == UInt8(ascii: "/") { close += 1 }
    return close < end && bytes[close] == UInt8(ascii: ">") ? close + 1 - offset : nil
  }

  /// The length of an emphasis mark; a lone mark between blanks or between letters is text.
  func emphasis(at offset: Int, in piece: ByteSpan) -> Int? {
    let mark = bytes[offset]
    var length = 1
    while offset + length < piece.end, bytes[offset + length] == mark { length += 1 }
    // "____" is a blank to be filled in.
    if length > 3 { return nil }
    let before = offset > piece.start ? bytes[offset - 1] : 0x20
    let after = offset + length < piece.end ? bytes[offset + length] : 0x20
    let openBefore = before <= 0x20 || isPunctuation(before)
    let openAfter = after <= 0x20 || isPunctuation(after)
    if length == 1, before <= 0x20, after <= 0x20, piece.count > 1 { return nil }
    if length == 1, !openBefore, !openAfter { return nil }
    if mark == UInt8(ascii: "_"), !openBefore, !openAfter { return nil }
    return length
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    byte < 0x80 && !byte.isDigit && !(byte >= 65 && byte <= 90)
      && !(byte >= 97 && byte <= 122) && byte > 0x20
  }
}
