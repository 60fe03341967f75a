import PlanCorpus
import PlanExport
import PlanParser
import PlanText
import TestSupport
import Testing

/// Damaged documents: parsing ends, and its plan tells every character once.
@Suite struct MutationTests {
  /// How many damaged documents each seed makes; 25 seeds make 25,000.
  private static let count = 1_000

  @Test(arguments: 1...25) func damageNeverStopsTheParser(_ seed: UInt64) throws {
    let inputs = InvariantTests.inputs
    try #require(!inputs.isEmpty)
    var random = SeededRandom(seed: seed)
    var mutation = Mutation(seed: seed &* 7_919)
    var parsed = 0
    var faults = 0
    for number in 0..<Self.count {
      let bytes = mutation.damage(inputs[random.below(inputs.count)].bytes)
      guard let (text, source) = try? DocumentReader.document(bytes, name: "x.txt") else {
        // Only the edges refuse: what does not decode has been told so.
        continue
      }
      parsed += 1
      let plan = Repository.grammar.parse(text, source: source)
      if let finding = PlanAudit(plan, of: text).findings.first, faults < 3 {
        faults += 1
        Issue.record("seed \(seed), document \(number): \(finding)\n\(text.string(of: bytes))")
      }
      guard number % 10 == 0 else { continue }
      #expect(try PlanJSON.read(OutputFormat.json.bytes(plan)) == plan)
      #expect(try PlanXML.read(OutputFormat.xml.bytes(plan)) == plan)
    }
    #expect(parsed > Self.count / 2)
  }
}

extension CanonicalText {
  /// The text of a damaged document, for a message.
  fileprivate func string(of bytes: [UInt8]) -> String {
    String(String(decoding: bytes, as: UTF8.self).prefix(2_000))
  }
}
