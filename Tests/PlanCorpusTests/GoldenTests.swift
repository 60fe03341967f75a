import PlanCorpus
import Testing

/// What the corpus expects, one case per specification and document.
@Suite struct GoldenTests {
  static let names: [String] = (try? Repository.corpus.entries().map(\.name)) ?? []

  @Test func theCorpusIsThere() {
    #expect(Self.names.contains("plans/summary"))
    #expect(Self.names.count { $0.hasPrefix("spec/") } >= 10)
    #expect(Self.names.count { $0.hasPrefix("plans/") } >= 10)
  }

  @Test(arguments: names) func holds(_ name: String) throws {
    for entry in try Repository.corpus.entries(named: [name]) where entry.name == name {
      for difference in try Repository.corpus.check(entry) {
        Issue.record("\(difference)")
      }
    }
  }
}
