package import PlanCorpus
import PlanExport
package import PlanParser

/// The score of a grammar on documents with gold.
package struct Measurement: Sendable {
  /// What was counted on one document.
  package struct Document: Sendable {
    package let name: String
    package let strata: [String]
    package let tallies: [Category: Tally]

    /// The mean F1 of its categories.
    package var mean: Double? {
      Measurement.mean { tallies[$0]?.counts.f1 }
    }
  }

  /// The documents, in the order in which they were given.
  package private(set) var documents: [Document] = []

  /// A measurement of nothing yet.
  package init() {}

  /// Adds a document.
  package mutating func add(_ document: Document) { documents.append(document) }

  /// What a grammar reads in a document, held against its gold.
  package static func document(
    _ one: GoldDocument, grammar: Grammar
  ) throws(CorpusError) -> Document {
    let (plan, text) = try DocumentReader(grammar: grammar, trace: true).read(one.path)
    var bytes: [UInt8] = []
    PlanJSON.write(plan, trace: true, pretty: false, into: &bytes)
    let told: Told
    do {
      told = Told(try PlanJSON.fields(bytes))
    } catch {
      throw .specification(path: one.path, line: 1, message: error.description)
    }
    let score = Score(gold: one.gold, plan: told, text: text)
    return Document(name: one.name, strata: one.strata, tallies: score.tallies)
  }

  /// The counts of a category over all documents.
  package func counts(_ category: Category) -> Counts {
    documents.reduce(into: Counts()) { $0 += $1.tallies[category]?.counts ?? Counts() }
  }

  /// The counts of a category over all documents, with texts that are nearly equal.
  package func softCounts(_ category: Category) -> Counts {
    documents.reduce(into: Counts()) { $0 += $1.tallies[category]?.soft ?? Counts() }
  }

  /// The counts of each field of a category over all documents.
  package func fields(_ category: Category) -> [(name: String, counts: Counts)] {
    var fields: [String: Counts] = [:]
    for document in documents {
      for (name, counts) in document.tallies[category]?.fields ?? [:] where !name.isEmpty {
        fields[name, default: Counts()] += counts
      }
    }
    return fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The mean of the F1 of all categories that are told.
  package var mean: Double? { Self.mean { counts($0).f1 } }

  /// The documents of each stratum, by its name.
  package var strata: [(name: String, part: Measurement)] {
    var parts: [String: Measurement] = [:]
    for document in documents {
      for name in document.strata { parts[name, default: Measurement()].add(document) }
    }
    return parts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Right and wrong facts of each rule over all documents.
  package var rules: [String: Counts] {
    var rules: [String: Counts] = [:]
    for document in documents {
      for tally in document.tallies.values {
        for (rule, counts) in tally.rules { rules[rule, default: Counts()] += counts }
      }
    }
    return rules
  }

  /// The mean over the categories for which there is a figure.
  private static func mean(_ figure: (Category) -> Double?) -> Double? {
    let figures = Category.allCases.filter(\.isInMean).compactMap(figure)
    return figures.isEmpty ? nil : figures.reduce(0, +) / Double(figures.count)
  }
}
