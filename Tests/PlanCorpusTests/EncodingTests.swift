import PlanCorpus
import PlanText
import Testing

/// What the corpus has of encodings.
@Suite struct CorpusEncodingTests {
  /// Whether a document of the corpus may be in a legacy encoding, by its name.
  private static func isLegacy(_ name: String) -> Bool { name.contains("encoding") }

  @Test(arguments: InvariantTests.inputs.map(\.name))
  func goodTextIsNotTakenForAnother(_ name: String) throws {
    let input = try #require(InvariantTests.inputs.first { $0.name == name })
    let text = try CanonicalText(decoding: input.bytes)
    if !Self.isLegacy(name) { #expect(!text.encodingGuessed, "\(name): \(text.encoding)") }
  }
}
