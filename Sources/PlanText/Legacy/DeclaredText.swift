/// A text whose format may name its encoding: decoded by its mark, that name, or what its bytes are.
package struct DeclaredText: Sendable {
  /// The text in UTF-8; bytes that are no character of the encoding are U+FFFD.
  package private(set) var bytes: [UInt8]
  /// The encoding by its IANA name; a legacy encoding by the name of its kind.
  package private(set) var encoding: String
  /// Whether neither a mark nor the name told it.
  package private(set) var guessed: Bool

  /// Decodes bytes.
  ///
  /// - Parameters:
  ///   - raw: The bytes.
  ///   - declared: The name that the format gives, in small letters; `nil` when it gives none.
  package init(_ raw: [UInt8], declared: String?) throws(TextError) {
    let mark = ByteOrderMark(raw)
    if case .utf16(let bigEndian) = mark.encoding {
      bytes = try UTF16Decoding.utf8(raw, from: mark.length, bigEndian: bigEndian)
      encoding = mark.encoding.name
      guessed = mark.guessed
      return
    }
    let rest = mark.length > 0 ? Array(raw[mark.length...]) : raw
    if let name = declared, let legacy = Self.legacy(name) {
      bytes = Self.decode(rest, legacy)
      encoding = legacy.rawValue
      guessed = false
      return
    }
    let isWestern = ["windows-1252", "iso-8859-1", "latin1", "us-ascii"].contains(declared)
    if !isWestern || mark.length > 0 || rest.allSatisfy({ $0 < 0x80 }) {
      encoding = "UTF-8"
      guessed = false
      if String(validating: rest, as: UTF8.self) != nil {
        bytes = rest
        return
      }
      let decoded = Array(String(decoding: rest, as: UTF8.self).utf8)
      if mark.length > 0 || Self.isMostlyUTF8(decoded) {
        bytes = decoded
        return
      }
    }
    bytes = Self.decode(rest, nil)
    encoding = "windows-1252"
    guessed = !isWestern
  }

  /// The legacy encoding of a name.
  private static func legacy(_ name: String) -> LegacyEncoding? {
    switch name {
    case "windows-1258", "cp1258", "x-cp1258": .windows1258
    case "viscii", "csviscii": .viscii
    case "x-viet-vps", "vps": .vps
    case "x-viet-tcvn5712", "tcvn5712", "tcvn", "x-viet-tcvn": .tcvn3
    case "x-viet-vni", "vni": .vni
    default: nil
    }
  }

  /// Characters of more than one byte are many, and those that are none few.
  private static func isMostlyUTF8(_ decoded: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    for index in decoded.indices where decoded[index] >= 0xC0 {
      let isReplaced =
        decoded[index] == 0xEF && index + 2 < decoded.count && decoded[index + 1] == 0xBF
        && decoded[index + 2] == 0xBD
      if isReplaced { bad += 1 } else { good += 1 }
    }
    return good >= bad * 10
  }

  /// The characters of bytes in an encoding, where it has none in windows-1252.
  private static func decode(_ raw: [UInt8], _ encoding: LegacyEncoding?) -> [UInt8] {
    let tables = EncodingTables.shared
    let table = encoding.flatMap(tables.table)
    var result: [UInt8] = []
    result.reserveCapacity(raw.count * 3 / 2)
    var index = 0
    while index < raw.count {
      let byte = raw[index]
      index += 1
      var scalar: UInt32 = 0
      if let table {
        if index < raw.count, let pair = table.pairs[UInt16(byte) << 8 | UInt16(raw[index])] {
          scalar = pair
          index += 1
        } else if byte >= 0x80 {
          scalar = table.singles[Int(byte)]
        }
      }
      if scalar == 0 { scalar = tables.scalar(byte) }
      let units = Unicode.Scalar(scalar).flatMap { UTF8.encode($0) }
      result.append(contentsOf: units ?? UTF8.encodedReplacementCharacter)
    }
    return result
  }
}
