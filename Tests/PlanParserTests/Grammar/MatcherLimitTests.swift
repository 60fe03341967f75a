import PlanText
import Testing

@testable import PlanParser

@Suite("Matching at its limits")
struct MatcherLimitTests {
  @Test("states that were forgotten are worked out again")
  func forgotten() throws {
    // The automaton must remember which of the last seventeen words were "a": more states than are kept.
    var bench = try GrammarBench(line: "(a | b)* a (a | b){16}")
    var random = MatcherReferenceTests.Sequence(state: 5)
    for _ in 0..<12 {
      let words = (0..<4000).map { _ in Bool.random(using: &random) }
      let tokens = bench.tokens(words.map { $0 ? "a" : "b" }.joined(separator: " "))
      let matches = bench.matcher.lines(tokens, from: 0, to: tokens.count)
      #expect(matches.isEmpty == !words[words.count - 17])
    }
  }

  @Test("captures in a very long line are found in bounded memory")
  func longLine() throws {
    var bench = try GrammarBench(line: "{head: ...} x ({item: a} b)* {tail: ...} y")
    let middle = String(repeating: "a b ", count: 50_000)
    let tokens = bench.tokens("c d x \(middle)e f y")
    let match = try #require(bench.matcher.lines(tokens, from: 0, to: tokens.count).first)
    let captures = bench.matcher.captures(of: match, tokens)
    #expect(captures.count == 50_002)
    #expect(captures.first == Capture(name: "head", start: 0, end: 2))
    #expect(captures.last == Capture(name: "tail", start: 100_003, end: 100_005))
  }

  @Test("matches never go over the ends that were given")
  func bounds() throws {
    var bench = try GrammarBench(phrase: "a+", "^ b", "c $")
    let tokens = bench.tokens("a a a b c a")
    var matches: [RuleMatch] = []
    bench.matcher.phrases(tokens, from: 1, to: 2, into: &matches)
    #expect(matches == [RuleMatch(rule: 0, start: 1, end: 2)])
    matches = []
    bench.matcher.phrases(tokens, from: 3, to: 5, into: &matches)
    #expect(
      matches == [RuleMatch(rule: 1, start: 3, end: 4), RuleMatch(rule: 2, start: 4, end: 5)])
    for (from, to) in [(0, 7), (-1, 2), (3, 2), (6, 6)] {
      matches = []
      bench.matcher.phrases(tokens, from: from, to: to, into: &matches)
      #expect(matches.isEmpty)
      #expect(bench.matcher.lines(tokens, from: from, to: to).isEmpty)
    }
  }

  @Test("a matcher that was given back is as good as a new one")
  func pool() throws {
    let bench = try GrammarBench(phrase: "a b?")
    let tokens = bench.tokens("a b a")
    for _ in 0..<3 {
      var matcher = bench.grammar.takeMatcher()
      var matches: [RuleMatch] = []
      matcher.phrases(tokens, from: 0, to: tokens.count, into: &matches)
      #expect(matches.map(\.end) == [2, 3])
      bench.grammar.give(matcher)
    }
  }

  @Test("damaged grammar files give errors, never a crash", arguments: 0..<20)
  func damaged(_ seed: Int) throws {
    var random = MatcherReferenceTests.Sequence(state: UInt64(seed))
    let files = Grammar.embeddedFiles().filter { $0.bytes.count < 4000 }
    let marks = Array("(){}<>|\"~?*+.^$#= \n\t\\0,aạ\u{FF}".utf8)
    for _ in 0..<20 {
      let file = try #require(files.randomElement(using: &random))
      var bytes = file.bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[place] = marks.randomElement(using: &random) ?? 0
        case 1: bytes.insert(marks.randomElement(using: &random) ?? 0, at: place)
        case 2: bytes.removeSubrange(place..<min(place + 9, bytes.count))
        default: bytes.removeLast(bytes.count - place)
        }
      }
      if let grammar = try? Grammar(files: [GrammarFile(name: file.name, bytes: bytes)]) {
        for error in grammar.check() { #expect(error.line > 0) }
      }
    }
  }
}
