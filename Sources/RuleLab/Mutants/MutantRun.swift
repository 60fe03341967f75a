package import PlanCorpus
package import PlanParser

/// Puts faults into rules and looks who sees them.
package enum MutantRun {
  /// Who saw a fault.
  package enum Witness: String, CaseIterable, Sendable {
    /// The examples of the rules, or the reader of the grammar.
    case examples
    /// The goldens of the corpus.
    case corpus
    /// The measure on invented documents.
    case measure
    /// Nobody.
    case nobody
  }

  /// A fault and who saw it.
  package struct Result: Sendable {
    /// The fault.
    package let mutant: RuleMutant
    /// The first that saw it.
    package let witness: Witness
  }

  /// Tries every fault; the goldens must agree with the grammar as it is.
  package static func run(
    _ grammar: Grammar, corpus folder: String, invented: [GoldDocument], jobs: Int,
    progress: Progress
  ) async throws(CorpusError) -> [Result] {
    let corpus = Corpus(folder: folder, grammar: grammar)
    var entries: [Corpus.Entry] = []
    for entry in try corpus.entries() where try corpus.check(entry).isEmpty {
      entries.append(entry)
    }
    let silent = Progress(done: "", isShown: false)
    let whole = try await Laboratory.measure(
      invented, grammar: grammar, jobs: jobs, progress: silent)
    let (sound, documents) = (entries, whole.documents)
    return try await Laboratory.each(
      RuleMutant.all(of: grammar), jobs: jobs, progress: progress
    ) { mutant throws(CorpusError) in
      let witness = try witness(of: mutant, grammar, folder, sound, invented, documents)
      return Result(mutant: mutant, witness: witness)
    }
  }

  private static func witness(
    of mutant: RuleMutant, _ original: Grammar, _ folder: String, _ entries: [Corpus.Entry],
    _ invented: [GoldDocument], _ documents: [Measurement.Document]
  ) throws(CorpusError) -> Witness {
    let grammar: Grammar
    do throws(GrammarErrors) {
      grammar = try mutant.grammar(of: original)
    } catch {
      return .examples
    }
    // A muted rule takes its own examples with it.
    if mutant.fault != .drop, !grammar.check().isEmpty { return .examples }
    let corpus = Corpus(folder: folder, grammar: grammar)
    for entry in entries where try !corpus.check(entry).isEmpty { return .corpus }
    for (one, before) in zip(invented, documents) {
      let now = try Measurement.document(one, grammar: grammar)
      if Category.allCases.contains(where: { now.tallies[$0]?.counts != before.tallies[$0]?.counts }
      ) {
        return .measure
      }
    }
    return .nobody
  }
}
