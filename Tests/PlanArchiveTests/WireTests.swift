import Testing

@testable import PlanArchive

/// What a run and its workers tell each other.
@Suite struct WireTests {
  private static let row = CatalogRecord.Row(
    table: .targets, number: 3, values: [.null, .integer(-7), .real(0.1), .text([65]), .blob([0])],
    words: Array("a b".utf8), marked: Array("a1".utf8), tags: "targets y2026")

  private static let outcomes: [Outcome] = [
    .same(FileFacts(modified: nil, bytes: 0)),
    .failed(Outcome.Failure(.crash, "x", file: FileFacts(modified: 5, bytes: 6), read: 7)),
    .done(
      Outcome.Reading(
        file: FileFacts(modified: 1, bytes: 2), sha256: "ab", outputs: [[1, 2], []],
        record: CatalogRecord(known: [.text([66])], rows: [row]))),
  ]

  @Test(arguments: outcomes.indices) func outcomesComeOverWhole(_ index: Int) throws {
    let frame = Self.outcomes[index].frame()
    #expect(WireReader.integer(frame, at: 0) == frame.count - 8)
    let read = try Outcome(Array(frame.dropFirst(8)))
    #expect("\(read)" == "\(Self.outcomes[index])")
  }

  @Test(arguments: outcomes.indices) func garbledFramesAreErrors(_ index: Int) {
    let frame = Array(Self.outcomes[index].frame().dropFirst(8))
    for end in frame.indices {
      #expect(throws: WireReader.Garbled.self) { try Outcome(Array(frame[..<end])) }
      var damaged = frame
      damaged[end] ^= 0xFF
      _ = try? Outcome(damaged)
    }
  }

  @Test func ordersComeOverWhole() throws {
    let order = WorkOrder(name: "a", body: .bytes([1, 2], modified: 4), before: "ab")
    let read = try WorkOrder(Array(order.frame().dropFirst(8)))
    #expect("\(read)" == "\(order)")
  }
}
