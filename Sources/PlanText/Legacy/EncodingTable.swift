/// The characters of an encoding, by byte and pair of bytes.
struct EncodingTable: Sendable {
  /// The scalar of each byte; 0 where the encoding says nothing.
  private(set) var singles = [UInt32](repeating: 0, count: 256)
  /// The scalar of each pair, the first byte above the second.
  private(set) var pairs: [UInt16: UInt32] = [:]

  /// The table of a file: byte or pair of bytes, code point, the character itself for people.
  init(file: String) {
    for line in EncodingFile(file).lines where line.count >= 2 {
      guard let code = UInt16(String(decoding: line[0], as: UTF8.self), radix: 16),
        let scalar = UInt32(String(decoding: line[1], as: UTF8.self), radix: 16)
      else { continue }
      if line[0].count > 2 { pairs[code] = scalar } else { singles[Int(code & 0xFF)] = scalar }
    }
  }
}

/// All tables, read when a document first needs one.
struct EncodingTables: Sendable {
  static let shared = EncodingTables()

  private let tables: [LegacyEncoding: EncodingTable]
  /// The characters of the bytes 0x80...0x9F of windows-1252, where it has one.
  private let western: [UInt32]
  private let westernBytes: [UInt32: UInt8]

  private init() {
    var tables: [LegacyEncoding: EncodingTable] = [:]
    for encoding in LegacyEncoding.allCases {
      if let file = encoding.file { tables[encoding] = EncodingTable(file: file) }
    }
    self.tables = tables
    western = EncodingTable(file: "windows-1252.tsv").singles
    var bytes: [UInt32: UInt8] = [:]
    for (byte, scalar) in western.enumerated() where scalar != 0 {
      bytes[scalar] = UInt8(truncatingIfNeeded: byte)
    }
    westernBytes = bytes
  }

  /// The table of an encoding that has one.
  func table(_ encoding: LegacyEncoding) -> EncodingTable? { tables[encoding] }

  /// The byte that a Western character stands for: its place in windows-1252, or in a font.
  func byte(_ scalar: UInt32) -> UInt8? {
    if scalar < 0x100 { return UInt8(truncatingIfNeeded: scalar) }
    // Fonts of symbols have their places in the private use area.
    if scalar >> 8 == 0xF0, scalar & 0xFF >= 0x20 { return UInt8(truncatingIfNeeded: scalar) }
    return westernBytes[scalar]
  }

  /// The Western character of a byte.
  func scalar(_ byte: UInt8) -> UInt32 {
    let known = western[Int(byte)]
    return known != 0 ? known : UInt32(byte)
  }
}
