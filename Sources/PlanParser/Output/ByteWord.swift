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
}
