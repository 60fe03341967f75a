import PlanModel
import PlanText

/// The mark that calls a footnote, or opens it.
struct FootnoteCall {
  /// How the number is set off from the text.
  enum Form { case square, round, raised, bare }

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
        guard Self.isRaised(scalar) else { break }
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
    while last < end, last - first < 4, bytes[last].isDigit { last += 1 }
    guard last > first, last < end,
      bytes[last] == UInt8(ascii: isSquare ? "]" : ")")
    else { return nil }
    form = isSquare ? .square : .round
    label = ByteSpan(first, last)
    self.end = last + 1
  }

  private static func isRaised(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xB9, 0xB2, 0xB3, 0x2070, 0x2074...0x2079: true
    default: false
    }
  }
}

extension FootnoteCall {
  /// How large a number is at most that lost its raised type.
  private static var longestBare: Int { 2 }

  /// A number of plain figures that opens a footnote: before a capital, with or without a blank.
  ///
  /// "1 Quyết định số 12/QĐ-UBND …", "1Theo Nghị quyết …".
  init?(bareIn bytes: [UInt8], at start: Int, _ end: Int) {
    let last = Self.digits(bytes, from: start, end)
    guard last > start, bytes[start] != 48, last + 2 < end else { return nil }
    let text = bytes[last] == 0x20 ? last + 1 : last
    guard LetterCase(Scalars.decode(bytes, at: text).scalar) == .upper else { return nil }
    form = .bare
    label = ByteSpan(start, last)
    self.end = last
  }

  /// A number of plain figures that stands alone on a line, above the text of its footnote.
  init?(aloneIn bytes: [UInt8], _ line: ByteSpan) {
    let last = Self.digits(bytes, from: line.start, line.end)
    guard last == line.end, last > line.start, bytes[line.start] != 48 else { return nil }
    form = .bare
    label = line
    self.end = last
  }

  /// A number of plain figures glued to a year: "năm 20241".
  init?(yearIn bytes: [UInt8], at start: Int, _ end: Int) {
    guard start > 0, bytes[start - 1] == 0x20, start + 5 <= end,
      bytes[start..<(start + 2)].elementsEqual([0x31, 0x39])
        || bytes[start..<(start + 2)].elementsEqual([0x32, 0x30])
    else { return nil }
    let year = start + 4
    guard bytes[start..<year].allSatisfy({ $0.isDigit }) else { return nil }
    let last = Self.digits(bytes, from: year, end)
    guard last > year, bytes[year] != 48, last == end || !Self.isWord(bytes[last]),
      last + 1 >= end || bytes[last] != UInt8(ascii: ".") || !Self.isWord(bytes[last + 1])
    else { return nil }
    form = .bare
    label = ByteSpan(year, last)
    self.end = last
  }

  /// A number of plain figures glued to the small letter of a word that is no unit: "Đề án1".
  init?(gluedIn bytes: [UInt8], at start: Int, _ end: Int) {
    // Most numbers follow a blank or another figure.
    guard start > 2, bytes[start - 1] >= 97, Self.isWord(bytes[start - 1]) else { return nil }
    let last = Self.digits(bytes, from: start, end)
    guard last > start, bytes[start] != 48, last == end || !Self.isWord(bytes[last]),
      Self.isWord(bytes[start - 2])
    else { return nil }
    var first = start - 1
    while first > 0, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    guard LetterCase(Scalars.decode(bytes, at: first).scalar) == .lower else { return nil }
    // "km2", "dm3" are measures.
    if bytes[start - 1] == UInt8(ascii: "m") { return nil }
    form = .bare
    label = ByteSpan(start, last)
    self.end = last
  }

  /// A number of plain figures glued to what closes a bracket, a quotation or a share, behind which the
  /// sentence goes on: "(LGSP)2 theo …", "92,2%1;".
  init?(behindMarkIn bytes: [UInt8], at start: Int, _ end: Int) {
    guard start > 3,
      [0x22, 0x25, 0x29].contains(bytes[start - 1])
        || bytes[(start - 3)..<start].elementsEqual([0xE2, 0x80, 0x9D]),
      Self.isWord(bytes[start - 2]) || bytes[start - 2] == 0x80
    else { return nil }
    let last = Self.digits(bytes, from: start, end)
    guard last > start, bytes[start] != 48,
      last == end || bytes[last] == 0x20 || bytes[last] == 0x3B || bytes[last] == 0x2C
        || bytes[last] == 0x2E && last + 1 == end
    else { return nil }
    form = .bare
    label = ByteSpan(start, last)
    self.end = last
  }

  private static func digits(_ bytes: [UInt8], from start: Int, _ end: Int) -> Int {
    var last = start
    while last < end, last - start <= longestBare, bytes[last].isDigit {
      last += 1
    }
    return last - start <= longestBare ? last : start
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (97...122).contains(byte) || (65...90).contains(byte)
      || byte.isDigit
  }
}

/// The footnotes that a text calls so far.
struct FootnoteCalls {
  /// Where each mark stands first.
  private var marks: [ArraySlice<UInt8>: Int] = [:]

  /// Where the text calls a footnote by its mark.
  func place(of call: FootnoteCall, _ bytes: [UInt8]) -> Int? { marks[Self.mark(call, bytes)] }

  /// Keeps the marks that stand inside a line: a raised figure only where it is glued to the word
  /// before it.
  mutating func read(_ line: Line, _ bytes: [UInt8]) {
    var next = line.content.start + 1
    while let offset = ByteWord.first(in: bytes, from: next, to: line.content.end, Self.mayCall) {
      next = offset + 1
      switch bytes[offset] {
      case 49...57:
        guard
          let call = FootnoteCall(gluedIn: bytes, at: offset, line.content.end)
            ?? FootnoteCall(yearIn: bytes, at: offset, line.content.end)
            ?? FootnoteCall(behindMarkIn: bytes, at: offset, line.content.end)
        else { continue }
        let mark = Self.mark(call, bytes)
        if marks[mark] == nil { marks[mark] = call.label.start }
      case UInt8(ascii: "["), UInt8(ascii: "("), 0xC2, 0xE2:
        guard let call = FootnoteCall(bytes, at: offset, line.content.end) else { continue }
        let isGlued = bytes[offset - 1] > 0x3F || bytes[offset - 1] == UInt8(ascii: ".")
        guard call.form != .raised || isGlued else { continue }
        let mark = Self.mark(call, bytes)
        if marks[mark] == nil { marks[mark] = offset }
      default: continue
      }
    }
  }

  /// The top bit of each of eight bytes that a mark may begin with, and of few others.
  private static func mayCall(_ word: UInt64) -> UInt64 {
    ByteWord.places(of: 0x30, word & ByteWord.all(0xF0)) | ByteWord.places(of: 0x28, word)
      | ByteWord.places(of: 0x5B, word) | ByteWord.places(of: 0xC2, word & ByteWord.all(0xDF))
  }

  /// The mark without what stands inside its brackets before the number.
  private static func mark(_ call: FootnoteCall, _ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var mark = bytes[call.label.start..<call.label.end]
    switch call.form {
    case .square: mark.append(UInt8(ascii: "]"))
    case .round: mark.append(UInt8(ascii: ")"))
    case .raised: break
    case .bare: mark.append(0)
    }
    return mark
  }
}
