extension [UInt8] {
  /// The first place in a range of a sign that text seldom has, which is not NUL; looked for eight
  /// bytes at a time.
  func firstPlace(of sign: UInt8, in range: Range<Int>) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range of the bytes")
    return unsafe withUnsafeBytes { bytes in
      let ones: UInt64 = 0x0101_0101_0101_0101
      var offset = range.lowerBound
      while offset + 8 <= range.upperBound {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let rest = word ^ ones &* UInt64(sign)
        // Not 0 if one of the eight bytes is the sign.
        if (rest &- ones) & ~rest & (ones &* 0x80) != 0 { break }
        offset += 8
      }
      return (offset..<range.upperBound).first { unsafe bytes[$0] == sign }
    }
  }
}
