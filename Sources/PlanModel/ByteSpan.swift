/// A half-open range of UTF-8 bytes of the canonical text.
public struct ByteSpan: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset after the last byte.
  public var end: Int

  /// The range from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
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
