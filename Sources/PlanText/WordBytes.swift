/// Finds where a word of the usual letters ends, by its bytes alone.
///
/// The usual letters are those of ASCII and of the blocks that Vietnamese is written with, all
/// composed. A word that another character may be part of is left to the folding of scalars.
enum WordBytes {
  /// 0: no part of a usual word; 1: ASCII letter; 2: lead of a letter of two bytes;
  /// 3: lead of a letter of three bytes (U+1E80–U+1EFF); 4: digit; 5: a byte that may join.
  static let classes: [UInt8] = {
    var classes = [UInt8](repeating: 5, count: 256)
    for byte in 0..<0x80 { classes[byte] = 0 }
    for byte in 0x30...0x39 { classes[byte] = 4 }
    for byte in 0x41...0x5A { classes[byte] = 1 }
    for byte in 0x61...0x7A { classes[byte] = 1 }
    for byte in [0xC3, 0xC4, 0xC6] { classes[byte] = 2 }
    classes[0xE1] = 3
    return classes
  }()

  /// The end of the word or number at `start`, by `classes`; `nil` when only folding can tell.
  @inline(__always)
  static func end(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ classes: Span<UInt8>
  ) -> Int? {
    var index = start
    let first = unsafe bytes[start]
    let number = classes[Int(first)] == 4
    scan: while index < end {
      let byte = unsafe bytes[index]
      switch classes[Int(byte)] {
      case 1:
        if number { break scan }
        index &+= 1
      case 2:
        if number { break scan }
        // × and ÷ stand among the letters of Latin-1.
        guard index &+ 1 < end else { return nil }
        let second = unsafe bytes[index &+ 1]
        if byte == 0xC3, second == 0x97 || second == 0xB7 { break scan }
        index &+= 2
      case 3:
        if number { break scan }
        guard index &+ 2 < end else { return nil }
        let second = unsafe bytes[index &+ 1]
        guard second == 0xBA || second == 0xBB else { return nil }
        index &+= 3
      case 4:
        guard number else { break scan }
        index &+= 1
      case 0: break scan
      default:
        return unsafe index > start && isApart(bytes, at: index, to: end) ? index : nil
      }
    }
    // A letter after a number may still be joined by nothing; what follows is looked at anew.
    return index > start ? index : nil
  }

  /// Whether the character at `index` surely ends a word: a no-break space, a dash, a quote.
  @inline(__always)
  private static func isApart(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, to end: Int
  ) -> Bool {
    guard index &+ 2 < end else { return false }
    let first = unsafe bytes[index]
    let second = unsafe bytes[index &+ 1]
    if first == 0xC2 { return second == 0xA0 }
    guard first == 0xE2, second == 0x80 else { return false }
    let third = unsafe bytes[index &+ 2]
    return (third >= 0x90 && third <= 0x9F) || third == 0xA6
  }
}
