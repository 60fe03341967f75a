/// The sequences that the units of a poured document continue.
struct PouredCutter {
  /// The first two words of a bullet's text.
  struct Opening: Equatable {
    var first: UInt32
    var second: UInt32
  }

  /// The token at which the last unit began.
  var lastCut = 0
  /// Whether the last unit is a bullet, and how it opens when with known words.
  var isBullet = false
  var opening: Opening?
  private var roman = 0
  private var number = 0
  private var letter = 0
  private var article = 0
  private var dotted: [Int] = []

  /// Whether a numbered unit was met.
  var hasUnits: Bool { roman + number + article > 0 || !dotted.isEmpty }

  /// Whether a marker continues a sequence; the sequences below it begin anew.
  mutating func takes(_ marker: Marker, capitals: Bool) -> Bool {
    switch marker.family {
    case .part, .chapter, .division, .form:
      (roman, number, letter, dotted) = (0, 0, 0, [])
      return true
    case .article:
      guard marker.value == article + 1 else { return false }
      article += 1
      (number, letter, dotted) = (0, 0, [])
      return true
    case .roman:
      guard marker.value == roman + 1, capitals || roman > 0 || marker.style == 0x2E else {
        return false
      }
      roman += 1
      (number, letter, dotted) = (0, 0, [])
      return true
    case .number:
      guard marker.style != 0x28, marker.value == number + 1 || (marker.value == 1 && number == 0)
      else { return false }
      number = marker.value
      (letter, dotted) = (0, [])
      return true
    case .dotted where marker.isHeaded:
      let last = dotted.dropLast() == marker.values.dropLast() ? dotted.last ?? 0 : 0
      guard marker.value == last + 1 else { return false }
      (number, letter, dotted) = (0, 0, marker.values)
      return true
    case .dotted:
      let parent = Array(marker.values.dropLast())
      let known =
        parent == [number] && dotted.count < 2
        || (dotted.count == marker.values.count && dotted.dropLast() == parent[...])
        || dotted == parent
      guard known || parent.first == number else { return false }
      let last =
        dotted.count == marker.values.count && dotted.dropLast() == parent[...]
        ? dotted[dotted.count - 1] : 0
      guard marker.value == last + 1 else { return false }
      dotted = marker.values
      letter = 0
      return true
    case .lower:
      guard letter == 0 ? marker.value == 1 : Letters.follows(letter, marker.value) else {
        return false
      }
      letter = marker.value
      return true
    case .bullet: return true
    case .upper, .lowerRoman, .step: return false
    }
  }
}
