import PlanText

/// Words that recognition gave for others, read as those: "Để nghị các xã" as "Đề nghị các xã".
///
/// Only what says nothing as it stands is in the list. An entry whose value it is itself tells what
/// says something after all: "để nghị quyết". The text stays as it is.
struct MisreadWords {
  /// Words that were read for others: where they end, and what they are likely to be.
  struct Slip {
    var end: Int
    var reading: String
  }

  /// The words that were read so, by where they begin.
  private var slips = PlaceMap<Slip>()

  /// How many there are.
  private(set) var count = 0

  /// The words that begin at an offset.
  func slip(at offset: Int) -> Slip? { slips[offset] }

  /// Gives tokens the keys of the words that they are likely to be.
  mutating func mend(_ tokens: inout [Token], _ grammar: Grammar, _ tokenizer: Tokenizer) {
    let words = grammar.list("misread")
    let quarters = grammar.list("misread-quarters")
    let quartersOfYears = grammar.list("misread-quarters-of-years")
    var next = 0
    for place in tokens.indices where place >= next {
      if let words, let entry = grammar.entry(in: words, tokens, at: place) {
        next = entry.end
        guard !Self.holdsName(tokens[place..<next]) else { continue }
        take(entry, at: place, &tokens, tokenizer)
      } else if let quarters, let entry = grammar.entry(in: quarters, tokens, at: place) {
        next = entry.end
        keep(entry.value, tokens[place..<next])
      } else if let quartersOfYears,
        let entry = grammar.entry(in: quartersOfYears, tokens, at: place),
        entry.end + 1 < tokens.count, tokens[entry.end + 1].kind == .number
      {
        next = entry.end
        keep(entry.value, tokens[place..<next])
      }
    }
  }

  /// Reads words as the value of their entry.
  private mutating func take(
    _ entry: (value: String, end: Int), at place: Int, _ tokens: inout [Token],
    _ tokenizer: Tokenizer
  ) {
    var words: [Token] = []
    tokenizer.tokenize(Array(entry.value.utf8), into: &words)
    guard zip(words, tokens[place..<entry.end]).contains(where: { $0.key != $1.key }) else {
      return
    }
    keep(entry.value, tokens[place..<entry.end])
    guard words.count == entry.end - place, words.allSatisfy(\.isKnown) else { return }
    for (index, word) in words.enumerated() { tokens[place + index].key = word.key }
  }

  private mutating func keep(_ reading: String, _ words: ArraySlice<Token>) {
    guard let first = words.first, let last = words.last else { return }
    count += 1
    slips[Int(first.start)] = Slip(end: Int(last.end), reading: reading)
  }

  /// Whether a name begins within the words: "chỉ Bộ trưởng", "để Nghị quyết".
  private static func holdsName(_ words: ArraySlice<Token>) -> Bool {
    words.dropFirst().contains { $0.shape.contains(.capitalized) }
      && !words.allSatisfy { $0.kind == .mark || $0.shape.contains(.upper) }
  }
}
