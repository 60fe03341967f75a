/// What a label at the beginning of a recognised line may be: strokes of "I", "1" and "l" look
/// alike, and two that touch look like "H".
struct LabelReading {
  /// The label as it was recognised, without the mark that ends it.
  let token: String
  /// The mark that ends it; `nil` when it was lost.
  let mark: Character?
  /// What follows it.
  let rest: Substring
  /// Whether what follows begins with words in capitals.
  let isCapital: Bool

  private static let strokes = Set<Character>("Il1|!i\u{ED}\u{EC}\u{CD}\u{CC}")

  /// Reads the beginning of a line; `nil` when no label stands there.
  ///
  /// Specks may stand before the label of a heading: "-2. MỤC TIÊU".
  static func first(in line: String) -> LabelReading? {
    if let label = LabelReading(line[...]) { return label }
    let specks = line.prefix { "-.'`,:".contains($0) }
    guard !specks.isEmpty, let label = LabelReading(line[specks.endIndex...]), label.isCapital
    else { return nil }
    return label
  }

  private init?(_ line: Substring) {
    let known: (Character) -> Bool = {
      Self.strokes.contains($0) || $0.isNumber || "VXHL.".contains($0)
    }
    var token = line.prefix(while: known)
    while token.last == "." { token.removeLast() }
    guard (1...6).contains(token.count), token.first != "." else { return nil }
    var rest = line[token.endIndex...]
    if let first = rest.first, ".)/-".contains(first) {
      mark = first
      rest.removeFirst()
    } else {
      mark = nil
    }
    let text = rest.drop(while: \.isWhitespace)
    guard let letter = text.first, letter.isLetter || "\"“(".contains(letter) else { return nil }
    // "2.Tên" and "I.MỤC" are labels, "1O5a" and "Il" in a word are none.
    if mark == nil, rest.startIndex == text.startIndex { return nil }
    let words = text.split(separator: " ", maxSplits: 2).prefix(2)
    isCapital =
      words.allSatisfy { word in !word.contains(where: \.isLowercase) }
      && words.contains { $0.count { $0.isUppercase } > 1 }
    // Without its mark it can only be a numeral that heads a line: "IL MỤC", "II MỤC".
    if mark == nil {
      guard isCapital, token.count > 1, !token.contains(where: { $0.isNumber || $0 == "." }) else {
        return nil
      }
    }
    self.token = String(token)
    self.rest = text
  }

  /// Whether it has nothing but digits and dots between them.
  var isNumber: Bool { token.allSatisfy { $0.isNumber || $0 == "." } }

  /// Whether it is made of strokes alone, so that it may be a number or a numeral.
  var isStrokes: Bool { token.allSatisfy(Self.strokes.contains) }

  /// Its number when every stroke is a "1".
  var number: Int? {
    var value = 0
    for character in token {
      if Self.strokes.contains(character) {
        value = 10 * value + 1
      } else if let digit = character.wholeNumberValue, character.isASCII {
        value = 10 * value + digit
      } else {
        return nil
      }
    }
    return value < 100 ? value : nil
  }

  /// Its parts when it is a number of several parts: "1.2".
  var parts: [Int]? {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(Self.value)
    guard parts.count > 1 else { return nil }
    return parts.contains(nil) ? nil : parts.compactMap(\.self)
  }

  private static func value(_ part: Substring) -> Int? {
    guard (1...2).contains(part.count) else { return nil }
    return part.reduce(Int?(0)) { sum, character in
      guard let sum else { return nil }
      if strokes.contains(character) { return 10 * sum + 1 }
      return character.isASCII ? character.wholeNumberValue.map { 10 * sum + $0 } : nil
    }
  }

  /// Its strokes as a numeral is written; `nil` when it is none.
  var numeral: String? {
    var numeral = ""
    for (offset, character) in token.enumerated() {
      switch character {
      case "V", "X": numeral.append(character)
      case "H": numeral += "II"
      case "L" where offset + 1 == token.count && (mark == nil || offset > 0): numeral += "I"
      case _ where Self.strokes.contains(character): numeral += "I"
      default: return nil
      }
    }
    return numeral
  }

  /// The numeral of a number below 40.
  static func numeral(_ value: Int) -> String {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    return String(repeating: "X", count: value / 10) + ones[value % 10]
  }

  /// Whether `numeral` is what is left of the numeral of a value when strokes are lost, or touch
  /// so that one more is seen.
  static func isNear(_ numeral: String, _ value: Int) -> Bool {
    let whole = Self.numeral(value)
    if numeral == whole { return true }
    let longer = whole.count > numeral.count ? whole : numeral
    let shorter = whole.count > numeral.count ? numeral : whole
    guard longer.count - shorter.count <= 2, numeral.contains("I") || shorter.count > 1 else {
      return false
    }
    var rest = shorter[...]
    for letter in longer {
      if letter == rest.first { rest.removeFirst() } else if letter != "I" { return false }
    }
    return rest.isEmpty
  }
}
