/// A half-open range of UTF-8 bytes of the canonical text.
///
/// It stands in every line, unit and fact, so that it is small: no text has 2³¹ bytes.
public struct ByteSpan: Hashable, Sendable {
  @usableFromInline var storedStart: Int32
  @usableFromInline var storedEnd: Int32

  /// The offset of the first byte.
  @inlinable public var start: Int {
    get { Int(storedStart) }
    set { storedStart = Int32(clamping: newValue) }
  }

  /// The offset after the last byte.
  @inlinable public var end: Int {
    get { Int(storedEnd) }
    set { storedEnd = Int32(clamping: newValue) }
  }

  /// The range from `start` up to, not including, `end`.
  @inlinable
  public init(_ start: Int, _ end: Int) {
    storedStart = Int32(clamping: start)
    storedEnd = Int32(clamping: end)
  }

  /// The number of bytes.
  @inlinable public var count: Int { end - start }

  /// Whether every byte of `other` lies in this range.
  @inlinable
  public func contains(_ other: ByteSpan) -> Bool { start <= other.start && other.end <= end }

  /// The smallest range that holds both.
  @inlinable
  public func union(_ other: ByteSpan) -> ByteSpan {
    ByteSpan(min(start, other.start), max(end, other.end))
  }
}
