import PlanText
import Testing

@testable import PlanParser

/// A grammar of one file, and what its matcher says of texts.
struct GrammarBench {
  let grammar: Grammar
  let tokenizer: Tokenizer
  var matcher: Matcher

  init(_ source: String) throws {
    grammar = try Grammar(files: [GrammarFile(name: "test.grammar", bytes: Array(source.utf8))])
    tokenizer = Tokenizer(vocabulary: grammar.vocabulary)
    matcher = Matcher(grammar)
  }

  func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    tokenizer.tokenize(Array(text.utf8), into: &tokens)
    return tokens
  }

  /// The text from a token to before another.
  func text(_ text: String, _ tokens: [Token], _ start: Int, _ end: Int) -> String {
    let bytes = Array(text.utf8)
    return String(
      decoding: bytes[Int(tokens[start].start)..<Int(tokens[end - 1].end)], as: UTF8.self)
  }

  /// Each match as `rule[text] name=value …`.
  private mutating func describe(
    _ matches: [RuleMatch], _ text: String, _ tokens: [Token]
  ) -> [String] {
    matches.map { match in
      let captures = matcher.captures(of: match, tokens).map {
        " \($0.name)=\(self.text(text, tokens, $0.start, $0.end))"
      }
      let matched = self.text(text, tokens, match.start, match.end)
      return "\(grammar.rules[match.rule].id)[\(matched)]" + captures.joined()
    }
  }

  mutating func lines(_ text: String) -> [String] {
    let tokens = tokens(text)
    return describe(matcher.lines(tokens, from: 0, to: tokens.count), text, tokens)
  }

  mutating func phrases(_ text: String) -> [String] {
    let tokens = tokens(text)
    var matches: [RuleMatch] = []
    matcher.phrases(tokens, from: 0, to: tokens.count, into: &matches)
    return describe(matches, text, tokens)
  }

  /// A grammar of rules that have what every rule needs, under the given patterns.
  init(line patterns: String..., with more: String = "") throws {
    try self.init(Self.rules("line", patterns, more))
  }

  init(phrase patterns: String..., with more: String = "") throws {
    try self.init(Self.rules("phrase", patterns, more))
  }

  private static func rules(_ field: String, _ patterns: [String], _ more: String) -> String {
    var text = more + "\n"
    for (index, pattern) in patterns.enumerated() {
      let letter = Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8(index)))
      text += "rule \(letter)\n  \(field) \(pattern)\n  yields noise\n  example \"x\"\n"
    }
    return text
  }
}
