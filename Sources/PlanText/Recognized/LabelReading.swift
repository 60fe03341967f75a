/// What a label at the beginning of a recognised line may be: strokes of "I", "1" and "l" look
/// alike, and two that touch look like "H".
package struct LabelReading {
  /// The label as it was recognised, without the mark that ends it.
  package let token: String
  /// The mark that ends it, as it is printed: a dot when it was lost or is read as a comma.
  package let endMark: Character
  /// Whether it is a label by itself: nothing stands before it, and its mark behind it.
  let isSure: Bool
  /// What follows it.
  package let rest: Substring
  /// Whether what follows begins with words in capitals.
  let isCapital: Bool
  /// The letter of a part: "A." before the numerals that begin anew under it.
  let letter: Character?

  /// Whether it has nothing but digits and dots between them.
  package let isNumber: Bool
  /// Its number when every stroke is a "1".
  let number: Int?
  /// Its parts when it is a number of several parts: "1.2".
  let parts: [Int]?
  /// Its strokes as a numeral is written; `nil` when it is none.
  let numeral: String?

  /// The value of that numeral.
  let value: Int?
  /// What recognition would have mistaken when it is that numeral.
  let mistakenAsNumeral: Double
  /// The characters that one stroke may have been read as, apart from those of ASCII.
  private static let accented = Set<Character>("\u{ED}\u{EC}\u{CD}\u{CC}")

  /// Whether a character may have been one stroke.
  private static func isStroke(_ character: Character) -> Bool {
    switch character.utf8.first {
    case 0x49, 0x6C, 0x31, 0x7C, 0x21, 0x69:
      // Marks of its own make it another character.
      character.utf8.count == 1 || accented.contains(character)
    case 0xC3: accented.contains(character)
    default: false
    }
  }

  /// Reads the beginning of a line; `nil` when no label stands there.
  ///
  /// Specks may stand before the label of a heading: "-2. MỤC TIÊU".
  package static func first(in line: String) -> LabelReading? {
    if let label = LabelReading(line[...], hasSpecks: false) { return label }
    let specks = line.prefix { "-.'`,:".contains($0) }
    guard !specks.isEmpty,
      let label = LabelReading(line[specks.endIndex...], hasSpecks: true), label.isCapital
    else { return nil }
    return label
  }

  private init?(_ line: Substring, hasSpecks: Bool) {
    let known: (Character) -> Bool = {
      Self.isStroke($0) || $0.isNumber || "VXHL.".contains($0)
    }
    var token = line.prefix(while: known)
    if token.isEmpty, let first = line.first, ("A"..."G").contains(first) {
      token = line.prefix(1)
      letter = first
    } else {
      letter = nil
    }
    while token.last == "." { token.removeLast() }
    guard (1...6).contains(token.count), token.first != "." else { return nil }
    var rest = line[token.endIndex...]
    let mark = rest.first.flatMap { ".)/-,".contains($0) ? $0 : nil }
    if mark != nil { rest.removeFirst() }
    let text = rest.drop(while: \.isWhitespace)
    guard let start = text.first, start.isLetter || "\"“(".contains(start) else { return nil }
    // "2.Tên" and "I.MỤC" are labels, "1O5a" and "Il" in a word are none.
    let isSpaced = rest.startIndex != text.startIndex
    if mark == nil || mark == ",", !isSpaced { return nil }
    let words = text.split(separator: " ", maxSplits: 2).prefix(2)
    isCapital =
      words.allSatisfy { word in !word.contains(where: \.isLowercase) }
      && words.contains { $0.count { $0.isUppercase } > 1 }
    switch mark {
    case nil:
      // Without its mark it can only be one that heads a line: "IL MỤC", ".1 MỤC",
      // "L MỤC ĐÍCH".
      guard isCapital, hasSpecks || token.count > 1 || token == "L", !token.contains("."),
        hasSpecks || !token.contains(where: \.isNumber)
      else { return nil }
    case ",": guard start.isUppercase, !token.contains(".") else { return nil }
    default: break
    }
    if letter != nil {
      guard mark == ".", isSpaced, isCapital else { return nil }
    }
    isSure = mark != "," && (mark != nil || !hasSpecks)
    endMark = mark == "," ? "." : mark ?? "."
    self.token = String(token)
    self.rest = text
    isNumber = token.allSatisfy { $0.isNumber || $0 == "." }
    number = Self.number(token)
    parts = Self.parts(token)
    let strokes = Self.numeral(token)
    numeral = strokes
    value = strokes.flatMap { Self.numerals.firstIndex(of: $0) }
    mistakenAsNumeral =
      token == "L"
      ? (mark == nil ? 0.4 : 0.8)
      : token.contains(where: \.isNumber) ? 0.6 : strokes.map { token == $0 } == true ? 0 : 0.3
  }

  /// Whether nobody writes it so: "H.", "Il.", "I1.".
  package var isDamaged: Bool {
    guard letter == nil, endMark != ")", !isNumber, let numeral else { return false }
    return token != numeral && token.contains { $0.isUppercase || $0.isNumber }
  }

  private static func number(_ token: Substring) -> Int? {
    var value = 0
    for character in token {
      if isStroke(character) {
        value = 10 * value + 1
      } else if let digit = character.wholeNumberValue, character.isASCII {
        value = 10 * value + digit
      } else {
        return nil
      }
    }
    return value < 100 ? value : nil
  }

  private static func parts(_ token: Substring) -> [Int]? {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false).map(value)
    guard parts.count > 1 else { return nil }
    return parts.contains(nil) ? nil : parts.compactMap(\.self)
  }

  private static func value(_ part: Substring) -> Int? {
    guard (1...2).contains(part.count) else { return nil }
    return part.reduce(Int?(0)) { sum, character in
      guard let sum else { return nil }
      if isStroke(character) { return 10 * sum + 1 }
      return character.isASCII ? character.wholeNumberValue.map { 10 * sum + $0 } : nil
    }
  }

  private static func numeral(_ token: Substring) -> String? {
    var numeral = ""
    for (offset, character) in token.enumerated() {
      switch character {
      case "V", "X": numeral.append(character)
      case "H": numeral += "II"
      // "IL." and, before strokes alone, "LI.".
      case "L"
      where offset + 1 == token.count || offset == 0 && token.dropFirst().allSatisfy(isStroke):
        numeral += "I"
      case _ where isStroke(character): numeral += "I"
      default: return nil
      }
    }
    return numeral
  }

  /// The numeral of a number below 40.
  static func numeral(_ value: Int) -> String { numerals[value] }

  private static let numerals = (0..<40).map { tens[$0 / 10] + ones[$0 % 10] }

  private static let tens = ["", "X", "XX", "XXX"]
  private static let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]

  // MARK: What would have been mistaken

  /// What recognition would have mistaken when strokes were lost, or one more was seen, of the
  /// numeral of another value; `nil` when it cannot be that.
  func mistaken(as other: Int) -> Double? {
    guard let numeral, other != value, (1..<40).contains(other) else { return nil }
    return strokes(between: numeral, other).map { mistakenAsNumeral + $0 }
  }

  /// What recognition would have mistaken when it is a number.
  var mistakenAsNumber: Double { isNumber ? 0 : 0.5 }

  /// What it asks for that `numeral` was printed as the numeral of a value: strokes are lost more
  /// often than one more is seen, but for the bar that touching strokes get: "IH." is "II." as often
  /// as "III.".
  private func strokes(between numeral: String, _ value: Int) -> Double? {
    let (whole, read) = (Self.numeral(value).utf8, numeral.utf8)
    let isLost = whole.count > read.count
    let (longer, shorter) = isLost ? (whole, read) : (read, whole)
    let strokes = longer.count - shorter.count
    let stroke = UInt8(ascii: "I")
    guard (1...2).contains(strokes), read.contains(stroke) || shorter.count > 1 else { return nil }
    var rest = shorter[...]
    for letter in longer {
      if letter == rest.first { rest.removeFirst() } else if letter != stroke { return nil }
    }
    return rest.isEmpty ? (isLost ? 0.9 : token.hasPrefix("IH") ? 0.6 : 2) * Double(strokes) : nil
  }
}
