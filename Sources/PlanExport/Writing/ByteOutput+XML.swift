extension UInt8 {
  /// Whether a character that begins with this byte may have to be spelled otherwise in XML.
  @inline(__always)
  var mayNeedXMLEscape: Bool {
    switch self {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"):
      true
    // U+241B is E2 90 9B; U+FFFE and U+FFFF are EF BF BE and EF BF BF.
    case 0xE2, 0xEF: true
    default: false
    }
  }
}

extension ByteOutput {
  /// Adds the XML spelling of the character that begins with the given bytes, or its first byte
  /// when it needs none; returns how many bytes that deals with.
  mutating func xmlEscape(_ byte: UInt8, _ following: (UInt8, UInt8)) -> Int {
    switch byte {
    case UInt8(ascii: "&"): literal("&amp;")
    case UInt8(ascii: "<"): literal("&lt;")
    case UInt8(ascii: ">"): literal("&gt;")
    case UInt8(ascii: "\""): literal("&quot;")
    case UInt8(ascii: "\t"): literal("&#9;")
    case UInt8(ascii: "\n"): literal("&#10;")
    case UInt8(ascii: "\r"): literal("&#13;")
    case 0..<0x20:
      literal("␛00")
      hexadecimal(byte)
    case 0xE2 where following == (0x90, 0x9B):
      literal("␛241B")
      return 3
    case 0xEF where following == (0xBF, 0xBE):
      literal("␛FFFE")
      return 3
    case 0xEF where following == (0xBF, 0xBF):
      literal("␛FFFF")
      return 3
    default: self.byte(byte)
    }
    return 1
  }
}

extension String {
  /// The text that was meant, each `␛` with four hexadecimal digits read as that character; `nil`
  /// when something else stands after a `␛`.
  var withoutXMLEscapes: String? {
    guard utf8.contains(0x9B), contains("\u{241B}") else { return self }
    var text = ""
    var rest = unicodeScalars[...]
    while let escape = rest.firstIndex(of: "\u{241B}") {
      text.unicodeScalars += rest[..<escape]
      let digits = rest[rest.index(after: escape)...].prefix(4)
      guard digits.count == 4, digits.allSatisfy(\.properties.isASCIIHexDigit),
        let number = UInt32(String(digits), radix: 16), let scalar = Unicode.Scalar(number)
      else { return nil }
      text.unicodeScalars.append(scalar)
      rest = rest[digits.endIndex...]
    }
    text.unicodeScalars += rest
    return text
  }
}
