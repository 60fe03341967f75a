import TestSupport
import Testing

@testable import PlanText

/// Damaged text in old encodings gives a text or an error, never anything else.
@Suite struct LegacyMutationTests {
  @Test(arguments: LegacyEncoding.allCases) func damagedTextIsReadOrRefused(
    _ encoding: LegacyEncoding
  ) {
    let encoder = LegacyEncoder(encoding)
    let seeds = [
      encoder.bytes(EncodingTests.plan), Array(encoder.western(EncodingTests.plan).utf8),
    ]
    var random = SeededRandom(seed: 1258)
    for round in 0..<400 {
      var bytes = seeds[round % 2]
      for _ in 0..<Int(random.next() % 20) + 1 {
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 3 {
        case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int(random.next() % 9)))
        default: bytes.insert(contentsOf: EncodingTests.plan.utf8.prefix(40), at: place)
        }
        if bytes.isEmpty { bytes = seeds[0] }
      }
      guard let text = try? CanonicalText(decoding: bytes) else { continue }
      #expect(String(validating: text.bytes, as: UTF8.self) != nil, "round \(round)")
      #expect((0...1).contains(text.encodingConfidence), "round \(round)")
    }
  }

  @Test func aLineWithoutEndEnds() throws {
    let word = LegacyEncoder(.tcvn3).western("nghĩa vụ được giao phải hoàn thành ")
    let text = try CanonicalText(decoding: Array(String(repeating: word, count: 20_000).utf8))
    #expect(text.encoding == "UTF-8 (TCVN3)")
    let piece = try CanonicalText(decoding: Array(String(repeating: "®¸¹", count: 50_000).utf8))
    #expect(piece.encoding == "UTF-8")
  }
}
