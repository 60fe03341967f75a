import PlanModel
import PlanText

/// The initials of the issuer that a blank parts from the symbol: "12/KH-THPT SH".
extension PlanReader {
  /// How many letters stand for the issuer's name at most.
  private static let mostInitials = 4

  /// Where a number ends: behind the word on its line that holds the initials of a name in
  /// capitals in the head or can be no word, or with the match.
  func initialsEnd(_ match: RuleMatch, _ tokens: [Token]) -> Int {
    let end = Int(tokens[match.end - 1].end)
    guard match.end < tokens.count else { return end }
    let word = tokens[match.end]
    guard word.shape.contains(.upper), Int(word.start) == end + 1, bytes[end] == 0x20,
      endsLine(Int(word.end))
    else { return end }
    let letters = initials(of: ByteSpan(Int(word.start), Int(word.end)))
    guard (2...PlanReader.mostInitials).contains(letters.count) else { return end }
    if letters.allSatisfy({ isConsonant($0) }) { return Int(word.end) }
    let words = tokens.enumerated().filter {
      $0.offset != match.end && $0.element.kind == .syllable && $0.element.shape.contains(.upper)
    }
    let firsts = words.map { firstLetter($0.element) }
    guard firsts.count >= letters.count else { return end }
    let isName = (0...(firsts.count - letters.count)).contains {
      firsts[$0..<($0 + letters.count)].elementsEqual(letters)
    }
    return isName ? Int(word.end) : end
  }

  /// Whether nothing but blanks and the border of a cell stands behind `offset` on its line.
  private func endsLine(_ offset: Int) -> Bool {
    var next = offset
    while next < bytes.count, bytes[next] == 0x20 { next += 1 }
    return next >= bytes.count || [0x09, 0x0A, 0x0D, 0x7C].contains(bytes[next])
      || next - offset > 2
  }

  /// Whether a letter in capitals is a consonant: a word has a vowel.
  private func isConsonant(_ letter: UInt32) -> Bool {
    guard letter != 0x110 else { return true }
    guard (0x41...0x5A).contains(letter) else { return false }
    return ![0x41, 0x45, 0x49, 0x4F, 0x55, 0x59].contains(letter)
  }

  /// The letters of a word.
  private func initials(of word: ByteSpan) -> [UInt32] {
    var letters: [UInt32] = []
    var offset = word.start
    while offset < word.end {
      let (scalar, length) = Scalars.decode(bytes, at: offset)
      letters.append(scalar)
      offset += length
    }
    return letters
  }

  private func firstLetter(_ token: Token) -> UInt32 {
    Scalars.decode(bytes, at: Int(token.start)).scalar
  }
}
