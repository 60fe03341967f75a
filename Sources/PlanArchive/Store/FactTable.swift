/// A table of what plans say; one row per fact.
enum FactTable: Int, CaseIterable, Sendable {
  case plans = 0
  case tasks = 1
  case targets = 2
  case assignments = 3
  case reports = 4
  case funding = 5
  case citations = 6
  case diagnostics = 7

  /// What each of them begins with: the id, the document, the place in it, and the words.
  static let common = ["id", "document", "node", "span_start", "span_end", "text"]

  var name: String { "\(self)" }

  /// The columns that only this table has.
  var columns: [String] {
    switch self {
    case .plans: ["issuer", "number", "date", "kind"]
    case .tasks:
      [
        "origin", "ordinal", "grouping", "lead", "support", "time", "time_value", "repeats",
        "starts", "ends", "output",
      ]
    case .targets:
      [
        "indicator", "subject", "action", "comparator", "approximate", "value", "upper", "unit",
        "direction", "due_by", "period", "starts", "ends",
      ]
    case .assignments: ["body", "role"]
    case .reports: ["reporters", "receivers", "repeats", "before", "starts", "ends"]
    case .funding: ["sources", "amount", "unit"]
    case .citations: ["kind", "number", "date", "issuer", "subject", "relation"]
    case .diagnostics: ["code", "category", "severity"]
    }
  }

  /// The columns that are made to be asked for by their value.
  var indexed: [String] {
    switch self {
    case .tasks, .targets: ["ends"]
    case .citations: ["number"]
    case .plans: ["date"]
    case .diagnostics: ["code"]
    case .assignments, .reports, .funding: []
    }
  }

  /// The ids of all facts of a document, whatever their table.
  static func ids(of document: Int) -> ClosedRange<Int> {
    document << 24...(document << 24 | 0xFF_FFFF)
  }

  /// The most facts of one table that a document can have.
  static let most = 1 << 21

  /// The id of a document's fact: the document, the table, and the number of the fact in it.
  func id(document: Int, number: Int) -> Int {
    document << 24 | rawValue << 21 | number
  }

  /// The table that an id belongs to.
  init?(id: Int) { self.init(rawValue: id >> 21 & 7) }
}
