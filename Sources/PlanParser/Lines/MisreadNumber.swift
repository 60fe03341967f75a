import PlanModel
import PlanText

/// A word of digits and of letters that look like them, which may be a number.
struct MisreadNumber {
  private let text: [UInt8]
  private let word: ByteSpan

  /// How far a line is looked back for its beginning.
  private static let labelReach = 12

  init(_ text: [UInt8], _ word: ByteSpan) {
    self.text = text
    self.word = word
  }

  /// Whether no letter stands beside the word, and no mark that ties it to an address or a name.
  var standsFree: Bool { isFreeBefore && isFreeBehind }

  private var isFreeBefore: Bool {
    guard let before = byte(word.start - 1) else { return true }
    switch before {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "/"):
      return byte(word.start - 2).map { $0.isDigit || Self.isLike($0) } ?? false
    case 0..<0x80: return !Self.isLetter(before) && !Self.ties(before)
    default:
      var start = word.start - 1
      while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
      return LetterCase(Scalars.decode(text, at: start).scalar) == .none
    }
  }

  private var isFreeBehind: Bool {
    guard let behind = byte(word.end) else { return true }
    switch behind {
    case UInt8(ascii: "."): return byte(word.end + 1).map { !Self.isLetter($0) } ?? true
    case 0..<0x80: return !Self.isLetter(behind) && !Self.ties(behind)
    default: return LetterCase(Scalars.decode(text, at: word.end).scalar) == .none
    }
  }

  /// Whether the word begins a line or a cell, with nothing behind that makes it a number.
  var mayBeLabel: Bool {
    var place = word.start - 1
    while place >= 0, place > word.start - Self.labelReach, text[place] == 0x20 || isBullet(place) {
      place -= 1
    }
    guard place < 0 || text[place] == 0x0A || text[place] == 0x09 || text[place] == 0x7C else {
      return false
    }
    return !isPercent && !isInDate && !isBeforeDecimal && !isBeforeSmall
  }

  /// Whether the word can only be a number.
  func isNumber(_ isDay: (ByteSpan) -> Bool) -> Bool {
    let letters = text[word.start..<word.end]
    guard letters.contains(where: \.isDigit) else {
      return isNumberOfLetters || letters.allSatisfy(Self.isStroke) && word.count < 3 && isDay(word)
    }
    // "Quý I1/2026"
    if letters.allSatisfy({ $0 == UInt8(ascii: "1") || Self.isStroke($0) }), isBeforeYear {
      return false
    }
    return (word.start..<word.end).allSatisfy { isDigit($0, isDay) }
  }

  /// Whether a letter of the word is a digit, among others that are.
  private func isDigit(_ place: Int, _ isDay: (ByteSpan) -> Bool) -> Bool {
    let follows = text[word.start..<place].contains(where: \.isDigit)
    let isBetween = follows && text[place..<word.end].contains(where: \.isDigit)
    switch text[place] {
    case UInt8(ascii: "I"): return isBetween || isPercent || isInDate || isBeforeCode
    case UInt8(ascii: "o"): return isBetween || isPercent
    case UInt8(ascii: "S"): return follows && isPercent
    case UInt8(ascii: "l"):
      return place + 1 < word.end || isPercent || text[word.start] == UInt8(ascii: "0")
        || digits(before: word.start - 1) > 1 && isBehindDay || isBeforeCode
        || isBeforeMonthOfYear || isDay(word)
    case UInt8(ascii: "O"):
      if follows || isInDate { return true }
      // "O2", "O3": a gas.
      let isGas = word.count == 2 && (0x32...0x33).contains(text[word.end - 1])
      return !isGas && (isPercent || isBeforeDecimal || isBeforeSmall || isBeforeCode)
    default: return true
    }
  }

  /// Whether a word of letters alone can only be a number: "lO%", "45.OOO", "l,5".
  private var isNumberOfLetters: Bool {
    let letters = text[word.start..<word.end]
    let before = byte(word.start - 1)
    let rounds = letters.count { $0 == UInt8(ascii: "O") }
    // "1,S%": a digit stands before the comma.
    if letters.contains(UInt8(ascii: "S")) {
      return isPercent && (before == UInt8(ascii: ",") || before == UInt8(ascii: "."))
    }
    if isPercent { return true }
    if letters.contains(where: { $0 == UInt8(ascii: "o") }) { return false }
    // "45.OOO con", "9,O điểm"
    if before == UInt8(ascii: "."), rounds == 3, word.count == 3 { return true }
    if before == UInt8(ascii: ","), word.count <= 2, !letters.contains(UInt8(ascii: "I")) {
      return true
    }
    if rounds > 0, rounds < word.count {
      return letters.first == UInt8(ascii: "l") && !letters.contains(UInt8(ascii: "I")) || isInDate
    }
    guard word.count == 1, letters.first != UInt8(ascii: "I"), before == 0x20,
      // "2 l/100 km"
      byte(word.start - 2).map({ !$0.isDigit }) ?? true
    else { return false }
    return isBeforeDecimal || rounds == 0 && (isBeforeThousand || isBeforeMonth)
  }

  // MARK: What stands around it

  private var isPercent: Bool { byte(word.end) == UInt8(ascii: "%") }

  /// Whether the word is a part of "15/12", and of no rate.
  private var isInDate: Bool { isBehindDay || isBeforeMonth || isBeforeYear }

  /// "15/l2": a stroke and a digit stand before the word.
  private var isBehindDay: Bool {
    byte(word.start - 1) == UInt8(ascii: "/") && digits(before: word.start - 1) > 0
      && word.count <= 2
  }

  /// "l5/12": a stroke and the number of a month stand behind the word.
  private var isBeforeMonth: Bool {
    guard byte(word.end) == UInt8(ascii: "/"), word.count <= 2,
      text[word.end - 1] != UInt8(ascii: "l") || word.count == 1
    else { return false }
    let count = digits(from: word.end + 1)
    guard (1...2).contains(count) else { return false }
    let month = text[(word.end + 1)...].prefix(count).reduce(0) { 10 * $0 + Int($1) - 48 }
    return (1...12).contains(month)
  }

  /// "2l/02/2019": a month and its year stand behind the word.
  private var isBeforeMonthOfYear: Bool {
    guard byte(word.end) == UInt8(ascii: "/"), word.count <= 2 else { return false }
    let behind = word.end + 1 + digits(from: word.end + 1)
    return (word.end + 2...word.end + 3).contains(behind) && byte(behind) == UInt8(ascii: "/")
      && digits(from: behind + 1) == 4
  }

  private var isBeforeYear: Bool {
    byte(word.end) == UInt8(ascii: "/") && digits(from: word.end + 1) == 4
  }

  /// "l2/KH-UBND": a stroke and two capitals stand behind the word.
  private var isBeforeCode: Bool {
    guard byte(word.end) == UInt8(ascii: "/") || byte(word.end) == UInt8(ascii: "-") else {
      return false
    }
    var place = word.end + 1
    for _ in 0..<2 {
      guard place < text.count else { return false }
      let (scalar, length) = Scalars.decode(text, at: place)
      guard LetterCase(scalar) == .upper else { return false }
      place += length
    }
    return true
  }

  private var isBeforeDecimal: Bool {
    byte(word.end) == UInt8(ascii: ",") && digits(from: word.end + 1) > 0
  }

  private var isBeforeThousand: Bool {
    byte(word.end) == UInt8(ascii: ".") && digits(from: word.end + 1) == 3
  }

  /// Whether a word in small letters follows, as what is counted does.
  private var isBeforeSmall: Bool {
    guard byte(word.end) == 0x20, word.end + 1 < text.count else { return false }
    return LetterCase(Scalars.decode(text, at: word.end + 1).scalar) == .lower
  }

  private func isBullet(_ place: Int) -> Bool {
    switch text[place] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "#"),
      UInt8(ascii: "("):
      true
    default: false
    }
  }

  /// How many digits stand from a place on, of five at most.
  private func digits(from place: Int) -> Int {
    var end = place
    while end < place + 5, let next = byte(end), next.isDigit { end += 1 }
    return end - place
  }

  /// How many digits, or letters like them, stand before a place, of two at most.
  private func digits(before place: Int) -> Int {
    (1...2).prefix { byte(place - $0).map { $0.isDigit || Self.isLike($0) } == true }.count
  }

  private func byte(_ place: Int) -> UInt8? { text.indices.contains(place) ? text[place] : nil }

  private static func isStroke(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "l") || byte == UInt8(ascii: "I")
  }

  private static func isLike(_ byte: UInt8) -> Bool { isStroke(byte) || byte == UInt8(ascii: "O") }

  private static func isLetter(_ byte: UInt8) -> Bool {
    LetterCase(UInt32(byte)) != .none || byte.isDigit
  }

  /// Whether a mark ties words of an address to each other.
  private static func ties(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "_"), UInt8(ascii: "@"), UInt8(ascii: "="), UInt8(ascii: "&"),
      UInt8(ascii: "#"), UInt8(ascii: "\\"), UInt8(ascii: "?"):
      true
    default: false
    }
  }
}
