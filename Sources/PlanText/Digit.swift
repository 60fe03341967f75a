extension UInt8 {
  /// Whether the byte is a digit from 0 to 9.
  @inlinable package var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}

extension UInt32 {
  /// Whether the scalar is a digit from 0 to 9.
  @inlinable package var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}
