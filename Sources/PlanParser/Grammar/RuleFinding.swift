import PlanText

/// What a rule found in a text.
package struct RuleFinding: Sendable {
  /// The index of the rule.
  package let rule: Int
  /// The bytes that it matched.
  package let range: Range<Int>
  /// What it captured, in order.
  package let captures: [(name: String, text: String)]
}

extension Grammar {
  /// Everything that rules find in a text: line rules on it as one line, with the marker that
  /// opens it and without, phrase rules anywhere.
  package func findings(in text: [UInt8]) -> [RuleFinding] {
    var tokens: [Token] = []
    Tokenizer(vocabulary: vocabulary).tokenize(text, into: &tokens)
    var matcher = takeMatcher()
    defer { give(matcher) }
    var matches: [RuleMatch] = []
    matcher.lines(tokens, from: 0, to: tokens.count, into: &matches)
    let marker = Self.marker(tokens)
    if marker > 0 { matcher.lines(tokens, from: marker, to: tokens.count, into: &matches) }
    matcher.phrases(tokens, from: 0, to: tokens.count, into: &matches)
    return matches.filter { $0.start < $0.end }.map { match in
      let captures = matcher.captures(of: match, tokens).map { capture in
        (name: capture.name, text: Self.words(text, tokens, capture.start..<capture.end))
      }
      let range = Int(tokens[match.start].start)..<Int(tokens[match.end - 1].end)
      return RuleFinding(rule: match.rule, range: range, captures: captures)
    }
  }

  /// The `example` and `refuse` lines of a rule, in order: read when they are asked for, since no
  /// document is read by them.
  package func examples(of rule: Rule) -> [Rule.Example] {
    var reader = GrammarReader(files: [files[rule.file]], looksAtExamples: false)
    return reader.examples(of: rule)
  }

  /// The text of an example, without its quotes.
  package func text(of example: Rule.Example, of rule: Rule) -> [UInt8] {
    var cursor = ByteCursor(
      bytes: files[rule.file].bytes, index: example.source.lowerBound,
      end: example.source.upperBound)
    return cursor.quoted().map { cursor.unescaped($0) } ?? []
  }

  /// How many tokens a marker takes: "I.", "2.1.", "a)", "-"; 0 without one.
  private static func marker(_ tokens: [Token]) -> Int {
    let short = tokens.prefix(8).prefix { token in
      token.kind != .syllable || token.end - token.start == 1 || token.shape.contains(.roman)
    }
    return (short.lastIndex { $0.kind == .mark } ?? -1) + 1
  }

  private static func words(_ text: [UInt8], _ tokens: [Token], _ range: Range<Int>) -> String {
    guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
    return String(decoding: text[Int(first.start)..<Int(last.end)], as: UTF8.self)
  }
}
