import PlanCorpus
import PlanParser
import Testing

@testable import RuleLab

/// What rules do and what they are worth.
@Suite struct RuleStudyTests {
  private let silent = Progress(done: "", isShown: false)

  @Test func aMutedRuleFindsNothing() throws {
    let grammar = Lab.grammar
    let index = try #require(grammar.rules.firstIndex { $0.id == "document-number" })
    let text = Array("Số: 12/KH-UBND".utf8)
    #expect(grammar.findings(in: text).contains { $0.rule == index })
    #expect(!grammar.without(index).findings(in: text).contains { $0.rule == index })
    #expect(grammar.findings(in: text).contains { $0.rule == index })
  }

  @Test func capturesAndPlacesAreTold() throws {
    let grammar = Lab.grammar
    let index = try #require(grammar.rules.firstIndex { $0.id == "document-number" })
    let text = Array("  Số: 12/KH-UBND".utf8)
    let found = try #require(grammar.findings(in: text).first { $0.rule == index })
    #expect(found.range == 2..<text.count)
    #expect(found.captures.map { "\($0.name)=\($0.text)" } == ["sequence=12", "symbol=KH-UBND"])
  }

  @Test func worthIsTheF1ThatIsLost() async throws {
    let gold = try GoldDocument.all(in: [Lab.folder + "/corpus/plans"]).filter {
      $0.name == "facts-highland-economy"
    }
    let rules = try await RuleStudy.run(
      gold, grammar: Lab.grammar, ablation: true, jobs: 2, progress: silent)
    #expect(rules.count == Lab.grammar.rules.count)
    let percent = try #require(rules.first { $0.rule == "unit-percent" })
    #expect(percent.fires > 5)
    #expect(percent.documents == 1)
    #expect(try #require(percent.worth) > 0)
    let idle = rules.filter { $0.fires == 0 }
    #expect(idle.allSatisfy { $0.worth == 0 && $0.documents == 0 })
    #expect(RuleTable.text(rules).contains("unit-percent"))
  }

  @Test func aPageTellsAllThatIsKnownOfARule() throws {
    let index = try #require(Lab.grammar.rules.firstIndex { $0.id == "document-number" })
    let input = Corpus.Input(name: "one", bytes: Array("Số: 12/KH-UBND\n".utf8))
    let page = try RulePage.text(of: index, grammar: Lab.grammar, inputs: [input])
    #expect(page.hasPrefix("document-number: grammars/header.grammar:"))
    #expect(page.contains("# \"Số: 12/KH-UBND\""))
    #expect(page.contains("rule document-number\n"))
    #expect(page.contains("matches 1 times in 1 documents"))
    let none = Corpus.Input(name: "none", bytes: Array("Một.\n".utf8))
    #expect(
      try RulePage.text(of: index, grammar: Lab.grammar, inputs: [none]).contains("never matches"))
  }

  @Test func everyRuleIsListedUnderItsFile() {
    let uses = Lab.grammar.rules.indices.map { $0 }
    let text = GrammarList.text(Lab.grammar, uses: uses)
    #expect(text.contains("grammars/header.grammar\n"))
    #expect(text.split(separator: "\n").count > Lab.grammar.rules.count)
    for rule in Lab.grammar.rules { #expect(text.contains(" \(rule.id) ")) }
  }
}
