import PlanModel

/// Bytes on their way out, handed over in pieces so that no document's text stands whole in memory.
///
/// The bytes of a piece lie in memory that `to(_:write:)` lends for as long as it runs; every write
/// looks first whether there is room for it.
@safe
struct ByteOutput {
  /// The most bytes that a piece has.
  static let pieceSize = 1 << 16

  /// No line is indented deeper, so that the blanks of a deep outline do not outgrow its text.
  static let deepestIndent = 100

  private let piece: UnsafeMutablePointer<UInt8>
  private var used = 0
  private let drain: ([UInt8]) -> Void

  /// Runs `write` with an output whose pieces go to `sink`; after a throw of `sink` no more do.
  ///
  /// `write` returns the output as it is in the end.
  static func to<Failure: Error>(
    _ sink: ([UInt8]) throws(Failure) -> Void, write: (ByteOutput) -> ByteOutput
  ) throws(Failure) {
    let piece = UnsafeMutablePointer<UInt8>.allocate(capacity: pieceSize)
    defer { unsafe piece.deallocate() }
    var failure: Failure?
    withoutActuallyEscaping(sink) { sink in
      let output = unsafe ByteOutput(piece: piece) { bytes in
        guard failure == nil else { return }
        do throws(Failure) { try sink(bytes) } catch { failure = error }
      }
      var written = write(output)
      written.flush()
    }
    if let failure { throw failure }
  }

  private init(piece: UnsafeMutablePointer<UInt8>, drain: @escaping ([UInt8]) -> Void) {
    unsafe self.piece = piece
    self.drain = drain
  }

  /// Hands over what has gathered.
  private mutating func flush() {
    guard used > 0 else { return }
    drain(unsafe Array(UnsafeBufferPointer(start: piece, count: used)))
    used = 0
  }

  /// Adds one byte.
  @inline(__always)
  mutating func byte(_ byte: UInt8) {
    if used == Self.pieceSize { flush() }
    unsafe piece[used] = byte
    used += 1
  }

  /// Adds the last `count` digits of a number, of which there are at most 20.
  mutating func digits(_ value: UInt, count: Int) {
    if used + count > Self.pieceSize { flush() }
    var rest = value
    var place = used + count
    while place > used {
      place -= 1
      let (left, digit) = rest.quotientAndRemainder(dividingBy: 10)
      unsafe piece[place] = UInt8(truncatingIfNeeded: digit) | UInt8(ascii: "0")
      rest = left
    }
    used += count
  }

  /// Adds a text that the program itself states.
  @inline(__always)
  mutating func literal(_ text: StaticString) {
    let (start, count) = unsafe (text.utf8Start, text.utf8CodeUnitCount)
    if used + count > Self.pieceSize { flush() }
    precondition(count <= Self.pieceSize, "a name of the format is short")
    unsafe (piece + used).update(from: start, count: count)
    used += count
  }

  /// Adds a run of a document's bytes, however long.
  @inline(__always)
  mutating func run(_ run: UnsafeBufferPointer<UInt8>) {
    guard var start = run.baseAddress else { return }
    var rest = run.count
    while rest > 0 {
      if used == Self.pieceSize { flush() }
      let count = min(rest, Self.pieceSize - used)
      unsafe (piece + used).update(from: start, count: count)
      used += count
      unsafe start += count
      rest -= count
    }
  }

  /// Adds line end and indentation.
  mutating func breakLine(depth: Int) {
    byte(UInt8(ascii: "\n"))
    for _ in 0..<min(depth, Self.deepestIndent) { literal("  ") }
  }
}
