import PlanModel

/// What stands in a cell of a table of facts.
enum FactCell {
  /// A text or a code.
  case text(String)
  /// A number that a spreadsheet may reckon with.
  case number(ExactDecimal)
  /// Nothing is stated.
  case none

  /// A text that may be absent.
  static func optional(_ text: String?) -> FactCell { text.map { .text($0) } ?? .none }

  /// A number that may be absent.
  static func optional(_ number: ExactDecimal?) -> FactCell { number.map { .number($0) } ?? .none }

  /// Several texts in one cell.
  static func list(_ texts: [String]) -> FactCell {
    texts.isEmpty ? .none : .text(texts.joined(separator: "; "))
  }
}
