/// Rows of comma-separated values (RFC 4180).
///
/// A row ends with CR LF; a cell with a comma, a quotation mark or a control character stands in
/// quotation marks.
package enum CSVRow {
  /// Adds a row of cells, each the bytes of its text in UTF-8.
  package static func write(_ cells: [[UInt8]], into bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      field(cell, into: &bytes)
    }
    bytes += [0x0D, 0x0A]
  }

  /// The bytes of a text, with an apostrophe before one that a spreadsheet would take for a formula
  /// because of how it begins: "-5% chi phí" and "=HYPERLINK(…)" are texts.
  package static func guarded(_ text: [UInt8]) -> [UInt8] {
    switch text.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      [UInt8(ascii: "'")] + text
    default: text
    }
  }

  private static func field(_ cell: [UInt8], into bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    guard cell.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") || $0 < 0x20 }) else {
      bytes += cell
      return
    }
    bytes.append(quote)
    for byte in cell {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}
