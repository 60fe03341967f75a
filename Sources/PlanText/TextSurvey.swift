/// One walk over a document's bytes: whether they are UTF-8, and what is to be done to them.
struct TextSurvey {
  /// Whether a line end is to be rewritten.
  private(set) var hasCarriageReturns = false
  /// Whether some character may be changed by NFC.
  private(set) var mayNeedComposing = false
  /// The number of characters of Latin-1 that Vietnamese text in Unicode does not have.
  private(set) var suspicious = 0

  /// Reads the bytes from `start` on and throws when they are no text.
  init(_ raw: [UInt8], from start: Int) throws(TextError) {
    let bytes = raw.span
    var controls = 0
    var firstControl = 0
    var index = start
    let unusual = PieceReader.suspicious
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        index += 1
      } else if byte == 0xE1, index &+ 2 < bytes.count, bytes[index &+ 1] & 0xFE == 0xBA,
        bytes[index &+ 2] & 0xC0 == 0x80
      {
        // U+1E80–U+1EFF: most letters of Vietnamese that are not ASCII, and never to be composed.
        index &+= 3
      } else if byte >= 0x80 {
        let length = Self.wellFormedLength(bytes, index)
        guard length > 0 else { throw Self.malformed(bytes, index) }
        if byte <= 0xC3 {
          let bits = byte == 0xC2 ? unusual.c2 : unusual.c3
          suspicious &+= Int(truncatingIfNeeded: bits >> UInt64(bytes[index + 1] & 0x3F) & 1)
        }
        if !mayNeedComposing, !Composition.isSettled(bytes, index) { mayNeedComposing = true }
        index += length
      } else {
        switch byte {
        case 0: throw .binary(.unknown, offset: index)
        case 0x0D: hasCarriageReturns = true
        case 0x09...0x0C: break
        default:
          // A few stand in texts taken out of old office files (cell ends, field marks).
          if controls == 0 { firstControl = index }
          controls += 1
        }
        index += 1
      }
    }
    if controls * 16 > bytes.count { throw .binary(.unknown, offset: firstControl) }
  }

  /// The number of bytes of the character at `index`, or 0 when they are no UTF-8.
  @inline(__always)
  private static func wellFormedLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    let first = bytes[index]
    let rest = bytes.count - index
    func follows(_ step: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      range.contains(bytes[index + step])
    }
    switch first {
    case 0xC2...0xDF:
      return rest >= 2 && follows(1) ? 2 : 0
    case 0xE0...0xEF:
      // Neither overlong forms nor surrogates.
      let second: ClosedRange<UInt8> =
        first == 0xE0 ? 0xA0...0xBF : first == 0xED ? 0x80...0x9F : 0x80...0xBF
      return rest >= 3 && follows(1, second) && follows(2) ? 3 : 0
    case 0xF0...0xF4:
      let second: ClosedRange<UInt8> =
        first == 0xF0 ? 0x90...0xBF : first == 0xF4 ? 0x80...0x8F : 0x80...0xBF
      return rest >= 4 && follows(1, second) && follows(2) && follows(3) ? 4 : 0
    default:
      return 0
    }
  }

  /// What to say of the ill-formed bytes at `index`.
  private static func malformed(_ bytes: Span<UInt8>, _ index: Int) -> TextError {
    // NULs and control characters nearby: not a text in another encoding, but none at all.
    for other in 0..<min(bytes.count, 4096) {
      let byte = bytes[other]
      if byte < 0x20, !(0x09...0x0D).contains(byte) { return .binary(.unknown, offset: other) }
    }
    let first = bytes[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var end = index + 1
    while end < bytes.count, end - index < length, bytes[end] & 0xC0 == 0x80 { end += 1 }
    if end == bytes.count, end - index < length, (0xC2...0xF4).contains(first) {
      return .truncated(encoding: "UTF-8", offset: index)
    }
    return .undecodable(encoding: "UTF-8", offset: index, byte: first)
  }
}
