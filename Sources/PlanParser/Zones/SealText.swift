import PlanModel
import PlanText

/// What recognition reads of the round seal over a signature: broken capitals of the issuer's name.
extension PlanReader {
  /// How many words of the seal stand on a line at most.
  private static var sealWords: Int { 3 }
  /// How many letters a piece of a word has at most.
  private static var pieceLetters: Int { 2 }

  /// Whether some words of line `index` are what is left of a seal: a word of it alone, pieces of one
  /// or two letters, or words of which one is a letter alone; below them stands the signer's name in
  /// small letters.
  ///
  /// "PHÓ CHỦ TỊCH" / "ỦY B" / "Trần Văn Sơn".
  mutating func isSeal(_ tokens: [Token], at index: Int, of signer: Signer) -> Bool {
    guard let post = signer.position.last, let first = tokens.first,
      MarkerReader.bulletKind(markers.scalar(first)) != 0x2D
    else { return false }
    let words = tokens.filter { $0.kind == .syllable }
    guard (1...Self.sealWords).contains(words.count), tokens.count - words.count <= 2,
      words.allSatisfy({ $0.shape.contains(.upper) }),
      lineMatch(.position, tokens) == nil, lineMatch(.authority, tokens) == nil,
      lineMatch(.archive, tokens) == nil, namesPersonInSmall(below: index)
    else { return false }
    if lineMatch(.stampWord, words) != nil { return true }
    let letters = words.map { letterCount($0) }
    if letters.allSatisfy({ $0 <= Self.pieceLetters }) { return true }
    // "PHÓ CHỦ TỊCH" / "HĐND", "CHỦ TỊCH UBND XÃ LAM" / "SƠN": a last word of the position.
    if words.count == 1 { return isPlausible(words[0]) && isWholePost(post) }
    // "HUYỆN A LƯỚI"
    return letters.contains(1)
      && !phrases(words, startingBefore: 1).contains {
        meaning($0) == .organisation && $0.start == 0
      }
  }

  /// Whether a position says no body, so that no word of a body goes on with it: "PHÓ CHỦ TỊCH".
  private mutating func isWholePost(_ post: ByteSpan) -> Bool {
    let words = tokens(post)
    return words.count <= Self.postWords
      && !phrases(words).contains { meaning($0) == .organisation }
  }

  /// How many words a position without a body has at most.
  private static var postWords: Int { 3 }

  private func letterCount(_ word: Token) -> Int {
    Scalars.string(bytes, ByteSpan(Int(word.start), Int(word.end))).unicodeScalars.count
  }

  /// Whether a person is named in small letters shortly below line `index`.
  private mutating func namesPersonInSmall(below index: Int) -> Bool {
    lines[(index + 1)...].prefix(Self.sealReach).contains { line in
      furniture(of: line) == nil && endCells(line).contains { isPersonInSmall($0) }
    }
  }

  /// How many lines below a piece of a seal the name of the signer stands at most.
  private static var sealReach: Int { 5 }
}
