/// Some meanings, a bit for each.
struct MeaningSet: Sendable {
  private var bits: UInt128 = 0

  init() {}

  /// Adds a meaning.
  mutating func insert(_ meaning: Meaning) { bits |= Self.bit(meaning) }

  /// Whether a meaning is among them.
  func contains(_ meaning: Meaning) -> Bool { bits & Self.bit(meaning) != 0 }

  private static func bit(_ meaning: Meaning) -> UInt128 { 1 << UInt128(place(meaning)) }

  /// An enumeration without payloads is the number of its case, and there are fewer than 128.
  private static func place(_ meaning: Meaning) -> UInt8 {
    unsafe unsafeBitCast(meaning, to: UInt8.self)
  }
}
