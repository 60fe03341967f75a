extension ByteOutput {
  /// Runs `write` with an output whose pieces go to `sink`; after a throw of `sink` no more do.
  static func drain<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void, _ write: (inout ByteOutput) -> Void
  ) throws(Failure) {
    var failure: Failure?
    withoutActuallyEscaping(sink) { sink in
      var output = ByteOutput { piece in
        guard failure == nil else { return }
        do throws(Failure) { try sink(piece) } catch { failure = error }
      }
      write(&output)
      output.flush()
    }
    if let failure { throw failure }
  }

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

  /// Adds a byte as two hexadecimal digits.
  mutating func hexadecimal(_ value: UInt8) {
    for digit in [value >> 4, value & 15] {
      byte(digit < 10 ? digit + UInt8(ascii: "0") : digit - 10 + UInt8(ascii: "A"))
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
