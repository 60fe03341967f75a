/// The sequences that the units of a poured document continue.
struct PouredCutter {
  /// The first two words of a bullet's text.
  struct Opening: Equatable {
    var first: UInt32
    var second: UInt32
  }

  /// The token at which the last unit began.
  var lastCut = 0
  /// The offset at which the text behind the last label begins.
  var labelEnd = 0
  /// Whether the last unit is a bullet, and how it opens when with known words.
  var isBullet = false
  var opening: Opening?
  /// The names with a dash in them, by what `dashedName` makes of them.
  var names: Set<UInt64> = []
  private var upper = 0
  private var roman = 0
  private var number = 0
  private var letter = 0
  private var step = 0
  private var article = 0
  private var dotted: LabelNumbers = []

  /// The tokens at which the title of what is attached, the note under it and the text begin.
  var titleParts: [Int] = []
  /// The token at which the text behind them begins.
  var textStart: Int?
  /// Whether the recipients or those who sign were met.
  var hasEnded = false

  /// Counts tokens from another one on.
  mutating func leave(_ count: Int) {
    lastCut -= count
    titleParts = titleParts.map { $0 - count }
    textStart = textStart.map { $0 - count }
  }

  /// Begins anew: what is attached to a document has numbers of its own.
  mutating func restart() {
    (upper, roman, number, letter, article, step, dotted) = (0, 0, 0, 0, 0, 0, [])
    hasEnded = false
  }

  /// Whether a numbered unit was met.
  var hasUnits: Bool { upper + roman + number + article > 0 || !dotted.isEmpty }

  /// Whether a marker continues a sequence; the sequences below it begin anew.
  ///
  /// Behind a sentence (`closed`) one number may be left out: writers miscount, and pages lose one.
  mutating func takes(_ marker: Marker, capitals: Bool, closed: Bool) -> Bool {
    func follows(_ last: Int) -> Bool {
      marker.value == last + 1 || (closed && marker.value == last + 2)
    }
    switch marker.family {
    case .part, .chapter, .division, .form:
      (roman, number, letter, dotted) = (0, 0, 0, [])
      return true
    case .article:
      guard follows(article) else { return false }
      article = marker.value
      (number, letter, dotted) = (0, 0, [])
      return true
    case .roman:
      // A part of a document may begin with any numeral: "…; IV. CHỈ TIÊU".
      let isFirst = capitals && closed && !hasUnits && marker.style == 0x2E
      guard isFirst || follows(roman) || (capitals && marker.value == roman + 2),
        capitals || roman > 0 || marker.style == 0x2E
      else { return false }
      roman = marker.value
      (number, letter, dotted) = (0, 0, [])
      return true
    case .number:
      guard marker.style != 0x28, follows(number) else { return false }
      number = marker.value
      (letter, dotted) = (0, [])
      return true
    case .dotted where marker.isHeaded:
      let last = dotted.head == marker.values.head ? dotted.last ?? 0 : 0
      guard marker.value == last + 1 else { return false }
      (number, letter, dotted) = (0, 0, marker.values)
      return true
    case .dotted:
      let parent = marker.values.head
      let known =
        parent == [number] && dotted.count < 2
        || (dotted.count == marker.values.count && dotted.head == parent)
        || dotted == parent
      let next = closed && marker.value == 1 && parent == [number + 1]
      guard known || parent.first == number || next else { return false }
      let last =
        dotted.count == marker.values.count && dotted.head == parent
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
    case .upper:
      guard capitals, marker.value == upper + 1 else { return false }
      upper += 1
      (roman, number, letter, dotted) = (0, 0, 0, [])
      return true
    case .step:
      guard marker.value == step + 1 || (closed && marker.value == 1) else { return false }
      step = marker.value
      (number, letter, dotted) = (0, 0, [])
      return true
    case .lowerRoman: return false
    }
  }
}
