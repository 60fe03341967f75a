import PlanCorpus
import TestSupport
import Testing

@testable import RuleLab

/// Totals, intervals and baselines.
@Suite struct MeasurementTests {
  private func measurement(_ counts: Counts...) -> Measurement {
    var measurement = Measurement()
    for (index, one) in counts.enumerated() {
      measurement.add(
        Lab.document("d\(index)", .header, one, strata: [index == 0 ? "kind a" : "kind b"]))
    }
    return measurement
  }

  @Test func totalsAddUpOverDocuments() {
    let all = measurement(Counts(hit: 3, miss: 1), Counts(hit: 1, extra: 1))
    #expect(all.counts(.header) == Counts(hit: 4, miss: 1, extra: 1))
    #expect(all.mean == 0.8)
    #expect(all.strata.map(\.name) == ["kind a", "kind b"])
    #expect(all.strata.map { $0.part.documents.count } == [1, 1])
  }

  @Test func theIntervalHoldsTheFigureAndIsTheSameEachTime() throws {
    let all = measurement(Counts(hit: 9, miss: 1), Counts(hit: 5, miss: 5), Counts(hit: 7, miss: 3))
    let range = try #require(Bootstrap.interval(all, .header))
    #expect(range.contains(try #require(all.counts(.header).f1)))
    #expect(range.lowerBound < range.upperBound)
    #expect(range == Bootstrap.interval(all, .header))
    #expect(Bootstrap.interval(Measurement(), .header) == nil)
  }

  @Test func aBaselineTellsWhatFell() throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("base.tsv", Baseline(measurement(Counts(hit: 9, miss: 1))).text)
    let base = try Baseline(path: path)
    #expect(base.falls(of: measurement(Counts(hit: 9, miss: 1))).isEmpty)
    #expect(base.falls(of: measurement(Counts(hit: 10))).isEmpty)
    let falls = base.falls(of: measurement(Counts(hit: 8, miss: 2)))
    #expect(
      falls.map(\.description) == [
        "header fell from 0.947 to 0.888; see what is missing with --show header"
      ])
    #expect(base.falls(of: Measurement()).map(\.now) == [0])
    _ = try folder.file("base.tsv", "category\tf1\nheadr\t1\n")
    #expect(throws: CorpusError.self) { try Baseline(path: path) }
  }

  @Test func figuresNeverTellMoreThanWasReached() {
    #expect(Figures.three(0.9999) == "0.999")
    #expect(Figures.three(1) == "1.000")
    #expect(Figures.three(0.007) == "0.007")
    #expect(Figures.three(-0.0125) == "-0.013")
    #expect(Figures.three(nil) == "-")
  }

  @Test func ourOwnGoldIsMeasured() async throws {
    let gold = try GoldDocument.all(in: GoldDocument.folders.map { Lab.folder + "/" + $0 })
    #expect(gold.count >= 57)
    #expect(gold.allSatisfy { $0.strata.count >= 2 })
    let all = try await Laboratory.measure(
      gold, grammar: Lab.grammar, jobs: 2, progress: Progress(done: "", isShown: false))
    #expect(all.documents.map(\.name) == gold.map(\.name))
    let base = try Baseline(path: Lab.folder + "/corpus/baseline.tsv")
    #expect(base.falls(of: all).map(\.description) == [])
    #expect(MeasureTable.text(all).contains("mean F1"))
    #expect(try Lab.told(MeasureJSON.text(all))["documents"].text == "\(gold.count)")
  }
}
