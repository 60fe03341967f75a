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
      var index = 0
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
}

extension UInt8 {
  /// Whether JSON has no such byte in a string: quotation mark, backslash, C0 controls.
  @inline(__always)
  var needsJSONEscape: Bool {
    self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
  }
}
