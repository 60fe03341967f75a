package import PlanParser

/// A grammar with one fault put into one rule.
package struct RuleMutant: Sendable {
  /// What is done to a rule.
  package enum Fault: String, CaseIterable, Sendable {
    /// It finds nothing.
    case drop
    /// A word of its pattern may be any word, or its case is free.
    case loosen
    /// It stands behind the next rule that matches an example of both.
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

  /// Every fault that can be put into the rules of a grammar.
  package static func all(of grammar: Grammar) -> [RuleMutant] {
    let overlaps = overlaps(in: grammar)
    return grammar.rules.indices.flatMap { index in
      let rule = grammar.rules[index]
      var mutants = [RuleMutant(rule: rule.id, fault: .drop, index: index, file: nil)]
      if let source = Loosening.loosened(grammar.source(of: rule)) {
        mutants.append(
          RuleMutant(
            rule: rule.id, fault: .loosen, index: index,
            file: grammar.file(of: rule, replacing: [(rule.source, source)])))
      }
      if let other = overlaps[index] {
        let next = grammar.rules[other]
        let swapped = [
          (rule.source, grammar.source(of: next)), (next.source, grammar.source(of: rule)),
        ]
        mutants.append(
          RuleMutant(
            rule: rule.id, fault: .swap, index: index,
            file: grammar.file(of: rule, replacing: swapped)))
      }
      return mutants
    }
  }

  /// The grammar with the fault; thrown when it cannot be read with it.
  func grammar(of original: Grammar) throws(GrammarErrors) -> Grammar {
    guard let file else { return original.without(index) }
    return try Grammar(files: original.files.map { $0.name == file.name ? file : $0 })
  }

  /// For each rule the next one of its file and kind whose order matters to an example: both match
  /// it at one place, and say different things of it.
  private static func overlaps(in grammar: Grammar) -> [Int: Int] {
    var overlaps: [Int: Int] = [:]
    for rule in grammar.rules {
      for example in rule.examples where !example.refused {
        let found = grammar.findings(in: grammar.text(of: example, of: rule))
        for one in found {
          for other in found where one.rule < other.rule && one.range == other.range {
            let (left, right) = (grammar.rules[one.rule], grammar.rules[other.rule])
            guard left.file == right.file, left.kind == right.kind,
              left.meaning == right.meaning, left.values != right.values
            else { continue }
            overlaps[one.rule] = min(overlaps[one.rule] ?? other.rule, other.rule)
          }
        }
      }
    }
    return overlaps
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
