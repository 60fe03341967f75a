/// The spelling of Roman numerals up to MMMCMXCIX.
enum RomanNumeral {
  /// The letters of MMMDCCCLXXXVIII.
  static let longest = 15

  /// Whether the first `count` folded scalars spell a numeral by the book (IV, not IIII).
  static func isWellFormed(_ letters: Span<UInt32>, count: Int) -> Bool {
    guard count > 0, count <= min(longest, letters.count) else { return false }
    var index = 0
    func take(_ letter: Unicode.Scalar, atMost limit: Int) -> Int {
      var taken = 0
      while taken < limit, index < count, letters[index] == letter.value {
        index += 1
        taken += 1
      }
      return taken
    }
    _ = take("m", atMost: 3)
    for (one, five, ten) in [("c", "d", "m"), ("x", "l", "c"), ("i", "v", "x")]
      as [(Unicode.Scalar, Unicode.Scalar, Unicode.Scalar)]
    {
      let fives = take(five, atMost: 1)
      let ones = take(one, atMost: 3)
      // IV and IX, but neither VIV nor IIV.
      if fives == 0, ones == 1, take(ten, atMost: 1) == 0 { _ = take(five, atMost: 1) }
    }
    return index == count
  }
}
