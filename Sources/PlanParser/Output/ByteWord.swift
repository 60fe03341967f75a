/// Eight bytes looked at together.
enum ByteWord {
  /// Eight bytes that are all `byte`.
  static func all(_ byte: UInt8) -> UInt64 {
    0x0101_0101_0101_0101 &* UInt64(byte)
  }

  /// Whether some byte of a word is `byte`.
  static func holds(_ byte: UInt8, _ word: UInt64) -> Bool {
    let rest = word ^ all(byte)
    return (rest &- all(1)) & ~rest & all(0x80) != 0
  }

  /// Whether some byte of a word is less than `byte`, which is at most 0x80.
  static func holdsLess(than byte: UInt8, _ word: UInt64) -> Bool {
    (word &- all(byte)) & ~word & all(0x80) != 0
  }

  /// The top bit of each byte of a word that is `byte`.
  static func places(of byte: UInt8, _ word: UInt64) -> UInt64 {
    let rest = word ^ all(byte)
    return ~(((rest & all(0x7F)) &+ all(0x7F)) | rest | all(0x7F))
  }

  /// How often a byte stands from one offset up to another.
  static func count(_ byte: UInt8, in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var count = 0
    var start = start
    while let next = first(byte, in: bytes, from: start, to: end) {
      count += 1
      start = next + 1
    }
    return count
  }

  /// The first place of a byte from one offset up to another.
  static func first(
    _ byte: UInt8, in bytes: [UInt8], from start: Int, to end: Int
  ) -> Int? {
    first(in: bytes, from: start, to: end) { places(of: byte, $0) }
  }

  /// The first place from one offset up to another of a byte whose top bit `found` gives in the
  /// eight bytes that it stands in.
  @inline(__always)
  static func first(
    in bytes: [UInt8], from start: Int, to end: Int, _ found: (UInt64) -> UInt64
  ) -> Int? {
    guard start < end else { return nil }
    precondition(start >= 0 && end <= bytes.count, "a span lies within the text")
    return unsafe bytes.withUnsafeBytes { bytes in
      var offset = start
      while offset + 8 <= end {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let places = found(word.littleEndian)
        if places != 0 { return offset + places.trailingZeroBitCount / 8 }
        offset += 8
      }
      return (offset..<end).first { unsafe found(all(bytes[$0])) != 0 }
    }
  }
}
