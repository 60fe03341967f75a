import PlanCorpus
import TestSupport
import Testing

/// Order, bounds and endings of a batch.
@Suite struct BatchTests {
  /// Work whose length differs from input to input, so that later inputs end first.
  private static func work(_ number: Int) -> Int {
    var random = SeededRandom(seed: UInt64(number))
    let steps = number % 7 == 0 ? 20_000 : 10
    for _ in 0..<steps where random.next() == 0 { return -1 }
    return number * number
  }

  @Test(arguments: [1, 2, 3, 16]) func resultsComeInInputOrder(_ jobs: Int) async {
    var seen: [Int] = []
    await Batch.run(Array(0..<200), jobs: jobs, transform: Self.work) { result in
      seen.append(result)
      return true
    }
    #expect(seen == (0..<200).map { $0 * $0 })
  }

  @Test(arguments: [1, 4]) func theReceiverEndsIt(_ jobs: Int) async {
    var seen: [Int] = []
    await Batch.run(Array(0..<1_000), jobs: jobs, transform: Self.work) { result in
      seen.append(result)
      return seen.count < 3
    }
    #expect(seen == [0, 1, 4])
  }

  @Test func nothingIsDoneWithNothing() async {
    await Batch.run([Int](), jobs: 4, transform: Self.work) { _ in
      Issue.record("there was no input")
      return true
    }
  }
}
