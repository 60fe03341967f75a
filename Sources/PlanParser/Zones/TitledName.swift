import PlanModel
import PlanText

/// What stands before a person's name and belongs to it: ranks, honours and degrees ("Đại tá, TS. Trần
/// Văn Sơn", "BSCKII. Trần Văn Sơn").
extension PlanReader {
  /// How many words ranks and honours have.
  private static var rankWords: Int { 2 }
  private static var honourWords: Int { 4 }

  /// Whether a cell is the name of a person, perhaps behind ranks and degrees.
  mutating func isTitledPerson(_ cell: ByteSpan) -> Bool {
    if isPerson(cell) { return true }
    let tokens = tokens(cell)
    let start = behindTitles(tokens)
    if start > 0, start + 1 < tokens.count {
      return isPerson(ByteSpan(Int(tokens[start].start), cell.end))
    }
    // A degree that no list has ends in a dot.
    guard let dot = tokens.lastIndex(where: { markers.scalar($0) == 0x2E }), dot > 0, dot < 5,
      dot + 1 < tokens.count
    else { return false }
    return isPerson(ByteSpan(Int(tokens[dot + 1].start), cell.end))
  }

  /// Whether a cell is the name of a person in small letters, perhaps behind ranks and degrees.
  mutating func isPersonInSmall(_ cell: ByteSpan) -> Bool {
    guard isTitledPerson(cell) else { return false }
    let words = tokens(cell)
    return words[behindTitles(words)...].allSatisfy {
      $0.kind != .syllable || !$0.shape.contains(.upper)
    }
  }

  /// The first word behind the ranks, honours and degrees that some words begin with.
  func behindTitles(_ tokens: [Token]) -> Int {
    var index = 0
    while index < tokens.count {
      if tokens[index].kind == .mark {
        guard index > 0, [0x2E, 0x2C].contains(markers.scalar(tokens[index])) else { break }
        index += 1
      } else if isDegree(tokens[index]) {
        index += 1
      } else if names("ranks", tokens, index, Self.rankWords) {
        index += Self.rankWords
      } else if names("honours", tokens, index, Self.honourWords) {
        index += Self.honourWords
      } else {
        break
      }
    }
    return index
  }

  /// Where a name begins that stands behind words in capitals from `start` to `end`, with what belongs
  /// to it.
  ///
  /// These are degrees ("… PHÓ GIÁM ĐỐC" / "BSCKII. Trần Văn Sơn") and the letter before an apostrophe
  /// or a stroke ("H' Mai Niê", "Đ/c Trần Văn Sơn"); `end` when the name begins there.
  mutating func titledStart(_ tokens: [Token], from start: Int, before end: Int) -> Int {
    guard start < end, end < tokens.count else { return end }
    let mark = tokens[end].kind == .mark ? markers.scalar(tokens[end]) : 0
    if [0x2F, 0x27, 0x2019].contains(mark), end + 2 < tokens.count,
      tokens[end - 1].shape.contains(.single), !tokens[end].shape.contains(.spaced)
    {
      return isName(Array(tokens[(mark == 0x2F ? end + 2 : end + 1)...])) ? end - 1 : end
    }
    let name = mark == 0x2E ? end + 1 : end
    guard name + 1 < tokens.count, tokens[name].kind == .syllable,
      !tokens[name].shape.contains(.upper),
      isTitledPerson(span(tokens, name..<tokens.count))
    else { return end }
    var first = mark == 0x2E ? end - 1 : end
    while first > start {
      if first - 2 >= start, tokens[first - 1].kind == .mark,
        markers.scalar(tokens[first - 1]) == 0x2E, tokens[first - 2].kind == .syllable
      {
        first -= 2
      } else if isDegree(tokens[first - 1]) {
        first -= 1
      } else {
        break
      }
    }
    return first
  }

  private func isDegree(_ token: Token) -> Bool {
    grammar.value(list: "academic-titles", [token], from: 0, to: 1) != nil
  }

  /// Whether a list has some words from `start` on.
  private func names(_ list: String, _ tokens: [Token], _ start: Int, _ count: Int) -> Bool {
    start + count <= tokens.count
      && grammar.value(list: list, tokens, from: start, to: start + count) != nil
  }
}
