import PlanText

/// A place in a stretch of a grammar file.
struct ByteCursor {
  let bytes: [UInt8]
  var index: Int
  let end: Int

  /// The byte here, or 0 at the end of the stretch.
  var byte: UInt8 { index < end ? bytes[index] : 0 }

  /// The byte some places on, or 0 outside the stretch.
  func byte(after count: Int) -> UInt8 {
    index + count < end ? bytes[index + count] : 0
  }

  /// Skips white space, line ends and comments.
  mutating func skipBlanks() {
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"): index += 1
      case UInt8(ascii: "#"):
        while index < end, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      default: return
      }
    }
  }

  /// Takes `expected` if it stands here.
  mutating func take(_ expected: UInt8) -> Bool {
    guard index < end, bytes[index] == expected else { return false }
    index += 1
    return true
  }

  /// Takes a name: small letters, digits and hyphens; empty if none stands here.
  mutating func name() -> Range<Int> {
    let start = index
    while index < end, Self.isName(bytes[index]) { index += 1 }
    return start..<index
  }

  /// Takes all up to the next white space.
  mutating func word() -> Range<Int> {
    let start = index
    while index < end, bytes[index] > UInt8(ascii: " ") { index += 1 }
    return start..<index
  }

  /// Takes a number; nil if none stands here or it has more than four digits.
  mutating func number() -> Int? {
    let start = index
    var value = 0
    while index < end, bytes[index].isDigit {
      if index - start < 5 { value = value * 10 + Int(bytes[index] - UInt8(ascii: "0")) }
      index += 1
    }
    return index > start && index - start < 5 ? value : nil
  }

  /// Takes a text in quotes and gives what stands between them, escapes untouched; nil without.
  mutating func quoted() -> Range<Int>? {
    guard byte == UInt8(ascii: "\"") else { return nil }
    var place = index + 1
    while place < end, bytes[place] != UInt8(ascii: "\n") {
      if bytes[place] == UInt8(ascii: "\"") {
        defer { index = place + 1 }
        return (index + 1)..<place
      }
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The text between quotes with `\"`, `\\` and `\t` read.
  func unescaped(_ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    var place = range.lowerBound
    while place < range.upperBound {
      var byte = bytes[place]
      if byte == UInt8(ascii: "\\"), place + 1 < range.upperBound {
        place += 1
        byte = bytes[place] == UInt8(ascii: "t") ? UInt8(ascii: "\t") : bytes[place]
      }
      result.append(byte)
      place += 1
    }
    return result
  }

  static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
