import PlanExport
import PlanText
import Testing

@testable import RuleLab

/// Counting a plan against gold.
@Suite struct ScoreTests {
  /// The same counts as the measure that stands outside of the project, on a plan with a fault of
  /// each kind; `scripts/measure-agrees` compares the two on every document with gold.
  @Test func countsAreThoseOfTheOutsideMeasure() throws {
    let gold = Told(try PlanJSON.fields(Lab.expected("gold.json")))
    let plan = Told(try PlanJSON.fields(Lab.expected("plan.json")))
    let text = try CanonicalText(decoding: Lab.expected("text.txt"))
    let score = Score(gold: gold, plan: plan, text: text)
    let rows = String(decoding: try Lab.expected("figures.tsv"), as: UTF8.self)
      .split(separator: "\n").dropFirst()
    #expect(rows.count == 17)
    for row in rows {
      let cells = row.split(separator: "\t").map { String($0) }
      let category = try #require(Category(rawValue: cells[0]))
      let counts = score.tallies[category]?.counts ?? Counts()
      #expect([counts.hit, counts.miss, counts.extra].map { String($0) } == Array(cells[1...]))
      #expect(category.isInMean)
    }
  }

  private func counts(
    _ category: RuleLab.Category, gold: String, plan: String
  ) throws -> Counts {
    let score = Score(gold: try Lab.told(gold), plan: try Lab.told(plan), text: nil)
    return score.tallies[category]?.counts ?? Counts()
  }

  @Test func oneDigitOffIsAnotherQuantity() throws {
    let target = #"{"indicator": "a b", "comparator": "ge", "value": 80, "unit": "%"}"#
    let gold = #"{"targets": [\#(target)]}"#
    let same = gold.replacing("80", with: "80.0")
    let other = gold.replacing("80", with: "81")
    #expect(try counts(.targets, gold: gold, plan: same) == Counts(hit: 1))
    #expect(try counts(.targets, gold: gold, plan: other) == Counts(miss: 1, extra: 1))
  }

  @Test func optionalEntriesAreNeitherMissedNorExtra() throws {
    let gold = #"{"assignments": [{"body": "A", "role": "lead", "optional": true}]}"#
    #expect(try counts(.assignments, gold: gold, plan: "{}") == Counts())
    let plan = #"{"assignments": [{"body": "a", "role": "lead"}]}"#
    #expect(try counts(.assignments, gold: gold, plan: plan) == Counts())
    let other = #"{"assignments": [{"body": "b", "role": "lead"}]}"#
    #expect(try counts(.assignments, gold: gold, plan: other) == Counts(extra: 1))
  }

  @Test func whatGoldDoesNotTellIsNotCounted() throws {
    let plan = #"{"targets": [{"indicator": "a", "value": 1, "unit": "%"}]}"#
    #expect(try counts(.targets, gold: "{}", plan: plan) == Counts())
    #expect(try counts(.targets, gold: #"{"targets": []}"#, plan: plan) == Counts(extra: 1))
  }

  @Test func textsThatShareMostWordsAreSoftHits() throws {
    let gold = #"{"body": [{"type": "paragraph", "text": "one two three four five six"}]}"#
    let plan = gold.replacing("six", with: "seven")
    let score = Score(gold: try Lab.told(gold), plan: try Lab.told(plan), text: nil)
    #expect(score.tallies[.blocks]?.counts == Counts(miss: 1, extra: 1))
    #expect(score.tallies[.blocks]?.soft == Counts(hit: 1))
  }

  @Test func extrasNameTheirRule() throws {
    let plan =
      #"{"body": [{"type": "section", "label": "I", "heading": "A", "rule": "bold-line"}]}"#
    let score = Score(gold: try Lab.told("{}"), plan: try Lab.told(plan), text: nil)
    #expect(score.tallies[.headings]?.findings.map(\.rule) == ["bold-line"])
    #expect(score.tallies[.headings]?.rules == ["bold-line": Counts(extra: 1)])
  }

  @Test func comparisonForgetsWhatDoesNotMatter() {
    #expect(ComparisonForm.fold("  ## **Mục  đích**: ") == "Mục đích")
    #expect(ComparisonForm.fold("a — b “c” ;. ") == "a - b \"c\"")
    #expect(ComparisonForm.fold("#5 ___x") == "#5 _x")
    #expect(ComparisonForm.key("ĐỒNG") == "đồng")
    #expect(ComparisonForm.fold("").isEmpty)
  }
}
