import PlanModel
import PlanText

/// Words that stick to the ones beside them: "70-TB/TWngày 06", "củaChính phủ", "Đào tạochủ trì".
extension PlanReader {
  /// How many bytes two words that stick together may have.
  private static var gluedLengths: ClosedRange<Int> { 4...24 }

  /// Parts tokens in which a word of the lists sticks to another.
  mutating func partGlued(_ tokens: inout [Token]) {
    guard tokens.contains(where: { mayBeGlued($0) || hasTwoVowels($0) }),
      let list = grammar.list("glued-words"), let ends = grammar.list("glued-ends")
    else { return }
    /// The tokens up to a place, once one of them was parted.
    var all: [Token] = []
    var taken = 0
    for (place, token) in tokens.enumerated() {
      guard
        let parts = mayBeGlued(token)
          ? parted(token, list) : hasTwoVowels(token) ? parted(token, endingWith: ends) : nil
      else { continue }
      all += tokens[taken..<place] + parts
      taken = place + 1
    }
    if taken > 0 { tokens = all + tokens[taken...] }
  }

  /// Whether a token is no word, and small letters and capitals stand in it as in two words.
  private func mayBeGlued(_ token: Token) -> Bool {
    guard token.kind == .syllable, !token.isKnown,
      Self.gluedLengths.contains(Int(token.end - token.start))
    else { return false }
    var capitals = 0
    var small = 0
    var offset = Int(token.start)
    while offset < Int(token.end) {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      switch LetterCase(scalar) {
      case .upper: capitals += 1
      case .lower: small += 1
      case .none: break
      }
      offset += length
    }
    return small > 0 && (capitals > 1 || capitals > 0 && !token.shape.contains(.capitalized))
  }

  /// Whether a token in small letters, but for the first, is no word and has vowels in two places, as
  /// no syllable has.
  private func hasTwoVowels(_ token: Token) -> Bool {
    guard token.kind == .syllable, !token.isKnown,
      Self.gluedLengths.contains(Int(token.end - token.start)), !token.shape.contains(.upper)
    else { return false }
    var groups = 0
    var isVowel = false
    var offset = Int(token.start)
    while offset < Int(token.end) {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      // Every letter beyond ASCII but "đ" is a vowel with its marks.
      let letter = scalar | 0x20
      let vowel =
        scalar < 0x80
        ? Self.isVowel(letter) : scalar != 0x111 && scalar != 0x110
      if vowel, !isVowel { groups += 1 }
      isVowel = vowel
      offset += length
    }
    return groups == 2
  }

  /// Whether a small letter of ASCII is a vowel.
  private static func isVowel(_ letter: UInt32) -> Bool {
    switch letter {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }

  /// The two words of a token whose second the list has.
  private mutating func parted(_ token: Token, endingWith list: Grammar.List) -> [Token]? {
    var middle = Int(token.start)
    while middle < Int(token.end) {
      middle += Scalars.decode(bytes, at: middle).1
      guard middle < Int(token.end) else { return nil }
      var words = allTokens(ByteSpan(middle, Int(token.end)))
      guard words.count == 1, grammar.entry(in: list, words, at: 0) != nil else { continue }
      words = allTokens(ByteSpan(Int(token.start), middle)) + words
      guard words.count == 2 else { return nil }
      if !token.shape.contains(.spaced) { words[0].shape.remove(.spaced) }
      return words
    }
    return nil
  }

  /// The two words of a token: one in small letters that the list has, and one with a capital.
  private mutating func parted(_ token: Token, _ list: Grammar.List) -> [Token]? {
    let scalars = Array(raw(ByteSpan(Int(token.start), Int(token.end))).unicodeScalars)
    guard scalars.count > 2 else { return nil }
    let isCode = scalars[0].properties.isUppercase && scalars[1].properties.isUppercase
    guard isCode || scalars[0].properties.isLowercase else { return nil }
    var middle = Int(token.start)
    for place in scalars.indices.dropLast() {
      middle += UTF8.width(scalars[place])
      let next = scalars[place + 1].properties
      guard isCode ? next.isLowercase : next.isUppercase else { continue }
      var words = allTokens(ByteSpan(Int(token.start), middle))
      words += allTokens(ByteSpan(middle, Int(token.end)))
      guard words.count == 2, grammar.entry(in: list, words, at: isCode ? 1 : 0) != nil else {
        if isCode { continue }
        return nil
      }
      if !token.shape.contains(.spaced) { words[0].shape.remove(.spaced) }
      words[1].shape.remove(.spaced)
      return words
    }
    return nil
  }
}
