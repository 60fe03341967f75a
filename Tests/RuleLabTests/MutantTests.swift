import PlanCorpus
import PlanParser
import Testing

@testable import RuleLab

/// Faults that are put into rules.
@Suite struct MutantTests {
  @Test func aWordOrACaseIsLoosened() {
    #expect(
      Loosening.loosened("a\n  line    \"(\" one two\n  yields  x")
        == "a\n  line    \"(\" <word> two\n  yields  x")
    #expect(
      Loosening.loosened("a\n  phrase  one\n  case    upper\n  yields  x")
        == "a\n  phrase  one\n  yields  x")
    #expect(
      Loosening.loosened("a\n  phrase  {part: <digits>} \"%\"\n  yields  x")
        == "a\n  phrase  {part: <any>} \"%\"\n  yields  x")
    #expect(
      Loosening.loosened("a\n  phrase  {part: one | two}\n  yields  x")
        == "a\n  phrase  {part: <word> | two}\n  yields  x")
    #expect(Loosening.loosened("a\n  phrase  <other>\n  yields  x") == nil)
  }

  @Test func eachOfSeveralPatternsIsTakenAway() {
    let head = "a\n"
    let one = "  phrase  one\n          | uno\n"
    let two = "  # Another.\n  line    two\n"
    let rest = "  yields  x\n  example \"one\""
    #expect(
      Narrowing.narrowed(head + one + two + rest) == [
        head + two + rest, head + one + "  # Another.\n" + rest,
      ])
    #expect(Narrowing.narrowed(head + one + rest).isEmpty)
  }

  @Test func everyRuleIsDroppedAndMostAreLoosened() throws {
    let mutants = RuleMutant.all(of: Lab.grammar)
    let rules = Lab.grammar.rules.count
    #expect(mutants.count { $0.fault == .drop } == rules)
    #expect(mutants.count { $0.fault == .loosen } > rules * 9 / 10)
    #expect(mutants.contains { $0.fault == .swap })
    #expect(mutants.contains { $0.fault == .narrow })
    let one = try #require(mutants.first { $0.fault == .loosen })
    #expect(try one.grammar(of: Lab.grammar).identity != Lab.grammar.identity)
  }

  /// The swaps that are left out: each value is gathered in a place of its own.
  @Test(arguments: [
    ("document-issued", "document-subject"), ("document-stop", "document-aside"),
    ("phrase-end-loose", "phrase-end-count"), ("phrase-end-place", "phrase-end-count"),
    ("actor-one-word", "actor-not"),
  ])
  func phrasesThatAreGatheredByValueStandInAnyOrder(_ one: String, _ other: String) throws {
    let grammar = Lab.grammar
    let first = try #require(grammar.rules.firstIndex { $0.id == one })
    let second = try #require(grammar.rules.firstIndex { $0.id == other })
    let mutant = RuleMutant.swap(first, second, in: grammar)
    let corpus = Corpus(folder: Lab.folder + "/corpus", grammar: try mutant.grammar(of: grammar))
    for entry in try corpus.entries() { #expect(try corpus.check(entry).isEmpty) }
  }

  @Test func aReportCountsWhoSawWhat() {
    let seen = RuleMutant(rule: "seen", fault: .loosen, index: 0, file: nil)
    let blind = RuleMutant(rule: "blind", fault: .drop, index: 1, file: nil)
    let narrow = RuleMutant(rule: "blind", fault: .narrow, index: 1, file: nil, pattern: 2)
    let text = MutantReport.text([
      MutantRun.Result(mutant: seen, witness: .corpus),
      MutantRun.Result(mutant: blind, witness: .nobody),
      MutantRun.Result(mutant: narrow, witness: .nobody),
    ])
    #expect(text.contains("all                0         1         0         2   33.3 %\n"))
    #expect(text.contains("of 2 rules, every fault of 1 is seen: 50.0 %\n"))
    #expect(text.contains("not seen: drop blind\nnot seen: narrow blind, pattern 2\n"))
  }
}
