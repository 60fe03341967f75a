import PlanModel
import PlanText

/// Which words stand next to each other on the lines of a text, and how often: what a cell's line
/// goes on with below is often said elsewhere on one line.
struct WordPairs {
  private var counts: [UInt64: Int] = [:]

  init(_ lines: [Line], _ bytes: [UInt8]) {
    for line in lines where line.width < 400 {
      var last: UInt64?
      var offset = line.content.start
      while offset < line.content.end {
        let blank = Blank.length(bytes, at: offset, end: line.content.end)
        if blank > 0 {
          offset += blank
          continue
        }
        let start = offset
        while offset < line.content.end,
          Blank.length(bytes, at: offset, end: line.content.end) == 0
        {
          offset += Scalars.decode(bytes, at: offset).length
        }
        let word = Self.key(bytes[start..<offset])
        if let last, let word { counts[Self.pair(last, word), default: 0] += 1 }
        last = word
      }
    }
  }

  /// How often one word stands before another.
  func count(_ first: UInt64, _ second: UInt64) -> Int { counts[Self.pair(first, second)] ?? 0 }

  /// What a word is told by, without the marks at its ends; `nil` for marks alone.
  static func key(_ word: ArraySlice<UInt8>) -> UInt64? {
    let isMark = { (byte: UInt8) in
      byte < 0x30 || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
        || (0x7B...0x7F).contains(byte)
    }
    guard let first = word.firstIndex(where: { !isMark($0) }),
      let last = word.lastIndex(where: { !isMark($0) })
    else { return nil }
    return word[first...last].reduce(14_695_981_039_346_656_037) { hash, byte in
      let small = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
      return (hash ^ UInt64(small)) &* 1_099_511_628_211
    }
  }

  private static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
    (first &* 31) ^ (second &* 0x9E37_79B9_7F4A_7C15)
  }
}
