package import PlanCorpus
package import PlanParser

/// What is done with many documents at once.
package enum Laboratory {
  /// Does some work on each of many things, several at a time; the results are in their order.
  package static func each<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], jobs: Int, progress: Progress = Progress(done: "", isShown: false),
    _ work: @escaping @Sendable (Input) throws(CorpusError) -> Output
  ) async throws(CorpusError) -> [Output] {
    var outputs: [Output] = []
    var failure: CorpusError?
    await Batch.run(inputs, jobs: jobs) { input in
      Result { () throws(CorpusError) in try work(input) }
    } emit: { result in
      switch result {
      case .success(let output): outputs.append(output)
      case .failure(let error): failure = error
      }
      progress.show(outputs.count, of: inputs.count)
      return failure == nil
    }
    if let failure { throw failure }
    return outputs
  }

  /// Measures a grammar on documents with gold.
  package static func measure(
    _ gold: [GoldDocument], grammar: Grammar, jobs: Int, progress: Progress
  ) async throws(CorpusError) -> Measurement {
    let documents = try await each(gold, jobs: jobs, progress: progress) {
      one throws(CorpusError) in try Measurement.document(one, grammar: grammar)
    }
    var measurement = Measurement()
    for document in documents { measurement.add(document) }
    return measurement
  }

  /// What two grammars read differently in a corpus.
  package static func changes(
    in corpus: Corpus, old: Grammar, new: Grammar, jobs: Int, progress: Progress
  ) async throws(CorpusError) -> ChangeReport {
    let inputs = try corpus.inputs()
    let changes = try await each(inputs, jobs: jobs, progress: progress) {
      input throws(CorpusError) in try PlanChange.all(in: input, old: old, new: new)
    }
    return ChangeReport(changes.flatMap { $0 }, documents: inputs.count)
  }
}
