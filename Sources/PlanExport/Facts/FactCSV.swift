package import PlanModel

/// Facts of one kind as comma-separated values (RFC 4180), for a spreadsheet.
///
/// Lines end with CR LF; a cell with a comma, a quotation mark or a line end stands in quotation
/// marks. Numbers have a decimal point. A text that a spreadsheet would take for a formula, because
/// it begins with `=`, `+`, `-`, `@`, a TAB or a CR, has an apostrophe before it.
package enum FactCSV {
  /// The bytes that tell a spreadsheet that UTF-8 follows.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The row of column names: the file, the line, the node, then the fields of the format.
  package static func head(_ kind: FactKind) -> [UInt8] {
    line(["file", "line", "node"] + FactRow.columns(kind))
  }

  /// The facts of a plan, a row each.
  ///
  /// - Parameters:
  ///   - file: What stands in the column of the file.
  ///   - line: The line, counted from 1, of a byte offset.
  package static func write(
    _ plan: Plan, _ kind: FactKind, file: String, line: (Int) -> Int
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for row in FactRow.rows(kind, of: plan) {
      let cells = row.cells.map { cell in
        switch cell {
        case .text(let text): guarded(text)
        case .number(let number): number.description
        case .none: ""
        }
      }
      bytes += Self.line([guarded(file), String(line(row.span.start)), guarded(row.node)] + cells)
    }
    return bytes
  }

  private static func line(_ cells: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += quoted(cell)
    }
    return bytes + [0x0D, 0x0A]
  }

  private static func quoted(_ cell: String) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    guard cell.utf8.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") || $0 < 0x20 }) else {
      return Array(cell.utf8)
    }
    var bytes = [quote]
    for byte in cell.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    return bytes + [quote]
  }

  /// "-5% chi phí" and "=HYPERLINK(…)" are texts, whatever a spreadsheet makes of such beginnings.
  private static func guarded(_ text: String) -> String {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      "'" + text
    default: text
    }
  }
}
