/// A text without white space and without the marks that are no part of what it says.
///
/// Two texts with the same ink differ in layout and markdown only.
struct Ink: Equatable {
  private(set) var scalars: [Unicode.Scalar] = []

  init(_ texts: [String]) {
    for text in texts { append(text) }
  }

  init(_ text: some StringProtocol) {
    append(text)
  }

  /// The letters and digits alone.
  var words: [Unicode.Scalar] { scalars.filter(Self.isWord) }

  private mutating func append(_ text: some StringProtocol) {
    for scalar in text.unicodeScalars where !Self.isBlank(scalar) && !Self.isMarkdown(scalar) {
      scalars.append(scalar)
      // A line end in a markdown table cell.
      if scalar == ">", scalars.suffix(4).elementsEqual("<br>".unicodeScalars) {
        scalars.removeLast(4)
      }
    }
  }

  /// Whether a character is white space or takes no room.
  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
    return scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      || scalar.properties.generalCategory == .format
  }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func isMarkdown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    // Brackets stand around the words of links; what is behind them is furniture.
    case "*", "#", "_", "\\", "`", "|", "[", "]": true
    default: false
    }
  }

  /// The first and the last place where `other` stands in this ink.
  func ranges(of other: Ink) -> [Range<Int>] {
    let count = other.scalars.count
    guard count <= scalars.count else { return [] }
    func stands(_ start: Int) -> Bool {
      scalars[start..<start + count].elementsEqual(other.scalars)
    }
    let starts = 0...(scalars.count - count)
    guard let first = starts.first(where: stands), let last = starts.last(where: stands)
    else { return [] }
    return [first..<first + count, last..<last + count]
  }
}
