/// What the first and last characters of a line say about the line.
enum LineBegin {
  /// Whether a line begins with a bullet.
  static func isBullet(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    switch first.value {
    case 0x2A, 0x2B, 0x2D, 0x2010...0x2015, 0x2022, 0x2023, 0x25A0...0x25FF, 0x2713...0x27BF,
      0xB7, 0xF000...0xF0FF:
      return true
    default: return false
    }
  }

  /// Whether a line begins with a bullet or a number or letter that marks a unit.
  static func hasMarker(_ text: String) -> Bool {
    if isBullet(text) { return true }
    guard let word = text.split(separator: " ").first, word.utf8.count <= 10 else { return false }
    guard let last = word.last, ".)/:".contains(last), let first = word.first else { return false }
    let label = word.dropLast()
    guard !label.isEmpty else { return false }
    if first.isNumber { return label.allSatisfy { $0.isNumber || $0 == "." } }
    return label.count == 1 || label.allSatisfy { "IVXivxHLl1".contains($0) }
  }

  /// Whether a line begins with a number or letter of a unit, and what the unit says.
  static func opensUnit(_ text: String) -> Bool {
    guard !isBullet(text), hasMarker(text), let end = text.firstIndex(of: " ") else { return false }
    return text[..<end].utf8.count <= 5 && text[end...].contains(where: \.isLetter)
  }

  /// Whether a line begins with a word and a number that name a unit: "Bước 2:".
  static func namesUnit(_ text: String) -> Bool {
    let words = text.prefix(40).split(separator: " ")
    guard words.count > 1, words[0].first?.isUppercase == true, words[0].allSatisfy(\.isLetter),
      let last = words[1].last, last == "." || last == ":"
    else { return false }
    return words[1].count > 1 && words[1].dropLast().allSatisfy(\.isNumber)
  }

  /// Whether a line begins in the middle of a sentence.
  static func continues(_ text: String) -> Bool {
    guard !hasMarker(text) else { return false }
    guard let first = text.first(where: { $0.isLetter || $0.isNumber }) else { return false }
    return first.isLowercase || first.isNumber || text.first == "("
      || text.prefix(24).allSatisfy { !$0.isLowercase }
  }

  /// Whether a text is a dash and the number that ends a range: "- 9h00".
  static func endsRange(_ text: String) -> Bool {
    guard let dash = text.first, dash == "-" || dash == "–" else { return false }
    return text.dropFirst().first { $0 != " " }?.isNumber == true
  }

  /// Whether a line begins with a small letter.
  static func beginsSmall(_ text: String) -> Bool {
    text.first(where: { $0.isLetter || $0.isNumber })?.isLowercase == true && !hasMarker(text)
  }

  /// Whether a line has small letters.
  static func hasSmallLetters(_ text: String) -> Bool { text.contains(where: \.isLowercase) }

  /// Whether a text is several words in capitals.
  static func isTitle(_ text: String) -> Bool {
    !hasSmallLetters(text) && text.lazy.filter(\.isUppercase).count >= 20
      && text.split(separator: " ").count >= 5
  }

  /// Whether a line is a note in brackets, or begins one that goes on to its end: "(Ký, họ tên)".
  static func isNote(_ text: String) -> Bool {
    guard text.first == "(" else { return false }
    let close = text.firstIndex(of: ")")
    return close.map { !text[$0...].dropFirst().contains { $0.isLetter || $0.isNumber } } ?? true
  }

  /// Whether a text begins with a bracket that is open yet.
  static func isOpenNote(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "(") else { return false }
    return text.utf8.reduce(0) { depth, byte in
      depth + (byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0)
    } > 0
  }

  /// Whether a text closes a bracket that the text above it leaves open: "(xem Kế hoạch" above "số 7)".
  static func closes(_ text: String, bracketOf above: String) -> Bool {
    var depth = 0
    for byte in above.utf8 {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")"), depth > 0 { depth -= 1 }
    }
    guard depth > 0, !hasMarker(text) else { return false }
    return text.utf8.first { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }
      == UInt8(ascii: ")")
  }

  /// Whether a line is the mark of a unit, and nothing behind it.
  static func isMarkerAlone(_ text: String) -> Bool {
    !isBullet(text) && hasMarker(text) && !text.contains(" ")
  }

  /// Whether a text ends as the text of a plan does ("./.").
  static func endsPlan(_ text: String) -> Bool {
    text.utf8.suffix(3).elementsEqual("./.".utf8)
  }

  /// Whether all letters of a line are capitals, and there are words of them.
  static func isCapital(_ text: String) -> Bool {
    !text.contains(where: \.isLowercase) && text.count { $0.isUppercase } >= 6
  }

  /// Whether a line was cut inside of a word: "12/KH-" before "UBND".
  static func isCut(_ text: String) -> Bool {
    guard let mark = text.last, mark == "-" || mark == "/" else { return false }
    return text.dropLast().last.map { $0.isLetter || $0.isNumber } ?? false
  }

  /// Whether the break between two lines stands within a word: behind a mark, or before the dash of
  /// a document's symbol ("104/2007/NĐ" and "-CP").
  static func isCut(_ text: String, before next: String) -> Bool {
    isCut(text) || isSymbol(text, cutBefore: next)
  }

  /// Whether a line ends in the symbol of a document and the next goes on with its dash.
  static func isSymbol(_ text: String, cutBefore next: String) -> Bool {
    var rest = next.unicodeScalars.makeIterator()
    guard let dash = rest.next(), dash == "-" || dash == "–",
      rest.next()?.properties.isUppercase == true
    else { return false }
    let end = text.reversed().prefix { $0 != " " && $0 != "\t" }.prefix(symbolWidth)
    return end.first?.isUppercase == true && end.contains("/") && end.contains(where: \.isNumber)
  }

  /// The most characters of a document's number and symbol that are looked at.
  private static let symbolWidth = 24

  /// Whether a line ends with the mark that ends an item or a lead.
  static func endsItem(_ text: String) -> Bool {
    guard let last = text.last(where: { !$0.isWhitespace }) else { return false }
    return ";:".contains(last)
  }

  /// Whether a line ends with the mark that ends a sentence or a lead.
  static func endsSentence(_ text: String) -> Bool {
    guard let last = text.last(where: { !$0.isWhitespace }) else { return true }
    return ".;:!?".contains(last)
  }
}
