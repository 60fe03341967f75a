import PlanModel

/// Bytes on their way out, handed over in pieces so that no document's text stands whole in memory.
struct ByteOutput {
  /// A piece is handed over once it has this many bytes.
  static let pieceSize = 1 << 16

  /// No line is indented deeper, so that the blanks of a deep outline do not outgrow its text.
  static let deepestIndent = 100

  private(set) var bytes: [UInt8]
  private let drain: (([UInt8]) -> Void)?

  /// An output that gathers everything after the given bytes.
  init(after bytes: consuming [UInt8] = []) {
    self.bytes = bytes
    drain = nil
  }

  /// An output that hands each piece to `drain`.
  init(to drain: @escaping ([UInt8]) -> Void) {
    bytes = []
    bytes.reserveCapacity(2 * Self.pieceSize)
    self.drain = drain
  }

  /// Hands over what has gathered.
  mutating func flush() {
    guard let drain, !bytes.isEmpty else { return }
    drain(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Adds one byte.
  @inline(__always)
  mutating func byte(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Adds a text that the program itself states.
  @inline(__always)
  mutating func literal(_ text: StaticString) {
    let start = unsafe text.utf8Start
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: start, count: text.utf8CodeUnitCount))
  }

  /// Adds a run of a document's bytes, however long.
  mutating func run(_ run: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while drain != nil, run.count - start > Self.pieceSize {
      let piece = start..<start + Self.pieceSize
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: run[piece]))
      flush()
      start = piece.upperBound
    }
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: run[start...]))
    if bytes.count >= Self.pieceSize { flush() }
  }

  /// Adds a whole number in decimal digits.
  mutating func integer(_ value: Int) {
    if value < 0 { byte(UInt8(ascii: "-")) }
    digits(value.magnitude)
  }

  /// Adds a decimal number, exactly: "85.08", and "1e-40" where zeros would only fill the page.
  mutating func decimal(_ value: ExactDecimal) {
    guard value.scale != 0, value.digits != 0 else { return integer(value.digits) }
    guard value.scale > 0, value.scale <= 30 else {
      integer(value.digits)
      byte(UInt8(ascii: "e"))
      // The negation of the smallest integer does not fit.
      if value.scale > 0 { byte(UInt8(ascii: "-")) }
      return digits(value.scale.magnitude)
    }
    if value.digits < 0 { byte(UInt8(ascii: "-")) }
    let start = bytes.count
    digits(value.digits.magnitude)
    let missing = value.scale + 1 - (bytes.count - start)
    if missing > 0 {
      bytes.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: missing), at: start)
    }
    bytes.insert(UInt8(ascii: "."), at: bytes.count - value.scale)
  }

  private mutating func digits(_ value: UInt) {
    let start = bytes.count
    var rest = value
    repeat {
      bytes.append(UInt8(truncatingIfNeeded: rest % 10) + UInt8(ascii: "0"))
      rest /= 10
    } while rest > 0
    var low = start
    var high = bytes.count - 1
    while low < high {
      bytes.swapAt(low, high)
      low += 1
      high -= 1
    }
  }
}
