import PlanModel
import PlanText

/// A row that heads those below it in a table of targets: "1 | Cây lúa".
struct TargetRowHead {
  /// What kind of number its row has.
  var kind: String
  /// What it says.
  var name: String
}

/// Finds the row that completes what a row below it measures: "Cây lúa" over "Diện tích".
extension PlanReader {
  /// Whether a row adds the others up and measures nothing of its own; the first row below a head
  /// is a figure of that ("Đàn gia súc" over "Tổng số").
  mutating func isBareTotal(_ row: Int, _ rows: [TableRow], _ indicator: Int) -> Bool {
    if row > 0, rows[row - 1].group { return false }
    for cell in rows[row].cells.prefix(indicator + 1) where !cell.isEmpty && cell.utf8.count < 60 {
      let totals = lineMatches(of: cell).filter { meaning($0) == .total }
      if totals.contains(where: { value("of", of: $0) == nil }) { return true }
    }
    return false
  }

  /// Notes a row that heads those below it, and forgets those that end with it.
  mutating func noteHead(
    _ row: TableRow, _ indicator: Int, isTimed: Bool, _ table: inout TargetTable
  ) {
    let label = Self.label(row, indicator)
    let kind = Self.kind(label)
    if !kind.isEmpty, let place = table.heads.firstIndex(where: { $0.kind == kind }) {
      table.heads.removeSubrange(place...)
    } else if kind.isEmpty, row.group {
      // A head without a number ends those that have none either.
      if let place = table.heads.firstIndex(where: { $0.kind.isEmpty }) {
        table.heads.removeSubrange(place...)
      }
    }
    let others = row.cells.indices.filter { $0 > indicator && !row.cells[$0].isEmpty }
    guard !isTimed, row.group || others.isEmpty,
      let text = row.cells[indicator].isEmpty
        ? row.cells.first(where: { !$0.isEmpty && $0 != label }) : row.cells[indicator]
    else { return }
    let name = Self.withoutLabel(text)
    guard !name.isEmpty, name.utf8.count <= TargetSurroundings.longestName else { return }
    table.heads.append(TargetRowHead(kind: kind, name: name))
  }

  /// The head of the row being read, where its indicator says nothing alone.
  mutating func headOfRow(_ indicator: [Token], _ table: TargetTable) -> String? {
    guard let head = table.heads.last, isElliptical(indicator) else { return nil }
    return head.name
  }

  /// The kind of number that a row has in its first cells.
  static func labelKind(of row: TableRow, upTo column: Int) -> String {
    kind(label(row, min(column, row.cells.count - 1)))
  }

  /// The number of a row: a cell before the one that names what is measured, else what that begins
  /// with.
  private static func label(_ row: TableRow, _ indicator: Int) -> String {
    if let own = row.cells.prefix(indicator).first(where: { !$0.isEmpty }), own.utf8.count <= 8 {
      return own
    }
    let first = row.cells.first { !$0.isEmpty } ?? ""
    let word = String(first.prefix { $0 != " " })
    return isLabel(word) && word.utf8.count < first.utf8.count ? word : ""
  }

  /// Whether a word can only be the number of a row: "1.", "II.", "a)", "-".
  private static func isLabel(_ word: String) -> Bool {
    guard let last = word.utf8.last, word.utf8.count <= 8 else { return false }
    if word.utf8.count == 1, kind(word) == "mark" { return true }
    let isClosed = last == UInt8(ascii: ".") || last == UInt8(ascii: ")")
    return (isClosed || word.utf8.contains(UInt8(ascii: "."))) && word.utf8.count > 1
      && !kind(word).isEmpty
  }

  /// The kind of a number: how many parts it has, Roman or a letter, or a bullet; empty for a word.
  private static func kind(_ label: String) -> String {
    let bytes = Array(label.utf8)
    let core = bytes.reversed().drop { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") }
    guard let first = bytes.first, !core.isEmpty else { return "" }
    let parts = core.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isDigit } }) {
      return "number \(parts.count)"
    }
    let roman = Set("IVXLC".utf8)
    if core.allSatisfy(roman.contains) { return "roman" }
    guard core.count == 1 else { return ["–", "•", "−"].contains(label) ? "mark" : "" }
    switch first {
    case 0x41...0x5A: return "capital"
    case 0x61...0x7A: return "letter"
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): return "mark"
    default: return ""
    }
  }

  /// A text without the number that it begins with, and without a colon at its end.
  private static func withoutLabel(_ text: String) -> String {
    var rest = text[...]
    let word = String(rest.prefix { $0 != " " })
    if isLabel(word) { rest = rest.dropFirst(word.count).drop { $0 == " " } }
    while let last = rest.last, last == ":" || last == " " || last == "." { rest.removeLast() }
    return String(rest)
  }
}
