import PlanText
import Testing

@testable import PlanParser

@Suite("The automata against plain matching")
struct MatcherReferenceTests {
  /// Numbers that are the same in every run.
  struct Sequence: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  typealias Pattern = ReferencePattern

  /// A grammar with a rule for each pattern.
  private func source(_ patterns: [Pattern], _ field: String) -> String {
    var lists: [[[Int]]] = []
    var text = ""
    for (index, pattern) in patterns.enumerated() {
      text += "rule r\(index)\n  \(field) \(pattern.notation(&lists))\n"
      text += "  yields noise\n  example \"mot\"\n"
    }
    for (index, entries) in lists.enumerated() {
      text += "list list-\(index)\n"
      for entry in entries {
        text += "  " + entry.map { Pattern.words[$0] }.joined(separator: " ") + "\n"
      }
    }
    return text
  }

  /// A text of a few words.
  private func text(_ random: inout Sequence) -> [Pattern.Piece] {
    (0..<Int.random(in: 1...9, using: &random)).map { index in
      Pattern.Piece(
        word: Int.random(in: 0..<Pattern.words.count, using: &random),
        spaced: index == 0 || Bool.random(using: &random))
    }
  }

  /// The tokens of a text, made by hand: written words cannot stand together without a space.
  private func tokens(_ text: [Pattern.Piece], _ vocabulary: Vocabulary) -> [Token] {
    text.enumerated().map { index, piece in
      Token(
        start: index, end: index + 1, key: vocabulary.key(of: Pattern.words[piece.word].utf8),
        kind: .syllable, shape: piece.spaced ? .spaced : [])
    }
  }

  @Test("lines, phrases and captures are those of plain matching", arguments: 0..<300)
  func same(_ seed: Int) throws {
    var random = Sequence(state: UInt64(seed))
    var patterns: [Pattern] = []
    while patterns.count < 4 {
      let pattern = Pattern.random(3, &random)
      if !pattern.canBeEmpty { patterns.append(pattern) }
    }
    let grammars = try ["line", "phrase"].map { field in
      try Grammar(files: [
        GrammarFile(name: "r.grammar", bytes: Array(source(patterns, field).utf8))
      ])
    }
    var matchers = grammars.map { Matcher($0) }
    for _ in 0..<10 {
      let text = text(&random)
      let tokens = tokens(text, grammars[0].vocabulary)
      let lines = matchers[0].lines(tokens, from: 0, to: tokens.count)
      #expect(lines == wantedLines(patterns, text), "\(source(patterns, "line"))")
      for match in lines { check(patterns, match, text, tokens, &matchers[0]) }

      let other = self.tokens(text, grammars[1].vocabulary)
      var phrases: [RuleMatch] = []
      matchers[1].phrases(other, from: 0, to: other.count, into: &phrases)
      #expect(phrases == wantedPhrases(patterns, text), "\(source(patterns, "phrase"))")
      for match in phrases { check(patterns, match, text, other, &matchers[1]) }
    }
  }

  @Test("a pattern that can be empty is refused", arguments: 0..<100)
  func empty(_ seed: Int) {
    var random = Sequence(state: UInt64(seed) &+ 1_000_000)
    let pattern = Pattern.random(3, &random)
    let file = GrammarFile(name: "r.grammar", bytes: Array(source([pattern], "line").utf8))
    let grammar = try? Grammar(files: [file])
    #expect((grammar == nil) == pattern.canBeEmpty)
  }

  private func wantedLines(_ patterns: [Pattern], _ text: [Pattern.Piece]) -> [RuleMatch] {
    patterns.indices.filter { index in
      patterns[index].ways(from: Pattern.Way(place: 0), text).contains { $0.place == text.count }
    }.map { RuleMatch(rule: $0, start: 0, end: text.count) }
  }

  private func wantedPhrases(_ patterns: [Pattern], _ text: [Pattern.Piece]) -> [RuleMatch] {
    var matches: [RuleMatch] = []
    for (rule, pattern) in patterns.enumerated() {
      var start = 0
      while start < text.count {
        let ends = pattern.ways(from: Pattern.Way(place: start), text).map(\.place)
        if let end = ends.max() {
          matches.append(RuleMatch(rule: rule, start: start, end: end))
          start = end
        } else {
          start += 1
        }
      }
    }
    return matches.sorted { ($0.start, -$0.end, $0.rule) < ($1.start, -$1.end, $1.rule) }
  }

  private func check(
    _ patterns: [Pattern], _ match: RuleMatch, _ text: [Pattern.Piece], _ tokens: [Token],
    _ matcher: inout Matcher
  ) {
    let way = patterns[match.rule].ways(from: Pattern.Way(place: match.start), text)
      .first { $0.place == match.end }
    let wanted = (way?.captures ?? []).filter { !$0.isEmpty }
    let found = matcher.captures(of: match, tokens).map { $0.start..<$0.end }
    // Captures come in the order in which they begin, those of plain matching as they end.
    let order: (Range<Int>, Range<Int>) -> Bool = {
      ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound)
    }
    #expect(found == wanted.sorted(by: order), "\(source(patterns, "line"))")
  }
}
