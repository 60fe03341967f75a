import PlanModel
import PlanText

/// Digits that recognition gave as the letters they look like: "l00%", "9O%", "8S%", "ngày 2O",
/// "l5/12".
///
/// Such a letter and its digit have one byte each. So all readers are given bytes in which the
/// digits stand, at the same places, and the texts of the plan are taken from what is written. A
/// word is read so only where it can be no other: "5l" are litres, "O2" is a gas, "II/2026" a
/// quarter, and what begins a line may be its label, which the outline reads.
struct MisreadDigits {
  /// The bytes with digits in the place of the letters.
  private(set) var bytes: [UInt8]
  /// Where the words stand that were read so, in order.
  private(set) var places: [ByteSpan] = []

  /// The longest word that is looked at.
  private static let longest = 8

  /// Reads the numbers of a text; `isDay` tells of a word whether only a day stands between the
  /// words around it.
  init(_ text: [UInt8], isDay: (ByteSpan) -> Bool) {
    bytes = text
    var end = 0
    var next = 0
    while let index = ByteWord.first(in: text, from: next, to: text.count, Self.mayBeDigits) {
      next = index + 1
      guard Self.digit(text[index]) != nil, index >= end, Self.touchesNumber(index, text) else {
        continue
      }
      var start = index
      while start > end, Self.isPart(text[start - 1]) { start -= 1 }
      end = index + 1
      while end < text.count, Self.isPart(text[end]) { end += 1 }
      let word = MisreadNumber(text, ByteSpan(start, end))
      guard end - start <= Self.longest, word.standsFree, !word.mayBeLabel, word.isNumber(isDay)
      else { continue }
      for place in start..<end { bytes[place] = Self.digit(text[place]) ?? text[place] }
      places.append(ByteSpan(start, end))
    }
  }

  /// The word that was read so and begins at an offset.
  func word(at offset: Int) -> ByteSpan? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low].start == offset ? places[low] : nil
  }

  /// The digit that a letter looks like.
  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "l"), UInt8(ascii: "I"): UInt8(ascii: "1")
    case UInt8(ascii: "O"), UInt8(ascii: "o"): UInt8(ascii: "0")
    case UInt8(ascii: "S"): UInt8(ascii: "5")
    default: nil
    }
  }

  /// The top bit of each of eight bytes that is such a letter.
  private static func mayBeDigits(_ word: UInt64) -> UInt64 {
    ByteWord.places(of: UInt8(ascii: "o"), word | ByteWord.all(0x20))
      | ByteWord.places(of: UInt8(ascii: "l"), word) | ByteWord.places(of: UInt8(ascii: "I"), word)
      | ByteWord.places(of: UInt8(ascii: "S"), word)
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    byte.isDigit || digit(byte) != nil
  }

  /// Whether what stands beside a letter is, or may be, a part of a number.
  private static func touchesNumber(_ index: Int, _ text: [UInt8]) -> Bool {
    func isDigit(_ place: Int) -> Bool {
      text.indices.contains(place) && text[place].isDigit
    }
    if isDigit(index - 1) || isDigit(index + 1) { return true }
    if index + 1 < text.count {
      switch text[index + 1] {
      case UInt8(ascii: "%"): return true
      case UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "."):
        if isDigit(index + 2) { return true }
      case UInt8(ascii: "O") where text[index] == UInt8(ascii: "l"): return true
      // "ngày Il tháng 3"
      case UInt8(ascii: " ") where digit(text[index]) == UInt8(ascii: "1") && index > 1:
        let before = text[index - 1] == UInt8(ascii: " ") ? index : index - 1
        return before > 1 && text[before - 1] == UInt8(ascii: " ") && text[before - 2] > 0x40
      default: break
      }
    }
    return isDigit(index - 2)
      && (text[index - 1] == UInt8(ascii: ",") || text[index - 1] == UInt8(ascii: "."))
  }
}

extension PlanReader {
  /// Whether words before and behind a word say that it is a day or a month: "ngày 2l tháng 4".
  static func isDay(
    _ word: ByteSpan, in bytes: [UInt8], _ grammar: Grammar, _ tokenizer: Tokenizer
  ) -> Bool {
    let reach = 16
    var before: [Token] = []
    tokenizer.tokenize(bytes, ByteSpan(max(0, word.start - reach), word.start), into: &before)
    var behind: [Token] = []
    tokenizer.tokenize(
      bytes, ByteSpan(word.end, min(bytes.count, word.end + reach)), into: &behind)
    guard !before.isEmpty, !behind.isEmpty, let leads = grammar.list("before-days"),
      let followers = grammar.list("behind-days")
    else { return false }
    return grammar.entry(in: leads, before, at: before.count - 1) != nil
      && grammar.entry(in: followers, behind, at: 0) != nil
  }
}
