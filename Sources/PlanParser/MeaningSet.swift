/// Some meanings, a bit for each.
///
/// Two words, not one of 128 bits: that would have each leaf that holds it allocated on a boundary
/// of its own, which takes four times as long.
struct MeaningSet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init() {}

  /// The set of some meanings.
  init(_ meanings: [Meaning]) {
    for meaning in meanings { insert(meaning) }
  }

  /// Adds a meaning.
  @inline(__always)
  mutating func insert(_ meaning: Meaning) {
    let place = Self.place(meaning)
    if place < 64 { low |= 1 &<< UInt64(place) } else { high |= 1 &<< UInt64(place) }
  }

  /// Whether a meaning is among them.
  @inline(__always)
  func contains(_ meaning: Meaning) -> Bool {
    let place = Self.place(meaning)
    return (place < 64 ? low : high) &>> UInt64(place) & 1 != 0
  }

  /// Whether one of them is among some others.
  func intersects(_ others: MeaningSet) -> Bool { low & others.low | high & others.high != 0 }

  /// An enumeration without payloads is the number of its case, and there are fewer than 128.
  @inline(__always)
  private static func place(_ meaning: Meaning) -> UInt8 {
    unsafe unsafeBitCast(meaning, to: UInt8.self)
  }
}
