internal import CICU

/// Brings well-formed UTF-8 to Unicode NFC, asking ICU only about the pieces that may need it.
enum Composition {
  /// Bytes after which a piece ends at the next settled character.
  private static let pieceLength = 4096

  /// The NFC of `text`; nil when a piece is too large for ICU.
  static func compose(_ text: [UInt8]) -> [UInt8]? {
    let bytes = text.span
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var copied = 0
    // Where the last settled character began: nothing composes across its start.
    var boundary = 0
    var index = 0
    while index < bytes.count {
      if isSettled(bytes, index) {
        boundary = index
        index += length(bytes[index])
        continue
      }
      let start = boundary
      while index < bytes.count, bytes[index] != 0x0A,
        index - start < pieceLength || !isSettled(bytes, index)
      {
        index += length(bytes[index])
      }
      result += text[copied..<start]
      guard append(text[start..<index], to: &result) else { return nil }
      copied = index
      boundary = index
    }
    result += text[copied...]
    return result
  }

  /// Whether the character at `index` is surely NFC and never composes with what stands before it.
  ///
  /// Says yes to Latin, Vietnamese, common punctuation, private use and Han; else no, which costs
  /// time and nothing else.
  @inline(__always)
  static func isSettled(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    let first = bytes[index]
    // Below U+0300 no character is a mark and none decomposes for good.
    if first < 0xCC { return true }
    guard first >= 0xE1, index + 2 < bytes.count else { return false }
    let second = bytes[index + 1]
    switch first {
    case 0xE1: return second >= 0xB8 && second <= 0xBB
    // U+2000 and U+2001 are spelled U+2002 and U+2003 in NFC.
    case 0xE2:
      return (second == 0x80 && bytes[index + 2] >= 0x82) || second == 0x96 || second == 0x97
    case 0xE5...0xE9, 0xEE: return true
    // Private use U+F000...U+F8FF and full-width ASCII.
    case 0xEF: return second <= 0xA3 || second == 0xBC
    default: return false
    }
  }

  /// The number of bytes of the character that begins with `first`.
  @inline(__always)
  private static func length(_ first: UInt8) -> Int {
    first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  private static func append(_ piece: ArraySlice<UInt8>, to result: inout [UInt8]) -> Bool {
    guard let length = Int32(exactly: piece.count) else { return false }
    // Composing seldom makes text longer; when it does, ICU says by how much.
    var capacity = length
    for _ in 0..<2 {
      var needed: Int64 = -1
      let composed = unsafe [UInt8](unsafeUninitializedCapacity: Int(capacity)) { target, count in
        needed = unsafe piece.withUnsafeBufferPointer { source in
          unsafe cicu_compose(source.baseAddress, length, target.baseAddress, capacity)
        }
        count = needed >= 0 && needed <= Int64(capacity) ? Int(needed) : 0
      }
      guard needed > Int64(capacity) else {
        result += composed
        return needed >= 0
      }
      guard let larger = Int32(exactly: needed) else { return false }
      capacity = larger
    }
    return false
  }
}
