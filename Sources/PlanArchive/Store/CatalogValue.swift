import PlanExport

/// A value in a table of the catalog.
enum CatalogValue: Equatable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  /// The bytes of a text in UTF-8.
  case text([UInt8])
  case blob([UInt8])

  /// A text, or no value.
  static func text(_ value: String?) -> CatalogValue {
    value.map { .text(Array($0.utf8)) } ?? .null
  }

  /// A number, or no value.
  static func number(_ value: Int?) -> CatalogValue {
    value.map { .integer($0) } ?? .null
  }

  /// Texts that stand beside each other, separated by "; ".
  static func list(_ values: [String]) -> CatalogValue {
    values.isEmpty ? .null : .text(values.joined(separator: "; "))
  }

  /// A number without the ".0" of whole ones.
  static func spelled(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }

  /// The value as a cell of a table for a spreadsheet.
  var cell: [UInt8] {
    switch self {
    case .null: []
    case .integer(let number): Array(String(number).utf8)
    case .real(let number): Array(Self.spelled(number).utf8)
    case .text(let text), .blob(let text): CSVRow.guarded(text)
    }
  }

  /// A path: a text, unless its bytes are no UTF-8.
  static func path(_ bytes: [UInt8]) -> CatalogValue {
    String(validating: bytes, as: UTF8.self) == nil ? .blob(bytes) : .text(bytes)
  }
}
