/// A file that is no UTF-8, read by the legacy encoding that makes Vietnamese of it.
struct LegacyBytes {
  /// The text in UTF-8, line ends LF.
  private(set) var text: [UInt8]
  /// The encodings, the one with most words first.
  private(set) var encodings: [LegacyEncoding]
  /// The share of its words beyond ASCII that are Vietnamese syllables.
  private(set) var confidence: Double

  /// The least confidence with which bytes are believed to be text.
  private static let least = 0.8

  /// Tries all encodings; `nil` when none makes a Vietnamese text of the bytes.
  init?(_ raw: [UInt8]) {
    let tables = EncodingTables.shared
    var western: [UInt8] = []
    western.reserveCapacity(raw.count * 3 / 2)
    var controls = 0
    var last: UInt8 = 0
    for byte in raw {
      switch byte {
      case 0: return nil
      case 0x0A where last == 0x0D: break
      case 0x0D: western.append(0x0A)
      case 0x09...0x0C, 0x20..<0x80: western.append(byte)
      case 0..<0x20:
        controls += 1
        western.append(byte)
      default:
        let scalar = Unicode.Scalar(tables.scalar(byte)) ?? "\u{FFFD}"
        western.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      last = byte
    }
    guard controls * 16 <= raw.count, let found = LegacyText(western, bytewise: true),
      found.confidence >= Self.least
    else { return nil }
    text = found.bytes
    encodings = found.encodings
    confidence = found.confidence
  }
}
