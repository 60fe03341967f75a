package import PlanCorpus
package import PlanParser

/// What every rule of a grammar does in documents with gold.
package enum RuleStudy {
  /// What one document tells of the rules.
  private struct Reading: Sendable {
    var uses: [Int]
    var document: Measurement.Document
  }

  /// Fires, precision and, with `ablation`, the F1 that is lost without each rule.
  package static func run(
    _ gold: [GoldDocument], grammar: Grammar, ablation: Bool, jobs: Int, progress: Progress
  ) async throws(CorpusError) -> [RuleWorth] {
    let readings = try await Laboratory.each(gold, jobs: jobs) { one throws(CorpusError) in
      let (text, source) = try DocumentReader.document(at: one.path)
      return Reading(
        uses: grammar.observe(text, source: source).uses,
        document: try Measurement.document(one, grammar: grammar))
    }
    var whole = Measurement()
    for reading in readings { whole.add(reading.document) }
    let made = whole.rules
    var rules = grammar.rules.map { RuleWorth($0.id) }
    for index in rules.indices {
      rules[index].fires = readings.reduce(0) { $0 + $1.uses[index] }
      rules[index].documents = readings.count { $0.uses[index] > 0 }
      rules[index].made = made[rules[index].rule] ?? Counts()
    }
    for (index, count) in examples(grammar).enumerated() { rules[index].examples = count }
    guard ablation else { return rules }
    let full = whole
    let worths = try await Laboratory.each(
      Array(rules.indices), jobs: jobs, progress: progress
    ) { index throws(CorpusError) in
      try loss(of: index, gold, readings, full, grammar)
    }
    for (index, worth) in worths.enumerated() { rules[index].worth = worth }
    return rules
  }

  /// How often each rule matches in some documents.
  package static func uses(
    in inputs: [Corpus.Input], grammar: Grammar, jobs: Int, progress: Progress
  ) async throws(CorpusError) -> [Int] {
    let each = try await Laboratory.each(inputs, jobs: jobs, progress: progress) {
      input throws(CorpusError) in
      let (text, source) = try DocumentReader.document(input.bytes, name: input.name)
      return grammar.observe(text, source: source).uses
    }
    return grammar.rules.indices.map { rule in each.reduce(0) { $0 + $1[rule] } }
  }

  /// How much the mean F1 falls without a rule; only documents in which it matches are read again.
  private static func loss(
    of rule: Int, _ gold: [GoldDocument], _ readings: [Reading], _ full: Measurement,
    _ grammar: Grammar
  ) throws(CorpusError) -> Double {
    guard readings.contains(where: { $0.uses[rule] > 0 }) else { return 0 }
    let without = grammar.without(rule)
    var part = Measurement()
    for (one, reading) in zip(gold, readings) {
      let isUsed = reading.uses[rule] > 0
      part.add(isUsed ? try Measurement.document(one, grammar: without) : reading.document)
    }
    return (full.mean ?? 0) - (part.mean ?? 0)
  }

  /// How many examples of other rules each rule matches.
  private static func examples(_ grammar: Grammar) -> [Int] {
    var counts = [Int](repeating: 0, count: grammar.rules.count)
    for (index, rule) in grammar.rules.enumerated() {
      for example in grammar.examples(of: rule) where !example.refused {
        let found = grammar.findings(in: grammar.text(of: example, of: rule))
        for other in Set(found.map(\.rule)) where other != index { counts[other] += 1 }
      }
    }
    return counts
  }
}
