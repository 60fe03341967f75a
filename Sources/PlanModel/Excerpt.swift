/// A text that mostly stands in the document as it is: then it is told by its place there and takes
/// no memory of its own.
@propertyWrapper
public struct Excerpt: Equatable, Sendable {
  /// The canonical text, or bytes of its own.
  private let bytes: [UInt8]
  private var span: ByteSpan

  /// A text of its own.
  public init(wrappedValue: String) {
    bytes = Array(wrappedValue.utf8)
    span = ByteSpan(0, bytes.count)
  }

  /// The text under a span of a document's bytes, which begins and ends with whole characters.
  public init(_ bytes: [UInt8], _ span: ByteSpan) {
    self.bytes = bytes
    self.span = span
  }

  /// The text.
  public var wrappedValue: String {
    get { String(decoding: utf8, as: UTF8.self) }
    set { self = Excerpt(wrappedValue: newValue) }
  }

  /// The excerpt itself, whose bytes can be read without a copy.
  public var projectedValue: Excerpt {
    get { self }
    set { self = newValue }
  }

  /// Its bytes.
  public var utf8: ArraySlice<UInt8> { bytes[span.start..<span.end] }

  /// Gives its bytes to `body`.
  @safe
  public func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe body(UnsafeBufferPointer(rebasing: $0[span.start..<span.end]))
    }
  }

  /// Whether it has no bytes.
  public var isEmpty: Bool { span.start == span.end }

  /// Leaves out the bytes at its end that `isLeftOut` names.
  public mutating func trimEnd(where isLeftOut: (UInt8) -> Bool) {
    while !isEmpty, isLeftOut(bytes[span.end - 1]) { span.end -= 1 }
  }

  /// Whether two texts have the same bytes, wherever these stand.
  public static func == (one: Excerpt, other: Excerpt) -> Bool {
    one.utf8.elementsEqual(other.utf8)
  }
}
