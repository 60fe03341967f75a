import PlanModel

extension ByteOutput {
  /// Adds a string, letting `replace` write what stands for each byte that `isSpecial` names.
  ///
  /// `replace` gets the special byte and the two that follow (0 at the end); it returns how many
  /// bytes of the string it has dealt with.
  @inline(__always)
  mutating func escape(
    _ value: String, where isSpecial: (UInt8) -> Bool,
    _ replace: (inout ByteOutput, UInt8, (UInt8, UInt8)) -> Int
  ) {
    var value = value
    value.withUTF8 { bytes in
      var start = 0
      var index = unsafe plainPrefix(UnsafeRawBufferPointer(bytes))
      while index < bytes.count {
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

  /// Up to where no byte is special in any format, looked at eight at a time.
  private func plainPrefix(_ bytes: UnsafeRawBufferPointer) -> Int {
    var index = 0
    while index + 8 <= bytes.count {
      let word = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // Controls, quotes, the marks of markup, and what begins a character that XML has not.
      if ByteWord.holdsLess(than: 0x20, word) || ByteWord.holds(0x22, word)
        || ByteWord.holds(0x5C, word) || ByteWord.holds(0x26, word) || ByteWord.holds(0x3C, word)
        || ByteWord.holds(0x3E, word) || ByteWord.holds(0x27, word) || ByteWord.holds(0x7F, word)
        || ByteWord.holds(0xC2, word) || ByteWord.holds(0xEF, word)
      {
        break
      }
      index += 8
    }
    return index
  }
}

extension UInt8 {
  /// Whether JSON has no such byte in a string: quotation mark, backslash, C0 controls.
  @inline(__always)
  var needsJSONEscape: Bool {
    self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
  }
}
