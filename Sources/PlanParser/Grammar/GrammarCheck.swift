import PlanText

extension Grammar {
  /// Runs the examples of all rules; gives one fault for each that does not hold.
  package func check() -> [GrammarError] {
    let tokenizer = Tokenizer(vocabulary: vocabulary)
    var matcher = Matcher(self)
    var errors: [GrammarError] = []
    for index in rules.indices {
      for example in examples(of: rules[index]) {
        if let error = check(example, of: index, tokenizer, &matcher) { errors.append(error) }
      }
    }
    return errors
  }

  /// Runs one example of a rule; gives the fault if it does not hold.
  package func check(_ example: Rule.Example, of index: Int) -> GrammarError? {
    var matcher = Matcher(self)
    return check(example, of: index, Tokenizer(vocabulary: vocabulary), &matcher)
  }

  private func check(
    _ example: Rule.Example, of index: Int, _ tokenizer: Tokenizer, _ matcher: inout Matcher
  ) -> GrammarError? {
    let rule = rules[index]
    let file = files[rule.file]
    func fault(_ message: String) -> GrammarError {
      GrammarError(file, at: example.source.lowerBound, message)
    }
    var cursor = ByteCursor(
      bytes: file.bytes, index: example.source.lowerBound, end: example.source.upperBound)
    guard let quoted = cursor.quoted(), let expected = try? readValues(&cursor) else {
      return fault("an example is a text in quotes")
    }
    let text = cursor.unescaped(quoted)
    var tokens: [Token] = []
    tokenizer.tokenize(text, into: &tokens)
    var matches: [RuleMatch] = []
    switch rule.kind {
    case .line: matcher.lines(tokens, from: 0, to: tokens.count, into: &matches)
    case .phrase: matcher.phrases(tokens, from: 0, to: tokens.count, into: &matches)
    }
    guard let match = matches.first(where: { $0.rule == index }) else {
      return example.refused ? nil : fault("rule \"\(rule.id)\" does not match its example")
    }
    if example.refused { return fault("rule \"\(rule.id)\" matches what it should refuse") }
    if rule.kind == .line,
      let earlier = matches.first(where: { $0.rule < index && rules[$0.rule].file == rule.file })
    {
      return fault(
        "the earlier rule \"\(rules[earlier.rule].id)\" takes this example; "
          + "make it narrower or put it behind")
    }
    let found = matcher.captures(of: match, tokens).map { capture in
      let span = Int(tokens[capture.start].start)..<Int(tokens[capture.end - 1].end)
      return (name: capture.name, value: Self.folded(text[span]))
    }
    let wanted = expected.map { (name: $0.key, value: Self.folded(ArraySlice($0.value.utf8))) }
    return difference(of: found, from: wanted).map(fault)
  }

  private typealias Named = (name: String, value: String)

  /// The text with each run of white space as one space.
  private static func folded(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// What is captured otherwise than the example says; nil if nothing is.
  private func difference(of found: [Named], from wanted: [Named]) -> String? {
    let names = Set(found.map(\.name)).union(wanted.map(\.name))
    for name in names.sorted() {
      let left = found.filter { $0.name == name }.map(\.value)
      let right = wanted.filter { $0.name == name }.map(\.value)
      if left == right { continue }
      let got = left.map { "\(name)=\"\($0)\"" }.joined(separator: " ")
      let asked = right.map { "\(name)=\"\($0)\"" }.joined(separator: " ")
      if left.isEmpty { return "\(asked) is not captured" }
      if right.isEmpty { return "\(got) is captured too; say so, or capture it no more" }
      return "\(got) is captured, where the example says \(asked)"
    }
    return nil
  }
}
