/// Reads UTF-16.
enum UTF16Decoding {
  /// The UTF-8 of the units from byte `start` on.
  static func utf8(
    _ raw: [UInt8], from start: Int, bigEndian: Bool
  ) throws(TextError) -> [UInt8] {
    let encoding = ByteOrderMark.Encoding.utf16(bigEndian: bigEndian).name
    var result: [UInt8] = []
    result.reserveCapacity(raw.count / 2)
    func unit(at index: Int) -> UInt32 {
      bigEndian
        ? UInt32(raw[index]) << 8 | UInt32(raw[index + 1])
        : UInt32(raw[index + 1]) << 8 | UInt32(raw[index])
    }
    var index = start
    while index + 1 < raw.count {
      let offset = index
      var value = unit(at: index)
      index += 2
      if value & 0xF800 == 0xD800 {
        let isHigh = value & 0x0400 == 0
        guard index + 1 < raw.count || !isHigh else {
          throw .truncated(encoding: encoding, offset: offset)
        }
        guard isHigh, unit(at: index) & 0xFC00 == 0xDC00 else {
          throw .undecodable(encoding: encoding, offset: offset, byte: raw[offset])
        }
        value = 0x1_0000 + (value & 0x3FF) << 10 + unit(at: index) & 0x3FF
        index += 2
      }
      guard value != 0 else { throw .binary(.unknown, offset: offset) }
      append(value, to: &result)
    }
    guard index == raw.count else { throw .truncated(encoding: encoding, offset: index) }
    return result
  }

  private static func append(_ value: UInt32, to result: inout [UInt8]) {
    func continuation(_ shift: UInt32) -> UInt8 { UInt8(0x80 | value >> shift & 0x3F) }
    switch value {
    case ..<0x80:
      result.append(UInt8(value))
    case ..<0x800:
      result.append(UInt8(0xC0 | value >> 6))
      result.append(continuation(0))
    case ..<0x1_0000:
      result.append(UInt8(0xE0 | value >> 12))
      result.append(continuation(6))
      result.append(continuation(0))
    default:
      result.append(UInt8(0xF0 | value >> 18))
      result.append(continuation(12))
      result.append(continuation(6))
      result.append(continuation(0))
    }
  }
}
