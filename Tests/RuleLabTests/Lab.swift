import struct Foundation.URL
import PlanCorpus
import PlanExport
import PlanParser

@testable import RuleLab

/// What the tests of the laboratory stand on.
enum Lab {
  /// The folder of the package.
  static let folder: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// The grammar in the program.
  static let grammar: Grammar = {
    do {
      return try Grammar.embedded()
    } catch {
      fatalError("the embedded grammar does not compile: \(error)")
    }
  }()

  /// The bytes of a file beside the tests.
  static func expected(_ name: String) throws -> [UInt8] {
    try FileSystem.read(folder + "/Tests/RuleLabTests/Expected/" + name)
  }

  /// A JSON text as gold or plan.
  static func told(_ text: String) throws -> Told { Told(try PlanJSON.fields(Array(text.utf8))) }

  /// A document whose one category was counted.
  static func document(
    _ name: String, _ category: RuleLab.Category, _ counts: Counts, strata: [String] = []
  ) -> Measurement.Document {
    var tally = Tally()
    tally.counts = counts
    return Measurement.Document(name: name, strata: strata, tallies: [category: tally])
  }
}
