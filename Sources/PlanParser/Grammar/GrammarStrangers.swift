import PlanText

extension Grammar {
  /// Values that carry a number, a unit or a code into the plan: any may be given.
  private static let openValues: Set<String> = [
    "charge", "code", "count", "months", "unit", "value",
  ]

  /// What a grammar says that nothing reads, by what the program's own grammar says: values of
  /// another name than its rules give with the same meaning, or of another word where only some
  /// are known, and lists that neither a pattern nor the program asks for.
  ///
  /// A misspelled `form=date` would else be a rule that means nothing, without a word.
  package func strangers(beside program: Grammar) -> [GrammarError] {
    var known: [Meaning: [String: Set<String>]] = [:]
    for rule in program.rules {
      for pair in rule.values.all {
        known[rule.meaning, default: [:]][pair.name, default: []].insert(pair.value)
      }
    }
    let values = rules.flatMap { rule in
      rule.values.all.compactMap { pair in
        fault(of: pair, in: rule, known[rule.meaning] ?? [:])
      }
    }
    return values + strangeLists(beside: program)
  }

  private func fault(
    of pair: (name: String, value: String), in rule: Rule, _ known: [String: Set<String>]
  ) -> GrammarError? {
    let said =
      "rule \"\(rule.id)\" yields \(rule.meaning.rawValue) \(pair.name)=\(pair.value), but "
    func error(_ message: String) -> GrammarError {
      GrammarError(files[rule.file], at: rule.source.lowerBound, said + message)
    }
    guard let words = known[pair.name] else {
      return error(
        "nothing reads \"\(pair.name)\" there" + suggestion(pair.name, Array(known.keys)))
    }
    guard !Self.openValues.contains(pair.name), !words.contains(pair.value) else { return nil }
    return error(
      "nothing knows \"\(pair.value)\" for \"\(pair.name)\"" + suggestion(pair.value, Array(words)))
  }

  private func strangeLists(beside program: Grammar) -> [GrammarError] {
    let names = program.listNames
    let patterns = files.filter { $0.name.hasSuffix(".grammar") }.map(\.bytes)
    return compiled.lists.compactMap { list in
      let name = compiled.names[Int(list.name)]
      guard !names.contains(name), !patterns.contains(where: { Self.uses(name, $0) }) else {
        return nil
      }
      return GrammarError(
        files[list.file], at: list.offset,
        "nothing reads the list \"\(name)\"" + suggestion(name, names))
    }
  }

  private var listNames: [String] { compiled.lists.map { compiled.names[Int($0.name)] } }

  /// Whether a pattern of a file names a list: `<name>`.
  private static func uses(_ name: String, _ bytes: [UInt8]) -> Bool {
    let word = Array("<\(name)>".utf8)
    guard bytes.count >= word.count else { return false }
    return bytes.indices.dropLast(word.count - 1).contains { start in
      bytes[start] == word[0] && bytes[start..<(start + word.count)].elementsEqual(word)
    }
  }
}
