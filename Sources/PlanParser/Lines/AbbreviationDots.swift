import PlanText

/// Dots of abbreviations before a name, read as if they were not there.
///
/// "UBND TP. Vĩnh Hà" is read as "UBND TP Vĩnh Hà", in which no sentence ends.
enum AbbreviationDots {
  /// Takes these dots out of the tokens of a text; the text stays as it is.
  static func remove(from tokens: inout [Token], _ bytes: [UInt8], _ grammar: Grammar) {
    guard let abbreviations = grammar.list("dotted-abbreviations"),
      let openings = grammar.list("sentence-openings")
    else { return }
    var kept: [Token] = []
    var done = 0
    for index in tokens.indices.dropFirst().dropLast() where isDot(tokens[index], bytes) {
      let next = tokens[index + 1]
      // A name stands behind the dot or behind one blank.
      guard next.kind == .syllable, next.shape.contains(.capitalized),
        next.start - tokens[index].end <= 1, bytes[Int(next.start) - 1] != 0x0A,
        grammar.value(in: openings, tokens, from: index + 1, to: index + 2) == nil,
        let word = word(behind: abbreviations, tokens[..<index], grammar)
      else { continue }
      tokens[index - 1].key = grammar.vocabulary.key(of: word.utf8)
      kept += tokens[done..<index]
      done = index + 1
    }
    if done > 0 { tokens = kept + tokens[done...] }
  }

  /// What the abbreviation that ends some tokens stands for.
  private static func word(
    behind abbreviations: Grammar.List, _ tokens: ArraySlice<Token>, _ grammar: Grammar
  ) -> String? {
    let near = Array(tokens.suffix(3))
    for start in near.indices.reversed() {
      if let word = grammar.value(in: abbreviations, near, from: start, to: near.count) {
        return word
      }
    }
    return nil
  }

  private static func isDot(_ token: Token, _ bytes: [UInt8]) -> Bool {
    token.kind == .mark && !token.shape.contains(.spaced) && bytes[Int(token.start)] == 0x2E
      && token.end - token.start == 1
  }
}
