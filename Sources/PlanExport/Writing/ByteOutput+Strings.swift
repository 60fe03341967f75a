extension ByteOutput {
  /// Adds the bytes of a string, letting `replace` write what stands for each byte that `isSpecial` names.
  ///
  /// `mayHold` says of eight bytes together whether one of them may be special.
  /// `replace` gets the special byte and the two that follow (0 at the end); it returns how many
  /// bytes of the string it has dealt with.
  @inline(__always)
  mutating func escape(
    _ bytes: UnsafeBufferPointer<UInt8>, where isSpecial: (UInt8) -> Bool,
    mayHold: (UInt64) -> Bool = { _ in true },
    _ replace: (inout ByteOutput, UInt8, (UInt8, UInt8)) -> Int
  ) {
    var start = 0
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count,
        !mayHold(
          unsafe UnsafeRawBufferPointer(bytes).loadUnaligned(
            fromByteOffset: index, as: UInt64.self))
      {
        index += 8
        continue
      }
      guard isSpecial(unsafe bytes[index]) else {
        index += 1
        continue
      }
      unsafe run(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      let following = (
        index + 1 < bytes.count ? unsafe bytes[index + 1] : 0,
        index + 2 < bytes.count ? unsafe bytes[index + 2] : 0
      )
      index += unsafe replace(&self, bytes[index], following)
      start = index
    }
    unsafe run(UnsafeBufferPointer(rebasing: bytes[start...]))
  }
}

extension UInt8 {
  /// Whether JSON has no such byte in a string: quotation mark, backslash, C0 controls.
  @inline(__always)
  var needsJSONEscape: Bool {
    self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
  }
}

extension UInt64 {
  /// Whether one of these eight bytes may be one that JSON has not in a string.
  @inline(__always)
  var mayNeedJSONEscape: Bool {
    func borrows(_ word: UInt64, _ least: UInt64) -> UInt64 {
      (word &- 0x0101_0101_0101_0101 &* least) & ~word
    }
    let quotation = borrows(self ^ 0x2222_2222_2222_2222, 1)
    let backslash = borrows(self ^ 0x5C5C_5C5C_5C5C_5C5C, 1)
    return (borrows(self, 0x20) | quotation | backslash) & 0x8080_8080_8080_8080 != 0
  }
}
