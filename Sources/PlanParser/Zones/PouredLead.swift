import PlanModel
import PlanText

/// Where the sentence that leads into a plan begins behind a title in small letters: "… tại Sơn Hà" /
/// "Trường Cao đẳng Sơn Hà xây dựng kế hoạch như sau:".
extension PlanReader {
  /// How many words a title has at least.
  private static var leastWords: Int { 4 }

  /// How many words the name of who leads in may have.
  private static var subjectReach: Int { 20 }

  /// Where a preamble begins inside a line: "… năm 2026 Căn cứ Luật …".
  mutating func preambleCut(_ tokens: [Token]) -> Int? {
    for index in tokens.indices.dropFirst(2) {
      // "… trên địa bàn xã (Ban hành kèm theo Quyết định số …)": the note under the title.
      if markers.scalar(tokens[index]) == 0x28, lineMatch(.note, tokens, from: index) != nil {
        return Int(tokens[index - 1].end)
      }
      guard tokens[index].shape.contains(.capitalized),
        let match = lineMatch(.preamble, tokens, from: index)
      else { continue }
      switch value("inline", of: match) {
      case "yes": return Int(tokens[index - 1].end)
      case "behind" where index >= PlanReader.leastWords: break
      default: continue
      }
      guard !isNoBody(tokens, index), lineMatch(.joiner, [tokens[index - 1]]) == nil else {
        continue
      }
      if let start = leadStart(tokens, index) { return Int(tokens[start - 1].end) }
    }
    return issuerCut(tokens)
  }

  /// Where the issuer begins to tell of the plan: what ends as a sentence does is no title, and its
  /// subject is named once more ("… tại Sơn Hà" / "Sở Nội vụ kiểm tra các xã.").
  private mutating func issuerCut(_ tokens: [Token]) -> Int? {
    guard let mark = tokens.last, mark.kind == .mark, [0x2E, 0x3A].contains(markers.scalar(mark)),
      let start = tokens.indices.dropFirst(PlanReader.leastWords).last(where: {
        tokens[$0].shape.contains(.capitalized) && tokens[$0 - 1].kind != .mark
          && issuerActs(tokens, $0)
      })
    else { return nil }
    return Int(tokens[start - 1].end)
  }

  /// Whether the name of the issuer begins at a word and what it does stands behind it.
  private mutating func issuerActs(_ tokens: [Token], _ index: Int) -> Bool {
    let shared = sharedWords(tokens, index)
    guard shared > 1 else { return false }
    let window = Array(tokens[index..<min(tokens.count, index + shared + 8)])
    return phrases(window).contains { $0.start == shared && opensDuty($0) }
  }

  /// Where the sentence begins whose subject or first word stands at `index`; `nil` when the title
  /// goes on there.
  private mutating func leadStart(_ tokens: [Token], _ index: Int) -> Int? {
    let before = tokens[index - 1]
    // "… tại Sơn Hà" / "Triển khai nhiệm vụ năm học, Trường … xây dựng …".
    if lineMatch(.opener, tokens, from: index) != nil { return index }
    if before.kind == .mark, markers.scalar(before) == 0x2C {
      return openerStart(tokens, before: index)
    }
    // "Hội thi Trường Cao đẳng Sơn Hà năm 2026" / "Trường Cao đẳng Sơn Hà xây dựng …".
    let later = (index + 1)..<min(tokens.count, index + PlanReader.subjectReach)
    let last = later.last { place in
      tokens[place].shape.contains(.capitalized)
        && (tokens[place - 1].kind == .number || beginsIssuer(tokens, place))
        && lineMatch(.preamble, tokens, from: place).map { value("inline", of: $0) == "behind" }
          == true
    }
    if let last { return last }
    guard before.shape.contains(.capitalized) else { return index }
    let isAbbreviation =
      tokens[index].shape.contains(.upper) && !before.shape.contains(.upper)
      && !tokens[index].shape.contains(.single)
    return isAbbreviation || beginsIssuer(tokens, index) ? index : nil
  }

  /// The first word before `limit` that opens a sentence, behind a word that may end a title.
  private mutating func openerStart(_ tokens: [Token], before limit: Int) -> Int? {
    (PlanReader.leastWords..<max(limit, PlanReader.leastWords)).first { place in
      tokens[place].shape.contains([.capitalized, .spaced]) && tokens[place - 1].kind != .mark
        && lineMatch(.joiner, [tokens[place - 1]]) == nil
        && lineMatch(.opener, tokens, from: place) != nil
    }
  }

  /// Whether the name of the issuer begins at a word, whole or its first word alone before a verb:
  /// "Trường Cao đẳng Sơn Hà", "Trường xây dựng".
  private mutating func beginsIssuer(_ tokens: [Token], _ index: Int) -> Bool {
    let shared = sharedWords(tokens, index)
    if shared > 1 { return true }
    return shared == 1 && index + 1 < tokens.count
      && !tokens[index + 1].shape.contains(.capitalized) && tokens[index + 1].kind == .syllable
  }

  /// How many words the name of the issuer shares with those from a word on that follows no joining
  /// one.
  private mutating func sharedWords(_ tokens: [Token], _ index: Int) -> Int {
    guard let pieces = issuerPieces.first, lineMatch(.joiner, [tokens[index - 1]]) == nil else {
      return 0
    }
    let name = pieces.flatMap { allTokens($0) }
    return zip(tokens[index...], name).prefix { sameWord(text, $0, $1) }.count
  }

  /// Whether a word only looks like that of a body: "Ban hành", "Phòng, chống".
  private mutating func isNoBody(_ tokens: [Token], _ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    if tokens[index + 1].kind == .mark { return true }
    let window = Array(tokens[index..<min(tokens.count, index + 12)])
    let longest = phrases(window).filter { $0.start == 0 && meaning($0) == .organisation }
      .max { $0.end < $1.end }
    return longest.map { value("head", of: $0) == "no" } ?? false
  }
}
