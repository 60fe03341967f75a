/// Tables with commas between the columns (RFC 4180).
enum CSV {
  /// Adds a row with its line end.
  static func row(_ values: [CatalogValue], into bytes: inout [UInt8]) {
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch value {
      case .null: break
      case .integer(let number): bytes += Array(String(number).utf8)
      case .real(let number): bytes += Array(Self.spelled(number).utf8)
      case .text(let text), .blob(let text): field(text, into: &bytes)
      }
    }
    bytes += [0x0D, 0x0A]
  }

  /// A number without the ".0" of whole ones.
  static func spelled(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }

  private static func field(_ text: [UInt8], into bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let isPlain = !text.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 10 || $0 == 13 }
    if isPlain {
      bytes += text
      return
    }
    bytes.append(quote)
    for byte in text {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
