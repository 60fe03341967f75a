/// A half-open range of UTF-8 bytes of the canonical text.
public struct ByteSpan: Hashable, Sendable {
  // A plan has many: each is small. No text has 2³¹ bytes.
  private var storedStart: Int32
  private var storedEnd: Int32

  /// The offset of the first byte.
  public var start: Int {
    get { Int(storedStart) }
    set { storedStart = Int32(truncatingIfNeeded: newValue) }
  }
  /// The offset after the last byte.
  public var end: Int {
    get { Int(storedEnd) }
    set { storedEnd = Int32(truncatingIfNeeded: newValue) }
  }

  /// The range from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    storedStart = Int32(truncatingIfNeeded: start)
    storedEnd = Int32(truncatingIfNeeded: end)
  }

  /// The number of bytes.
  public var count: Int { end - start }

  /// Whether every byte of `other` lies in this range.
  public func contains(_ other: ByteSpan) -> Bool { start <= other.start && other.end <= end }

  /// The smallest range that holds both.
  public func union(_ other: ByteSpan) -> ByteSpan {
    ByteSpan(min(start, other.start), max(end, other.end))
  }
}
