package import PlanParser

/// A grammar with one fault put into one rule.
package struct RuleMutant: Sendable {
  /// What is done to a rule.
  package enum Fault: String, CaseIterable, Sendable {
    /// It finds nothing.
    case drop
    /// One of its patterns is gone.
    case narrow
    /// A word of its pattern may be any word, or its case is free.
    case loosen
    /// It stands behind the next rule that it competes with.
    case swap
  }

  /// The name of the rule.
  package let rule: String
  /// What was done to it.
  package let fault: Fault
  /// The index of the rule.
  let index: Int
  /// What its file says with the fault; `nil` when the rule is muted.
  let file: GrammarFile?
  /// Which of its patterns is gone, from 1; `nil` when none is.
  var pattern: Int?

  /// Every fault that can be put into the rules of a grammar.
  package static func all(of grammar: Grammar) -> [RuleMutant] {
    let overlaps = overlaps(in: grammar)
    return grammar.rules.indices.flatMap { index in
      let rule = grammar.rules[index]
      var mutants = [RuleMutant(rule: rule.id, fault: .drop, index: index, file: nil)]
      for (place, source) in Narrowing.narrowed(grammar.source(of: rule)).enumerated() {
        let file = grammar.file(of: rule, replacing: [(rule.source, source)])
        mutants.append(
          RuleMutant(rule: rule.id, fault: .narrow, index: index, file: file, pattern: place + 1))
      }
      if let source = Loosening.loosened(grammar.source(of: rule)) {
        mutants.append(
          RuleMutant(
            rule: rule.id, fault: .loosen, index: index,
            file: grammar.file(of: rule, replacing: [(rule.source, source)])))
      }
      if let other = overlaps[index] {
        mutants.append(swap(index, other, in: grammar))
      }
      return mutants
    }
  }

  /// The mutant in which two rules of one file, the earlier one first, stand in each other's place.
  static func swap(_ index: Int, _ other: Int, in grammar: Grammar) -> RuleMutant {
    let (rule, next) = (grammar.rules[index], grammar.rules[other])
    let swapped = [
      (rule.source, grammar.source(of: next)), (next.source, grammar.source(of: rule)),
    ]
    return RuleMutant(
      rule: rule.id, fault: .swap, index: index, file: grammar.file(of: rule, replacing: swapped))
  }

  /// The grammar with the fault; thrown when it cannot be read with it.
  func grammar(of original: Grammar) throws(GrammarErrors) -> Grammar {
    guard let file else { return original.without(index) }
    return try Grammar(files: original.files.map { $0.name == file.name ? file : $0 })
  }

  /// For each rule the next one of its file that it competes with over an example.
  private static func overlaps(in grammar: Grammar) -> [Int: Int] {
    var overlaps: [Int: Int] = [:]
    for rule in grammar.rules {
      for example in grammar.examples(of: rule) where !example.refused {
        let found = grammar.findings(in: grammar.text(of: example, of: rule))
        for one in found {
          for other in found where one.rule < other.rule && competes(one, other, in: grammar) {
            overlaps[one.rule] = min(overlaps[one.rule] ?? other.rule, other.rule)
          }
        }
      }
    }
    return overlaps
  }

  /// Whether the order of two rules may decide what is read.
  ///
  /// Of two line rules that match one line the first counts. Phrases are given longest first, so
  /// order decides only between two of one place and length, and only where their reader takes
  /// the first: what is gathered by its value, each value in a place of its own, is the same in any
  /// order.
  private static func competes(
    _ one: RuleFinding, _ other: RuleFinding, in grammar: Grammar
  ) -> Bool {
    let (left, right) = (grammar.rules[one.rule], grammar.rules[other.rule])
    guard left.file == right.file, left.kind == right.kind, left.meaning == right.meaning,
      left.values != right.values
    else { return false }
    if left.kind == .line { return one.range.lowerBound == other.range.lowerBound }
    guard one.range == other.range else { return false }
    switch left.meaning {
    case .documentPart, .phraseEnd: return false
    // Words that only look like a body are kept apart from bodies.
    case .actor: return left.values["kind"] != "no" && right.values["kind"] != "no"
    default: return true
    }
  }
}

extension Grammar {
  /// The file of a rule with some of its bytes replaced; the ranges stand in order.
  fileprivate func file(
    of rule: Rule, replacing parts: [(range: Range<Int>, text: String)]
  ) -> GrammarFile {
    let file = files[rule.file]
    var bytes: [UInt8] = []
    var place = 0
    for part in parts {
      bytes += file.bytes[place..<part.range.lowerBound] + Array(part.text.utf8)
      place = part.range.upperBound
    }
    return GrammarFile(name: file.name, path: file.path, bytes: bytes + file.bytes[place...])
  }
}
