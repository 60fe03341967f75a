package import PlanModel

/// Facts of one kind as comma-separated values (RFC 4180), for a spreadsheet.
///
/// Rows are those of `CSVRow`. Numbers have a decimal point. A text that a spreadsheet would take
/// for a formula, because it begins with `=`, `+`, `-`, `@`, a TAB or a CR, has an apostrophe before
/// it.
package enum FactCSV {
  /// The bytes that tell a spreadsheet that UTF-8 follows.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The row of column names: the file, the line, the node, then the fields of the format.
  package static func head(_ kind: FactKind) -> [UInt8] {
    var bytes: [UInt8] = []
    CSVRow.write(
      (["file", "line", "node"] + FactRow.columns(kind)).map { Array($0.utf8) }, into: &bytes)
    return bytes
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
      let cells = row.cells.map { cell -> [UInt8] in
        switch cell {
        case .text(let text): CSVRow.guarded(Array(text.utf8))
        case .number(let number): Array(number.description.utf8)
        case .none: []
        }
      }
      let place = [
        CSVRow.guarded(Array(file.utf8)), Array(String(line(row.span.start)).utf8),
        CSVRow.guarded(Array(row.node.utf8)),
      ]
      CSVRow.write(place + cells, into: &bytes)
    }
    return bytes
  }
}
