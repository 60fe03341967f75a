import PlanModel

/// The mark that calls a footnote, or opens it.
struct FootnoteCall {
  /// How the number is set off from the text.
  enum Form { case square, round, raised }

  /// How it is set off.
  var form: Form
  /// Its number.
  var label: ByteSpan
  /// Where it ends, brackets included.
  var end: Int

  /// The mark that stands at `start`: "[1]", "[^1]", "(1)", "¹"; `nil` when there is none.
  init?(_ bytes: [UInt8], at start: Int, _ end: Int) {
    guard start < end else { return nil }
    let isSquare = bytes[start] == UInt8(ascii: "[")
    guard isSquare || bytes[start] == UInt8(ascii: "(") else {
      var last = start
      while last < end, last - start < 8 {
        let (scalar, length) = Scalars.decode(bytes, at: last)
        guard [0xB9, 0xB2, 0xB3, 0x2070].contains(scalar) || (0x2074...0x2079).contains(scalar)
        else { break }
        last += length
      }
      // "km²" is a measure; that no letter stands before a mark is for others to see.
      guard last > start else { return nil }
      form = .raised
      label = ByteSpan(start, last)
      self.end = last
      return
    }
    var first = start + 1
    if isSquare, first < end, bytes[first] == UInt8(ascii: "^") { first += 1 }
    var last = first
    while last < end, last - first < 4, bytes[last] >= 48, bytes[last] <= 57 { last += 1 }
    guard last > first, last < end,
      bytes[last] == UInt8(ascii: isSquare ? "]" : ")")
    else { return nil }
    form = isSquare ? .square : .round
    label = ByteSpan(first, last)
    self.end = last + 1
  }
}

/// The footnotes that a text calls so far.
struct FootnoteCalls {
  /// Where each mark stands first.
  private var marks: [ArraySlice<UInt8>: Int] = [:]

  /// Whether the text called a footnote by its mark.
  func contains(_ call: FootnoteCall, _ bytes: [UInt8]) -> Bool {
    place(of: call, bytes) != nil
  }

  /// Where the text calls a footnote by its mark.
  func place(of call: FootnoteCall, _ bytes: [UInt8]) -> Int? { marks[Self.mark(call, bytes)] }

  /// Keeps the marks that stand inside a line: a raised figure only where it is glued to the word
  /// before it.
  mutating func read(_ line: Line, _ bytes: [UInt8]) {
    let end = line.content.end
    var next = line.content.start + 1
    while let offset = ByteWord.first(in: bytes, from: next, to: end, Self.openings) {
      next = offset + 1
      guard let call = FootnoteCall(bytes, at: offset, end) else { continue }
      let isGlued = bytes[offset - 1] > 0x3F || bytes[offset - 1] == UInt8(ascii: ".")
      guard call.form != .raised || isGlued else { continue }
      let mark = Self.mark(call, bytes)
      if marks[mark] == nil { marks[mark] = offset }
    }
  }

  /// Where a mark may begin among eight bytes: a bracket, or the first byte of a raised figure.
  @inline(__always)
  private static func openings(_ word: UInt64) -> UInt64 {
    ByteWord.places(of: UInt8(ascii: "["), word) | ByteWord.places(of: UInt8(ascii: "("), word)
      | ByteWord.places(of: 0xC2, word) | ByteWord.places(of: 0xE2, word)
  }

  /// The mark without what stands inside its brackets before the number.
  private static func mark(_ call: FootnoteCall, _ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var mark = bytes[call.label.start..<call.label.end]
    switch call.form {
    case .square: mark.append(UInt8(ascii: "]"))
    case .round: mark.append(UInt8(ascii: ")"))
    case .raised: break
    }
    return mark
  }
}
