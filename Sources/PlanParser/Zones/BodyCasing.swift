import PlanModel
import PlanText

/// The case of a body's name that the head prints in capitals.
extension PlanReader {
  /// The words of a name in normal case: an abbreviation written out, names that the grammar
  /// knows as it writes them, what follows a unit of administration capitalised.
  mutating func casing(_ tokens: [Token], expansion: (text: String, count: Int)?) -> String {
    var words: [String] = []
    var index = 0
    var proper = false
    // "Sở Nông nghiệp": what a body is for begins with a capital.
    var opens = false
    let place = placeStart(in: tokens)
    if let expansion {
      words.append(expansion.text)
      index = expansion.count
      opens = true
      // "BCHQS TỈNH SƠN HÀ", which is short for "Bộ Chỉ huy Quân sự tỉnh".
      for count in 1...2 where count <= expansion.count {
        guard let last = grammar.writtenName(tokens, at: expansion.count - count), last.proper,
          last.count >= count
        else { continue }
        proper = true
        // "CĐ TRƯỜNG CĐCN LAM SƠN": what is short ends within the words that a name follows.
        words += last.text.split(separator: " ").dropFirst(count).map(String.init)
        index += last.count - count
        break
      }
    }
    while index < tokens.count {
      if let known = grammar.writtenName(tokens, at: index),
        index < place || index == place && known.proper
      {
        opens = known.opens || words.isEmpty && known.count <= 2
        words.append(known.text)
        index += known.count
        // "CHI ĐOÀN TRẦN QUỐC SƠN": a person's name ends the name of the body.
        proper = known.proper || namesPerson(Array(tokens[index...]))
        continue
      }
      // "TRƯỜNG CĐ Y TẾ SƠN HÀ": what a body is for, before its name.
      if proper, index < place, let field = grammar.fieldName(tokens, at: index) {
        words.append(field.text)
        index += field.count
        continue
      }
      let span = ByteSpan(Int(tokens[index].start), Int(tokens[index].end))
      let text = folder.fold(span)
      // "PHÒNG GD&ĐT": what no blank parts stays together.
      let inNumber = words.last?.first?.isNumber == true
      if let last = words.indices.last, index > 0,
        glues(tokens[index - 1], tokens[index], inNumber)
      {
        let isName = inNumber || isAbbreviation(text) || isApostrophe(tokens[index])
        // "TP.HOÀI LAM"
        let opensName = markers.scalar(tokens[index - 1]) == 0x2E
        words[last] += isName ? text : opensName ? capitalized(text) : text.lowercased()
      } else if tokens[index].kind != .syllable || isAbbreviation(text)
        || proper && tokens[index].shape.isSuperset(of: [.roman, .upper])
      {
        words.append(text)
      } else if words.isEmpty || index >= place
        || (opens || proper) && !isStrongJoiner(tokens[index])
      {
        words.append(capitalized(text))
      } else {
        words.append(text.lowercased())
      }
      // "Sở An toàn thực phẩm", "Chi cục Chăn nuôi và Thú y".
      opens = !proper && (index == 0 || parts(tokens[index]))
      index += 1
    }
    return words.joined(separator: " ").replacingComma()
  }

  /// Whether "&", an apostrophe or a mark of a number ("57-NQ/TW") stands between two words
  /// without a blank.
  private func glues(_ left: Token, _ right: Token, _ inNumber: Bool) -> Bool {
    guard left.end == right.start else { return false }
    return inNumber
      || [left, right].contains {
        [0x26, 0x2E, 0x2F].contains(markers.scalar($0)) || isApostrophe($0)
      }
  }

  /// "Cư M'gar", "Ea H’leo": a mark inside a syllable of the highlands.
  func isApostrophe(_ token: Token) -> Bool {
    [0x27, 0x2019, 0x2018, 0x60].contains(markers.scalar(token))
  }

  /// Whether some words are the name of a person, of three or four syllables behind a surname, none of
  /// which begins a name of a body.
  private func namesPerson(_ tokens: [Token]) -> Bool {
    guard (3...4).contains(tokens.count), tokens.allSatisfy({ $0.kind == .syllable }),
      let surnames = grammar.list("surnames"),
      grammar.value(in: surnames, tokens, from: 0, to: 1) != nil
    else { return false }
    return tokens.indices.allSatisfy {
      grammar.writtenName(tokens, at: $0) == nil && grammar.fieldName(tokens, at: $0) == nil
    }
  }

  /// Where the name of the place of issue begins that ends some words; their count without.
  private mutating func placeStart(in tokens: [Token]) -> Int {
    guard let span = plan.header.place.span else { return tokens.count }
    let place = allTokens(span)
    guard place.count > 1, place.count < tokens.count,
      zip(tokens.suffix(place.count), place).allSatisfy({ sameWord(text, $0, $1) })
    else { return tokens.count }
    return tokens.count - place.count
  }

  /// Whether another field of a body's name follows a word or mark: "Chăn nuôi và Thú y".
  private mutating func parts(_ token: Token) -> Bool {
    MarkerReader.bulletKind(markers.scalar(token)) == 0x2D
      || phrases([token]).contains { meaning($0) == .actorJoin }
  }

  /// Whether a word is no syllable: it has no vowel ("THPT", "GDTX"), or three consonants in a row
  /// with which no syllable begins ("UBMTTQ"); it stays in capitals.
  private func isAbbreviation(_ word: String) -> Bool {
    var run: [UInt32] = []
    var (longest, vowels) = (0, 0)
    for scalar in word.unicodeScalars {
      switch scalar.value {
      case 0x41, 0x45, 0x49, 0x4F, 0x55, 0x59:
        vowels += 1
        run = []
      case 0x42...0x5A, 0x110: run.append(scalar.value)
      default: return false
      }
      if run != [0x4E, 0x47, 0x48] { longest = max(longest, run.count) }
    }
    return word.utf8.count > 1 && (vowels == 0 || longest > 2)
  }

  private func capitalized(_ word: String) -> String {
    guard let first = word.first else { return word }
    return String(first).uppercased() + word.dropFirst().lowercased()
  }
}

extension String {
  /// The text with no blank before its commas.
  fileprivate func replacingComma() -> String {
    var result = ""
    for character in self {
      if character == ",", result.last == " " { result.removeLast() }
      result.append(character)
    }
    return result
  }
}
