package import PlanCorpus
package import PlanParser

/// What is done with many documents at once.
package enum Laboratory {
  /// Measures a grammar on documents with gold, several at a time.
  package static func measure(
    _ gold: [GoldDocument], grammar: Grammar, jobs: Int, progress: Progress
  ) async throws(CorpusError) -> Measurement {
    var measurement = Measurement()
    var failure: CorpusError?
    await Batch.run(gold, jobs: jobs) { one in
      Result { () throws(CorpusError) in try Measurement.document(one, grammar: grammar) }
    } emit: { result in
      switch result {
      case .success(let document): measurement.add(document)
      case .failure(let error): failure = error
      }
      progress.show(measurement.documents.count, of: gold.count)
      return failure == nil
    }
    if let failure { throw failure }
    return measurement
  }
}
