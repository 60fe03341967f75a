/// Fills the slots of phrases, the same way for the same seed.
struct PhraseWriter: Sendable {
  let book: PhraseBook
  var random: SeededRandom
  /// What the whole document has in common, by name.
  var known: [String: String] = [:]
  /// What kind of document it is: the list `body-commune` goes before `body`.
  var kind = ""

  init(book: PhraseBook, seed: UInt64) {
    self.book = book
    random = SeededRandom(seed: seed)
  }

  /// A phrase of a list; "" of a list that is not there.
  mutating func phrase(_ list: String) -> Phrase {
    let special = book.lists["\(list)-\(kind)"]
    guard let entry = random.pick(special ?? book.lists[list] ?? []) else { return Phrase() }
    return fill(entry)
  }

  /// Different phrases of a list, at most so many.
  mutating func phrases(_ list: String, _ count: Int) -> [Phrase] {
    var entries = book.lists["\(list)-\(kind)"] ?? book.lists[list] ?? []
    var phrases: [Phrase] = []
    while phrases.count < count, !entries.isEmpty {
      phrases.append(fill(entries.remove(at: random.below(entries.count))))
    }
    return phrases
  }

  /// Every phrase of a list, its slots filled.
  mutating func all(_ list: String) -> [Phrase] {
    (book.lists["\(list)-\(kind)"] ?? book.lists[list] ?? []).map { fill($0) }
  }

  /// A number from `range`.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + random.below(range.count)
  }

  private mutating func fill(_ entry: PhraseBook.Entry) -> Phrase {
    var phrase = Phrase()
    phrase.text = write(entry.pieces, into: &phrase)
    for (name, pieces) in entry.fields {
      phrase.values[name] = write(pieces, into: &phrase)
    }
    return phrase
  }

  private mutating func write(
    _ pieces: [PhraseBook.Piece], into phrase: inout Phrase
  ) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let words): text += words
      case .slot(let name, let list): text += slot(name, list, &phrase)
      case .number(let name, let low, let high, let decimals, let width):
        let units = low + random.below(high - low + 1)
        phrase.values[name] = Self.plain(units, decimals: decimals, width: width)
        text += Self.printed(units, decimals: decimals, width: width)
      }
    }
    return text
  }

  private mutating func slot(_ name: String, _ list: String, _ phrase: inout Phrase) -> String {
    if name.hasSuffix(".2") {
      let digits = phrase.values[String(name.dropLast(2))] ?? ""
      return digits.count < 2 ? "0" + digits : digits
    }
    if let value = phrase.values[name] ?? known[name] { return value }
    var inner = self.phrase(list)
    // Two bodies of one sentence are not the same one.
    var tries = 0
    while phrase.values.values.contains(inner.text), tries < 8 {
      inner = self.phrase(list)
      tries += 1
    }
    phrase.values[name] = inner.text
    for (key, value) in inner.values { phrase.values["\(name).\(key)"] = value }
    return inner.text
  }

  /// A number as data has it: "1250", "9.5".
  private static func plain(_ units: Int, decimals: Int, width: Int) -> String {
    var digits = padded(units, decimals + 1)
    if decimals > 0 { digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals)) }
    return decimals > 0 ? digits : String(units)
  }

  /// A number as documents print it: "1.250", "9,5", "05".
  private static func printed(_ units: Int, decimals: Int, width: Int) -> String {
    if decimals > 0 {
      return plain(units, decimals: decimals, width: width).map { $0 == "." ? "," : String($0) }
        .joined()
    }
    // Years and the numbers of documents have no point.
    guard units >= 2100 else { return padded(units, width) }
    var digits = Array(String(units))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(".", at: place)
      place -= 3
    }
    return String(digits)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
